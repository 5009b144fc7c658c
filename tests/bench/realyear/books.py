# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""What the backend says once all is rung up, held against what must be."""
import collections

from plan import BeforeTheYear


class Books:
    def __init__(self):
        self.checks = []

    def equal(self, what, ours, theirs):
        """Says it; whether it is so."""
        self.checks.append(ours == theirs)
        print(f"{'ok  ' if ours == theirs else 'WRONG'} {what}: {ours}"
              + ("" if ours == theirs else f", should be {theirs}"), flush=True)

    @property
    def are_right(self):
        return bool(self.checks) and all(self.checks)

    def check_orders(self, caller, revenue):
        sold = before = paid = refunded = 0
        numbers, statuses = collections.defaultdict(list), collections.Counter()
        for order in caller.every("/orders"):
            total = order["total"]["amount"]
            if order["sold_at"] == BeforeTheYear:
                before += total
            else:
                sold += total
            paid += order["paid_total"]["amount"]
            refunded += order["refunded_total"]["amount"]
            statuses[order["status"]] += 1
            series, number = order["number"].rsplit("-", 1)
            numbers[series].append(int(number))
        print(f"     orders: {dict(statuses)}; sold before the year: {before} pence")
        self.equal("revenue of the year in pence", sold - refunded, revenue)
        for series, given in sorted(numbers.items()):
            self.equal(f"numbers of {series} without a gap", sorted(given) == list(
                range(1, len(given) + 1)) and len(given), len(given))
        self.check_payments(caller, paid, refunded)

    def check_payments(self, caller, paid, refunded):
        kept, on_cards = collections.Counter(), 0
        for payment in caller.every("/payments"):
            captured, back = payment["captured"]["amount"], payment["refunded"]["amount"]
            kept["captured"] += captured
            kept["refunded"] += back
            on_cards += captured - back if payment["method"] == "card" else 0
        self.equal("captured in pence", kept["captured"], paid)
        self.equal("refunded in pence", kept["refunded"], refunded)
        acts = collections.Counter()
        for act in caller.every("/test-gateway/ledger"):
            acts[act["action"]] += act["amount"]["amount"]
        self.equal("kept by the gateway in pence", on_cards, acts["capture"] - acts["refund"])

    def check_stock(self, caller, pool, products, stock):
        def on_hand(sku):
            level = caller.send("GET", f"/api/stock/{products[sku]}")
            return sku, level["on_hand"], level["reserved"]

        there = list(pool.map(on_hand, stock))
        wrong = [(sku, units, stock[sku]) for sku, units, reserved in there
                 if units != str(stock[sku]) or reserved != "0"]
        self.equal("products with another stock", wrong, [])
        self.equal("units on hand", sum(int(units) for _, units, _ in there), sum(stock.values()))
