# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""What is to be rung up, and in which order: MAPPING.md made into acts, before any is done."""
import collections
import dataclasses
import threading

from invoices import Charges, invoices_of

LinesMax = 1000
BeforeTheYear = "2010-11-30T12:00:00.000Z"


class Act:
    """One thing that is done, once those that it builds on are."""

    def __init__(self, *after):
        self.after, self.ended = list(after), threading.Event()


class Sale(Act):
    def __init__(self, way, name, at, customer, lines):
        super().__init__()
        self.way, self.name, self.at, self.customer, self.lines = way, name, at, customer, lines
        self.number = None  # Of a till's sale.
        self.open_money = self.total
        self.last = self  # Of the acts with this order: they come one after the other.
        self.order = None  # Once it is rung up: what the backend answered.

    @property
    def total(self):
        return sum(line.quantity * line.pence for line in self.lines)

    def then(self, act):
        act.after.append(self.last)
        self.last = act
        return act


class Return(Act):
    """Lines of one order that come back: (place, quantity)."""

    def __init__(self, name, sale, lines):
        super().__init__()
        self.name, self.sale, self.lines = name, sale, lines


class Refund(Act):
    """Money of one order that goes back without goods."""

    def __init__(self, name, sale, pence):
        super().__init__()
        self.name, self.sale, self.pence = name, sale, pence


class Correction(Act):
    def __init__(self, name, line):
        super().__init__()
        self.name, self.line = name, line


@dataclasses.dataclass
class Bought:
    """Units of one line of a sale that have not come back."""
    sale: Sale
    place: int
    left: int


class Plan:
    def __init__(self, path):
        self.names, self.prices, self.counted = {}, {}, collections.Counter()
        self.before, self.year = [], []  # Acts.
        self.bought = collections.defaultdict(list)  # By customer, product and price.
        self.sales = collections.defaultdict(list)  # By customer.
        for invoice in invoices_of(path):
            self.take(invoice)
        tills = [act for act in self.before + self.year
                 if isinstance(act, Sale) and act.way == "till"]
        for number, sale in enumerate(tills, 1):
            sale.number = number

    def take(self, invoice):
        for line in invoice.lines:
            self.counted[line.sku] += 0
            if line.name:
                self.names.setdefault(line.sku, line.name)
            if line.pence > 0:
                self.prices.setdefault(line.sku, line.pence)
        if invoice.is_correction:
            self.correct(invoice)
            return
        sold = [line for line in invoice.lines if line.quantity * line.pence >= 0]
        assert all(line.quantity > 0 for line in sold), invoice
        for part in range(0, len(sold), LinesMax):
            self.sell(invoice, f"{invoice.number}/{part // LinesMax}",
                      sold[part:part + LinesMax])
        back = [line for line in invoice.lines if line.quantity * line.pence < 0]
        if back:
            self.give_back(invoice, back)

    def correct(self, invoice):
        for place, line in enumerate(invoice.lines):
            self.counted[line.sku] += max(-line.quantity, 0)
            self.year.append(Correction(f"{invoice.number}/{place}", line))

    def sell(self, invoice, name, lines):
        way = "till" if invoice.country == "United Kingdom" else "web"
        sale = Sale(way if invoice.customer else "counter", name, invoice.at, invoice.customer,
                    lines)
        self.year.append(sale)
        self.sales[invoice.customer].append(sale)
        for place, line in enumerate(lines):
            self.counted[line.sku] += line.quantity
            self.bought[invoice.customer, line.sku, line.pence].append(
                Bought(sale, place, line.quantity))

    def give_back(self, invoice, lines):
        returned, refunded = collections.defaultdict(dict), collections.Counter()
        missing = []
        for line in lines:
            count, pence = abs(line.quantity), abs(line.pence)
            if line.sku in Charges:
                left = self.refund(invoice.customer, count * pence, refunded)
                if left:
                    self.old_charge(missing, line, left, count, pence)
                continue
            left = self.find(self.bought[invoice.customer, line.sku, pence], count, pence, returned)
            if left:
                missing.append(dataclasses.replace(line, quantity=left, pence=pence))
        if missing:
            self.sell_before(invoice, missing, returned, refunded)
        for sale, places in returned.items():
            self.year.append(sale.then(Return(f"{invoice.number}/{sale.name}", sale,
                                              list(places.items()))))
        for sale, pence in refunded.items():
            self.year.append(sale.then(Refund(f"{invoice.number}/{sale.name}", sale, pence)))

    @staticmethod
    def old_charge(missing, line, left, count, pence):
        """What is left of a charge may be less than whole units of it."""
        whole = left == count * pence
        missing.append(dataclasses.replace(line, quantity=count if whole else 1,
                                           pence=pence if whole else left))

    @staticmethod
    def find(purchases, count, pence, returned):
        """The latest first; how many of the units found none."""
        for one in reversed(purchases):
            some = min(count, one.left, one.sale.open_money // pence)
            if some:
                count -= some
                one.left -= some
                one.sale.open_money -= some * pence
                places = returned[one.sale]
                places[one.place] = places.get(one.place, 0) + some
            if not count:
                break
        while purchases and not purchases[-1].left:
            purchases.pop()
        return count

    def refund(self, customer, pence, refunded):
        sales = self.sales[customer]
        for sale in reversed(sales):
            some = min(pence, sale.open_money)
            if some:
                pence -= some
                sale.open_money -= some
                refunded[sale] += some
            if not pence:
                break
        while sales and not sales[-1].open_money:
            sales.pop()
        return pence

    def sell_before(self, invoice, lines, returned, refunded):
        sale = Sale("till", f"before {invoice.number}", BeforeTheYear, invoice.customer, lines)
        sale.open_money = 0  # All of it goes back now.
        self.before.append(sale)
        for place, line in enumerate(lines):
            if line.sku in Charges:
                refunded[sale] += line.quantity * line.pence
            else:
                returned[sale][place] = line.quantity
