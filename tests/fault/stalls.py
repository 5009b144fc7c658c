# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""What holds a shop up, to be used with `with`: each is the weather in which others read. The
benches measure in it, the tests here only ask whether everybody is answered."""
import asyncio
import contextlib
import sqlite3
import ssl
import subprocess
import threading

from clients import Line, Readers, Writers
from shop import Programs
from tracing import traced


@contextlib.contextmanager
def calm(_shop, _chance):
    yield


@contextlib.contextmanager
def slow_flushes(shop, chance):
    """A disk that takes 50 ms for each flush, while somebody changes things."""
    with traced(shop, "fdatasync,fsync:delay_exit=50000"), Writers(shop, chance, 2):
        yield


@contextlib.contextmanager
def busy_writers(shop, chance):
    with Writers(shop, chance, 4):
        yield


@contextlib.contextmanager
def heavy_reads(shop, _chance):
    """More than two at once of what goes to the reader threads."""
    with Readers(shop, 6, rest=0, target="/api/products?q=t&limit=200") as readers:
        yield
    assert set(readers.statuses) == {200}, readers.statuses


@contextlib.contextmanager
def import_beside(shop, _chance):
    path = shop.folder / "beside.csv"
    with open(path, "w", encoding="utf-8") as out:
        out.write("sku,name,price,stock\n")
        for row in range(200_000):
            out.write(f"B{row},Beside {row},1.00,{row % 9}\n")
    process = subprocess.Popen([str(Programs / "tradepostd"), "import", "products", str(path),
                                "--database", shop.database], stdout=subprocess.DEVNULL)
    try:
        yield
    finally:
        process.kill()
        process.wait()


@contextlib.contextmanager
def long_snapshot(shop, chance):
    """Somebody reads the file for ever, so that its log cannot shrink while others write."""
    file = sqlite3.connect(shop.database.removeprefix("sqlite:"), isolation_level=None)
    file.execute("BEGIN")
    before = file.execute("SELECT count(*) FROM products").fetchone()
    with Writers(shop, chance, 2):
        yield
    assert file.execute("SELECT count(*) FROM products").fetchone() == before
    file.close()


@contextlib.contextmanager
def nobody_can_write(shop, postgres):
    """Changes wait while this lasts; so do readings of a PostgreSQL shop."""
    if postgres:
        postgres.ask("pause")
        yield
        postgres.ask("resume")
        return
    other = sqlite3.connect(shop.database.removeprefix("sqlite:"), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    yield
    other.close()


class Handshakes(threading.Thread):
    """Clients that all come at the same moment; each asks once."""

    def __init__(self, shop, count):
        super().__init__(daemon=True)
        self.shop, self.count, self.statuses = shop, count, []

    def run(self):
        asyncio.run(self.all())

    async def all(self):
        self.statuses = await asyncio.gather(*(self.one() for _ in range(self.count)),
                                             return_exceptions=True)

    async def one(self):
        reader, writer = await asyncio.open_connection(
            self.shop.host, self.shop.port, ssl=self.shop.trust, ssl_handshake_timeout=30)
        writer.write(b"GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n")
        status = await asyncio.wait_for(Readers.answer(reader), 30)
        writer.close()
        return status


@contextlib.contextmanager
def handshakes(shop, _chance, count=500):
    """For a shop with TLS."""
    crowd = Handshakes(shop, count)
    crowd.start()
    yield
    crowd.join(60)
    assert crowd.statuses == [200] * count, [one for one in crowd.statuses if one != 200][:3]
