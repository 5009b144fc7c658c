# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""What a shop decides once for all of its registers."""
import concurrent.futures
import json

import pytest

from people import Person
from shop import note

Standard = {"code": "standard", "name": "Standard", "rate_ppm": 190000,
            "valid_from": "1970-01-01T00:00:00.000Z"}
Reduced = {"code": "reduced", "name": "Reduced", "rate_ppm": 70000,
           "valid_from": "2020-07-01T00:00:00.000Z"}
Fresh = {"shop": {"name": "", "address": "", "tax_id": ""}, "currency": "EUR",
         "prices_include_tax": True, "tax_rounding": "line",
         "tax_classes": [{**Standard, "rate_ppm": 0}], "cash_rounding": {}, "scale_barcodes": [],
         "registration_open": True, "totp_required_for": [], "version": 1}
Changes = [
    ({"shop": {"name": "Tea & Co", "address": "High St 1\nTown", "tax_id": "DE123"}},
     ["shop/name", "shop/address", "shop/tax_id"]),
    ({"shop": {"name": "Caf\u00e9 \u8336"}}, ["shop/name"]),
    ({"currency": "CHF"}, ["currency"]),
    ({"prices_include_tax": False}, ["prices_include_tax"]),
    ({"tax_rounding": "group"}, ["tax_rounding"]),
    ({"tax_classes": [Reduced, Standard]}, ["tax_classes"]),
    ({"cash_rounding": {"CHF": 5, "SEK": 100}}, ["cash_rounding"]),
    ({"scale_barcodes": [{"prefix": "29", "kind": "weight"}, {"prefix": "02", "kind": "price"}]},
     ["scale_barcodes"]),
    ({"registration_open": False}, ["registration_open"]),
    ({"totp_required_for": ["manager", "admin"]}, ["totp_required_for"]),
]


@pytest.fixture(scope="module")
def shop(open_shop):
    """Not the one of all: what is changed here would show there."""
    return open_shop()


def settings(shop):
    answer = shop.get("/api/settings")
    assert answer.status == 200, answer
    return answer.json


def change(shop, body, **more):
    answer = shop.put("/api/settings", body, **more)
    assert answer.status == 200, answer
    return answer.json


def audited(shop):
    return [row["details"]["changed"] for row in shop.every("/api/audit?action=settings.changed")]


def test_a_fresh_shop_has_sensible_settings(open_shop):
    shop = open_shop()
    assert settings(shop) == Fresh
    other = open_shop(currency="JPY")
    assert settings(other) == {**Fresh, "currency": "JPY"}


def test_each_member_changes_alone_and_is_audited(open_shop):
    shop = open_shop()
    before = settings(shop)
    for body, names in Changes:
        now = change(shop, body)
        wanted = {**before, **body, "version": before["version"] + 1}
        if "shop" in body:
            wanted["shop"] = {**before["shop"], **body["shop"]}
        assert now == wanted and settings(shop) == now
        assert audited(shop)[0] == names
        before = now
    assert len(audited(shop)) == len(Changes)


def test_what_was_read_may_be_sent_back(shop):
    now = settings(shop)
    assert change(shop, now) == now
    assert change(shop, {}) == now
    assert change(shop, {"shop": {}, "tax_classes": now["tax_classes"][::-1]}) == now


def test_a_stale_change_is_refused(shop):
    first = shop.get("/api/settings")
    etag = first.headers["etag"]
    assert shop.get("/api/settings", headers={"If-None-Match": etag}).status == 304
    name = f"Shop {first.json['version']}"
    now = change(shop, {"shop": {"name": name}}, headers={"If-Match": etag})
    for stale in (etag, '"999"', "nonsense"):
        answer = shop.put("/api/settings", {"shop": {"name": "No"}}, headers={"If-Match": stale})
        assert answer.status == 412 and answer.code == "stale_version"
    assert settings(shop) == now
    assert shop.put("/api/settings", now, headers={"If-Match": "*"}).status == 200


