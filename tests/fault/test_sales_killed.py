# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""A sale that cannot be lost: the backend, or its database, dies at any moment under sixteen tills,
and afterwards all the books agree."""
import time

from kills import kill_again_and_again
from salebooks import check_sales
from tills import Goods, Tills

Kills = 50


def test_sales_are_whole_however_often_it_is_killed(open_shop, gateway, chance):
    shop = open_shop(*gateway)
    with Tills([shop], Goods(shop), chance) as tills:
        kills = kill_again_and_again(shop, chance, Kills, pause=0.25)
    print(f"{kills} kills, {len(tills.done)} promises, {dict(tills.statuses)}")
    assert len(tills.done) > 5 * Kills
    check_sales(shop, tills, chance)


def test_sales_outlive_a_crash_of_the_server(on_postgres, open_shop, gateway, chance):
    shop = open_shop(*gateway)
    with Tills([shop], Goods(shop), chance) as tills:
        for _ in range(3):
            time.sleep(0.2 + chance.random() * 0.5)
            assert on_postgres.ask("crash") == "ok"
        time.sleep(0.5)
    assert shop.process.poll() is None
    check_sales(shop, tills, chance)
