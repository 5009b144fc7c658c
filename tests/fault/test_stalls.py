# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""Whatever is slow, everybody who looks at the catalogue is answered. How fast, tests/bench/stalls
measures."""
import os
import time

import pytest

import stalls
from clients import Call, Line, Readers
from secureshop import SecureShop
from shop import key

Seconds = 1.5


@pytest.fixture
def stocked(shop):
    for _ in range(30):
        shop.product()
    return shop


@pytest.mark.parametrize("weather", ["slow_flushes", "heavy_reads", "import_beside"])
def test_readers_are_answered(stocked, chance, weather):
    if weather == "slow_flushes" and not stocked.database.startswith("sqlite:"):
        pytest.skip("the flush is the server's")
    with getattr(stalls, weather)(stocked, chance), Readers(stocked) as readers:
        time.sleep(Seconds)
    assert set(readers.statuses) == {200} and readers.statuses[200] > 32, readers.statuses


def test_a_long_snapshot_holds_nobody_up_and_the_log_shrinks_again(stocked, on_sqlite, chance):
    log = stocked.database.removeprefix("sqlite:") + "-wal"
    with stalls.long_snapshot(stocked, chance), Readers(stocked) as readers:
        time.sleep(Seconds)
        grown = os.path.getsize(log)
    assert set(readers.statuses) == {200}, readers.statuses
    assert grown > 0
    line = Line(stocked)
    for _ in range(50):
        assert line.send("POST", "/api/categories", {"name": "C " + key()}).status == 201
    assert stocked.stop() == 0
    assert not os.path.exists(log) or os.path.getsize(log) == 0


def test_a_file_that_somebody_holds_is_told_to_all(stocked, on_sqlite):
    """The five seconds that one waits for it are not waited by each group anew."""
    with stalls.nobody_can_write(stocked, None):
        calls = [Call(stocked) for _ in range(200)]
        with Readers(stocked, 4) as readers:
            for call in calls:
                call.join(30)
    for call in calls:
        assert call.answer.status == 503 and call.answer.headers["retry-after"], call.answer
    assert max(call.took for call in calls) < 9
    assert set(readers.statuses) == {200}, readers.statuses
    stocked.product()


def test_five_hundred_at_the_door_all_come_in(open_shop, on_sqlite, chance):
    shop = open_shop(kind=SecureShop)
    with stalls.handshakes(shop, chance), Readers(shop, 8) as readers:
        time.sleep(Seconds)
    assert set(readers.statuses) == {200}, readers.statuses


def test_a_server_that_pauses_is_waited_for(stocked, on_postgres):
    """Long enough to be noticed, not long enough to be given up."""
    with Readers(stocked, 8) as readers:
        time.sleep(0.3)
        on_postgres.ask("pause")
        time.sleep(0.2)
        there = len(readers.times)
        for _ in range(3):
            began = time.monotonic()
            assert stocked.get("/health/live", token=False).status == 200
            assert time.monotonic() - began < 1
            time.sleep(0.3)
        assert len(readers.times) == there
        on_postgres.ask("resume")
        time.sleep(0.7)
    assert set(readers.statuses) == {200} and len(readers.times) > there, readers.statuses
    stocked.product()


def test_a_server_that_stays_away_is_told_and_comes_back(stocked, on_postgres):
    on_postgres.ask("pause")
    try:
        began = time.monotonic()
        answer = stocked.get("/api/products")
        assert answer.status == 503 and answer.headers["retry-after"], answer
        assert time.monotonic() - began < 15
        assert stocked.get("/health/ready", token=False).status == 503
        assert stocked.get("/health/live", token=False).status == 200
    finally:
        on_postgres.ask("resume")
    deadline = time.monotonic() + 20
    while stocked.get("/health/ready", token=False).status != 200:
        assert time.monotonic() < deadline
        time.sleep(0.1)
    # Each of the connections finds out for itself, within a second.
    while (answer := stocked.get("/api/products")).status != 200:
        assert answer.headers["retry-after"] and time.monotonic() < deadline, answer
        time.sleep(0.1)
    stocked.product()
