# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""Orders that are paid through a gateway: it may say no, be slow, lose its answer or never hear of
the sale, and nothing is charged twice or for nothing."""
import concurrent.futures
import time

import pytest

from selling import at_end, card, check_gateway_books, euro, level, order, paid, stocked
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


def test_a_card_is_authorized_and_captured_and_the_order_confirmed(shop, tea):
    sold = order(shop, [(tea, 2)], [card()])
    assert sold.status == 201 and sold.json["status"] == "confirmed", sold
    assert sold.json["paid_total"] == euro(900) and sold.json["number"]
    [payment] = paid(shop, sold.json)
    assert (payment["status"], payment["captured"]) == ("captured", euro(900))
    assert payment["gateway_reference"].startswith("tg_")
    assert [(a["action"], a["outcome"]) for a in payment["attempts"]] == [
        ("authorize", "done"), ("capture", "done")]
    assert level(shop, tea)["on_hand"] == "8" and level(shop, tea)["reserved"] == "0"
    assert "tok_ok" not in str(payment)


def test_a_declined_card_is_a_rejected_order_and_everything_is_undone(shop, tea):
    refused = order(shop, [(tea, 2)], [card("tok_declined")])
    assert refused.status == 201 and refused.json["status"] == "rejected"
    assert refused.json["failure"]["code"] == "payment_declined" and not refused.json["number"]
    [payment] = paid(shop, refused.json)
    assert (payment["status"], payment["failure"]) == ("failed", "card_declined")
    assert level(shop, tea)["on_hand"] == level(shop, tea)["available"] == "10"


@pytest.mark.parametrize("token", ["tok_error_once", "tok_timeout_then_captured", "tok_slow_300"])
def test_what_goes_wrong_on_the_way_is_confirmed_with_one_capture(shop, tea, token):
    sold = order(shop, [(tea, 1)], [card(token)], wait=10)
    assert sold.status == 201 and sold.json["status"] == "confirmed", sold
    [payment] = paid(shop, sold.json)
    assert payment["captured"] == euro(450)
    assert level(shop, tea)["on_hand"] == "9" and level(shop, tea)["reserved"] == "0"


def test_a_gateway_that_never_heard_of_it_ends_in_a_rejection(shop, tea):
    began = time.monotonic()
    sold = order(shop, [(tea, 1)], [card("tok_timeout")], wait=0)
    assert sold.status == 202 and sold.json["status"] == "reserved", sold
    assert sold.headers["location"] == f"/orders/{sold.json['id']}"
    ended = at_end(shop, sold.json)
    assert ended["status"] == "rejected" and ended["failure"]["code"] == "payment_unknown"
    assert time.monotonic() - began < 15
    [payment] = paid(shop, ended)
    assert payment["status"] == "failed" and payment["captured"] == euro(0)
    assert level(shop, tea)["available"] == "10"


def test_a_caller_who_does_not_wait_gets_202_and_then_the_outcome(shop, tea):
    same = key()
    first = order(shop, [(tea, 1)], [card("tok_slow_800")], same=same, wait=0)
    assert first.status == 202 and first.json["status"] == "reserved"
    joined = order(shop, [(tea, 1)], [card("tok_slow_800")], same=same, wait=10)
    assert joined.status == 201 and joined.json["status"] == "confirmed"
    assert joined.json["id"] == first.json["id"]
    again = order(shop, [(tea, 1)], [card("tok_slow_800")], same=same, wait=0)
    assert again.status == 201 and again.body == joined.body
    assert again.headers["idempotent-replayed"] == "true"
    other = order(shop, [(tea, 2)], [card("tok_slow_800")], same=same)
    assert other.code == "idempotency_key_reused"
    assert level(shop, tea)["on_hand"] == "9"


def test_many_clients_with_one_key_make_one_order(shop, tea):
    same = key()

    def ask(_):
        return order(shop, [(tea, 1)], [card("tok_slow_200")], same=same, wait=10)

    began = time.monotonic()
    with concurrent.futures.ThreadPoolExecutor(32) as pool:
        answers = list(pool.map(ask, range(100)))
    assert time.monotonic() - began < 8, "who waits is to hear of the end when it has come"
    assert {answer.status for answer in answers} <= {201, 409}
    for answer in answers:
        assert answer.status == 201 or answer.code == "idempotency_in_progress"
    last = ask(0)
    assert {answer.body for answer in answers if answer.status == 201} == {last.body}
    assert level(shop, tea)["on_hand"] == "9"


def test_cash_and_card_share_an_order(shop, tea):
    sold = order(shop, [(tea, 2)], [card(amount=euro(500)), {"method": "cash",
                                                            "tendered": euro(500)}])
    assert sold.json["status"] == "confirmed", sold
    assert sold.json["paid_total"] == euro(900) and sold.json["change_due"] == euro(100)
    assert [p["status"] for p in paid(shop, sold.json)] == ["captured", "captured"]


def test_of_two_cards_the_good_one_is_let_go_when_the_other_is_declined(shop, tea):
    sold = order(shop, [(tea, 2)], [{"method": "cash", "amount": euro(100)},
                                    card(amount=euro(300)), card("tok_declined")], wait=10)
    assert sold.status == 201 and sold.json["status"] == "rejected", sold
    cash, good, bad = paid(shop, sold.json)
    assert cash["status"] == "voided" and cash["captured"] == euro(0)
    assert good["status"] == "voided" and bad["status"] == "failed"
    assert level(shop, tea)["available"] == "10"


def test_one_unit_and_many_cards(shop):
    last = stocked(shop, 1)
    with concurrent.futures.ThreadPoolExecutor(16) as pool:
        orders = [a.json for a in pool.map(lambda _: order(shop, [(last, 1)], [card()], wait=10),
                                           range(16))]
    assert sorted(one["status"] for one in orders) == ["confirmed"] + ["rejected"] * 15
    assert {one["failure"]["code"] for one in orders if one["failure"]} == {"out_of_stock"}
    captured = [p for one in orders for p in paid(shop, one) if p["captured"] != euro(0)]
    assert len(captured) == 1


def said_again(shop, lines, payments, same, seconds=40):
    """The same request until it has an outcome: with PostgreSQL what a dead backend held is taken
    up when its lease has run out."""
    until = time.monotonic() + seconds
    while True:
        answer = order(shop, lines, payments, same=same, wait=10)
        if answer.status != 202 or time.monotonic() > until:
            return answer


def test_stopped_in_the_middle_it_is_taken_up_again(shop, tea):
    same = key()
    begun = order(shop, [(tea, 1)], [card("tok_slow_900")], same=same, wait=0)
    assert begun.status == 202
    shop.kill()
    shop.start()
    again = said_again(shop, [(tea, 1)], [card("tok_slow_900")], same)
    assert again.status == 201 and again.json["id"] == begun.json["id"]
    # With SQLite the successor knows at once that nobody else is at it. With PostgreSQL it waits
    # for the lease, and by then nobody expects a sale any more.
    outcome = "confirmed" if shop.database.startswith("sqlite:") else "rejected"
    assert again.json["status"] == outcome, again
    assert level(shop, tea)["on_hand"] == ("9" if outcome == "confirmed" else "10")


def test_paid_too_late_its_goods_are_taken_all_the_same(shop, tea):
    same = key()
    begun = order(shop, [(tea, 10)], [card("tok_slow_900")], same=same, wait=0)
    assert begun.status == 202 and level(shop, tea)["available"] == "0"
    assert shop.stop() == 0
    shop.sql(f"UPDATE stock_reservations SET expires_at = 1 WHERE order_id = '{begun.json['id']}'")
    shop.start()
    again = said_again(shop, [(tea, 10)], [card("tok_slow_900")], same)
    assert again.status == 201 and again.json["status"] == "confirmed", again
    now = level(shop, tea)
    assert (now["on_hand"], now["reserved"]) == ("0", "0")


def test_a_stop_answers_who_waits_and_the_sale_goes_on_after_it(shop, tea):
    same = key()
    with concurrent.futures.ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(order, shop, [(tea, 1)], [card("tok_slow_900")], same=same, wait=10)
        while level(shop, tea)["reserved"] != "1":
            time.sleep(0.01)
        assert shop.stop() == 0
        assert waiting.result().status in (201, 202)
    shop.start()
    again = said_again(shop, [(tea, 1)], [card("tok_slow_900")], same)
    assert again.status == 201 and again.json["status"] == "confirmed", again


def test_a_bad_card_is_named(shop, tea):
    nameless = order(shop, [(tea, 1)], [{"method": "card", "gateway": "test"}])
    assert nameless.status == 422, nameless
    stripe = order(shop, [(tea, 1)], [card(gateway="stripe")])
    assert stripe.status == 422 and "gateway_not_configured" in stripe.body.decode()
