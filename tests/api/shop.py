# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""A running backend and a stranger who calls it."""
import atexit
import copy
import http.client
import itertools
import json
import os
import pathlib
import re
import shutil
import signal
import socket
import sqlite3
import subprocess
import tempfile
import time
import uuid

from contractcheck import Contract

Programs = pathlib.Path(os.environ["TP_BIN"])
Admin = ("owner@shop.example", "correct horse battery staple")
# What no log may show: everything that a test uses as a secret is noted here, by note().
Secrets = {Admin[1]}
if "TP_TEST_SECRETS" in os.environ:
    atexit.register(lambda: note_for_all(os.environ["TP_TEST_SECRETS"]))
TokenSeconds, Never = 600, float("-inf")
# Linux hands all of 127.0.0.0/8 to the loopback: whoever is wrong on purpose does it from a place
# of their own, so that nobody else is throttled for it.
Places = (f"127.{a}.{b}.{c}" for a, b, c in itertools.product(range(9, 255), range(255),
                                                              range(1, 255)))


def key():
    return uuid.uuid4().hex


def note(secret):
    """Remembers it as a secret, unless it is so short that it may stand anywhere by chance."""
    if secret and len(secret) >= 8:
        Secrets.add(secret)
    return secret


class Answer:
    def __init__(self, status, headers, body):
        self.status, self.headers, self.body = status, headers, body

    @property
    def json(self):
        return json.loads(self.body)

    @property
    def code(self):
        return self.json["code"]

    def fields(self):
        return {(error["pointer"], error["code"]) for error in self.json.get("errors", [])}

    def __repr__(self):
        return f"{self.status} {self.body[:400]!r}"


def note_for_all(path):
    """What this program's own output is searched for too, once all have run (tests/leaks.py)."""
    with open(path, "a", encoding="utf-8") as file:
        file.write("".join(secret + "\n" for secret in Secrets if not {"\n", "\0"} & set(secret)))


