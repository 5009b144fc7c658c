# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""The gateway is slow, down, answers too late or answers what was asked twice: nobody is charged
for nothing, nothing is sold for nothing, and whoever pays cash does not notice."""
import concurrent.futures
import contextlib
import sqlite3
import time

import pytest

from salebooks import check_sales
from selling import at_end, card, check_gateway_books, euro, level, order, paid, stocked
from tills import Goods, Tills


@contextlib.contextmanager
def down(gateway):
    """Nobody can write in its books, so it does nothing and says nothing."""
    books = sqlite3.connect(gateway[-1], isolation_level=None)
    books.execute("BEGIN EXCLUSIVE")
    try:
        yield
    finally:
        books.close()


@pytest.fixture
def shop(open_shop, gateway):
    return open_shop(*gateway)


def test_a_gateway_that_is_down_is_waited_for_and_given_up(shop, gateway):
    """Cash goes on; a card is tried for ten seconds, then the sale is undone."""
    tea = stocked(shop, 10)
    with down(gateway):
        begun = [order(shop, [(tea, 1)], [card()], wait=0).json for _ in range(4)]
        began = time.monotonic()
        assert order(shop, [(tea, 1)]).json["status"] == "confirmed"
        assert time.monotonic() - began < 2
        assert shop.get("/health/ready", token=False).status == 200
        assert level(shop, tea)["reserved"] == "4"
        time.sleep(11)
    for one in begun:
        ended = at_end(shop, one)
        assert (ended["status"], ended["failure"]["code"]) == ("rejected", "payment_unknown")
        assert [payment["captured"] for payment in paid(shop, ended)] == [euro(0)]
    assert (level(shop, tea)["on_hand"], level(shop, tea)["reserved"]) == ("9", "0")
    assert not [act for act in shop.every("/test-gateway/ledger", 200)
                if act["action"] == "capture"]
    check_gateway_books(shop)
    assert order(shop, [(tea, 1)], [card()], wait=10).json["status"] == "confirmed"


def test_a_gateway_that_is_back_in_time_has_held_nobody_up_for_good(shop, gateway, chance):
    with Tills([shop], Goods(shop), chance) as tills:
        for _ in range(2):
            time.sleep(0.5)
            with down(gateway):
                time.sleep(0.5 + chance.random())
        time.sleep(0.5)
    assert {*tills.statuses} <= {200, 201, 202}, tills.statuses
    check_sales(shop, tills, chance)


def test_an_answer_after_the_time_is_asked_for_and_counts_once(shop):
    """The gateway has done it; what it says a second later was not waited for."""
    tea = stocked(shop, 20)
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        sold = [one.json for one in pool.map(
            lambda token: order(shop, [(tea, 1)], [card(token)], wait=10),
            ["tok_slow_1100", "tok_slow_1500", "tok_timeout_then_captured", "tok_slow_990"] * 2)]
    ended = [at_end(shop, one) for one in sold]
    assert {one["status"] for one in ended} == {"confirmed"}
    for one in ended:
        [payment] = paid(shop, one)
        assert payment["captured"] == euro(450)
        done = [act["action"] for act in payment["attempts"] if act["outcome"] == "done"]
        assert done == ["authorize", "capture"]
    assert level(shop, tea)["on_hand"] == "12"
    time.sleep(1)  # What comes late has come by now.
    check_gateway_books(shop)


def test_what_a_dead_backend_has_asked_is_asked_again_and_done_once(shop, on_sqlite):
    """The gateway answers the same question twice, the first time to nobody. With PostgreSQL nobody
    expects a sale any more when the lease has run out: the killing has those."""
    tea = stocked(shop, 10)
    begun = [order(shop, [(tea, 1)], [card("tok_slow_400")], wait=0).json for _ in range(8)]
    while not shop.get("/test-gateway/ledger").json["items"]:
        pass
    shop.kill()
    shop.start()
    assert {at_end(shop, one)["status"] for one in begun} == {"confirmed"}
    assert level(shop, tea)["on_hand"] == "2"
    check_gateway_books(shop)
