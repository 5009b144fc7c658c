# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""An orderly end, whatever is going on."""
import json
import signal
import subprocess
import time

import pytest

from books import check_books
from clients import Call, Writers
from shop import Programs
from stalls import nobody_can_write

TimeToEnd = 10.5  # The contract's ten seconds, and a busy machine's half.


def wait_until_queued(shop, count=1):
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        text = shop.send("GET", "/metrics").body.decode()
        open_now = [line for line in text.splitlines()
                    if line.startswith("tradepost_http_connections ")]
        if int(open_now[0].split()[1]) > count:
            return
        time.sleep(0.02)
    raise AssertionError("the change never arrived")


def test_it_ends_in_time_under_load_and_keeps_its_promises(open_shop, chance):
    shop = open_shop()
    with Writers(shop, chance) as writers:
        for _ in range(2):
            time.sleep(0.5)
            began = time.monotonic()
            assert shop.stop() == 0
            assert time.monotonic() - began < TimeToEnd
            shop.start()
    check_books(shop, writers.done, chance)


def test_a_running_change_is_finished_first(shop, postgres):
    with nobody_can_write(shop, postgres):
        call = Call(shop)
        wait_until_queued(shop)
        time.sleep(0.2)
        shop.process.send_signal(signal.SIGTERM)
        time.sleep(0.5)
        assert shop.process.poll() is None
    assert shop.process.wait(TimeToEnd) == 0
    call.join(5)
    assert call.answer and call.answer.status == 201


def test_what_never_ends_is_dropped(shop, postgres):
    """More than one writer can try in this time; with PostgreSQL on connections that once stood."""
    count = 150
    for call in [Call(shop) for _ in range(16)]:
        call.join(30)
        assert call.answer.status == 201
    with nobody_can_write(shop, postgres):
        calls = [Call(shop) for _ in range(count)]
        wait_until_queued(shop, count)
        time.sleep(0.2)
        began = time.monotonic()
        shop.process.send_signal(signal.SIGTERM)
        code = shop.process.wait(60)
        took = time.monotonic() - began
        for call in calls:
            call.join(5)
            assert not call.is_alive()
            assert call.answer is None or call.answer.status == 503, call.answer
    assert code == 0 and took < TimeToEnd, f"it took {took:.1f} s"


@pytest.mark.parametrize("parent_is_killed", [False, True])
def test_with_its_parent_it_ends(shop, parent_is_killed):
    shop.kill()
    command = [str(Programs / "tradepostd"), "serve", "--listen", "127.0.0.1:0", "--database",
               shop.database, "--with-parent"]
    if parent_is_killed:
        # It alone holds the other end of the pipe.
        command = ["/usr/bin/python3", "-c", "import subprocess, sys; "
                   "subprocess.Popen(sys.argv[1:], stdin=subprocess.PIPE).wait()", *command]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    ready = json.loads(process.stdout.readline())
    if parent_is_killed:
        process.kill()
    process.stdin.close()
    # Nothing more comes once the backend, which holds the other end, is gone.
    began = time.monotonic()
    assert process.stdout.read() == b""
    assert time.monotonic() - began < TimeToEnd
    code = process.wait(15)
    assert code == (-signal.SIGKILL if parent_is_killed else 0), ready