def test_who_sells_reads_what_to_price_by(open_shop):
    """Of the settings this alone, and a till by itself: also while nobody is signed in."""
    shop = open_shop()
    for body, _ in Changes:
        change(shop, body)
    place = shop.get("/api/registers").json["items"][0]
    claim = shop.post(f"/api/registers/{place['id']}/claim").json
    till = shop.post("/api/auth/till", token=False,
                     body={"till_id": claim["till_id"], "secret": note(claim["secret"])})
    shop.noted(till.json)
    wanted = {name: value for name, value in settings(shop).items()
              if name not in ("registration_open", "totp_required_for")}
    for token in (till.json["access_token"], Person(shop, "cashier").token):
        answer = shop.get("/api/sale-rules", token=token)
        assert answer.status == 200 and answer.json == wanted, answer
        again = {"If-None-Match": answer.headers["etag"]}
        assert shop.get("/api/sale-rules", token=token, headers=again).status == 304
        assert shop.get("/api/settings", token=token).status == 403
    change(shop, {"shop": {"name": "Other"}})
    assert shop.get("/api/sale-rules", headers=again).json["shop"]["name"] == "Other"


def tax(**members):
    return {"tax_classes": [Standard, {**Reduced, **members}]}


@pytest.mark.parametrize("body, problem", [
    ({"version": 99}, ("/version", "read_only")),
    ({"colour": "red"}, ("/colour", "unknown_member")),
    ({"shop": None}, ("/shop", "wrong_type")),
    ({"shop": {"phone": "1"}}, ("/shop/phone", "unknown_member")),
    ({"shop": {"name": "n" * 201}}, ("/shop/name", "too_long")),
    ({"shop": {"name": "a\nb"}}, ("/shop/name", "invalid_text")),
    ({"shop": {"address": "a" * 1001}}, ("/shop/address", "too_long")),
    ({"shop": {"tax_id": 5}}, ("/shop/tax_id", "wrong_type")),
    ({"currency": "eur"}, ("/currency", "invalid_value")),
    ({"currency": "XYZ"}, ("/currency", "invalid_value")),
    ({"currency": None}, ("/currency", "wrong_type")),
    ({"prices_include_tax": 1}, ("/prices_include_tax", "wrong_type")),
    ({"tax_rounding": "never"}, ("/tax_rounding", "invalid_value")),
    ({"tax_classes": {}}, ("/tax_classes", "wrong_type")),
    ({"tax_classes": []}, ("/tax_classes", "invalid_value")),
    ({"tax_classes": [Reduced]}, ("/tax_classes", "invalid_value")),
    ({"tax_classes": [Standard] * 201}, ("/tax_classes", "too_many_items")),
    ({"tax_classes": [Standard, Standard]}, ("/tax_classes/1", "duplicate_item")),
    (tax(rate_ppm=-1), ("/tax_classes/1/rate_ppm", "out_of_range")),
    (tax(rate_ppm=1_000_001), ("/tax_classes/1/rate_ppm", "out_of_range")),
    (tax(rate_ppm=0.19), ("/tax_classes/1/rate_ppm", "wrong_type")),
    (tax(rate_ppm="190000"), ("/tax_classes/1/rate_ppm", "wrong_type")),
    (tax(code=""), ("/tax_classes/1/code", "too_short")),
    (tax(code="a b"), ("/tax_classes/1/code", "invalid_text")),
    (tax(code="c" * 41), ("/tax_classes/1/code", "too_long")),
    (tax(name=" "), ("/tax_classes/1/name", "too_short")),
    (tax(valid_from="2020-07-01"), ("/tax_classes/1/valid_from", "invalid_value")),
    (tax(valid_from="9000-01-01T00:00:00Z"), ("/tax_classes/1/valid_from", "invalid_value")),
    (tax(valid_to="2030-01-01T00:00:00Z"), ("/tax_classes/1/valid_to", "unknown_member")),
    ({"cash_rounding": []}, ("/cash_rounding", "wrong_type")),
    ({"cash_rounding": {"chf": 5}}, ("/cash_rounding/chf", "invalid_value")),
    ({"cash_rounding": {"a/b": 5}}, ("/cash_rounding/a~1b", "invalid_value")),
    ({"cash_rounding": {"CHF": 0}}, ("/cash_rounding/CHF", "out_of_range")),
    ({"cash_rounding": {"CHF": 1001}}, ("/cash_rounding/CHF", "out_of_range")),
    ({"cash_rounding": {"CHF": None}}, ("/cash_rounding/CHF", "wrong_type")),
    ({"cash_rounding": {"CHF": 0.05}}, ("/cash_rounding/CHF", "wrong_type")),
    ({"scale_barcodes": [{"prefix": "2", "kind": "price"}]},
     ("/scale_barcodes/0/prefix", "invalid_value")),
    ({"scale_barcodes": [{"prefix": "30", "kind": "price"}]},
     ("/scale_barcodes/0/prefix", "invalid_value")),
    ({"scale_barcodes": [{"prefix": "2\u0660", "kind": "price"}]},
     ("/scale_barcodes/0/prefix", "invalid_value")),
    ({"scale_barcodes": [{"prefix": "20", "kind": "colour"}]},
     ("/scale_barcodes/0/kind", "invalid_value")),
    ({"scale_barcodes": [{"prefix": "20"}]}, ("/scale_barcodes/0/kind", "required")),
    ({"scale_barcodes": [{"prefix": "20", "kind": "price"}, {"prefix": "20", "kind": "weight"}]},
     ("/scale_barcodes/1/prefix", "duplicate_item")),
    ({"registration_open": "yes"}, ("/registration_open", "wrong_type")),
    ({"totp_required_for": ["king"]}, ("/totp_required_for/0", "invalid_value")),
    ({"totp_required_for": ["admin", "admin"]}, ("/totp_required_for/1", "duplicate_item")),
    ({"totp_required_for": "admin"}, ("/totp_required_for", "wrong_type")),
])
def test_a_bad_change_changes_nothing(shop, body, problem):
    before, rows = settings(shop), audited(shop)
    answer = shop.put("/api/settings", {"registration_open": False, **body})
    assert answer.status == 422 and problem in answer.fields(), answer
    assert settings(shop) == before and audited(shop) == rows


