# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""A start that cannot be: one plain line, the right code, at once."""
import os
import re
import socket
import sqlite3
import subprocess
import time

import pytest

from shop import Programs

SecondsToGiveUp = 2
Serve = [str(Programs / "tradepostd"), "serve", "--listen", "127.0.0.1:0"]


def refusal(*arguments, before=()):
    """(exit code, the one line) of a serve that does not start."""
    began = time.monotonic()
    done = subprocess.run([*before, *Serve, *map(str, arguments)], capture_output=True, text=True,
                          stdin=subprocess.DEVNULL, timeout=20, check=False)
    took = time.monotonic() - began
    lines = done.stderr.splitlines()
    assert done.stdout == "" and len(lines) == 1, done
    assert lines[0].startswith("tradepostd: ") and len(lines[0]) < 300, done
    assert not re.search(r"0x[0-9a-f]{4}|\.cpp|terminate|QSql|Qt", lines[0]), done
    assert took < SecondsToGiveUp, f"{took:.1f} s"
    return done.returncode, lines[0]


@pytest.fixture
def file(tmp_path, on_sqlite):
    return tmp_path / "shop.db"


@pytest.mark.parametrize("content", [
    b"\x89PNG\r\n\x1a\n" + bytes(5000), b"x", b"SQLite format 3\0" + b"\xff" * 5000,
    b"SQLite format 3\0"], ids=["picture", "letter", "damaged", "cut short"])
def test_a_file_that_is_no_database(file, content):
    file.write_bytes(content)
    code, line = refusal("--database", f"sqlite:{file}")
    assert code in (os.EX_CONFIG, os.EX_UNAVAILABLE, os.EX_DATAERR) and "shop.db" in line
    assert file.read_bytes() == content


def test_a_folder(file):
    file.mkdir()
    code, line = refusal("--database", f"sqlite:{file}")
    assert code == os.EX_CONFIG and "folder" in line


def test_a_database_of_something_else(file):
    other = sqlite3.connect(file)
    other.execute("CREATE TABLE products (mine TEXT)")
    other.close()
    code, line = refusal("--database", f"sqlite:{file}")
    assert code != os.EX_SOFTWARE and "shop.db" in line, (code, line)


@pytest.fixture
def nobody(tmp_path):
    if os.geteuid() != 0:
        pytest.skip("only root can act as somebody else")
    seen = subprocess.run(["runuser", "-u", "nobody", "--", *Serve[:1], "version"], check=False,
                          capture_output=True)
    if seen.returncode != 0:
        pytest.skip("another user cannot run the program where it is")
    for folder in (tmp_path, *tmp_path.parents[:2]):
        folder.chmod(0o755)
    return "runuser", "-u", "nobody", "--"


@pytest.mark.parametrize("mode, folder_mode, word", [
    (0o444, 0o777, "read-only"), (0o644, 0o755, "written"), (0o000, 0o777, "shop.db"),
    (0o666, 0o555, "written")])
def test_somebody_elses_file_or_folder(file, nobody, mode, folder_mode, word):
    assert subprocess.run([Serve[0], "migrate", "--database", f"sqlite:{file}"], check=False,
                          capture_output=True).returncode == 0
    file.chmod(mode)
    file.parent.chmod(folder_mode)
    code, line = refusal("--database", f"sqlite:{file}", before=nobody)
    assert code in (os.EX_CONFIG, os.EX_NOPERM, os.EX_UNAVAILABLE) and word in line, (code, line)


def test_a_busy_port_is_named(shop):
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        shop.kill()
        code, line = refusal("--listen", f"127.0.0.1:{port}", "--database", shop.database,
                             "--key-file", shop.key_file)
    assert code == os.EX_UNAVAILABLE and str(port) in line, (code, line)


def test_two_on_one_file(shop, on_sqlite):
    code, line = refusal("--database", shop.database)
    assert code == os.EX_UNAVAILABLE and str(shop.process.pid) in line
    assert shop.get("/api/products").status == 200


def test_a_newer_shop_is_left_alone(shop, on_sqlite):
    shop.stop()
    path = shop.database.removeprefix("sqlite:")
    newer = sqlite3.connect(path)
    newer.execute("INSERT INTO schema_migrations VALUES (9999, 'future', 'x', 1)")
    newer.commit()
    newer.close()
    code, line = refusal("--database", shop.database)
    assert code not in (0, os.EX_SOFTWARE) and "newer" in line, (code, line)


@pytest.mark.parametrize("url, code", [
    ("mysql://x", os.EX_USAGE), ("", os.EX_USAGE), ("sqlite:", os.EX_USAGE),
    ("postgresql://nobody@/none?host=/nowhere", os.EX_UNAVAILABLE),
    ("postgresql://nobody@127.0.0.1:1/none", os.EX_UNAVAILABLE),
    ("postgresql://nobody@host.invalid/none", os.EX_UNAVAILABLE),
])
def test_an_address_that_leads_nowhere(on_sqlite, url, code):
    told, line = refusal("--database", url)
    assert told == code, line


def test_a_server_without_that_database(on_postgres):
    url = re.sub(r"/shop\d+", "/nothing", on_postgres.database())
    code, line = refusal("--database", url)
    assert code == os.EX_UNAVAILABLE and "nothing" in line, (code, line)


@pytest.mark.parametrize("content", [None, "not a certificate"])
def test_tls_without_its_files(file, tmp_path, content):
    pem = tmp_path / "shop.pem"
    if content:
        pem.write_text(content)
    code, line = refusal("--tls-cert", pem, "--tls-key", pem, "--database", f"sqlite:{file}")
    assert code in (os.EX_CONFIG, os.EX_NOINPUT) and "shop.pem" in line, (code, line)


def test_without_standard_files_nothing_is_printed_elsewhere(file):
    """Else the lock file, or a client's socket, would be standard output."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    process = subprocess.Popen(
        ["bash", "-c", 'exec "$@" <&- >&- 2>&-', "bash", Serve[0], "serve", "--listen",
         f"127.0.0.1:{port}", "--database", f"sqlite:{file}", "--log-level", "debug"])
    try:
        deadline = time.monotonic() + 15
        while not answers(port):
            assert time.monotonic() < deadline and process.poll() is None
            time.sleep(0.05)
        for number in range(3):
            assert os.readlink(f"/proc/{process.pid}/fd/{number}") == "/dev/null"
        lock = file.with_name(file.name + ".lock")
        assert lock.read_text() == f"{process.pid}\n"
    finally:
        process.terminate()
        assert process.wait(15) == 0


def answers(port):
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=5) as line:
            line.sendall(b"GET /health/live HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
            return b" 200 " in line.recv(100)
    except ConnectionError:
        return False
