# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""Imports that are killed, stalled, on a full disk, or beside a running backend."""
import json
import os
import pty
import random
import subprocess
import urllib.request

import pytest

from program import Program, is_plain

Rows = 1500


def long_file(operator, rows=Rows, price="1.00"):
    return operator.file("long.csv", "sku,name,price,stock,barcodes\n" + "".join(
        f"S{i:06},Product {i * 7919 % rows},{price},{i % 50},2{i:011}\n" for i in range(rows)))


def start(operator, *arguments, **more):
    return subprocess.Popen([Program, *map(str, arguments), "--database", operator.database],
                            cwd=operator.folder, env=operator.environment, **more)


def feed(process, lines):
    process.stdin.writelines(lines)
    process.stdin.flush()


@pytest.mark.parametrize("seed", range(3))
def test_killed_in_the_middle_and_run_again_it_ends_the_same(operator, seed):
    path = long_file(operator)
    lines = path.read_bytes().splitlines(keepends=True)
    chance = random.Random(seed)
    process = start(operator, "import", "products", "-", stdin=subprocess.PIPE,
                    stdout=subprocess.DEVNULL)
    feed(process, lines[:1 + chance.randrange(600, Rows)])
    process.kill()
    process.wait()

    there = len(operator.products()) if operator("migrate", "--check").out[0][0] == "n" else 0
    assert there < Rows
    done = operator("import", "products", path)
    assert done.code == 0, done
    imported, changed, unchanged, rejected = done.counts
    assert (changed, rejected) == (0, 0) and imported + unchanged == Rows
    assert unchanged == there
    assert operator("import", "products", path).counts == (0, 0, Rows, 0)
    assert len(operator.products()) == Rows


def test_all_or_nothing_is_nothing_when_killed(operator):
    operator("migrate")
    path = long_file(operator)
    process = start(operator, "import", "products", path, "--all-or-nothing",
                    stdout=subprocess.DEVNULL)
    try:
        process.wait(0.25)
    except subprocess.TimeoutExpired:
        process.kill()
    process.wait()
    assert len(operator.products()) in (0, Rows)
    assert operator("import", "products", path, "--all-or-nothing").code == 0
    assert len(operator.products()) == Rows


def test_a_stalled_input_holds_nobody_up(operator):
    """Neither import keeps a transaction open while it waits for its pipe."""
    operator("migrate")
    for more in ((), ("--all-or-nothing",)):
        stalled = start(operator, "import", "products", "-", *more, stdin=subprocess.PIPE,
                        stdout=subprocess.PIPE)
        feed(stalled, [b"sku,name,price\n", b"A,Apple,1.00\n" + b"\n" * 100_000])
        assert operator.load("sku,name,price\nB,Bread,1.00\n").code == 0
        stalled.stdin.close()
        assert b"rejected 0" in stalled.stdout.read()
        assert stalled.wait() == 0


def test_two_imports_at_once_both_end_well(operator):
    operator("migrate")
    path = long_file(operator, 2000)
    both = [start(operator, "import", "products", path, stdout=subprocess.PIPE) for _ in range(2)]
    counts = [process.communicate()[0].decode() for process in both]
    assert [process.wait() for process in both] == [0, 0], counts
    assert all("rejected 0" in one for one in counts), counts
    assert len(operator.products()) == 2000


def test_a_running_backend_sees_the_result_and_answers_meanwhile(operator):
    serve = start(operator, "serve", "--listen", "127.0.0.1:0", "--with-parent",
                  stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    url = json.loads(serve.stdout.readline())["url"]
    importing = start(operator, "import", "products", long_file(operator),
                      stdout=subprocess.PIPE)
    while importing.poll() is None:
        with urllib.request.urlopen(url + "/api/products?limit=1", timeout=10) as answer:
            assert answer.status == 200
    assert b"imported 1500" in importing.stdout.read()
    with urllib.request.urlopen(url + "/api/products?q=S001499", timeout=10) as answer:
        assert json.load(answer)["items"][0]["sku"] == "S001499"
    serve.stdin.close()
    assert serve.wait(15) == 0


def test_progress_is_shown_on_a_terminal_alone(operator):
    path = long_file(operator)
    assert not operator("import", "products", path).err
    ours, theirs = pty.openpty()
    process = start(operator, "import", "products", long_file(operator, price="2.00"),
                    stderr=theirs, stdout=subprocess.DEVNULL)
    os.close(theirs)
    seen = b""
    try:
        while chunk := os.read(ours, 4096):
            seen += chunk
    except OSError:
        pass  # How a terminal without a writer ends.
    assert process.wait() == 0
    assert b" rows" in seen and seen.endswith(b"\r\x1b[K")


def test_a_full_disk_is_told(on_sqlite):
    """A limit on the size of files stands for the disk: SQLite is told the same."""
    on_sqlite("migrate")
    path = long_file(on_sqlite)
    size = (on_sqlite.folder / "shop.db").stat().st_size // 1024 + 600
    done = subprocess.run(
        ["bash", "-c", f"trap '' XFSZ; ulimit -f {size}; exec \"$@\"", "bash", Program, "import",
         "products", str(path), "--database", on_sqlite.database],
        env=on_sqlite.environment, capture_output=True, check=False)
    assert done.returncode == os.EX_UNAVAILABLE, done
    lines = done.stderr.decode().splitlines()
    assert len(lines) == 1 and lines[0].startswith("tradepostd: "), lines
    again = on_sqlite("import", "products", path)
    assert again.code == 0 and again.counts[3] == 0
    assert len(on_sqlite.products()) == Rows


def test_a_server_that_is_gone_is_told(on_postgres):
    url = on_postgres.database.split("?")[0] + "?host=" + str(on_postgres.folder)
    done = on_postgres.plain("import", "demo", "--database", url)
    assert done.code == os.EX_UNAVAILABLE and is_plain(done)