def test_everything_that_is_wrong_is_said_at_once(shop):
    answer = shop.put("/api/settings", {"currency": "X", "shop": {"name": 1},
                                        "cash_rounding": {"EUR": 0}})
    assert answer.fields() == {("/currency", "invalid_value"), ("/shop/name", "wrong_type"),
                               ("/cash_rounding/EUR", "out_of_range")}


def test_a_class_may_have_a_rate_from_next_year_on(shop):
    later = {**Standard, "rate_ppm": 200000, "valid_from": "9000-01-01T00:00:00.000Z"}
    now = change(shop, {"tax_classes": [later, Standard]})
    assert now["tax_classes"] == [Standard, later]
    left_out = {name: value for name, value in Standard.items() if name != "valid_from"}
    assert change(shop, {"tax_classes": [left_out]})["tax_classes"] == [Standard]
    local = {**Reduced, "valid_from": "2020-07-01T02:00:00+02:00"}
    assert change(shop, {"tax_classes": [local, Standard]})["tax_classes"] == [Reduced, Standard]


def test_a_class_that_a_product_names_stays(open_shop):
    shop = open_shop()
    change(shop, {"tax_classes": [Standard, Reduced, {**Reduced, "code": "none"}]})
    product = shop.product(tax_class="reduced")
    before = settings(shop)
    refused = shop.put("/api/settings", {"tax_classes": [Standard]})
    assert refused.status == 409 and refused.code == "conflict", refused
    assert refused.fields() == {("/tax_classes", "conflict")}
    assert "reduced" in refused.json["detail"] and "none" not in refused.json["detail"]
    assert settings(shop) == before
    # Its rate may change, a class that nobody names may go, and later this one too.
    change(shop, {"tax_classes": [Standard, {**Reduced, "rate_ppm": 50000}]})
    assert shop.put(f"/api/products/{product['id']}", {"tax_class": "standard"}).status == 200
    change(shop, {"tax_classes": [Standard]})
    gone = shop.post("/api/products", {"sku": "X", "name": "X", "tax_class": "reduced",
                                       "price": {"amount": 1, "currency": "EUR"}})
    assert gone.status == 422 and ("/tax_class", "unknown_reference") in gone.fields()


