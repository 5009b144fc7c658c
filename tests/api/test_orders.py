# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""Sales that are paid in front of the cashier: each is one commit, or an order that says why
not."""
import concurrent.futures
import uuid

import pytest

from people import at_one_row
from selling import Till, euro, level, order
from shop import key


@pytest.fixture
def tea(shop):
    product = shop.product(price=euro(450))
    shop.adjust(product, delta=5)
    return product


def test_a_cash_sale_is_an_order_a_payment_and_a_movement(shop, tea):
    sold = order(shop, [(tea, 2)], [{"method": "cash", "tendered": euro(1000)}])
    assert sold.status == 201 and sold.json["status"] == "confirmed", sold
    assert sold.json["total"] == euro(900) and sold.json["change_due"] == euro(100)
    assert sold.json["paid_total"] == euro(900) and sold.json["number"].startswith("T1-")
    assert sold.headers["location"] == f"/orders/{sold.json['id']}"
    payment = shop.get(f"/payments/{sold.json['payments'][0]}").json
    assert (payment["status"], payment["captured"]) == ("captured", euro(900))
    assert level(shop, tea)["on_hand"] == "3" and level(shop, tea)["reserved"] == "0"
    movement = shop.get(f"/api/stock/{tea['id']}/movements").json["items"][0]
    assert (movement["reason"], movement["delta"]) == ("sold", "-2")
    saga = shop.get(f"/sagas/{sold.json['saga_id']}").json
    assert saga["state"] == "completed"
    assert [step["name"] for step in saga["steps"]] == [
        "reserve", "authorize", "pay", "take_stock", "confirm"]
    told = shop.get(f"/orders/{sold.json['id']}/timeline").json["items"]
    assert [entry["what"] for entry in told] == ["placed", "reserved", "paid", "confirmed"]


def test_short_stock_is_a_rejected_order_and_nothing_else(shop, tea):
    refused = order(shop, [(tea, 1), (shop.product(price=euro(1)), 1)])
    assert refused.status == 201 and refused.json["status"] == "rejected"
    assert refused.json["failure"]["code"] == "out_of_stock" and refused.json["number"] is None
    assert level(shop, tea)["on_hand"] == "5" and level(shop, tea)["reserved"] == "0"
    payment = shop.get(f"/payments/{refused.json['payments'][0]}").json
    assert payment["captured"] == euro(0)


def test_said_twice_it_is_sold_once(shop, tea):
    same = key()
    first, again = (order(shop, [(tea, 1)], same=same) for _ in range(2))
    assert first.status == again.status == 201 and first.body == again.body
    assert again.headers["idempotent-replayed"] == "true"
    chosen = str(uuid.uuid4())
    one, other = (order(shop, [(tea, 1)], id=chosen) for _ in range(2))
    assert (one.status, other.status) == (201, 200) and one.json["id"] == other.json["id"]
    assert order(shop, [(tea, 2)], id=chosen).code == "id_taken"
    assert level(shop, tea)["on_hand"] == "3"


def test_one_unit_and_many_buyers(shop):
    last = shop.product(price=euro(100))
    shop.adjust(last, delta=1)
    with concurrent.futures.ThreadPoolExecutor(16) as pool:
        orders = [answer.json for answer in pool.map(lambda _: order(shop, [(last, 1)]), range(16))]
    assert sorted(one["status"] for one in orders) == ["confirmed"] + ["rejected"] * 15
    assert level(shop, last)["on_hand"] == "0"


def test_numbers_have_no_gaps(shop):
    register = shop.post("/api/registers", {"code": "G" + key()[:5].upper()}).json
    many = shop.product(price=euro(1), when_short="allow")
    none = shop.product(price=euro(1))
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(
            lambda i: order(shop, [((many, none)[i % 3 == 0], 1)], register_id=register["id"]),
            range(24)))
    numbers = sorted(one.json["number"] for one in answers if one.json["number"])
    assert numbers == [f"{register['code']}-{i:06d}" for i in range(1, len(numbers) + 1)]
    assert len(numbers) == 16


def test_a_bad_body_names_all_that_is_wrong(shop, tea):
    nothing = {"id": str(uuid.uuid4())}
    assert order(shop, []).fields() == {("/lines", "too_short")}
    assert order(shop, [(tea, 0)]).fields() == {("/lines/0/quantity", "out_of_range")}
    wrong = order(shop, [(nothing, 1), (tea, 1), (nothing, 1)])
    assert wrong.fields() == {("/lines/0/product_id", "unknown_reference"),
                              ("/lines/2/product_id", "unknown_reference")}
    web = order(shop, [(tea, 1)], channel="web")
    assert web.fields() == {("/payments/0/method", "method_not_allowed")}
    assert shop.post("/orders", {"channel": "pos"}).code == "idempotency_key_required"
    card = order(shop, [(tea, 1)], [{"method": "card", "token": "tok_ok"}])
    assert card.status == 422 and "gateway_not_configured" in card.body.decode()
    gift = order(shop, [(tea, 1)], [{"method": "gift_card"}])
    assert gift.status == 422 and "method_not_configured" in gift.body.decode()
    little = order(shop, [(tea, 1)], [{"method": "cash", "amount": euro(100)}])
    assert little.status == 422
    assert level(shop, tea)["on_hand"] == "5"


def test_a_price_that_somebody_set_is_in_the_audit_log(shop, tea):
    cheap = shop.post("/orders", {"channel": "pos", "payments": [{"method": "cash"}], "lines": [
        {"product_id": tea["id"], "quantity": 1, "unit_price": euro(100)}]},
        headers={"Idempotency-Key": key()})
    assert cheap.status == 201 and cheap.json["total"] == euro(100), cheap
    [row] = shop.get(f"/api/audit?action=order.price_overridden&subject={cheap.json['id']}").json[
        "items"]
    assert row["details"] == {"product": tea["id"], "unit_price": euro(100)}


def test_a_total_is_a_guard(shop, tea):
    changed = order(shop, [(tea, 1)], total=euro(449))
    assert changed.status == 409 and changed.code == "price_changed"
    assert order(shop, [(tea, 1)], total=euro(450)).status == 201


def test_discounts_and_notes_are_kept(shop, tea):
    body = {"channel": "pos", "payments": [{"method": "external", "reference": "0815"}],
            "discount": {"amount": euro(100)},
            "lines": [{"product_id": tea["id"], "quantity": 2, "discount": {"percent": "10"},
                       "note": "hot"}]}
    sold = shop.post("/orders", body, headers={"Idempotency-Key": key()}).json
    assert sold["subtotal"] == euro(900) and sold["discount_total"] == euro(190)
    assert sold["total"] == euro(710) == sold["lines"][0]["total"]
    assert sold["lines"][0]["note"] == "hot"
    path = f"/orders/{sold['id']}"
    changed = shop.put(path, {"description": "for Ann", "lines": [{"id": sold["lines"][0]["id"],
                                                                   "note": "cold"}]})
    assert changed.json["description"] == "for Ann" and changed.json["lines"][0]["note"] == "cold"
    assert shop.put(path, {"total": euro(1)}).fields() == {("/total", "read_only")}
    assert shop.put(path, {"description": "x"}, headers={"If-Match": '"1"'}).status == 412


def test_of_two_changes_that_met_the_second_is_told(shop, tea, on_postgres):
    sold = order(shop, [(tea, 1)]).json
    mine = {"If-Match": f'"{sold["version"]}"'}
    answers = at_one_row(shop, "orders", [
        lambda text=text: shop.put(f"/orders/{sold['id']}", {"description": text}, headers=mine)
        for text in ("for Ann", "for Bob")])
    assert sorted(answer.status for answer in answers) == [200, 412]


def test_an_order_goes_its_way_and_no_other(shop, tea):
    sold = order(shop, [(tea, 1)]).json
    path = f"/orders/{sold['id']}"
    assert shop.post(path + "/complete").code == "illegal_transition"
    assert shop.post(path + "/fulfil").json["status"] == "fulfilled"
    assert shop.post(path + "/fulfil").json["status"] == "fulfilled", "said again, it is so"
    assert shop.post(path + "/complete").json["status"] == "completed"
    assert shop.post(path + "/fulfil").code == "illegal_transition"


def test_what_is_not_paid_yet_is_pending(shop, tea):
    placed = order(shop, [(tea, 1)], None)
    assert placed.status == 201 and placed.json["status"] == "pending"
    assert placed.json["number"] is None and level(shop, tea)["reserved"] == "0"


def test_lists_are_paged_and_narrowed(shop, tea):
    mine = [order(shop, [(tea, 1)]).json["id"] for _ in range(3)]
    listed = [one["id"] for one in shop.every("/orders", limit=2)]
    assert [one for one in listed if one in mine] == mine[::-1]
    assert mine[0] in [one["id"] for one in shop.every("/orders/status/confirmed", limit=100)]
    assert shop.get("/orders/status/nonsense").status == 400


def test_a_till_records_what_has_happened(shop, tea):
    till = Till(shop)
    assert shop.delete(f"/api/products/{tea['id']}").status in (200, 204)
    gone = shop.product(price=euro(450))
    sold = till.sold([(gone, 9)], total=euro(4000))
    assert sold.status == 201 and sold.json["status"] == "confirmed", sold
    assert sold.json["number"] == till.number(1)
    assert sold.json["expected_total"] == euro(4050) and sold.json["total"] == euro(4000)
    assert sold.json["paid_total"] == euro(4000) == sold.json["lines"][0]["total"]
    assert sold.json["lines"][0]["discount"] == euro(50) == sold.json["discount_total"]
    payment = shop.get(f"/payments/{sold.json['payments'][0]}").json
    assert payment["captured"] == euro(4000)
    assert level(shop, gone)["on_hand"] == "-9"
    odd = {row["kind"] for row in shop.every("/api/attention", limit=100)
           if row["order_id"] == sold.json["id"]}
    assert odd == {"stock_below_zero", "other_price"}
    again = till.sold([(gone, 1)], total=euro(450), number=till.number(1))
    assert again.status == 409 and again.code == "number_taken"
    refused = order(shop, [(gone, 1)], token=till.token)
    assert refused.status == 403, "a till does not sell for others"
    assert order(shop, [(gone, 1)], sold_at="2026-11-20T08:16:00.000Z").status == 403


@pytest.mark.parametrize("taken", [euro(1001), euro(1700), euro(0)])
def test_what_a_till_took_is_what_goes_back(shop, taken):
    till = Till(shop)
    tea, cup = shop.product(price=euro(450)), shop.product(price=euro(199))
    parts = [{"method": "cash", "amount": euro(1)}, {"method": "external"}]
    sold = till.sold([(tea, 2), (cup, 3)], parts if taken["amount"] else (), total=taken)
    assert sold.status == 201 and sold.json["status"] == "confirmed", sold
    assert (sold.json["total"], sold.json["paid_total"]) == (taken, taken)
    assert sold.json["expected_total"] == euro(1497)
    assert sum(line["total"]["amount"] for line in sold.json["lines"]) == taken["amount"]
    for line, count in ((0, 1), (1, 3), (0, 1)):
        back = {"line_id": sold.json["lines"][line]["id"], "quantity": count}
        done = shop.post(f"/orders/{sold.json['id']}/return", {"reason": "x", "lines": [back]})
        assert done.status == 200, done
    assert done.json["status"] == "returned" and done.json["refunded_total"] == taken
    other = {"amount": 1, "currency": "JPY"}
    assert till.sold([(tea, 1)], total=other).fields() == {("/total", "currency_mismatch")}
