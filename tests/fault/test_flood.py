# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""More than the shop can do: it says so at once, forgets nothing that it took, and recovers."""
import asyncio
import collections
import json
import os
import resource
import sqlite3
import time

import pytest

from clients import Line, Readers
from shop import key

ConnectionsMax = 4096
Wave = ConnectionsMax + 600


class Flood:
    """Changes that are all sent at once, each on a connection of its own."""

    def __init__(self, shop, product):
        self.shop = shop
        self.body = json.dumps({"product_id": product["id"], "delta": "1", "reason": "received"})

    async def send(self, count):
        """Opens and asks, and does not wait for an answer."""
        wave = []
        for _ in range(count):
            reader, writer = await asyncio.open_connection(self.shop.host, self.shop.port)
            writer.write(f"POST /api/stock/adjustments HTTP/1.1\r\nHost: x\r\nAuthorization: "
                         f"Bearer {self.shop.token}\r\nContent-Type: application/json\r\n"
                         f"Idempotency-Key: {key()}\r\nContent-Length: {len(self.body)}\r\n\r\n"
                         f"{self.body}".encode())
            wave.append((reader, writer))
        return wave

    async def answers(self, wave, seconds):
        """What comes within this time, (status, has Retry-After) -> how often; and who waits."""
        async def one(reader):
            try:
                head = await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), seconds)
                return int(head[9:12]), b"\r\nretry-after:" in head.lower()
            except asyncio.TimeoutError:
                return None, False
            except (EOFError, ConnectionError):
                return "closed", False

        told = await asyncio.gather(*(one(reader) for reader, _ in wave))
        waiting_still = [stream for stream, answer in zip(wave, told) if answer[0] is None]
        return collections.Counter(told), waiting_still


async def overflow(shop, product):
    """(what was told while nothing could be written, what the others were told afterwards)"""
    flood = Flood(shop, product)
    other = sqlite3.connect(shop.database.removeprefix("sqlite:"), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    wave = await flood.send(Wave)
    told, waiting_still = await flood.answers(wave, 3)
    other.close()
    rest, _ = await flood.answers(waiting_still, 60)
    for _, writer in wave:
        writer.close()
    return told, rest


def waiting(shop):
    text = shop.send("GET", "/metrics").body.decode()
    line = next(one for one in text.splitlines() if one.startswith("tradepost_writes_waiting "))
    return int(line.split()[1])


@pytest.mark.skipif(not os.environ.get("TP_FAULT_FLOOD"),
                    reason="opens 4,696 connections within seconds: TP_FAULT_FLOOD=1 on a machine "
                           "with nothing else to do")
def test_a_flood_is_told_at_once_and_forgets_nothing(shop, on_sqlite):
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if hard < Wave + 500:
        pytest.skip("too few files may be open")
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    product = shop.product()
    with Readers(shop, 4) as readers:
        told, rest = asyncio.run(overflow(shop, product))
    print(told, rest)
    assert set(told) <= {(503, True), (None, False), ("closed", False)}, told
    assert told[(503, True)] >= 100 and told[(None, False)] <= ConnectionsMax
    assert set(rest) <= {(201, False), (503, True)}, rest  # Some waited for the file too long.
    assert set(readers.statuses) == {200}, readers.statuses

    line = Line(shop)
    stock = line.send("GET", f"/api/stock/{product['id']}").json
    assert int(stock["on_hand"]) == rest[(201, False)]
    began = time.monotonic()
    assert line.send("POST", "/api/categories", {"name": "Afterwards"}).status == 201
    assert time.monotonic() - began < 2
    assert waiting(shop) <= 2
    assert shop.get("/health/ready").status == 200
