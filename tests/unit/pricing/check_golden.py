#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""The golden tables, reckoned a second time. It shares no line with the product and knows only
fractions and the rules of money, so a table that agrees with both is right twice."""
import pathlib
import unittest
from datetime import datetime
from fractions import Fraction

Here = pathlib.Path(__file__).resolve().parent
Digits = {"EUR": 2, "CHF": 2, "GBP": 2, "USD": 2, "SEK": 2, "JPY": 0, "KWD": 3, "CLF": 4}
Max = 10 ** 15
Refusal = "refused"


class Refused(Exception):
    """What an order, a tender or a return is refused for: (pointer, code) pairs."""

    def __init__(self, *problems):
        super().__init__(str(problems))
        self.problems = list(problems)


def half_up(exact):
    """To a whole number, a half away from zero."""
    whole = int(abs(exact) + Fraction(1, 2))
    return -whole if exact < 0 else whole


def spread(amount, weights):
    """Largest remainder, ties by order."""
    exact = [Fraction(amount * weight, sum(weights)) for weight in weights]
    parts = [int(share) for share in exact]
    by_remainder = sorted(range(len(weights)), key=lambda i: (parts[i] - exact[i], i))
    for i in by_remainder[:amount - sum(parts)]:
        parts[i] += 1
    return parts


class Coinage:
    """Reads and writes the amounts of one currency, in its smallest unit."""

    def __init__(self, code):
        self.digits = Digits[code]

    def read(self, text):
        minor = Fraction(text) * 10 ** self.digits
        assert minor.denominator == 1, text
        return int(minor)

    def write(self, minor):
        text = f"{abs(minor):0{self.digits + 1}d}"
        if self.digits:
            text = f"{text[:-self.digits]}.{text[-self.digits:]}"
        return "-" + text if minor < 0 else text


def per_cent(text):
    return Fraction(text.removesuffix("%").strip()) / 100


def off(text, whole, coinage, pointer):
    if text == "-":
        return 0
    if text.endswith("%"):
        return half_up(whole * per_cent(text))
    amount = coinage.read(text)
    if not 0 <= amount <= whole:
        raise Refused((pointer, "out_of_range"))
    return amount


def subtotal_and_discount(cells, index, coinage):
    quantity, price = Fraction(cells[0]), coinage.read(cells[1])
    problems = []
    if price < 0:
        problems.append((f"/lines/{index}/unit_price", "out_of_range"))
    elif quantity <= 0 or half_up(price * quantity) > Max:
        problems.append((f"/lines/{index}/quantity", "out_of_range"))
    if problems:
        raise Refused(*problems)
    subtotal = half_up(price * quantity)
    return subtotal, off(cells[2], subtotal, coinage, f"/lines/{index}/discount")


def all_lines(rows, coinage):
    lines, problems = [], []
    for index, cells in enumerate(rows):
        try:
            lines.append(subtotal_and_discount(cells, index, coinage))
        except Refused as refused:
            problems += refused.problems
    if problems:
        raise Refused(*problems)
    return lines


def taxes(left, rates, is_included, is_per_rate):
    factors = [rate / (1 + rate) if is_included else rate for rate in rates]
    if not is_per_rate:
        return [half_up(amount * factor) for amount, factor in zip(left, factors)]
    result = [0] * len(left)
    for rate in set(rates):
        members = [i for i, other in enumerate(rates) if other == rate]
        whole = sum(left[i] for i in members)
        if whole:
            tax = half_up(whole * factors[members[0]])
            for i, part in zip(members, spread(tax, [left[i] for i in members])):
                result[i] = part
    return result


def price(case):
    """The result columns of each line and of the order."""
    coinage = Coinage(case.settings[0])
    is_included = {"tax included": True, "tax excluded": False}[case.settings[1]]
    is_per_rate = {"per line": False, "per rate": True}[case.settings[2]]
    rows = [cells for cells in case.rows if cells[0] not in ("order", Refusal)]
    order_discount = [cells[2] for cells in case.rows if cells[0] == "order"][0]
    lines = all_lines(rows, coinage)
    as_entered = [subtotal - discount for subtotal, discount in lines]
    if sum(as_entered) > Max:
        raise Refused(("/lines", "out_of_range"))
    whole_off = off(order_discount, sum(as_entered), coinage, "/discount")
    shares = spread(whole_off, as_entered) if whole_off else [0] * len(lines)
    left = [amount - share for amount, share in zip(as_entered, shares)]
    tax = taxes(left, [per_cent(cells[3]) for cells in rows], is_included, is_per_rate)
    table = []
    for (subtotal, discount), share, amount, part in zip(lines, shares, left, tax):
        net = amount - part if is_included else amount
        table.append([subtotal, discount, share, net, part, net + part])
    table.append([sum(column) for column in zip(*table)] if table else [0] * 6)
    if max(table[-1]) > Max:
        raise Refused(("/lines", "out_of_range"))
    return [[coinage.write(amount) for amount in row] for row in table]


def coins(amount, step):
    return half_up(Fraction(amount, step)) * step


def settle_one(cells, index, due, step, coinage):
    """(pays, rounding, taken, change) of one tender."""
    kind, said, handed = cells[:3]
    closing = coins(due, step) if kind == "cash" else due
    pays, taken = due, closing
    if said != "-" and coinage.read(said) not in (due, closing):
        pays = taken = coinage.read(said)
        if not 0 < pays <= due:
            raise Refused((f"/payments/{index}/amount", "out_of_range"))
        if kind == "cash" and pays % step:
            raise Refused((f"/payments/{index}/amount", "invalid_value"))
    tendered = taken if handed == "-" else coinage.read(handed)
    if tendered < taken:
        raise Refused((f"/payments/{index}/tendered", "out_of_range"))
    if kind != "cash" and tendered != taken:
        raise Refused((f"/payments/{index}/tendered", "invalid_value"))
    return pays, taken - pays, taken, tendered - taken


def settle(case):
    coinage = Coinage(case.settings[0])
    step, due = coinage.read(case.settings[1]), coinage.read(case.settings[2])
    table = []
    for index, cells in enumerate(case.rows):
        if cells[0] not in ("order", Refusal):
            table.append(list(settle_one(cells, index, due, step, coinage)))
            due -= table[-1][0]
    sums = [sum(column) for column in zip(*table)] if table else [0] * 4
    return [[coinage.write(amount) for amount in row] for row in table + [sums + [due]]]


def refund(case):
    """The amounts of each return. The first row of the case is the sale."""
    coinage = Coinage(case.settings[0])
    step = coinage.read(case.settings[1])
    sold, quantity = case.rows[0], Fraction(case.rows[0][1])
    discount, tax, total, captured = (coinage.read(sold[i]) for i in (2, 4, 5, 7))
    gone, worth, handed, table = Fraction(0), 0, 0, []
    for cells in case.rows[1:]:
        until = gone + Fraction(cells[1])
        if cells[0] == Refusal:
            assert not gone < until <= quantity, "this return is possible"
            table.append([])
            continue

        def part(amount, first=gone, last=until):
            return half_up(amount * last / quantity) - half_up(amount * first / quantity)

        so_far = captured if worth + part(total) == total else \
            min(coins(worth + part(total), step), captured)
        row = [part(discount), part(total) - part(tax), part(tax), part(total),
               so_far - handed - part(total), so_far - handed]
        table.append([coinage.write(amount) for amount in row])
        gone, worth, handed = until, worth + part(total), so_far
    return table


def rate_on(case, code, at):
    best = None
    for cells in case.rows:
        starts = cells[0] == "from" and cells[1] == code and moment(cells[2]) <= at
        if starts and (best is None or moment(cells[2]) > moment(best[2])):
            best = cells
    return best[3] if best else "none"


def moment(text):
    return datetime.fromisoformat(text)


class Case:
    """A headline with its settings, and the rows below it, each a list of cells."""

    def __init__(self, headline):
        self.name, *self.settings = cells_of(headline.removeprefix("Case:"))
        self.rows = []

    def problems(self):
        return [tuple(cells[1:3]) for cells in self.rows if cells[0] == Refusal]


def cells_of(line):
    return [cell.strip() for cell in line.split("|")]


def cases_in(name):
    cases = []
    for line in (Here / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("Case:"):
            cases.append(Case(line))
        elif line.strip() and not line.startswith("#"):
            cases[-1].rows.append(cells_of(line))
    return cases


class TestGoldenTables(unittest.TestCase):
    def each(self, name, at_least, check):
        cases = cases_in(name)
        self.assertGreaterEqual(len(cases), at_least)
        self.assertEqual(len(cases), len({case.name for case in cases}), "a name stands twice")
        for case in cases:
            with self.subTest(case.name):
                check(case)

    def compare(self, case, reckon, first_result):
        """Row by row what is written from column `first_result` on, or why it is refused."""
        if case.problems():
            with self.assertRaises(Refused) as caught:
                reckon(case)
            self.assertEqual(caught.exception.problems, case.problems())
            return
        written = [[cell for cell in cells[first_result:] if cell] for cells in case.rows]
        self.assertEqual(reckon(case), written)

    def test_prices(self):
        self.each("prices.txt", 60, lambda case: self.compare(case, price, 4))

    def test_settlements(self):
        self.each("settlements.txt", 20, lambda case: self.compare(case, settle, 3))

    def test_refunds(self):
        def check(case):
            written = [[] if cells[0] == Refusal else cells[2:] for cells in case.rows[1:]]
            self.assertEqual(refund(case), written)
        self.each("refunds.txt", 10, check)

    def test_rates(self):
        def check(case):
            for cells in case.rows:
                if cells[0] == "asked":
                    self.assertEqual(rate_on(case, cells[1], moment(cells[2])), cells[3])
        self.each("rates.txt", 3, check)


if __name__ == "__main__":
    unittest.main()
