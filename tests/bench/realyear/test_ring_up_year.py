# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""The command that rings up a year, on a day of our own that has each case of MAPPING.md."""
import collections
import os
import pathlib
import subprocess

import pytest

import truth
from books import Books
from plan import Correction, LinesMax, Plan, Refund, Return, Sale

Here = pathlib.Path(__file__).resolve().parent
Sample = Here / "sample.csv"


@pytest.fixture(scope="module")
def plan():
    return Plan(Sample)


def test_the_sums_are_those_of_a_bookkeeper():
    revenue, stock = truth.sums(Sample)
    sold = 1530 + 166 + 510 + 1020 + 2028 + 83 + 1800 + 3480 + 5400 + 39 + 11062 + 1667
    back = 1785 + 725 + 338 + 3980 + 2750 + 1001 + 666 + 1275 + 11062 + 21062 + 1667 + 550 + 4350
    assert revenue == sold - back
    assert stock["A100"] == 12 - 12 + 7 + 5 and stock["A102"] == 42 - 36 + 5 + 2 + 30 - 6
    assert stock["A105"] == 4 and stock["A106"] == 30 and stock["GIFT_0001_20"] == 1
    assert {stock[sku] for sku in ("D", "M", "POST", "DOT", "B", "AMAZONFEE", "PADS")} == {0}


def test_each_case_is_there(plan):
    kinds = collections.Counter(type(act) for act in plan.year)
    assert set(kinds) == {Sale, Return, Refund, Correction}
    assert {act.way for act in plan.year if isinstance(act, Sale)} == {"counter", "till", "web"}
    returns = [act for act in plan.year if isinstance(act, Return)]
    assert any(act.name.startswith("C900008/") and act.sale.name == "900002/0" for act in returns)
    assert sum(act.name.startswith("C900008/") for act in returns) == 2, "of two purchases"
    assert any(act.sale in plan.before for act in returns)
    assert {act.sale.way for act in returns} == {"counter", "till", "web"}
    early = [act for act in plan.year if isinstance(act, Refund) and act.sale in plan.before]
    assert early, "a charge that finds no money"


def test_an_invoice_of_more_lines_than_an_order_takes_is_several_orders(tmp_path):
    head, line, *_ = Sample.read_text().splitlines()
    long = tmp_path / "long.csv"
    long.write_text("\n".join([head] + [line] * (LinesMax + 1)) + "\n")
    assert [len(sale.lines) for sale in Plan(long).year] == [LinesMax, 1]


def test_one_unit_is_seen():
    books = Books()
    books.equal("units", 84, 84)
    assert books.are_right
    books.equal("units", 84, 85)
    assert not books.are_right


def test_the_day_is_rung_up():
    on_postgres = ["--postgres"] if os.environ.get("TP_TEST_DATABASE") == "postgres" else []
    done = subprocess.run([Here.parent / "ring_up_year", Sample, "--bin", os.environ["TP_BIN"],
                           *on_postgres], text=True, capture_output=True, timeout=120, check=False)
    assert done.returncode == 0, done
    assert "WRONG" not in done.stdout and done.stdout.count("ok  ") == 9
