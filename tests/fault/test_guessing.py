# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""Somebody who guesses passwords all day: a few verdicts, and nobody else notices."""
import asyncio
import collections
import json
import pathlib
import re

from clients import Readers
from people import login, new_email
from shop import Admin, key, note

Guesses, Connections, Accounts = 10_000, 32, 200
AddressMax = 100
PeakMiBMax = 500


async def guess(shop, emails, told):
    """Asks over one connection as long as there is somebody to guess at."""
    reader, writer = await asyncio.open_connection(shop.host, shop.port,
                                                   local_addr=(shop.place, 0))
    for email in emails:
        data = json.dumps({"email": email, "password": note(key())})
        writer.write(f"POST /api/auth/login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json"
                     f"\r\nContent-Length: {len(data)}\r\n\r\n{data}".encode())
        head = await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), 30)
        length = int(re.search(rb"content-length: *(\d+)", head.lower()).group(1))
        await reader.readexactly(length)
        told[int(head[9:12])] += 1
    writer.close()


async def guess_all(shop, told):
    emails = iter([new_email() for _ in range(Accounts)] * (Guesses // Accounts))
    await asyncio.gather(*(guess(shop, emails, told) for _ in range(Connections)))


def peak_mib(shop):
    status = pathlib.Path(f"/proc/{shop.process.pid}/status").read_text()
    return int(re.search(r"VmHWM:\s+(\d+)", status).group(1)) / 1024


def test_ten_thousand_guesses_get_a_hundred_verdicts(shop):
    away, told = shop.elsewhere(), collections.Counter()
    with Readers(shop, 4) as readers:
        asyncio.run(guess_all(away, told))
    print(f"told {dict(told)}, p99 of readers {readers.p99():.0f} ms, {peak_mib(shop):.0f} MiB")
    assert sum(told.values()) == Guesses
    assert set(told) <= {401, 429, 503} and 1 <= told[401] <= AddressMax, told
    assert set(readers.statuses) == {200}
    assert peak_mib(shop) < PeakMiBMax
    rows = int(shop.sql("SELECT COUNT(*) FROM failed_attempts")[0][0])
    assert rows == 2 * told[401]
    assert login(shop, *Admin).status == 200
    assert login(away, *Admin).status == 429
