# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""Rings a plan up: one method an act."""
import concurrent.futures
import re
import threading
import uuid

from plan import Correction, Refund, Return, Sale

Damaged = re.compile("damag|wet|smash|crush|broke|mould|rust|faulty|thrown", re.IGNORECASE)
NoteMax = 500


def pounds(pence):
    return {"amount": pence, "currency": "GBP"}


class Ringing:
    def __init__(self, caller, register, seller):
        self.caller, self.register, self.seller = caller, register, seller
        self.products = {}  # By SKU: the id.
        self.trouble = []
        self.does = {Sale: self.sell, Return: self.take_back, Refund: self.refund,
                     Correction: self.correct}

    def make_products(self, plan, pool):
        def make(sku):
            body = {"sku": sku, "name": plan.names.get(sku, sku),
                    "price": pounds(plan.prices.get(sku, 0))}
            return sku, self.caller.send("POST", "/api/products", body, name=sku)["id"]

        self.products = dict(pool.map(make, sorted(plan.counted)))

    def count_stock(self, plan, pool):
        def count(sku):
            self.caller.send("POST", "/api/stock/adjustments",
                             {"product_id": self.products[sku], "reason": "count",
                              "counted": plan.counted[sku]}, name=f"count {sku}")

        list(pool.map(count, sorted(plan.counted)))

    def ring_up(self, acts, clients):
        """In their order, by so many clients at once."""
        waiting, lock = iter(acts), threading.Lock()

        def work():
            while not self.trouble:
                with lock:
                    act = next(waiting, None)
                if act is None:
                    return
                self.do(act)

        with concurrent.futures.ThreadPoolExecutor(clients) as pool:
            for done in [pool.submit(work) for _ in range(clients)]:
                done.result()
        if self.trouble:
            raise self.trouble[0]

    def do(self, act):
        try:
            for before in act.after:
                before.ended.wait()
            if not self.trouble:
                self.does[type(act)](act)
        except Exception as error:  # The others are to stop, too.
            self.trouble.append(error)
        finally:
            act.ended.set()

    def sell(self, sale):
        body = {"description": f"Invoice {sale.name}",
                "lines": [{"product_id": self.products[line.sku], "quantity": line.quantity,
                           "unit_price": pounds(line.pence)} for line in sale.lines]}
        if sale.customer:
            body["customer_id"] = str(uuid.uuid5(uuid.NAMESPACE_OID, sale.customer))
        body |= {"counter": self.counter, "till": self.till, "web": self.web}[sale.way](sale)
        if not sale.total:
            body["payments"] = []
        sale.order = self.caller.send("POST", "/orders", body, name=sale.name,
                                      is_till=sale.way == "till")
        assert sale.order["status"] == "confirmed", sale.order
        assert sale.order["total"] == pounds(sale.total), sale.order

    def counter(self, sale):
        notes = -(-sale.total // 500) * 500  # Whole notes of five pounds.
        return {"channel": "pos", "payments": [{"method": "cash", "tendered": pounds(notes)}]}

    def till(self, sale):
        return {"channel": "pos", "register_id": self.register["id"], "sold_at": sale.at,
                "sold_by": self.seller, "total": pounds(sale.total),
                "number": f"{self.register['series']}-{sale.number:06d}",
                "payments": [{"method": "external", "reference": sale.name[:40]}]}

    @staticmethod
    def web(sale):
        return {"channel": "web", "total": pounds(sale.total),
                "payments": [{"method": "card", "gateway": "test", "token": "tok_ok"}]}

    def take_back(self, act):
        order = act.sale.order
        lines = [{"line_id": order["lines"][place]["id"], "quantity": quantity}
                 for place, quantity in act.lines]
        self.caller.send("POST", f"/orders/{order['id']}/return",
                         {"reason": "cancelled", "lines": lines}, name=act.name)

    def refund(self, act):
        self.caller.send("POST", f"/payments/refund/{act.sale.order['payments'][0]}",
                         {"reason": "charge", "amount": pounds(act.pence)}, name=act.name)

    def correct(self, act):
        reason = "damaged" if Damaged.search(act.line.name) and act.line.quantity < 0 else "other"
        self.caller.send("POST", "/api/stock/adjustments",
                         {"product_id": self.products[act.line.sku], "reason": reason,
                          "delta": act.line.quantity, "note": act.line.name[:NoteMax]},
                         name=act.name)
