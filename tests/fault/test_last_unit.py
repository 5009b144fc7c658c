# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""Many want the same at the same moment: the last unit, or the one sale under one key."""
import concurrent.futures
import threading
import time

from clients import Gone, Line
from salebooks import wait_for_the_sagas
from selling import card, check_gateway_books, euro, level, paid, stocked
from shop import key

Buyers = 64
Askers = 100


def all_at_once(count, ask):
    """ask(number) by so many threads, none of which begins before the others are there."""
    barrier = threading.Barrier(count)

    def wait_and_ask(number):
        barrier.wait()
        return ask(number)

    with concurrent.futures.ThreadPoolExecutor(count) as pool:
        return list(pool.map(wait_and_ask, range(count)))


def buy(shop, product, payment, same):
    """Said again until there is an outcome, as often as the shop is gone meanwhile."""
    while True:
        try:
            line = Line(shop)
            answer = line.send("POST", "/orders", {
                "channel": "pos", "lines": [{"product_id": product["id"], "quantity": 1}],
                "payments": [payment]}, Idempotency_Key=same, Prefer="wait=10")
            line.close()
        except Gone:
            time.sleep(0.02)
            continue
        if answer.status == 201:
            return answer
        assert answer.status in (202, 503) or answer.code == "idempotency_in_progress", answer


def test_one_unit_and_many_buyers(open_shop, gateway):
    """By card and for cash: one wins, the others are told why, and none of them is charged."""
    shop = open_shop(*gateway)
    for _ in range(3):
        last = stocked(shop, 1)
        ways = ({"method": "cash"}, card(), card("tok_slow_50"))
        sold = [answer.json for answer in all_at_once(
            Buyers, lambda number: buy(shop, last, ways[number % len(ways)], key()))]  # noqa: B023
        assert sorted(one["status"] for one in sold) == ["confirmed"] + ["rejected"] * (Buyers - 1)
        assert {one["failure"]["code"] for one in sold if one["failure"]} == {"out_of_stock"}
        charged = [payment for one in sold for payment in paid(shop, one)
                   if payment["captured"] != euro(0)]
        assert len(charged) == 1 and charged[0]["captured"] == euro(450)
        assert (level(shop, last)["on_hand"], level(shop, last)["reserved"]) == ("0", "0")
    # Who gets nothing has not even been asked for a card.
    acts = shop.every("/test-gateway/ledger", 200)
    assert len([act for act in acts if act["action"] == "authorize"]) <= 3
    check_gateway_books(shop)


def test_one_key_makes_one_order_though_the_shop_dies_meanwhile(open_shop, gateway, chance):
    shop = open_shop(*gateway)
    # On PostgreSQL a card's sale waits for a lease to run out: the killing has many of those.
    on_sqlite = shop.database.startswith("sqlite:")
    for payment in ({"method": "cash"}, *[card("tok_slow_50")] * on_sqlite):
        tea, same = stocked(shop, 200), key()
        kill = threading.Timer(chance.random() * 0.2, shop.kill)

        def ask(number):
            if number == 0:
                kill.start()
                kill.join()
                shop.start()
            return buy(shop, tea, payment, same)  # noqa: B023

        answers = all_at_once(Askers, ask)
        assert len({answer.body for answer in answers}) == 1
        assert answers[0].json["status"] == "confirmed"
        orders = [one for one in shop.every("/orders", 200)
                  if one["lines"][0]["product_id"] == tea["id"]]
        assert [one["id"] for one in orders] == [answers[0].json["id"]]
        wait_for_the_sagas(Line(shop))
        assert (level(shop, tea)["on_hand"], level(shop, tea)["reserved"]) == ("199", "0")
        shop.kill()
        shop.start()
        assert buy(shop, tea, payment, same).body == answers[0].body
    check_gateway_books(shop)
