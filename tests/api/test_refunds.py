# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""Money that goes back: refunds, returns and cancels, by hand and through a gateway."""
import concurrent.futures
import uuid

import pytest

from people import Person
from selling import card, check_gateway_books, euro, level, order, paid, stocked
from shop import key


@pytest.fixture(scope="module")
def shop(open_shop, tmp_path_factory):
    books = tmp_path_factory.mktemp("gateway") / "books"
    return open_shop("--test-gateway", "--test-gateway-books", str(books))


@pytest.fixture
def tea(shop):
    return stocked(shop, 10)


@pytest.fixture(autouse=True)
def balanced(shop):
    yield
    check_gateway_books(shop)
    for sold in shop.every("/orders", 200):
        payments = paid(shop, sold)
        assert sold["refunded_total"]["amount"] == sum(p["refunded"]["amount"] for p in payments)


def sell(shop, lines, payments=({"method": "cash"},)):
    sold = order(shop, lines, payments, wait=10)
    assert sold.status == 201 and sold.json["status"] == "confirmed", sold
    return sold.json


def refund(shop, payment, *, same=None, token=None, **members):
    return shop.post(f"/payments/refund/{payment}", {"reason": "broken", **members}, token=token,
                     headers={"Idempotency-Key": same or key(), "Prefer": "wait=10"})


def bring_back(shop, sold, *lines, token=None, **members):
    body = {"reason": "too small", "lines": [
        {"line_id": sold["lines"][line]["id"], "quantity": quantity, **members}
        for line, quantity in lines]}
    return shop.post(f"/orders/{sold['id']}/return", body, token=token)


def seen(shop, sold):
    return shop.get(f"/orders/{sold['id']}").json


@pytest.mark.parametrize("payment", [{"method": "cash"}, {"method": "external"}, card()])
def test_a_refund_leaves_the_status_and_never_gives_back_more_than_was_taken(shop, tea, payment):
    sold = sell(shop, [(tea, 2)], [payment])
    [taken] = sold["payments"]
    part = refund(shop, taken, amount=euro(300))
    assert part.status == 201 and part.json["status"] == "partially_refunded", part
    assert part.json["refunded"] == euro(300)
    assert refund(shop, taken, amount=euro(601)).code == "refund_exceeds_captured"
    assert seen(shop, sold)["status"] == "confirmed"
    assert seen(shop, sold)["refunded_total"] == euro(300)
    rest = refund(shop, taken)
    assert rest.json["status"] == "refunded" and rest.json["refunded"] == euro(900)
    assert refund(shop, taken).code == "refund_exceeds_captured"
    assert level(shop, tea)["on_hand"] == "8"


def test_a_refund_said_twice_is_given_once(shop, tea):
    sold = sell(shop, [(tea, 1)], [card()])
    same = key()
    one, other = (refund(shop, sold["payments"][0], same=same, amount=euro(100)) for _ in range(2))
    assert one.status == other.status == 201 and one.body == other.body
    assert seen(shop, sold)["refunded_total"] == euro(100)
    assert shop.post(f"/payments/refund/{sold['payments'][0]}",
                     {"reason": "x"}).code == "idempotency_key_required"


def test_many_refunds_at_once_give_back_what_was_taken_and_no_more(shop, tea):
    sold = sell(shop, [(tea, 1)], [card()])
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: refund(shop, sold["payments"][0], amount=euro(100)),
                                range(12)))
    good = [answer for answer in answers if answer.status == 201]
    assert 1 <= len(good) <= 4
    assert {answer.code for answer in answers if answer.status != 201} <= {
        "refund_exceeds_captured", "illegal_transition"}
    assert seen(shop, sold)["refunded_total"] == euro(100 * len(good))


@pytest.mark.parametrize("payment", [{"method": "cash"}, card()])
def test_goods_that_come_back_are_restocked_and_paid_for(shop, tea, payment):
    sold = sell(shop, [(tea, 3)], [payment])
    some = bring_back(shop, sold, (0, 1))
    assert some.status == 200 and some.json["status"] == "partially_returned", some
    assert some.json["refunded_total"] == euro(450) and level(shop, tea)["on_hand"] == "8"
    broken = bring_back(shop, sold, (0, 2), restock=False)
    assert broken.json["status"] == "returned" and broken.json["refunded_total"] == euro(1350)
    assert level(shop, tea)["on_hand"] == "8"
    assert bring_back(shop, sold, (0, 1)).code == "illegal_transition"
    told = [entry["what"] for entry in shop.get(f"/orders/{sold['id']}/timeline").json["items"]]
    assert told[-4:] == ["refunded", "returned", "refunded", "returned"]


def test_a_return_of_a_split_order_gives_back_the_last_payment_first(shop, tea):
    sold = sell(shop, [(tea, 4)], [card(amount=euro(1000)), {"method": "cash"}])
    assert bring_back(shop, sold, (0, 2)).json["refunded_total"] == euro(900)
    on_card, cash = paid(shop, sold)
    assert (on_card["refunded"], cash["refunded"]) == (euro(100), euro(800))


