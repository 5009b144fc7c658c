# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""Makes changes meet that otherwise hardly would: a table of PostgreSQL that everybody may read
and nobody may change for a while. SQLite has one writer, whose changes never meet."""
import subprocess
import time


class Held:
    """`with Held(shop, "users") as held:` start what shall meet, then held.until(2)."""

    def __init__(self, shop, table):
        self.shop, self.table = shop, table

    def __enter__(self):
        self.psql = subprocess.Popen(["psql", "-X", "-q", "-A", "-t", self.shop.database],
                                     text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.psql.stdin.write(f"BEGIN; LOCK TABLE {self.table} IN EXCLUSIVE MODE;"
                              "SELECT 'held';\n")
        self.psql.stdin.flush()
        assert self.psql.stdout.readline() == "held\n"
        return self

    def __exit__(self, *_):
        self.psql.stdin.close()  # Undoes its transaction.
        self.psql.wait()

    def until(self, count):
        """Waits until so many wait for the table."""
        deadline = time.monotonic() + 10
        while int(self.shop.sql("SELECT COUNT(*) FROM pg_locks WHERE NOT granted")[0][0]) < count:
            assert time.monotonic() < deadline, "nobody waits for the table"
