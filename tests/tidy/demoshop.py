#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""The demo shop is a shop: demoshop.py ROOT checks its files against each other."""
import csv
import pathlib
import re
import sys
import unittest

Root = pathlib.Path(sys.argv.pop(1) if len(sys.argv) > 1 else ".")
Columns = ("sku,name,description,category,price,currency,tax_class,unit,barcodes,stock,active,"
           "image").split(",")


def rows(name):
    with open(Root / "resources/demo" / name, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


class TestDemoShop(unittest.TestCase):
    def setUp(self):
        self.products, self.icons, self.categories, self.staff = map(
            rows, ("products.csv", "icons.csv", "categories.csv", "staff.csv"))

    def test_it_is_big_enough_to_believe(self):
        self.assertEqual(Columns, list(self.products[0]))
        self.assertGreaterEqual(len(self.products), 72)
        self.assertGreaterEqual(len({row["category"] for row in self.products}), 8)

    def test_every_barcode_passes_its_check_digit(self):
        for row in self.products:
            for code in filter(None, row["barcodes"].split("|")):
                with self.subTest(code):
                    self.assertRegex(code, r"^200\d{10}$")
                    digits = [int(digit) for digit in code]
                    self.assertEqual(0, (sum(digits[0::2]) + 3 * sum(digits[1::2])) % 10)

    def test_nothing_is_there_twice(self):
        for column in ("sku", "name"):
            values = [row[column].lower() for row in self.products]
            self.assertEqual(len(values), len(set(values)), column)
        codes = [code for row in self.products for code in row["barcodes"].split("|") if code]
        self.assertEqual(len(codes), len(set(codes)))
        self.assertGreaterEqual(len(codes), 40)

    def test_every_value_reads_as_its_column_says(self):
        for row in self.products:
            with self.subTest(row["sku"]):
                self.assertRegex(row["price"], r"^\d+\.\d\d$")
                self.assertRegex(row["stock"], r"^\d+(\.\d{1,3})?$")
                self.assertIn(row["unit"], ("each", "kg", "l"))
                self.assertEqual("EUR", row["currency"])
                if row["unit"] == "each":
                    self.assertNotIn(".", row["stock"])

    def test_every_product_has_an_icon_that_exists(self):
        self.assertEqual([row["sku"] for row in self.products], [row["sku"] for row in self.icons])
        drawn = {path.stem for path in (Root / "resources/icons").glob("*.svg")}
        for row in self.icons + self.categories:
            self.assertIn(row["icon"], drawn)
            self.assertTrue(re.fullmatch(r"(\d+(\.\d{1,3})?)?", row.get("low_stock", "")))

    def test_every_category_is_drawn_and_used(self):
        drawn = [row["path"] for row in self.categories]
        self.assertLessEqual({row["category"] for row in self.products}, set(drawn))
        for row in self.categories:
            self.assertIn(row["tint"], ("coffee", "bakery", "cold", "food", "sweets", "retail"))
            parent = row["path"].rpartition("/")[0]
            self.assertTrue(not parent or parent in drawn[:drawn.index(row["path"])])

    def test_some_are_low_and_some_are_sold_out(self):
        low = {row["sku"]: float(row["low_stock"]) for row in self.icons if row["low_stock"]}
        stock = {row["sku"]: float(row["stock"]) for row in self.products}
        self.assertGreaterEqual(sum(0 < stock[sku] <= low[sku] for sku in low), 3)
        self.assertEqual(2, sum(amount == 0 for amount in stock.values()))

    def test_its_people_can_sign_in(self):
        self.assertEqual(["admin", "manager", "cashier"], [row["role"] for row in self.staff])
        for row in self.staff:
            with self.subTest(row["email"]):
                self.assertRegex(row["email"], r"^[a-z]+@demo\.tradepost\.example$")
                self.assertRegex(row["pin"], r"^\d{4,8}$")
                self.assertGreaterEqual(len(row["password"]), 8)
                self.assertIn("demo", row["password"])
        for column in ("name", "email", "password", "pin"):
            self.assertEqual(len(self.staff), len({row[column] for row in self.staff}))

    def test_its_people_need_no_quotes(self):
        """The desktop program reads the file without a reader of CSV."""
        text = (Root / "resources/demo/staff.csv").read_text(encoding="utf-8")
        self.assertNotIn('"', text)


if __name__ == "__main__":
    unittest.main()