def test_the_currency_stands_once_something_is_priced(open_shop):
    shop = open_shop()
    assert change(shop, {"currency": "CHF"})["currency"] == "CHF"
    product = shop.product(price={"amount": 5, "currency": "CHF"})
    refused = shop.put("/api/settings", {"currency": "EUR", "registration_open": False})
    assert refused.status == 409 and refused.fields() == {("/currency", "conflict")}, refused
    assert settings(shop)["registration_open"]
    assert change(shop, {"currency": "CHF"})["currency"] == "CHF"
    assert shop.delete(f"/api/products/{product['id']}").status == 204
    assert change(shop, {"currency": "EUR"})["currency"] == "EUR"


def test_changes_at_once_are_all_kept(open_shop):
    shop = open_shop()
    bodies = [body for body, _ in Changes if "shop" not in body]
    bodies += [{"shop": {"name": "N"}}, {"shop": {"address": "A"}}, {"shop": {"tax_id": "T"}}]
    with concurrent.futures.ThreadPoolExecutor(len(bodies)) as pool:
        assert {answer.status for answer in
                pool.map(lambda body: shop.put("/api/settings", body), bodies)} == {200}
    now = settings(shop)
    assert now["version"] == 1 + len(bodies) == 1 + len(audited(shop))
    assert now["shop"] == {"name": "N", "address": "A", "tax_id": "T"}
    for body in bodies[:-3]:
        assert all(now[name] == value for name, value in body.items())


def test_one_of_two_changes_based_on_the_same_version_wins(open_shop):
    shop = open_shop()
    headers = {"If-Match": shop.get("/api/settings").headers["etag"]}
    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        statuses = list(pool.map(
            lambda n: shop.put("/api/settings", {"shop": {"name": f"{n}"}}, headers=headers).status,
            range(4)))
    assert sorted(statuses) == [200, 412, 412, 412]


def test_no_product_is_left_with_a_class_that_went_meanwhile(open_shop):
    """Whoever comes second is refused: the product, or the change of the classes."""
    shop = open_shop()
    for turn in range(12):
        change(shop, {"tax_classes": [Standard, Reduced]})
        body = {"sku": f"S{turn}", "name": "Thing", "tax_class": "reduced",
                "price": {"amount": 1, "currency": "EUR"}}
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            made = pool.submit(shop.post, "/api/products", body)
            gone = pool.submit(shop.put, "/api/settings", {"tax_classes": [Standard]})
            assert (made.result().status, gone.result().status) in {(201, 409), (422, 200)}
        if made.result().status == 201:
            shop.delete(f"/api/products/{made.result().json['id']}")


def test_no_price_is_left_in_a_currency_that_went_meanwhile(open_shop):
    shop = open_shop()
    for turn in range(12):
        change(shop, {"currency": "EUR"})
        body = {"sku": f"S{turn}", "name": "Thing", "price": {"amount": 1, "currency": "EUR"}}
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            made = pool.submit(shop.post, "/api/products", body)
            gone = pool.submit(shop.put, "/api/settings", {"currency": "CHF"})
            assert (made.result().status, gone.result().status) in {(201, 409), (422, 200)}
        if made.result().status == 201:
            shop.delete(f"/api/products/{made.result().json['id']}")


def test_huge_settings_are_refused(shop):
    body = json.dumps({"shop": {"name": "x" * 2_000_000}}).encode()
    assert shop.put("/api/settings", raw=body).status == 413
    deep = {"tax_classes": [Standard] * 5000}
    answer = shop.put("/api/settings", deep)
    assert answer.status == 422 and answer.fields() == {("/tax_classes", "too_many_items")}


def test_settings_need_a_token(shop):
    assert shop.get("/api/settings", token=False).status == 401
    assert shop.put("/api/settings", {}, token=False).status == 401
