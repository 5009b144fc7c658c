# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""Sales on a disk that is full, slow or broken: who cannot be served is told so, and what was
acknowledged is there."""
import time

import pytest

from salebooks import check_sales
from test_full_disk import fill, wait_for_ready
from tills import Goods, Tills
from tracing import traced

# What a till may be told: a 503 says when to come back, anything else is an outcome.
Clear = {200, 201, 202, 503}


@pytest.mark.parametrize("failing", [
    "fdatasync,fsync:delay_exit=30000", "fdatasync,fsync:error=EIO:when=3+2",
    "pwrite64:error=EIO:when=20+30", "pwrite64:error=ENOSPC"])
def test_sales_on_a_disk_that_fails(open_shop, gateway, on_sqlite, chance, failing):
    """The gateway's books are on the same disk."""
    shop = open_shop(*gateway)
    with Tills([shop], Goods(shop), chance, 8) as tills:
        time.sleep(0.2)
        with traced(shop, failing):
            time.sleep(1)
        time.sleep(0.3)
    assert {*tills.statuses} <= Clear, tills.statuses
    assert (503 in tills.statuses) == ("error" in failing), tills.statuses
    shop.kill()
    shop.start()
    check_sales(shop, tills, chance)


def test_sales_on_a_full_disk(open_shop, gateway, tiny_disk, chance):
    shop = open_shop(*gateway, database=f"sqlite:{tiny_disk}/shop.db")
    # Few, or what they sell fills the disk by itself.
    with Tills([shop], Goods(shop), chance, 2) as tills:
        fill(tiny_disk)
        deadline = time.monotonic() + 30
        while 503 not in tills.statuses:
            assert time.monotonic() < deadline, "the log never outgrew the disk"
            time.sleep(0.1)
        wait_for_ready(shop, 503)
        (tiny_disk / "ballast").unlink()
        wait_for_ready(shop, 200)
    assert {*tills.statuses} <= Clear, tills.statuses
    check_sales(shop, tills, chance)
    shop.kill()
    shop.start()
    check_sales(shop, tills, chance)


def test_sales_while_the_server_stops_answering(on_postgres, open_shop, gateway, chance):
    shop = open_shop(*gateway)
    with Tills([shop], Goods(shop), chance, 8) as tills:
        for _ in range(3):
            time.sleep(0.3)
            on_postgres.ask("pause")
            time.sleep(0.2 + chance.random())
            on_postgres.ask("resume")
        time.sleep(0.3)
    assert {*tills.statuses} <= Clear, tills.statuses
    check_sales(shop, tills, chance)
