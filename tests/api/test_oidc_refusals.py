# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""The trail that refused tokens leave: who tried from where, and no flood of it."""
import concurrent.futures
import contextlib
import sqlite3
import time

import pytest

from held import Held
from hostileissuer import Audience, HostileIssuer
from people import Person
from refusals import refusals, wait_until


@pytest.fixture(scope="module")
def issuer():
    issuer = HostileIssuer()
    yield issuer
    issuer.close()


@pytest.fixture(scope="module")
def shop(open_shop, issuer):
    return open_shop("--oidc", f"issuer={issuer.issuer} audience={Audience}")


def forged(issuer):
    head, claims, signature = issuer.token().split(".")
    return f"{head}.{claims}.{signature[:-8]}AAAAAAAA"


def opened(there, token):
    return there.get("/api/auth/profile", token=token).status


@contextlib.contextmanager
def writes_held(shop):
    """Nobody can write an audit row meanwhile."""
    if shop.database.startswith("postgres"):
        with Held(shop, "audit_entries"):
            yield
        return
    with contextlib.closing(sqlite3.connect(shop.database.removeprefix("sqlite:"), timeout=30,
                                            isolation_level=None)) as file:
        file.execute("BEGIN IMMEDIATE")
        yield
        file.execute("ROLLBACK")


def test_a_flood_leaves_one_row(shop, issuer):
    there, token = shop.elsewhere(), forged(issuer)
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        assert set(pool.map(lambda _: opened(there, token), range(200))) == {401}
    wait_until(lambda: refusals(there))
    # Whatever was to be written by now stands before this.
    assert opened(shop.elsewhere(), forged(issuer)) == 401
    assert shop.put("/api/settings", {"shop": {"tax_id": "1"}}).status == 200
    assert [details["count"] for _, details in refusals(there)] == [1]


def test_what_was_counted_is_told_at_the_end(open_shop, issuer):
    shop = open_shop("--oidc", f"issuer={issuer.issuer} audience={Audience}")
    there = shop.elsewhere()
    for _ in range(30):
        assert opened(there, forged(issuer)) == 401
    assert shop.stop() == 0
    assert sum(details["count"] for _, details in refusals(there)) == 30
    assert len(refusals(there)) == 2


def test_nobody_waits_for_the_row(shop, issuer):
    there = shop.elsewhere()
    with writes_held(shop):
        began = time.monotonic()
        assert opened(there, forged(issuer)) == 401
        assert opened(there, issuer.token(aud="somebody else")) == 401
        assert time.monotonic() - began < 1
        assert refusals(there) == []
    wait_until(lambda: len(refusals(there)) == 2)


def test_the_row_says_who_was_disabled(shop, issuer):
    there, name = shop.elsewhere(), "disabled-one"
    token = issuer.token(sub=name)
    assert opened(there, token) == 200
    user = there.get("/api/auth/profile", token=token).json["id"]
    assert shop.put(f"/api/users/{user}", {"active": False}).status == 200
    assert opened(there, token) == 401
    wait_until(lambda: len(refusals(there)) == 1)
    row, details = refusals(there)[0]
    assert row[0] == user and details["issuer"] == issuer.issuer


def test_who_comes_first_comes_from_somewhere(shop, issuer):
    there = shop.elsewhere()
    assert opened(there, issuer.token(sub="newcomer")) == 200
    rows = there.sql("SELECT action, address, request_id IS NOT NULL FROM audit_entries WHERE "
                     "subject = (SELECT id FROM users WHERE subject = 'newcomer') ORDER BY seq")
    assert [row[:2] for row in rows] == [["user.provisioned", there.place],
                                         ["sign_in", there.place]]
    assert {row[2] for row in rows} <= {"1", "t"}


def test_that_our_own_tokens_end_is_not_told(shop):
    there = shop.elsewhere()
    token = Person(shop, "cashier").token
    assert opened(there, token) == 200
    assert shop.post("/api/auth/logout", token=token).status == 204
    assert opened(there, token) == 401
    elsewhere = shop.elsewhere()
    assert opened(elsewhere, token[:-8] + "AAAAAAAA") == 401, "which somebody forged"
    wait_until(lambda: refusals(elsewhere))
    assert refusals(there) == []


def test_a_shop_without_issuers_tells_of_strangers_too(open_shop, issuer):
    shop = open_shop()
    there = shop.elsewhere()
    assert opened(there, issuer.token()) == 401
    wait_until(lambda: refusals(there))
    assert refusals(there)[0][1]["issuer"] is None
