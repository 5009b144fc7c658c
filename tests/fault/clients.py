# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""Clients that work while something breaks: some write and never give up, some read and watch the
clock."""
import asyncio
import collections
import contextlib
import http.client
import json
import random
import threading
import time

from shop import Answer, key

Gone = (OSError, http.client.HTTPException)


class Line:
    """One connection that is kept from request to request."""

    def __init__(self, shop, timeout=60):
        self.shop = shop
        self.connection = http.client.HTTPConnection(shop.host, shop.port, timeout=timeout)

    def send(self, method, target, body=None, **headers):
        fields = {"Authorization": "Bearer " + self.shop.token}
        fields |= {name.replace("_", "-"): value for name, value in headers.items()}
        data = None
        if body is not None:
            data = json.dumps(body).encode()
            fields["Content-Type"] = "application/json"
        self.connection.request(method, target, data, fields)
        response = self.connection.getresponse()
        return Answer(response.status, {name.lower(): value for name, value in
                                        response.getheaders()}, response.read())

    def close(self):
        self.connection.close()


class Call(threading.Thread):
    """A change that somebody waits for, without trying again."""

    def __init__(self, shop):
        super().__init__(daemon=True)
        self.line, self.answer, self.took = Line(shop), None, None
        self.start()

    def run(self):
        began = time.monotonic()
        with contextlib.suppress(*Gone):
            self.answer = self.line.send("POST", "/api/categories", {"name": key()})
        self.took = time.monotonic() - began


class Order:
    """Something that a writer wants done once, and what it was told."""

    def __init__(self, path, body):
        self.path, self.body, self.key, self.answer = path, body, key(), None


class Writer(threading.Thread):
    """Creates products and changes their stock, each with a key of its own, and sends the same
    again until it is answered, as a till does."""

    def __init__(self, shop, seed, prefix):
        super().__init__(daemon=True)
        self.shop, self.chance, self.prefix = shop, random.Random(seed), prefix
        self.ended = threading.Event()
        self.done, self.products, self.trouble, self.line = [], [], None, None

    def run(self):
        try:
            while not self.ended.is_set():
                self.insist(self.next_order())
        except Exception as error:  # Whoever waits for this thread is to hear of it.
            self.trouble = repr(error)

    def next_order(self):
        if not self.products or self.chance.random() < 0.2:
            number = len(self.products)
            return Order("/api/products", {"sku": f"{self.prefix}-{number}",
                                           "name": f"Thing {number} of {self.prefix}",
                                           "price": {"amount": 450, "currency": "EUR"}})
        return Order("/api/stock/adjustments",
                     {"product_id": self.chance.choice(self.products), "reason": "received",
                      "delta": str(self.chance.randrange(1, 1000))})

    def insist(self, order):
        deadline = time.monotonic() + 90
        while order.answer is None:
            assert time.monotonic() < deadline, f"nobody answers {order.body}"
            answer = self.attempt(order)
            if answer is None or answer.status == 503 or (
                    answer.status == 409 and answer.code == "idempotency_in_progress"):
                time.sleep(0.02)
                continue
            assert answer.status == 201, f"{order.body}: {answer}"
            order.answer = answer
        self.done.append(order)
        if order.path == "/api/products":
            self.products.append(order.answer.json["id"])

    def attempt(self, order):
        try:
            if self.line is None:
                self.line = Line(self.shop)
            return self.line.send("POST", order.path, order.body, Idempotency_Key=order.key)
        except Gone:
            if self.line:
                self.line.close()
            self.line = None
            return None


class Writers:
    """With these at work something is broken; afterwards `done` holds what they were promised."""

    def __init__(self, shop, chance, count=8):
        self.all = [Writer(shop, chance.random(), f"W{number}-{key()[:6]}")
                    for number in range(count)]

    def __enter__(self):
        for writer in self.all:
            writer.start()
        return self

    def __exit__(self, kind, *_):
        for writer in self.all:
            writer.ended.set()
        for writer in self.all:
            writer.join(120)
        if kind is None:
            troubles = [writer.trouble for writer in self.all if writer.trouble]
            assert not troubles, troubles
            assert not any(writer.is_alive() for writer in self.all)

    @property
    def done(self):
        return [order for writer in self.all for order in writer.done]


class Readers(threading.Thread):
    """Connections that ask for a page of the catalogue, rest, and ask again."""

    def __init__(self, shop, count=16, rest=0.1, target="/api/products?limit=50"):
        super().__init__(daemon=True)
        self.shop, self.count, self.rest, self.target = shop, count, rest, target
        self.times, self.statuses = [], collections.Counter()
        self.ended = threading.Event()

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *_):
        self.ended.set()
        self.join(60)

    def run(self):
        asyncio.run(self.read())

    async def read(self):
        await asyncio.gather(*(self.one(number) for number in range(self.count)))

    async def one(self, number):
        await asyncio.sleep(self.rest * number / self.count)
        try:
            reader, writer = await asyncio.open_connection(
                self.shop.host, self.shop.port, ssl=getattr(self.shop, "trust", None))
            while not self.ended.is_set():
                began = time.monotonic()
                writer.write(f"GET {self.target} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
                status = await asyncio.wait_for(self.answer(reader), 30)
                self.times.append(time.monotonic() - began)
                self.statuses[status] += 1
                await asyncio.sleep(self.rest)
            writer.close()
        except (OSError, EOFError, asyncio.TimeoutError) as error:
            self.statuses[type(error).__name__] += 1

    @staticmethod
    async def answer(reader):
        head = await reader.readuntil(b"\r\n\r\n")
        fields = head.lower().split(b"content-length:")[1]
        await reader.readexactly(int(fields.split(b"\r\n")[0]))
        return int(head[9:12])

    def p99(self):
        """In milliseconds."""
        return sorted(self.times)[int(len(self.times) * 0.99)] * 1000
