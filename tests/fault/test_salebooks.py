# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""The judge of the sales is judged: it sees each thing that is wrong in the books, ours or the
gateway's, or in what a till was told."""
import random

import pytest

from salebooks import check_sales
from shop import Shop
from tills import Goods, Sale, Tills

# (what is done to the books of a shop that is well, what undoes it)
Wrongs = [
    ("UPDATE orders SET number = 'T1-999999' WHERE id = '{order}'",
     "UPDATE orders SET number = '{number}' WHERE id = '{order}'"),
    ("UPDATE orders SET number = NULL WHERE id = '{order}'",
     "UPDATE orders SET number = '{number}' WHERE id = '{order}'"),
    ("UPDATE orders SET status = 'cancelled' WHERE id = '{order}'",
     "UPDATE orders SET status = 'confirmed' WHERE id = '{order}'"),
    ("UPDATE orders SET refunded_total = 1 WHERE id = '{order}'",
     "UPDATE orders SET refunded_total = 0 WHERE id = '{order}'"),
    ("UPDATE payments SET captured = captured - 1 WHERE order_id = '{order}'",
     "UPDATE payments SET captured = captured + 1 WHERE order_id = '{order}'"),
    ("UPDATE payments SET status = 'unknown' WHERE order_id = '{order}'",
     "UPDATE payments SET status = 'captured' WHERE order_id = '{order}'"),
    ("UPDATE stock_balances SET reserved = reserved + 1",
     "UPDATE stock_balances SET reserved = reserved - 1"),
    ("UPDATE stock_balances SET on_hand = on_hand - 1000",
     "UPDATE stock_balances SET on_hand = on_hand + 1000"),
]


@pytest.fixture(scope="module")
def shop(postgres, tmp_path_factory):
    one = Shop(postgres and postgres.database(), "--test-gateway", "--test-gateway-books",
               str(tmp_path_factory.mktemp("gateway") / "books"))
    yield one
    one.close()


@pytest.fixture(scope="module")
def tills(shop):
    with Tills([shop], Goods(shop), random.Random(1), 4) as some:
        some.wait_for(120)
    return some


@pytest.fixture(autouse=True)
def well(shop, tills, chance):
    check_sales(shop, tills, chance)
    yield
    check_sales(shop, tills, chance)


def sees(shop, tills, chance):
    with pytest.raises(AssertionError):
        check_sales(shop, tills, chance)


@pytest.mark.parametrize(("wrong", "healed"), Wrongs)
def test_the_judge_sees_what_is_wrong_in_our_books(shop, tills, chance, wrong, healed):
    [[order, number]] = shop.sql("SELECT id, number FROM orders WHERE status = 'confirmed' "
                                 "AND refunded_total = 0 ORDER BY id LIMIT 1")
    shop.sql(wrong.format(order=order))
    sees(shop, tills, chance)
    shop.sql(healed.format(order=order, number=number))


def test_the_judge_sees_a_charge_that_is_not_ours(shop, tills, chance):
    """What we forget having asked for."""
    [[payment, reference]] = shop.sql("SELECT id, reference FROM payments "
                                      "WHERE reference IS NOT NULL LIMIT 1")
    shop.sql(f"UPDATE payments SET reference = NULL WHERE id = '{payment}'")
    sees(shop, tills, chance)
    shop.sql(f"UPDATE payments SET reference = '{reference}' WHERE id = '{payment}'")


def test_the_judge_sees_an_order_that_is_lost_or_that_nobody_wanted(shop, tills, chance):
    till = next(till for till in tills.all if till.sales)
    known = till.sales.pop()
    sees(shop, tills, chance)
    till.sales.append(known)
    lost = Sale(known.wanted)
    lost.order, lost.status = {**known.order, "id": "lost"}, known.status
    till.sales.append(lost)
    sees(shop, tills, chance)
    till.sales.remove(lost)