class Shop:
    """One backend on a fresh database: a SQLite file, or the postgresql:// URL handed in. It has an
    admin, whose token is used where a test names no other, unless `admin` says no."""

    def __init__(self, database=None, *arguments, currency=None, admin=True, key_file=None):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="tradepost-test-"))
        self.database = database or f"sqlite:{self.folder}/shop.db"
        self.arguments = list(arguments)
        if currency:
            self.arguments += ["--currency", currency]
        self.key_file = str(key_file or self.folder / "shop.key")
        self.contract = self.place = None
        self.admin, self.admin_token, self.admin_since = admin, None, Never
        if admin:
            self.let_admin_in(*(["--currency", currency] if currency else []))
        self.start()
        _ = self.token  # Threads that want it at once shall not all sign in.

    def let_admin_in(self, *more):
        """At the terminal, which makes the database where there is none."""
        self.admin_since = Never
        self.cli("user", "add", "--email", Admin[0], "--role", "admin", "--password-stdin", *more,
                 text=Admin[1] + "\n")

    def cli(self, *words, text=None):
        """A command of `tradepostd` beside what serves."""
        done = subprocess.run([str(Programs / "tradepostd"), *words, "--database", self.database],
                              input=text or "", text=True, capture_output=True, timeout=120,
                              check=False)
        assert done.returncode == 0, (words, done)
        return done

    def start(self):
        self.log = open(self.folder / "log.txt", "ab")
        self.process = subprocess.Popen(
            [str(Programs / "tradepostd"), "serve", "--listen", "127.0.0.1:0", "--database",
             self.database, "--images", str(self.folder / "images"), "--key-file", self.key_file,
             *self.arguments],
            stdout=subprocess.PIPE, stderr=self.log, stdin=subprocess.DEVNULL)
        line = self.process.stdout.readline()
        assert line, "no ready line: " + (self.folder / "log.txt").read_text()[-1500:]
        self.ready = json.loads(line)
        self.host, port = re.match(r"https?://([^:/]+):(\d+)", self.ready["url"]).groups()
        self.port = int(port)
        self.contract = Contract(json.loads(self.send("GET", "/openapi.json").body))

    @property
    def token(self):
        """The admin's, renewed before it ends."""
        if self.admin and time.monotonic() - self.admin_since > TokenSeconds:
            self.admin_token, self.admin_since = self.sign_in(*Admin), time.monotonic()
        return self.admin_token

    def sign_in(self, email, password, **more):
        note(password)
        answer = self.call("POST", "/api/auth/login", {"email": email, "password": password,
                                                       **more}, token=False)
        assert answer.status == 200, answer
        return self.noted(answer.json)["access_token"]

    @staticmethod
    def noted(session):
        """A session, whose tokens no log may show from now on."""
        note(session["access_token"])
        note(session["refresh_token"])
        return session

    def elsewhere(self):
        """The same shop, called from an address that nobody else calls from."""
        other = copy.copy(self)
        other.place = next(Places)
        return other

    def sql(self, statement):
        """Done to the database behind the backend's back; the rows as lists of texts."""
        if self.database.startswith("sqlite:"):
            with sqlite3.connect(self.database.removeprefix("sqlite:"), timeout=30) as file:
                rows = [[str(value) for value in row] for row in file.execute(statement)]
            file.close()
            return rows
        done = subprocess.run(["psql", "-X", "-q", "-A", "-t", "-F", "\t", "-c", statement,
                               self.database], text=True, capture_output=True, check=True)
        return [line.split("\t") for line in done.stdout.splitlines()]

    def check_secrets(self):
        """Nothing that a test used as a secret stands in the log, or as it is in the database."""
        lines = "\n".join(secret for secret in Secrets if not {"\n", "\0"} & set(secret))
        paths = [self.folder / "log.txt", *self.folder.glob("shop.db*")]
        done = subprocess.run(["grep", "-a", "-l", "-F", "-f", "-", *paths], input=lines.encode(),
                              env={"LC_ALL": "C"}, capture_output=True, check=False)
        assert done.returncode == 1, f"a secret stands in {done.stdout} {done.stderr}"

    def check_metrics(self):
        metrics = self.send("GET", "/metrics").body.decode()
        assert not [secret for secret in Secrets if secret in metrics]

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(15)

    def kill(self):
        self.process.kill()
        self.process.wait()

    def close(self):
        if self.process.poll() is None:
            self.check_metrics()
            self.kill()
        self.log.close()
        self.check_secrets()
        shutil.rmtree(self.folder, ignore_errors=True)

    def send(self, method, target, body=None, headers=None):
        """One request, without any of our own opinions."""
        source = (self.place, 0) if self.place else None
        connection = http.client.HTTPConnection(self.host, self.port, 30, source)
        connection.request(method, target, body=body, headers=headers or {})
        response = connection.getresponse()
        answer = Answer(response.status, {name.lower(): value for name, value in
                                          response.getheaders()}, response.read())
        connection.close()
        return answer

    def call(self, method, target, body=None, *, token=None, raw=None, headers=None):
        """A request as a client makes it, its answer held against the contract. `token`: False for
        none, a text for another; `raw`: bytes instead of a body."""
        fields = {"Accept": "application/json", **(headers or {})}
        data = raw
        if body is not None:
            data = json.dumps(body).encode()
        if data is not None:
            fields.setdefault("Content-Type", "application/json")
        if token is not False:
            fields["Authorization"] = "Bearer " + (token or self.token)
        answer = self.send(method, target, data, fields)
        self.contract.check(method, target, answer)
        if answer.status >= 400:
            said = answer.body.decode()
            known = list(Secrets)  # Other threads note theirs meanwhile.
            assert not [secret for secret in known if secret in said], "a secret is said aloud"
        return answer

    def get(self, target, **more):
        return self.call("GET", target, **more)

    def post(self, target, body=None, **more):
        return self.call("POST", target, body, **more)

    def put(self, target, body=None, **more):
        return self.call("PUT", target, body, **more)

    def delete(self, target, **more):
        return self.call("DELETE", target, **more)

    def every(self, target, limit=3):
        """All items of a list, page by page."""
        items, cursor = [], None
        joint = "&" if "?" in target else "?"
        while True:
            place = f"&cursor={cursor}" if cursor else ""
            page = self.get(f"{target}{joint}limit={limit}{place}")
            assert page.status == 200, page
            assert len(page.json["items"]) <= limit
            items += page.json["items"]
            cursor = page.json["next_cursor"]
            if cursor is None:
                return items

    def product(self, **members):
        """A product that nothing else in the shop is like."""
        body = {"sku": "SKU-" + key()[:12], "name": "Thing " + key()[:8],
                "price": {"amount": 450, "currency": "EUR"}, **members}
        answer = self.post("/api/products", body)
        assert answer.status == 201, answer
        return answer.json

    def category(self, **members):
        answer = self.post("/api/categories", {"name": "Category " + key()[:8], **members})
        assert answer.status == 201, answer
        return answer.json

    def adjust(self, product, **members):
        answer = self.post("/api/stock/adjustments",
                           {"product_id": product["id"], "reason": "received", **members})
        assert answer.status == 201, answer
        return answer.json

    def raw(self, data, timeout=3):
        """Bytes in, bytes out: everything that comes until the end, and whether it ended."""
        with socket.create_connection((self.host, self.port), timeout=timeout) as connection:
            got = b""
            try:
                connection.sendall(data)
                while chunk := connection.recv(65536):
                    got += chunk
                return got, True
            except socket.timeout:
                return got, False
            except (ConnectionResetError, BrokenPipeError):
                return got, True
