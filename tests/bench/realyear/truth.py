# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""What the file says by the rules of MAPPING.md, summed on its own: shares no line with what rings
it up."""
import collections
import csv
import functools
import gzip
from fractions import Fraction

NoGoods = ["POST", "DOT", "C2", "M", "D", "S", "B", "CRUK", "PADS", "BANK CHARGES", "AMAZONFEE"]


def read(path):
    with open(path, "rb") as file:
        is_packed = file.read(2) == b"\x1f\x8b"
    with gzip.open(path, "rt") if is_packed else open(path, encoding="utf-8") as text:
        rows = list(csv.reader(text))
    return rows[1:]


@functools.cache
def pence(text):
    exact = Fraction(text) * 100
    rounded = int(abs(exact) + Fraction(1, 2))
    return -rounded if exact < 0 else rounded


def sums(path):
    """Revenue of the year in pence, and what is on hand of each product when it ends."""
    rows = read(path)
    revenue = sum(int(row[3]) * pence(row[5]) for row in rows)
    priced = {row[0] for row in rows if row[6] or pence(row[5])}
    counted, moved = collections.Counter(), collections.Counter()
    for number, code, _, count, _, price, _, _ in rows:
        sku, count = code.upper(), int(count)
        is_back = count * pence(price) < 0
        counted[sku] += 0
        if number not in priced:
            moved[sku] += count
            counted[sku] += max(-count, 0)
        elif not is_back:
            moved[sku] -= count
            counted[sku] += count
        elif sku not in NoGoods:
            moved[sku] += abs(count)
    return revenue, {sku: counted[sku] + moved[sku] for sku in counted}
