# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""Tills that sell while something breaks: what they want done they say again, under the same key,
until they are told what became of it. They remember what they were told."""
import collections
import random
import threading
import time

from clients import Gone, Line
from shop import key

Tokens = ("tok_ok", "tok_ok", "tok_error_once", "tok_timeout_then_captured", "tok_declined",
          "tok_slow_50")
Kept = ("confirmed", "partially_returned", "returned")


class Goods:
    """What is sold: of some there is enough for everybody, of one there is not."""
    Plenty, Few = 100_000, 40

    def __init__(self, shop, kinds=5):
        self.all = {}
        for number, stock in enumerate([self.Plenty] * kinds + [self.Few]):
            product = shop.product(price={"amount": 199 + 100 * number, "currency": "EUR"})
            shop.adjust(product, delta=stock)
            self.all[product["id"]] = stock

    def basket(self, chance):
        """In any order: whoever locks the goods one by one meets others who do."""
        return [{"product_id": product, "quantity": chance.randrange(1, 4)}
                for product in chance.sample(list(self.all), chance.randrange(1, 4))]


class Deed:
    """Something to be done once. A cancel needs no key: its order is one."""

    def __init__(self, sale, what, path, body=None):
        self.sale, self.what, self.path, self.body = sale, what, path, body
        self.method = "DELETE" if what == "cancel" else "POST"
        self.key, self.answer = key(), None

    def headers(self, wait=1):
        named = {} if self.method == "DELETE" else {"Idempotency_Key": self.key}
        return {"Prefer": f"wait={wait}", **named}


class Sale:
    """An order as its till knows it."""

    def __init__(self, lines):
        self.wanted, self.order = lines, None
        self.status, self.refunded, self.restocked = None, 0, 0

    def quantities(self):
        """What has left the shop for good, by product."""
        left = collections.Counter()
        if self.status in Kept:
            for line in self.wanted:
                left[line["product_id"]] += line["quantity"]
            left[self.wanted[0]["product_id"]] -= self.restocked
        return left


class Till(threading.Thread):
    """Sells, takes back and cancels, each order its own; at any of the shop's backends."""

    def __init__(self, backends, goods, seed):
        super().__init__(daemon=True)
        self.backends, self.goods = list(backends), goods
        self.chance = random.Random(seed)
        self.lines, self.ended, self.trouble = {}, threading.Event(), None
        self.sales, self.done, self.waiting, self.sold = [], [], [], []
        self.statuses = collections.Counter()

    def run(self):
        try:
            while not self.ended.is_set():
                self.next_deed()
            deadline = time.monotonic() + 60
            while self.waiting:
                assert time.monotonic() < deadline, f"{len(self.waiting)} without an outcome"
                self.do(self.waiting.pop(0))
        except Exception as error:  # Whoever waits for this thread is to hear of it.
            self.trouble = repr(error)

    def next_deed(self):
        what = self.chance.random()
        if self.waiting and what < 0.1:
            self.do(self.waiting.pop(self.chance.randrange(len(self.waiting))))
        elif self.sold and what < 0.45:
            self.give_back(self.sold.pop(self.chance.randrange(len(self.sold))))
        else:
            self.sell()

    def sell(self):
        sale = Sale(self.goods.basket(self.chance))
        self.sales.append(sale)
        body = {"channel": "pos", "lines": sale.wanted}
        how = self.chance.random()
        if how < 0.4:
            body["payments"] = [{"method": "cash"}]
        elif how < 0.8:
            body["payments"] = [self.card()]
        self.do(Deed(sale, "place", "/orders", body))

    def card(self):
        return {"method": "card", "gateway": "test", "token": self.chance.choice(Tokens)}

    def pay(self, sale):
        how = self.card() if self.chance.random() < 0.6 else {"method": "cash"}
        self.do(Deed(sale, "pay", "/payments", {"order_id": sale.order["id"], **how}))

    def give_back(self, sale):
        """Once an order, so that it is known by how much."""
        how = self.chance.random()
        if how < 0.3:
            self.do(Deed(sale, "cancel", f"/orders/{sale.order['id']}"))
        elif how < 0.6:
            line = {"line_id": sale.order["lines"][0]["id"], "quantity": 1}
            self.do(Deed(sale, "return", f"/orders/{sale.order['id']}/return",
                         {"lines": [line], "reason": "too small"}))
        else:
            self.do(Deed(sale, "refund", f"/payments/refund/{sale.order['payments'][0]}",
                         {"amount": {"amount": self.chance.randrange(1, 199), "currency": "EUR"},
                          "reason": "scratched"}))

    def do(self, deed):
        """Until it has an outcome. What somebody still works at is asked for again later, and who
        is not there for long is not waited for."""
        deadline = time.monotonic() + 90
        while True:
            assert time.monotonic() < deadline, f"nobody answers {deed.path} {deed.body}"
            answer = self.attempt(deed)
            if answer is not None and answer.status == 202:
                self.waiting.append(deed)
                return
            if answer is None or answer.status == 503 or (
                    answer.status == 409 and answer.code == "idempotency_in_progress"):
                time.sleep(0.02)
                continue
            deed.answer = answer
            self.done.append(deed)
            getattr(self, "after_" + deed.what)(deed.sale, answer)
            return

    def attempt(self, deed):
        shop = self.chance.choice(self.backends)
        try:
            if shop not in self.lines:
                self.lines[shop] = Line(shop)
            answer = self.lines[shop].send(deed.method, deed.path, deed.body,
                                           **deed.headers(self.chance.randrange(2)))
        except Gone:
            if shop in self.lines:
                self.lines.pop(shop).close()
            self.statuses["gone"] += 1
            return None
        self.statuses[answer.status] += 1
        return answer

    def after_place(self, sale, answer):
        assert answer.status == 201, answer
        sale.order, sale.status = answer.json, answer.json["status"]
        if sale.status == "pending":
            self.pay(sale)
        elif sale.status == "confirmed":
            self.sold.append(sale)
        else:
            assert sale.status == "rejected", answer

    def after_pay(self, sale, answer):
        """A declined card leaves the order to another payment, which never comes; where the goods
        or the time are gone, it is rejected."""
        assert answer.status == 201, answer
        paid = answer.json["status"]
        assert paid in ("captured", "failed", "voided"), answer
        sale.status = "confirmed" if paid == "captured" else "unpaid"
        if paid == "captured":
            sale.order["payments"] = [answer.json["id"]]
            self.sold.append(sale)

    def after_refund(self, sale, answer):
        assert answer.status == 201, answer
        sale.refunded = answer.json["refunded"]["amount"]

    def after_return(self, sale, answer):
        assert answer.status == 200, answer
        sale.status = answer.json["status"]
        sale.refunded = answer.json["refunded_total"]["amount"]
        sale.restocked = int(sale.status != "confirmed")

    def after_cancel(self, sale, answer):
        if answer.status == 409:  # It stands: the money could not be given back in time.
            assert answer.code == "illegal_transition", answer
            return
        assert answer.status == 200 and answer.json["status"] == "cancelled", answer
        sale.status, sale.refunded = "cancelled", answer.json["refunded_total"]["amount"]


class Tills:
    """With these at work something is broken; afterwards `sales` and `done` hold what they were
    promised."""

    def __init__(self, backends, goods, chance, count=16):
        self.goods = goods
        self.all = [Till(backends, goods, chance.random()) for _ in range(count)]

    def __enter__(self):
        for till in self.all:
            till.start()
        return self

    def __exit__(self, kind, *_):
        for till in self.all:
            till.ended.set()
        for till in self.all:
            till.join(120)
        if kind is None:
            troubles = [till.trouble for till in self.all if till.trouble]
            assert not troubles, troubles
            assert not any(till.is_alive() for till in self.all)

    def wait_for(self, promises):
        deadline = time.monotonic() + 60
        while len(self.done) < promises:
            assert time.monotonic() < deadline, f"only {len(self.done)} promises"
            time.sleep(0.05)

    def leave(self, backend):
        """It will not come back."""
        for till in self.all:
            till.backends.remove(backend)

    @property
    def sales(self):
        return [sale for till in self.all for sale in till.sales]

    @property
    def done(self):
        return [deed for till in self.all for deed in till.done]

    @property
    def statuses(self):
        return sum((till.statuses for till in self.all), collections.Counter())
