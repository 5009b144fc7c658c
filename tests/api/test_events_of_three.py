# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""Three backends over one database: a feed of any tells the same, in the same order."""
import os
import random
import threading

import pytest

from feed import feed, names
from shop import Shop
from test_orders import euro, order


class Listening(threading.Thread):
    """Hears all that a backend tells, leaving and coming back at random."""

    def __init__(self, shop, seed):
        super().__init__()
        self.shop, self.chance, self.heard, self.after = shop, random.Random(seed), [], 0
        self.last, self.failure = None, None

    def run(self):
        try:
            while not self.heard or self.heard[-1]["subject"] != self.last:
                with feed(self.shop, after=self.after, timeout=1) as ears:
                    self.listen(ears)
        except Exception as failure:  # Shown by the test, which is another thread.
            self.failure = failure

    def listen(self, ears):
        for _ in range(self.chance.randint(1, 60)):
            try:
                self.heard.append(ears.message())
            except TimeoutError:
                return
            self.after = self.heard[-1]["seq"]
            if self.heard[-1]["subject"] == self.last:
                return


@pytest.mark.usefixtures("on_postgres")
def test_three_backends_tell_the_same_to_who_resumes_at_random(postgres):
    database = postgres.database()
    first = Shop(database)
    others = [Shop(database, admin=False, key_file=first.key_file) for _ in range(2)]
    for other in others:
        other.admin, other.admin_token, other.admin_since = True, first.token, first.admin_since
    shops = [first, *others]
    seed = int.from_bytes(os.urandom(4), "big")
    print("seed", seed)
    try:
        tea = first.product(price=euro(450))
        first.adjust(tea, delta=10_000)
        listeners = [Listening(shop, seed + i) for i, shop in enumerate(shops * 2)]
        for listener in listeners:
            listener.start()

        def sell(shop):
            for _ in range(40):
                assert order(shop, [(tea, 1)]).json["status"] == "confirmed"

        sellers = [threading.Thread(target=sell, args=[shop]) for shop in shops * 3]
        for seller in sellers:
            seller.start()
        for seller in sellers:
            seller.join()
        end = first.category()["id"]
        for listener in listeners:
            listener.last = end
        for listener in listeners:
            listener.join(60)
            assert not listener.failure and not listener.is_alive(), (seed, listener.failure)
            seqs = [event["seq"] for event in listener.heard]
            assert seqs == sorted(set(seqs)), seed
            assert seqs == [event["seq"] for event in listeners[0].heard], seed
        assert names(listeners[0].heard).count("order.confirmed") == 360
        stock = [event["data"]["items"][0]["on_hand"] for event in listeners[0].heard
                 if event["type"] == "stock.changed"]
        assert stock[-1] == str(10_000 - 360)
    finally:
        for shop in shops:
            shop.close()
