# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""An import dies beside a shop that is selling: run again, it ends as if nothing had been."""
import csv
import io
import subprocess
import time

import pytest

from books import check_file
from clients import Line, Writers
from shop import Programs

Rows = 2000


@pytest.fixture(scope="module")
def goods(tmp_path_factory):
    path = tmp_path_factory.mktemp("goods") / "goods.csv"
    with open(path, "w", encoding="utf-8") as out:
        out.write("sku,name,category,price,stock,barcodes\n")
        for row in range(Rows):
            out.write(f"G{row:05},Good {row * 7919 % Rows},Shelf {row % 30},1.{row % 100:02},"
                      f"{row % 50},2{row:011}\n")
    return path


def command(shop, *arguments):
    return [str(Programs / "tradepostd"), *map(str, arguments), "--database", shop.database]


def start(shop, path, *more):
    return subprocess.Popen(command(shop, "import", "products", path, *more),
                            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def finish(shop, path, *more):
    process = start(shop, path, *more)
    out, err = process.communicate(timeout=120)
    assert (process.returncode, err) == (0, ""), (out, err)
    return out.splitlines()[-1]


def imported(shop):
    """What the export says of what was in the file."""
    done = subprocess.run(command(shop, "export", "products"), capture_output=True, text=True,
                          check=True)
    rows = csv.DictReader(io.StringIO(done.stdout, newline=""))
    return sorted(tuple(row.values()) for row in rows if row["sku"].startswith("G"))


@pytest.fixture(scope="module")
def undisturbed(goods, postgres, tmp_path_factory):
    class Place:
        database = postgres.database() if postgres else \
            f"sqlite:{tmp_path_factory.mktemp('calm')}/shop.db"

    assert finish(Place, goods) == f"imported {Rows}, changed 0, unchanged 0, rejected 0"
    return imported(Place)


def kill_midway(shop, path, chance, *more):
    process = start(shop, path, *more)
    time.sleep(0.05 + chance.random() * 0.4)
    process.kill()
    process.communicate()


def test_killed_beside_a_shop_that_sells_and_run_again(shop, goods, undisturbed, chance):
    with Writers(shop, chance, 2) as writers:
        for _ in range(3):
            kill_midway(shop, goods, chance)
        told = finish(shop, goods)
    assert told.endswith("rejected 0") and " changed 0," in told, told
    assert imported(shop) == undisturbed
    assert finish(shop, goods) == f"imported 0, changed 0, unchanged {Rows}, rejected 0"
    assert len(writers.done) > 10
    check_file(shop)


def test_all_or_nothing_is_one_of_both(shop, goods, undisturbed, chance):
    line = Line(shop)
    for _ in range(3):
        kill_midway(shop, goods, chance, "--all-or-nothing")
        # Nothing that the dead one held is in the way of a sale.
        assert line.send("POST", "/api/categories", {"name": f"C{chance.random()}"}).status == 201
        assert imported(shop) in ([], undisturbed)
    finish(shop, goods, "--all-or-nothing")
    assert imported(shop) == undisturbed
    check_file(shop)
