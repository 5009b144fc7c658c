# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""What must be true of sales however often the shop was killed: by what the tills were told, by the
shop's own books, and by those of the gateway, which it cannot write."""
import collections
import time
from decimal import Decimal

from books import asked, check_file, pages
from clients import Line
from tills import Kept

Unpaid = ("pending", "rejected")


def check_sales(shop, tills, chance, retries=60):
    line = Line(shop)
    wait_for_the_sagas(line)
    orders = {order["id"]: order for order in pages(line, "/orders?limit=200")}
    check_promises(orders, tills.sales)
    check_numbers(orders.values())
    payments = collections.defaultdict(list)
    for payment in pages(line, "/payments?limit=200"):
        payments[payment["order_id"]].append(payment)
    for order in orders.values():
        check_money(order, payments[order["id"]])
    check_stock(shop, line, tills)
    check_gateway(shop, line)
    check_replays(line, chance.sample(tills.done, min(retries, len(tills.done))))
    line.close()
    check_file(shop)


def wait_for_the_sagas(line, seconds=60):
    """Each comes to an end, and none to a person. On PostgreSQL what a dead backend held is taken
    up when its lease has run out."""
    deadline = time.monotonic() + seconds
    while open_sagas := [saga for state in ("running", "waiting", "compensating")
                         for saga in pages(line, f"/sagas?state={state}&limit=200")]:
        assert time.monotonic() < deadline, f"sagas without an end: {open_sagas[:3]}"
        time.sleep(0.2)
    assert not pages(line, "/sagas?state=stuck&limit=200")


def let_leases_run_out(shop):
    """As if twenty seconds had passed: what nobody works at is taken up, and whoever still does
    finds that he is late. The killing of test_sales_killed.py waits for it as a shop does."""
    shop.sql("UPDATE sagas SET due_at = 1 WHERE leased_by IS NOT NULL")


def check_promises(orders, sales):
    """Whatever was acknowledged is there, once, as it was told; and nothing else is."""
    placed = [sale.order["id"] for sale in sales]
    assert len(placed) == len(set(placed)), "two keys were told the same order"
    assert set(placed) == set(orders), "an order was lost, or is there that nobody was told of"
    for sale in sales:
        there = orders[sale.order["id"]]
        status = "unpaid" if there["status"] in Unpaid and sale.status == "unpaid" \
            else there["status"]
        told = (sale.status, sale.refunded, sale.order["total"], len(sale.wanted))
        assert told == (status, there["refunded_total"]["amount"], there["total"],
                        len(there["lines"])), (sale.status, there)


def check_numbers(orders):
    """From 1 on without gaps in each series, and only on what was sold."""
    series = collections.defaultdict(list)
    for order in orders:
        assert (order["number"] is not None) == (order["status"] in (*Kept, "cancelled")), order
        if order["number"]:
            name, _, number = order["number"].rpartition("-")
            series[name].append(int(number))
    for name, numbers in series.items():
        assert sorted(numbers) == list(range(1, len(numbers) + 1)), f"gaps in {name}"


def check_money(order, payments):
    """Money in is money kept and money back, of each order; nobody pays for what was not sold."""
    captured = sum(payment["captured"]["amount"] for payment in payments)
    back = sum(payment["refunded"]["amount"] for payment in payments)
    paid, returned = order["paid_total"]["amount"], order["refunded_total"]["amount"]
    assert sorted(order["payments"]) == sorted(payment["id"] for payment in payments), order
    for payment in payments:
        assert payment["status"] not in ("pending", "unknown", "authorized"), payment
    if order["status"] in (*Kept, "cancelled"):
        assert (captured, back) == (paid, returned), (order, payments)
        assert paid == order["total"]["amount"] + order["rounding"]["amount"], order
    else:
        assert order["status"] in Unpaid, order
    if order["status"] not in Kept:
        assert captured == back, (order, payments)


def check_stock(shop, line, tills):
    """The ledger sums to the level, the level is what was there without what was sold, and nothing
    is promised any more."""
    left = sum((sale.quantities() for sale in tills.sales), collections.Counter())
    rows = shop.sql("SELECT product_id, sum(delta) FROM stock_movements GROUP BY product_id")
    ledger = {product: Decimal(total) / 1000 for product, total in rows}
    for product, stocked in tills.goods.all.items():
        answer = asked(line, "GET", f"/api/stock/{product}")
        level = Decimal(answer.json["on_hand"])
        assert level == ledger[product] == stocked - left[product], (product, answer)
        assert answer.json["reserved"] == "0", answer
    assert shop.sql("SELECT count(*) FROM stock_reservations") == [["0"]]


def check_gateway(shop, line):
    """Each act in the gateway's books is one of ours under the same key, and the other way round;
    none is there twice. What was let go before it was asked for, the gateway never heard of."""
    theirs = collections.Counter(
        (act["key"], act["action"], str(act["amount"]["amount"]))
        for act in pages(line, "/test-gateway/ledger?limit=200"))
    ours = collections.Counter(
        tuple(row) for row in shop.sql(
            "SELECT e.key, e.action, e.amount FROM payment_entries e JOIN payments p "
            "ON p.id = e.payment_id WHERE p.method = 'card' AND e.outcome = 'done' "
            "AND p.reference IS NOT NULL"))
    assert theirs == ours, (theirs - ours, ours - theirs)


def check_replays(line, deeds):
    for deed in deeds:
        if deed.what == "cancel":
            continue
        again = asked(line, deed.method, deed.path, deed.body, **deed.headers())
        assert (again.status, again.body) == (deed.answer.status, deed.answer.body), deed.path
        assert again.headers["idempotent-replayed"] == "true"
