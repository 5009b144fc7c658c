# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""Orders that are placed first and paid later."""
import time
import uuid

import pytest

from people import Person
from selling import at_end, check_gateway_books, euro, level, order, stocked
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


def seen(shop, sold):
    return shop.get(f"/orders/{sold['id']}").json


def pay(shop, sold, *, same=None, who=None, **members):
    return shop.post("/payments", {"order_id": sold["id"], **members},
                     token=who and who.token,
                     headers={"Idempotency-Key": same or key(), "Prefer": "wait=10"})


def test_an_order_goes_on_when_its_payments_cover_the_total(shop, tea):
    waiting = order(shop, [(tea, 2)], None).json
    assert waiting["status"] == "pending" and level(shop, tea)["reserved"] == "0"
    first = pay(shop, waiting, method="card", gateway="test", token="tok_ok", amount=euro(400))
    assert first.status == 201 and first.json["status"] == "pending", first
    assert pay(shop, waiting, method="cash", amount=euro(501)).fields() == {
        ("/amount", "out_of_range")}
    last = pay(shop, waiting, method="cash", tendered=euro(1000))
    assert last.status == 201 and last.json["status"] == "captured", last
    assert last.json["change"] == euro(500) and last.json["amount"] == euro(500)
    sold = seen(shop, waiting)
    assert sold["status"] == "confirmed" and sold["paid_total"] == euro(900) and sold["number"]
    assert level(shop, tea)["on_hand"] == "8"
    assert pay(shop, waiting, method="cash").code == "illegal_transition"


def test_a_declined_card_leaves_the_order_pending_for_another(shop, tea):
    waiting = order(shop, [(tea, 1)], None).json
    no = pay(shop, waiting, method="card", gateway="test", token="tok_declined")
    assert no.status == 201 and (no.json["status"], no.json["failure"]) == (
        "failed", "card_declined"), no
    assert seen(shop, waiting)["status"] == "pending" and level(shop, tea)["reserved"] == "0"
    yes = pay(shop, waiting, method="card", gateway="test", token="tok_ok")
    assert yes.json["status"] == "captured" and seen(shop, waiting)["status"] == "confirmed"


def test_a_payment_said_twice_pays_once(shop, tea):
    waiting = order(shop, [(tea, 1)], None).json
    same, chosen = key(), str(uuid.uuid4())
    one, other = (pay(shop, waiting, same=same, method="cash") for _ in range(2))
    assert one.status == other.status == 201 and one.body == other.body
    waiting = order(shop, [(tea, 1)], None).json
    one, other = (pay(shop, waiting, id=chosen, method="cash") for _ in range(2))
    assert (one.status, other.status) == (201, 200) and one.json["id"] == chosen
    assert seen(shop, waiting)["paid_total"] == euro(450)


def test_a_payment_that_waits_can_be_taken_back(shop, tea):
    waiting = order(shop, [(tea, 2)], None).json
    first = pay(shop, waiting, method="cash", amount=euro(400)).json
    gone = shop.delete(f"/payments/{first['id']}")
    assert gone.status == 200 and gone.json["status"] == "voided", gone
    assert shop.delete(f"/payments/{first['id']}").json["status"] == "voided"
    sold = pay(shop, waiting, method="cash").json
    assert sold["amount"] == euro(900) and seen(shop, waiting)["status"] == "confirmed"
    assert shop.delete(f"/payments/{sold['id']}").code == "illegal_transition"
    assert shop.delete(f"/payments/{uuid.uuid4()}").code == "not_found"


def test_what_is_sold_out_by_then_is_rejected(shop):
    last = stocked(shop, 1)
    waiting = order(shop, [(last, 1)], None).json
    assert order(shop, [(last, 1)]).json["status"] == "confirmed"
    late = pay(shop, waiting, method="cash")
    assert late.status == 201 and late.json["status"] == "voided", late
    assert seen(shop, waiting)["failure"]["code"] == "out_of_stock"


def test_a_customer_pays_her_own_order_by_card_alone(shop, tea):
    buyer, stranger = Person(shop, "customer"), Person(shop, "customer")
    own = order(shop, [(tea, 1)], None, channel="web", token=buyer.token).json
    on_card = {"method": "card", "gateway": "test", "token": "tok_ok"}
    assert pay(shop, own, who=stranger, **on_card).status == 404
    assert pay(shop, own, who=buyer, method="cash").status == 403
    assert pay(shop, own, method="cash").fields() == {("/method", "method_not_allowed")}
    done = pay(shop, own, who=buyer, **on_card)
    assert done.status == 201 and done.json["status"] == "captured", done
    assert seen(shop, own)["number"].startswith("W-")


def test_a_gateway_that_is_silent_leaves_the_order_pending(shop, tea):
    waiting = order(shop, [(tea, 1)], None).json
    until = time.monotonic() + 20
    same = key()
    while True:
        lost = pay(shop, waiting, same=same, method="card", gateway="test", token="tok_timeout")
        if lost.status != 202 or time.monotonic() > until:
            break
    assert lost.status == 201 and lost.json["status"] == "failed", lost
    assert at_end(shop, seen(shop, waiting))["status"] == "pending"
