# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""Calls the backend over connections that are kept, one a thread, and never gives up a request."""
import http.client
import json
import threading
import time

TillTokenSeconds, Tries = 600, 5


class Refused(Exception):
    """An answer that should not be."""


class Caller:
    def __init__(self, shop, till=None):
        self.shop, self.till = shop, till
        self.lock = threading.Lock()  # Guards the till's token and the count of requests.
        self.till_token, self.till_since, self.requests = None, float("-inf"), 0
        self.threads = threading.local()

    def tokens(self, is_till):
        with self.lock:
            if not is_till:
                return self.shop.token
            if time.monotonic() - self.till_since > TillTokenSeconds:
                session = self.shop.post("/api/auth/till", self.till, token=False)
                self.till_token = self.shop.noted(session.json)["access_token"]
                self.till_since = time.monotonic()
            return self.till_token

    def send(self, method, target, body=None, *, name=None, is_till=False):
        """What it answered in the end: a 202 is asked after by the same key, which every POST has.
        """
        assert name or method == "GET"
        fields = {"Authorization": "Bearer " + self.tokens(is_till), "Prefer": "wait=10"}
        if body is not None:
            body = json.dumps(body).encode()
            fields["Content-Type"] = "application/json"
        if name:
            fields["Idempotency-Key"] = name
        while True:
            status, answer, wait = self.once(method, target, body, fields)
            if status == 503:
                time.sleep(wait)
            elif status != 202:
                break
        if status not in (200, 201):
            raise Refused(f"{method} {target} {name}: {status} {answer[:300]!r}")
        return json.loads(answer)

    def once(self, method, target, body, fields):
        """Asked again where the connection is gone: the backend closes those that rest."""
        for _ in range(Tries):
            try:
                return self.over_line(method, target, body, fields)
            except (http.client.HTTPException, OSError) as error:
                trouble = error
                self.threads.line.close()
                del self.threads.line
        raise Refused(f"{method} {target}: {trouble!r}")

    def over_line(self, method, target, body, fields):
        if not hasattr(self.threads, "line"):
            self.threads.line = http.client.HTTPConnection(self.shop.host, self.shop.port,
                                                           timeout=120)
        self.threads.line.request(method, target, body, fields)
        response = self.threads.line.getresponse()
        with self.lock:
            self.requests += 1
        return response.status, response.read(), int(response.headers.get("Retry-After", 0))

    def every(self, target):
        """All items of a list."""
        cursor, joint = "", "&" if "?" in target else "?"
        while cursor is not None:
            page = self.send("GET", f"{target}{joint}limit=200"
                             + (f"&cursor={cursor}" if cursor else ""))
            yield from page["items"]
            cursor = page["next_cursor"]
