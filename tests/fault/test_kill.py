# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""The backend, or its database, dies at any moment: what was answered is there, once."""
import os
import subprocess
import time

from books import check_books
from clients import Writers
from shop import Programs

Kills = 10
Seconds = float(os.environ.get("TP_FAULT_SECONDS", 0))


def start_in_vain(shop, chance):
    """A start that is killed too, maybe while it repairs what the last one left."""
    process = subprocess.Popen([str(Programs / "tradepostd"), "serve", "--listen", "127.0.0.1:0",
                                "--database", shop.database], stdout=subprocess.DEVNULL,
                               stderr=shop.log, stdin=subprocess.DEVNULL)
    time.sleep(chance.random() * 0.2)
    process.kill()
    process.wait()


def test_killed_at_any_moment_it_keeps_its_promises(open_shop, chance):
    shop = open_shop()
    ends_at, kills = time.monotonic() + Seconds, 0
    with Writers(shop, chance) as writers:
        while kills < Kills or time.monotonic() < ends_at:
            time.sleep(0.05 + chance.random() * 0.5)
            shop.kill()
            kills += 1
            if chance.random() < 0.3:
                start_in_vain(shop, chance)
            shop.start()
    assert len(writers.done) > 5 * Kills
    print(f"{kills} kills, {len(writers.done)} promises")
    check_books(shop, writers.done, chance)


def test_a_crash_of_the_server_is_outlived(on_postgres, open_shop, chance):
    shop = open_shop()
    with Writers(shop, chance) as writers:
        for _ in range(3):
            time.sleep(0.2 + chance.random() * 0.5)
            assert on_postgres.ask("crash") == "ok"
        time.sleep(0.5)
    assert shop.process.poll() is None
    check_books(shop, writers.done, chance)
