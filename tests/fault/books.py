# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""What must be true however often the shop was killed."""
import collections
import sqlite3
import time
from decimal import Decimal

from clients import Line


def check_books(shop, orders, chance, retries=60):
    """Every promise was kept once, the ledger adds up to the levels, and whoever asks again is told
    the same."""
    line = Line(shop)
    stocked, expected = collections.Counter(), collections.defaultdict(list)
    for order in orders:
        if order.path == "/api/products":
            expected[order.answer.json["id"]] += []
        else:
            stocked[order.body["product_id"]] += Decimal(order.body["delta"])
            expected[order.body["product_id"]].append(order.answer.json["id"])

    there = pages(line, "/api/products?limit=200")
    assert sorted(product["id"] for product in there) == sorted(expected)
    for product in there:
        movements = pages(line, f"/api/stock/{product['id']}/movements?limit=200")
        assert sorted(one["id"] for one in movements) == sorted(expected[product["id"]])
        on_hand = Decimal(product["stock"]["on_hand"])
        assert sum(Decimal(one["delta"]) for one in movements) == on_hand
        assert on_hand == stocked[product["id"]]
    check_retries(line, chance.sample(orders, min(retries, len(orders))))
    line.close()
    check_file(shop)


def asked(line, *words, **more):
    """As a client asks: a 503 says when to come back, and a database server that has just crashed
    is not there at once."""
    for _ in range(20):
        answer = line.send(*words, **more)
        if answer.status != 503:
            break
        time.sleep(int(answer.headers["retry-after"]))
    return answer


def pages(line, target):
    items, cursor = [], ""
    while cursor is not None:
        answer = asked(line, "GET", target + (f"&cursor={cursor}" if cursor else ""))
        assert answer.status == 200, answer
        items += answer.json["items"]
        cursor = answer.json["next_cursor"]
    return items


def check_retries(line, orders):
    for order in orders:
        again = asked(line, "POST", order.path, order.body, Idempotency_Key=order.key)
        assert (again.status, again.body) == (201, order.answer.body)
        assert again.headers["idempotent-replayed"] == "true"
        for name in ("location", "etag"):
            assert again.headers.get(name) == order.answer.headers.get(name)


def check_file(shop):
    if not shop.database.startswith("sqlite:"):
        return
    file = sqlite3.connect(shop.database.removeprefix("sqlite:"))
    assert file.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert not file.execute("PRAGMA foreign_key_check").fetchall()
    file.close()
