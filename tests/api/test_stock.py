# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""Stock: a ledger that the levels follow."""
import random
import uuid
from decimal import Decimal

import pytest

Nobody = "01900000-0000-7000-8000-00000000dead"


def level(shop, product):
    return shop.get(f"/api/stock/{product['id']}").json


def test_adjustments_add_up_and_the_ledger_tells_them(shop):
    product = shop.product(unit="kg")
    assert shop.adjust(product, delta="5")["on_hand_after"] == "5"
    wasted = shop.adjust(product, delta=-1.25, reason="waste", note="dropped")
    assert wasted["on_hand_after"] == "3.75"
    counted = shop.adjust(product, counted="4", reason="count")
    assert counted["delta"] == "0.25" and counted["on_hand_after"] == "4"
    now = level(shop, product)
    assert (now["on_hand"], now["reserved"], now["available"]) == ("4", "0", "4")
    assert now["locations"][0]["on_hand"] == "4"
    ledger = shop.every(f"/api/stock/{product['id']}/movements", limit=2)
    assert [row["delta"] for row in ledger] == ["0.25", "-1.25", "5"]
    assert ledger[1]["reason"] == "waste" and ledger[1]["note"] == "dropped"
    shown = shop.get(f"/api/products/{product['id']}").json["stock"]
    assert shown == {"on_hand": "4", "reserved": "0", "available": "4"}


def test_the_ledger_sums_to_the_level_whatever_happens(shop):
    seed = random.randrange(2 ** 32)
    print("seed", seed)
    chance = random.Random(seed)
    product = shop.product(unit="kg")
    place = shop.post("/api/locations", {"name": "Place " + str(uuid.uuid4())}).json
    for _ in range(40):
        amount = Decimal(chance.randrange(-9999, 9999)) / 1000
        counts = chance.random() < 0.3
        members = {"counted": str(abs(amount))} if counts else {"delta": str(amount or 1)}
        if chance.random() < 0.5:
            members["location_id"] = place["id"]
        shop.adjust(product, reason="other", **members)
    ledger = shop.every(f"/api/stock/{product['id']}/movements", limit=7)
    now = level(shop, product)
    assert sum(Decimal(row["delta"]) for row in ledger) == Decimal(now["on_hand"])
    for location in now["locations"]:
        rows = [row for row in ledger if row["location_id"] == location["location_id"]]
        assert sum(Decimal(row["delta"]) for row in rows) == Decimal(location["on_hand"])
        assert rows[0]["on_hand_after"] == location["on_hand"]


def test_the_ledger_outlives_its_product(shop):
    product, other = shop.product(), shop.product()
    for amount in ("3", "-1", "2"):
        shop.adjust(product, delta=amount)
        shop.adjust(other, delta="9")
    path = f"/api/stock/{product['id']}/movements"
    before = shop.every(path, limit=1)
    assert [row["on_hand_after"] for row in before] == ["4", "2", "3"]
    assert shop.delete(f"/api/products/{product['id']}").status == 204
    assert shop.every(path, limit=2) == before


@pytest.mark.parametrize("members, field", [
    ({}, None),
    ({"delta": "1", "counted": "1"}, None),
    ({"delta": "0"}, ("/delta", "out_of_range")),
    ({"delta": "1.0001"}, ("/delta", "invalid_text")),
    ({"delta": "1e400"}, ("/delta", "out_of_range")),
    ({"counted": "-1"}, ("/counted", "out_of_range")),
    ({"delta": "1", "reason": "magic"}, ("/reason", "invalid_value")),
    ({"delta": "1", "product_id": Nobody}, ("/product_id", "unknown_reference")),
    ({"delta": "1", "location_id": Nobody}, ("/location_id", "unknown_reference")),
    ({"delta": "1", "note": "n" * 501}, ("/note", "too_long")),
    ({"delta": "999999999999.999"}, ("/delta", "out_of_range")),
])
def test_a_bad_adjustment_changes_nothing(shop, members, field):
    product = shop.product()
    shop.adjust(product, delta="999999999999")
    answer = shop.post("/api/stock/adjustments",
                       {"product_id": product["id"], "reason": "other", **members})
    assert answer.status == 422, answer
    assert field is None or field in answer.fields(), answer
    assert level(shop, product)["on_hand"] == "999999999999"


def test_numbers_that_no_double_holds_are_named(shop):
    product = shop.product()
    body = b'{"product_id": "%s", "reason": "other", "delta": 1e400}' % product["id"].encode()
    answer = shop.post("/api/stock/adjustments", raw=body)
    assert answer.status == 422 and answer.fields() == {("/delta", "out_of_range")}


def test_the_same_movement_twice_is_made_once(shop):
    product = shop.product()
    body = {"id": str(uuid.uuid4()), "product_id": product["id"], "delta": "2",
            "reason": "received"}
    assert shop.post("/api/stock/adjustments", body).status == 201
    assert shop.post("/api/stock/adjustments", body).status == 200
    other = shop.post("/api/stock/adjustments", {**body, "delta": "3"})
    assert other.status == 409 and other.code == "id_taken"
    assert level(shop, product)["on_hand"] == "2"


def test_low_stock_is_listed(open_shop):
    shop = open_shop()
    low = shop.product(low_stock="3")
    shop.adjust(low, delta="3")
    plenty = shop.product(low_stock="3")
    shop.adjust(plenty, delta="4")
    shop.product()
    assert [item["product_id"] for item in shop.every("/api/stock?low=true")] == [low["id"]]
    assert len(shop.every("/api/stock", limit=1)) == 3


def test_stock_by_location(open_shop):
    shop = open_shop()
    cellar = shop.post("/api/locations", {"name": "Cellar"}).json
    same = shop.post("/api/locations", {"name": "CELLAR"})
    assert same.status == 409 and same.code == "conflict"
    product = shop.product()
    shop.adjust(product, delta="2")
    shop.adjust(product, delta="5", location_id=cellar["id"])
    rows = shop.every(f"/api/stock?location_id={cellar['id']}")
    assert [row["on_hand"] for row in rows] == ["5"]
    now = level(shop, product)
    assert now["on_hand"] == "7" and len(now["locations"]) == 2


def test_stock_needs_a_token_and_a_known_product(shop):
    assert shop.get("/api/stock", token=False).status == 401
    assert shop.get(f"/api/stock/{Nobody}").status == 404
    assert shop.get(f"/api/stock/{Nobody}/movements").status == 404
    assert shop.get("/api/stock/seven").status == 400
