# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""Three backends at once over one PostgreSQL database: to the shop they are one."""
import time

import pytest

from commitproxy import CommitProxy
from kills import Seconds
from salebooks import check_sales, let_leases_run_out
from selling import card, level, order, stocked
from shop import key
from test_last_unit import all_at_once, buy
from tills import Goods, Tills

pytestmark = pytest.mark.usefixtures("on_postgres")


@pytest.fixture
def proxy(tmp_path_factory):
    one = CommitProxy(tmp_path_factory.mktemp("p") / "s")  # A socket's name must be short.
    yield one
    one.close()


@pytest.fixture
def backends(open_shop, gateway, on_postgres, tmp_path, proxy):
    """They share the key file and the gateway. What the last one hears of the server, the proxy
    has passed on."""
    database = on_postgres.database()
    urls = [database, database, proxy.url(database)]
    shops = []
    for url in urls:  # The owner need be let in only once.
        shops.append(open_shop(*gateway, database=url, admin=not shops,
                               key_file=tmp_path / "shared.key"))
        shops[-1].admin = True
        assert shops[-1].token  # Or the tills would all fetch one at once.
    return shops


def test_they_sell_together_and_no_deadlock_reaches_a_till(backends, chance):
    """Baskets are in any order, and a retry goes to whichever backend."""
    with Tills(backends, Goods(backends[0]), chance) as tills:
        time.sleep(max(3, Seconds))
    assert {*tills.statuses} <= {200, 201, 202, 409}, tills.statuses
    print(dict(tills.statuses))
    check_sales(backends[1], tills, chance)


def test_what_one_leaves_when_it_dies_the_others_take_up(backends, proxy, chance):
    """Meanwhile the third never knows whether its sales were committed."""
    with Tills(backends, Goods(backends[0]), chance) as tills:
        for _ in range(8):
            time.sleep(0.05 + chance.random() * 0.3)
            proxy.cut_next()
            one = chance.choice(backends[:2])
            one.kill()
            time.sleep(chance.random() * 0.2)
            proxy.cut_next()
            one.start()
        backends[0].kill()  # It stays dead.
        tills.leave(backends[0])
        let_leases_run_out(backends[1])
    assert proxy.cuts > 8
    assert {*tills.statuses} <= {200, 201, 202, 409, 503, "gone"}, tills.statuses
    check_sales(backends[1], tills, chance)


@pytest.mark.parametrize("payment", [{"method": "cash"}, card("tok_slow_50")])
def test_one_key_at_three_backends_makes_one_order(backends, payment):
    tea, same = stocked(backends[0], 100), key()
    answers = all_at_once(60, lambda number: buy(backends[number % 3], tea, payment, same))
    assert len({answer.body for answer in answers}) == 1
    assert answers[0].json["status"] == "confirmed"
    assert level(backends[0], tea)["on_hand"] == "99"
    assert len(backends[0].every("/orders", 200)) == 1


@pytest.mark.parametrize("payment", [{"method": "cash"}, card()])
def test_a_sale_whose_commit_was_cut_off_is_there_once(backends, proxy, payment):
    """With its key the backend finds out by itself; the client notices nothing."""
    shop = backends[2]
    tea = stocked(shop, 100)
    for sold in range(1, 6):
        proxy.cut_next()
        same = key()
        answer = order(shop, [(tea, 1)], [payment], same=same, wait=10)
        assert answer.status == 201 and answer.json["status"] == "confirmed", answer
        assert proxy.cuts == sold
        assert order(shop, [(tea, 1)], [payment], same=same).body == answer.body
        assert level(shop, tea)["on_hand"] == str(100 - sold)
        assert len(shop.every("/orders", 200)) == sold
