# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""Finding products: by words, by barcode, by category, page by page."""
import pytest

from shop import key


@pytest.fixture(scope="module")
def cafe(open_shop):
    shop = open_shop()
    shop.drinks = shop.category(name="Drinks")
    shop.coffee = shop.category(name="Coffee", parent_id=shop.drinks["id"])
    shop.food = shop.category(name="Food")
    rows = [("COF-1", "Café crème", shop.coffee, ["4006381333931"]),
            ("COF-2", "Iced coffee with oat milk", shop.coffee, []),
            ("TEA-1", "Iced tea peach", shop.drinks, ["5901234123457"]),
            ("SND-9", "Sandwich TEA-1 special", shop.food, []),
            ("Ü-10", "Übergroße Brezel", shop.food, []),
            ("ZZZ", "Straße 10/20", shop.food, ["ABC-77"])]
    shop.made = {sku: shop.product(sku=sku, name=name, category_id=category["id"], barcodes=codes)
                 for sku, name, category, codes in rows}
    return shop


def found(shop, query):
    answer = shop.get("/api/products?" + query, token=False)
    assert answer.status == 200, answer
    return [item["sku"] for item in answer.json["items"]]


@pytest.mark.parametrize("query, skus", [
    ("q=cafe", ["COF-1"]),
    ("q=CAF%C3%89+cr", ["COF-1"]),
    ("q=ice", ["COF-2", "TEA-1"]),
    ("q=ice%20mi", ["COF-2"]),
    ("q=mi+ice", ["COF-2"]),
    ("q=cof", ["COF-1", "COF-2"]),
    ("q=tea-1", ["TEA-1", "SND-9"]),
    ("q=590123", ["TEA-1"]),
    ("q=5901234123457", ["TEA-1"]),
    ("q=uber", ["Ü-10"]),
    ("q=ubergros", ["Ü-10"]),
    ("q=strasse", ["ZZZ"]),
    ("q=10", ["ZZZ", "Ü-10"]),
    ("q=abc-77", ["ZZZ"]),
    ("q=ffee", []),
    ("q=%22%27%3B--", []),
    ("q=cafe+OR+tea", []),
    ("q=ca*", ["COF-1"]),
    ("barcode=4006381333931", ["COF-1"]),
    ("barcode=400638133393", []),
    ("barcode=abc-77", []),
])
def test_words_find_by_their_beginnings(cafe, query, skus):
    assert found(cafe, query) == skus


def test_a_query_of_blanks_finds_all(cafe):
    assert len(found(cafe, "q=%20")) == 6


def test_pages_hold_everything_once_and_in_order(cafe):
    whole = found(cafe, "limit=200")
    paged = [item["sku"] for item in cafe.every("/api/products", limit=2)]
    assert whole == paged and len(set(paged)) == 6
    searched = [item["sku"] for item in cafe.every("/api/products?q=tea-1", limit=1)]
    assert searched == ["TEA-1", "SND-9"]


def test_pages_stay_as_they_are_while_rows_are_added(open_shop):
    shop = open_shop()
    for name in ("b", "d", "f"):
        shop.product(name=name)
    first = shop.get("/api/products?limit=2").json
    shop.product(name="a")
    shop.product(name="e")
    second = shop.get(f"/api/products?limit=5&cursor={first['next_cursor']}").json
    assert [item["name"] for item in first["items"] + second["items"]] == ["b", "d", "e", "f"]


def test_a_category_holds_what_lies_below_it(cafe):
    below = cafe.get(f"/api/products/category/{cafe.drinks['id']}").json["items"]
    assert {item["sku"] for item in below} == {"COF-1", "COF-2", "TEA-1"}
    inner = cafe.get(f"/api/products/category/{cafe.coffee['id']}").json["items"]
    assert {item["sku"] for item in inner} == {"COF-1", "COF-2"}
    nowhere = cafe.get("/api/products/category/01900000-0000-7000-8000-00000000dead")
    assert nowhere.status == 404


def test_archived_products_are_told_apart(cafe):
    archived = cafe.product(name="Old thing", active=False)
    assert archived["sku"] in found(cafe, "active=false")
    assert archived["sku"] not in found(cafe, "active=true")
    assert cafe.delete(f"/api/products/{archived['id']}").status == 204


@pytest.mark.parametrize("query", [
    "limit=0", "limit=201", "limit=x", "limit=1&limit=2", "limit=99999999999999999999",
    "cursor=!!", "cursor=AAAA", "cursor=", "colour=red", "active=maybe", "category_id=7",
    "q=%FF", "q=%2", "q=%00"])
def test_a_bad_query_is_refused(cafe, query):
    answer = cafe.get("/api/products?" + query)
    assert answer.status == 400 and answer.code in ("bad_query", "bad_cursor"), answer


def test_plus_and_percent_20_are_both_a_space(cafe):
    assert found(cafe, "q=ice+tea") == found(cafe, "q=ice%20tea") == ["TEA-1"]