def test_a_refund_with_lines_takes_them_back(shop, tea):
    sold = sell(shop, [(tea, 2)])
    line = {"line_id": sold["lines"][0]["id"], "quantity": 2}
    assert refund(shop, sold["payments"][0], lines=[line], amount=euro(901)).fields() == {
        ("/amount", "out_of_range")}
    done = refund(shop, sold["payments"][0], lines=[line], amount=euro(800))
    assert done.status == 201 and done.json["refunded"] == euro(800)
    assert seen(shop, sold)["status"] == "returned" and level(shop, tea)["on_hand"] == "10"


def test_a_bad_return_names_the_line(shop, tea):
    sold = sell(shop, [(tea, 2)])
    assert bring_back(shop, sold, (0, 3)).fields() == {("/lines/0/quantity", "out_of_range")}
    assert bring_back(shop, sold, (0, 1), (0, 1)).fields() == {
        ("/lines/1/line_id", "unknown_reference")}
    other = {"lines": [{"line_id": str(uuid.uuid4()), "quantity": 1}], "reason": "x"}
    assert shop.post(f"/orders/{sold['id']}/return", other).fields() == {
        ("/lines/0/line_id", "unknown_reference")}
    assert shop.post(f"/orders/{sold['id']}/return", {"lines": [], "reason": "x"}).fields() == {
        ("/lines", "too_short")}
    assert shop.post(f"/orders/{uuid.uuid4()}/return", other).code == "not_found"
    assert refund(shop, str(uuid.uuid4())).code == "not_found"
    yen = refund(shop, sold["payments"][0], amount={"amount": 1, "currency": "JPY"})
    assert yen.status == 422 and "currency_mismatch" in yen.body.decode()
    assert seen(shop, sold)["status"] == "confirmed" and level(shop, tea)["on_hand"] == "8"


@pytest.mark.parametrize("payments", [[{"method": "cash"}], [card()],
                                      [card(amount=euro(500)), {"method": "cash"}]])
def test_a_cancelled_order_is_refunded_and_restocked(shop, tea, payments):
    sold = sell(shop, [(tea, 2)], payments)
    gone = shop.delete(f"/orders/{sold['id']}")
    assert gone.status == 200 and gone.json["status"] == "cancelled", gone
    assert gone.json["refunded_total"] == euro(900)
    assert level(shop, tea)["on_hand"] == level(shop, tea)["available"] == "10"
    assert {p["status"] for p in paid(shop, sold)} == {"refunded"}
    assert shop.delete(f"/orders/{sold['id']}").json["status"] == "cancelled"
    rows = [row for row in shop.get("/api/audit?action=order.cancelled").json["items"]
            if row["subject"] == sold["id"]]
    assert len(rows) == 1 and rows[0]["details"]["refunded"] == euro(900)


def test_many_cancels_at_once_give_the_money_back_once(shop, tea):
    sold = sell(shop, [(tea, 1)], [card("tok_slow_200")])
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: shop.delete(f"/orders/{sold['id']}"), range(8)))
    assert {(a.status, a.json["status"]) for a in answers} == {(200, "cancelled")}
    assert level(shop, tea)["on_hand"] == "10"
    assert seen(shop, sold)["refunded_total"] == euro(450)


def test_an_order_that_is_being_paid_is_cancelled_once_that_has_ended(shop, tea):
    begun = order(shop, [(tea, 1)], [card("tok_slow_600")], wait=0).json
    assert begun["status"] == "reserved"
    assert shop.post(f"/orders/{begun['id']}/fulfil").code == "illegal_transition"
    gone = shop.delete(f"/orders/{begun['id']}")
    assert gone.status == 200 and gone.json["status"] == "cancelled", gone
    assert gone.json["refunded_total"] == euro(450) and level(shop, tea)["available"] == "10"


def test_what_is_handed_over_is_not_cancelled_any_more(shop, tea):
    sold = sell(shop, [(tea, 1)])
    assert shop.post(f"/orders/{sold['id']}/fulfil").status == 200
    assert shop.delete(f"/orders/{sold['id']}").code == "illegal_transition"
    assert bring_back(shop, sold, (0, 1)).json["status"] == "returned"


def test_who_may_give_money_back(shop, tea):
    cashier = Person(shop, "cashier")
    sold = sell(shop, [(tea, 1)])
    assert refund(shop, sold["payments"][0], token=cashier.token).status == 403
    assert bring_back(shop, sold, (0, 1), token=cashier.token).status == 403
    assert shop.delete(f"/orders/{sold['id']}", token=cashier.token).status == 403
    waiting = order(shop, [(tea, 1)], None, token=cashier.token).json
    assert shop.delete(f"/orders/{waiting['id']}", token=cashier.token).status == 200
    buyer, stranger = Person(shop, "customer"), Person(shop, "customer")
    own = order(shop, [(tea, 1)], None, channel="web", token=buyer.token).json
    assert shop.delete(f"/orders/{own['id']}", token=stranger.token).status == 404
    assert shop.delete(f"/orders/{own['id']}", token=buyer.token).json["status"] == "cancelled"
