# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""Products: what a web developer does with them, right and wrong."""
import uuid

import pytest

from shop import key

Nobody = "01900000-0000-7000-8000-00000000dead"


def test_a_product_is_made_read_changed_and_removed(shop):
    sku = "SKU-" + key()[:10]
    made = shop.post("/api/products", {"sku": sku, "name": "Flat white",
                                       "price": {"amount": 380, "currency": "EUR"},
                                       "barcodes": [key()[:13]], "low_stock": "2.5",
                                       "attributes": {"icon": "coffee"}})
    assert made.status == 201
    product = made.json
    assert made.headers["location"] == f"/api/products/{product['id']}"
    assert product["version"] == 1 and product["active"] is True
    assert product["low_stock"] == "2.5" and product["attributes"] == {"icon": "coffee"}
    assert product["stock"] == {"on_hand": "0", "reserved": "0", "available": "0"}

    read = shop.get(f"/api/products/{product['id']}", token=False)
    assert read.status == 200 and read.json == product
    assert read.headers["etag"] == made.headers["etag"]

    changed = shop.put(f"/api/products/{product['id']}",
                       {"price": {"amount": 400, "currency": "EUR"}})
    assert changed.status == 200
    assert changed.json["price"]["amount"] == 400 and changed.json["name"] == "Flat white"
    assert changed.json["version"] == 2

    assert shop.delete(f"/api/products/{product['id']}").status == 204
    assert shop.get(f"/api/products/{product['id']}").status == 404
    assert shop.delete(f"/api/products/{product['id']}").status == 404


def test_the_same_id_with_the_same_body_is_the_same_product(shop):
    body = {"id": str(uuid.uuid4()), "sku": "SKU-" + key()[:10], "name": "Tea",
            "price": {"amount": 300, "currency": "EUR"}}
    first = shop.post("/api/products", body)
    again = shop.post("/api/products", body)
    assert first.status == 201 and again.status == 200 and first.json == again.json
    other = shop.post("/api/products", {**body, "name": "Coffee"})
    assert other.status == 409 and other.code == "id_taken"


def test_sku_and_barcode_are_taken_once_whatever_their_case(shop):
    product = shop.product(sku="Case-" + key()[:8], barcodes=["B" + key()[:10]])
    other = shop.post("/api/products", {"sku": product["sku"].upper(), "name": "x",
                                        "price": product["price"]})
    assert other.status == 409 and other.code == "sku_taken"
    other = shop.post("/api/products", {"sku": key()[:10], "name": "x", "price": product["price"],
                                        "barcodes": product["barcodes"]})
    assert other.status == 409 and other.code == "barcode_taken"
    second = shop.product()
    changed = shop.put(f"/api/products/{second['id']}", {"sku": product["sku"].lower()})
    assert changed.status == 409 and changed.code == "sku_taken"
    assert shop.get(f"/api/products/{second['id']}").json == second


def test_two_clients_change_one_product(shop):
    product = shop.product()
    path = f"/api/products/{product['id']}"
    etag = shop.get(path).headers["etag"]
    assert shop.put(path, {"name": "First"}, headers={"If-Match": etag}).status == 200
    stale = shop.put(path, {"name": "Second"}, headers={"If-Match": etag})
    assert stale.status == 412 and stale.code == "stale_version"
    assert shop.get(path).json["name"] == "First"
    assert shop.put(path, {"name": "Last writer"}).status == 200
    assert shop.delete(path, headers={"If-Match": etag}).status == 412


def test_what_is_not_changed_is_not_sent_again(shop):
    product = shop.product()
    path = f"/api/products/{product['id']}"
    etag = shop.get(path).headers["etag"]
    again = shop.get(path, headers={"If-None-Match": etag})
    assert again.status == 304 and again.body == b"" and again.headers["etag"] == etag
    shop.adjust(product, delta="3")
    moved = shop.get(path, headers={"If-None-Match": etag})
    assert moved.status == 200 and moved.json["stock"]["on_hand"] == "3"
    assert shop.put(path, {"name": "By version"}, headers={"If-Match": etag}).status == 200


