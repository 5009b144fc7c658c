# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""The file, as it is: invoices in the order of time."""
import csv
import dataclasses
import decimal
import gzip

Charges = {"POST", "DOT", "C2", "M", "D", "S", "B", "CRUK", "PADS", "BANK CHARGES", "AMAZONFEE"}


@dataclasses.dataclass(frozen=True)
class Line:
    sku: str
    name: str
    quantity: int
    pence: int


@dataclasses.dataclass(frozen=True)
class Invoice:
    number: str
    at: str
    customer: str
    country: str
    lines: list

    @property
    def is_correction(self):
        return not self.customer and all(line.pence == 0 for line in self.lines)


def pence_of(price):
    return int(decimal.Decimal(price).scaleb(2).to_integral_value(decimal.ROUND_HALF_UP))


def rows_of(path):
    opened = gzip.open if str(path).endswith(".gz") else open
    with opened(path, "rt", encoding="utf-8", newline="") as text:
        yield from csv.DictReader(text)


def invoices_of(path):
    """By their first lines: the lines of two that were written at the same time may alternate."""
    invoices = {}
    for row in rows_of(path):
        number = row["InvoiceNo"]
        if number not in invoices:
            at = row["InvoiceDate"].replace(" ", "T") + ".000Z"
            invoices[number] = Invoice(number, at, row["CustomerID"], row["Country"], [])
        invoices[number].lines.append(
            Line(row["StockCode"].upper(), row["Description"].strip(), int(row["Quantity"]),
                 pence_of(row["UnitPrice"])))
    return invoices.values()
