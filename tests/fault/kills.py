# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""A backend that is killed and started anew, at moments that chance chooses."""
import os
import subprocess
import time

from shop import Programs

Seconds = float(os.environ.get("TP_FAULT_SECONDS", 0))


def start_in_vain(shop, chance):
    """A start that is killed too, maybe while it repairs what the last one left."""
    process = subprocess.Popen([str(Programs / "tradepostd"), "serve", "--listen", "127.0.0.1:0",
                                "--database", shop.database, "--key-file", shop.key_file,
                                *shop.arguments],
                               stdout=subprocess.DEVNULL, stderr=shop.log,
                               stdin=subprocess.DEVNULL)
    time.sleep(chance.random() * 0.2)
    process.kill()
    process.wait()


def kill_again_and_again(shop, chance, at_least, pause=0.5):
    """So often, and for TP_FAULT_SECONDS; how often it was."""
    ends_at, kills = time.monotonic() + Seconds, 0
    while kills < at_least or time.monotonic() < ends_at:
        time.sleep(0.05 + chance.random() * pause)
        shop.kill()
        kills += 1
        if chance.random() < 0.3:
            start_in_vain(shop, chance)
        shop.start()
    return kills