def test_members_that_are_read_only_may_come_back_unchanged(shop):
    product = shop.product()
    path = f"/api/products/{product['id']}"
    assert shop.put(path, {**product, "name": "Round trip"}).status == 200
    current = shop.get(path).json
    wrong = shop.put(path, {**current, "stock": {"on_hand": "9", "reserved": "0", "available": "9"},
                            "version": 99})
    assert wrong.status == 422
    assert wrong.fields() == {("/stock", "read_only"), ("/version", "read_only")}


@pytest.mark.parametrize("members, field", [
    ({"name": ""}, ("/name", "too_short")),
    ({"name": "x" * 201}, ("/name", "too_long")),
    ({"name": 7}, ("/name", "wrong_type")),
    ({"name": "a\u0000b"}, ("/name", "invalid_text")),
    ({"price": {"amount": 1.5, "currency": "EUR"}}, ("/price/amount", "wrong_type")),
    ({"price": {"amount": -1, "currency": "EUR"}}, ("/price/amount", "out_of_range")),
    ({"price": {"amount": 10 ** 16, "currency": "EUR"}}, ("/price/amount", "out_of_range")),
    ({"price": {"amount": 1, "currency": "USD"}}, ("/price/currency", "currency_mismatch")),
    ({"price": {"amount": 1, "currency": "eur"}}, ("/price/currency", "invalid_value")),
    ({"price": 450}, ("/price", "wrong_type")),
    ({"category_id": "not-an-id"}, ("/category_id", "invalid_value")),
    ({"category_id": Nobody}, ("/category_id", "unknown_reference")),
    ({"tax_class": "nowhere"}, ("/tax_class", "unknown_reference")),
    ({"unit": "bucket"}, ("/unit", "invalid_value")),
    ({"low_stock": "-1"}, ("/low_stock", "out_of_range")),
    ({"low_stock": "1.2345"}, ("/low_stock", "invalid_text")),
    ({"barcodes": ["1", "1"]}, ("/barcodes/1", "duplicate_item")),
    ({"colour": "red"}, ("/colour", "unknown_member")),
])
def test_a_wrong_member_is_named(shop, members, field):
    body = {"sku": "SKU-" + key()[:10], "name": "x", "price": {"amount": 1, "currency": "EUR"}}
    answer = shop.post("/api/products", {**body, **members})
    assert answer.status == 422, answer
    assert field in answer.fields(), answer


def test_all_that_is_wrong_is_said_at_once(shop):
    answer = shop.post("/api/products", {"sku": "", "price": {"amount": -1}, "what": 1})
    assert answer.status == 422
    assert {pointer for pointer, _ in answer.fields()} >= {"/sku", "/name", "/price/amount",
                                                           "/price/currency", "/what"}


def test_nothing_is_written_without_the_token(shop):
    body = {"sku": key(), "name": "x", "price": {"amount": 1, "currency": "EUR"}}
    for token in (False, "wrong", "Bearer", "${jndi:x}"):
        answer = shop.post("/api/products", body, token=token)
        assert answer.status == 401 and answer.code == "unauthorized"
        assert answer.headers["www-authenticate"].startswith("Bearer")
    assert shop.get("/api/products?q=" + body["sku"], token=False).json["items"] == []


def test_a_million_bytes_of_name_are_refused(shop):
    answer = shop.post("/api/products", {"sku": "x", "name": "n" * 900_000,
                                         "price": {"amount": 1, "currency": "EUR"}})
    assert answer.status == 422 and ("/name", "too_long") in answer.fields()
    answer = shop.post("/api/products", {"sku": "x", "name": "n" * 1_100_000,
                                         "price": {"amount": 1, "currency": "EUR"}})
    assert answer.status == 413 and answer.code == "body_too_large"


def test_zero_is_a_price(shop):
    assert shop.product(price={"amount": 0, "currency": "EUR"})["price"]["amount"] == 0
