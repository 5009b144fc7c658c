# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""People whose accounts are elsewhere: a real OpenID provider says who they are."""
import concurrent.futures
import json
import sqlite3
import subprocess
import time
import uuid

import pytest

from hostileissuer import Audience
from openid import OpenIdProvider

Roles = "https://shop.example/roles"
Mapping = f"role_claim={Roles} roles=boss:admin|buyer:vendor|floor:cashier"
Customer, Cashier, Vendor, Manager, Admin = 1, 2, 4, 8, 16


def oidc(issuer, more=Mapping):
    return "--oidc", f"issuer={issuer} audience={Audience} {more}"


@pytest.fixture(scope="module")
def provider():
    provider = OpenIdProvider()
    yield provider
    provider.stop()


@pytest.fixture(scope="module")
def shop(open_shop, provider):
    return open_shop(*oidc(provider.issuer, Mapping + " client_id=shop-window name=\"Our people\""))


def somebody():
    return "p" + uuid.uuid4().hex[:12]


def rows(shop, sql):
    """What the database itself holds."""
    if shop.database.startswith("sqlite:"):
        file = sqlite3.connect(shop.database.removeprefix("sqlite:"), timeout=30)
        with file:
            found = [tuple(map(str, row)) for row in file.execute(sql)]
        file.close()
        return found
    told = subprocess.run(["psql", "-AtX", "-F", "\t", "-v", "ON_ERROR_STOP=1", "-P", "null=None",
                           "-c", sql, shop.database], stdout=subprocess.PIPE, text=True, check=True)
    return [tuple(line.split("\t")) for line in told.stdout.splitlines() if "\t" in line]


def user_of(shop, subject):
    found = rows(shop, "SELECT id, email, full_name, roles, active FROM users "
                       f"WHERE subject = '{subject}'")
    assert len(found) == 1, found
    return found[0]


def deeds(shop, user_id):
    return [row[0] for row in rows(shop, "SELECT action, details FROM audit_entries "
                                         f"WHERE subject = '{user_id}' ORDER BY seq")]


def statuses(shop, token):
    """What a token opens: reading stock (staff), writing the catalogue (buyers), health (admin)."""
    return (shop.get("/api/stock", token=token).status,
            shop.post("/api/categories", {"name": ""}, token=token).status,
            shop.get("/health", token=token).status)


Nothing, ForStaff, ForBuyers, ForAdmins = (403, 403, 403), (200, 403, 403), (200, 422, 403), \
    (200, 422, 200)


def test_a_program_comes_in_as_itself(shop, provider):
    assert statuses(shop, provider.machine()) == Nothing
    assert user_of(shop, "shop-machine")[1:] == ("None", "", str(Customer), "1")


@pytest.mark.parametrize("alg", ["rs256", "es256"])
@pytest.mark.parametrize("claims, opened", [
    ({}, Nothing), ({Roles: ["unheard of", "admin"]}, Nothing), ({Roles: "floor"}, ForStaff),
    ({Roles: ["buyer"]}, ForBuyers), ({Roles: ["floor", "boss"]}, ForAdmins)],
    ids=["none", "not-ours", "cashier", "vendor", "admin"])
def test_people_are_what_their_issuer_makes_them(shop, provider, claims, opened, alg):
    name = somebody()
    provider.account(name, **claims)
    assert statuses(shop, provider.sign_in(name, alg)) == opened


def test_whoever_comes_first_becomes_a_user(shop, provider):
    name, mail = somebody(), somebody()
    provider.account(name, name=" Ánna\u0007  Ek ", email=f"{mail}@Example.COM",
                     email_verified=True, **{Roles: ["floor"]})
    token = provider.sign_in(name)
    for _ in range(3):
        assert statuses(shop, token) == ForStaff
    user = user_of(shop, name)
    assert user[1:] == (f"{mail}@example.com", "Ánna Ek", str(Cashier), "1")
    assert deeds(shop, user[0]) == ["user.provisioned", "sign_in"]


def test_an_email_makes_nobody_somebody_else(shop, provider):
    mail = somebody() + "@example.com"
    names = [somebody() for _ in range(4)]
    for name, claims in zip(names, ({"email_verified": False}, {"email_verified": "true"},
                                    {"email_verified": True}, {"email_verified": True})):
        provider.account(name, email=mail, **claims)
        assert statuses(shop, provider.sign_in(name)) == Nothing
    assert [user_of(shop, name)[1] for name in names] == ["None", "None", mail, "None"]


def test_many_first_requests_make_one_user(shop, provider):
    name = somebody()
    provider.account(name, email=name + "@example.com", email_verified=True, **{Roles: ["floor"]})
    tokens = [provider.sign_in(name) for _ in range(2)]
    with concurrent.futures.ThreadPoolExecutor(24) as pool:
        answers = pool.map(lambda i: shop.get("/api/stock", token=tokens[i % 2]).status, range(48))
        assert set(answers) == {200}
    assert deeds(shop, user_of(shop, name)[0]).count("user.provisioned") == 1


def test_another_role_comes_with_the_next_token(shop, provider):
    name = somebody()
    provider.account(name, **{Roles: ["boss"]})
    before = provider.sign_in(name)
    assert statuses(shop, before) == ForAdmins
    provider.account(name, **{Roles: ["floor"]})
    assert statuses(shop, provider.sign_in(name)) == ForStaff
    user = user_of(shop, name)
    assert user[3] == str(Cashier)
    assert "user.roles_changed" in deeds(shop, user[0])


def changed(shop, user_id, **members):
    answer = shop.put(f"/api/users/{user_id}", members)
    assert answer.status == 200, answer
    return answer.json


def test_staff_see_whose_account_it_is(shop, provider):
    name = somebody()
    provider.account(name, name="Ben", **{Roles: ["floor"]})
    token = provider.sign_in(name)
    assert statuses(shop, token) == ForStaff
    user = shop.get("/api/users/" + user_of(shop, name)[0]).json
    assert user["issuer"] == provider.issuer and user["roles"] == ["cashier"]
    assert user["full_name"] == "Ben" and user["active"] and not user["has_password"]
    own = shop.get("/api/auth/validate", token=token)
    assert own.status == 200 and own.json["user_id"] == user["id"]
    assert shop.get("/api/auth/profile", token=token).json["full_name"] == "Ben"


def test_those_who_are_disabled_are_out_at_once(shop, provider):
    name = somebody()
    token = provider.sign_in(name)
    assert statuses(shop, token) == Nothing
    user = user_of(shop, name)[0]
    changed(shop, user, active=False)
    assert statuses(shop, token) == (401, 401, 401)
    assert statuses(shop, provider.sign_in(name)) == (401, 401, 401)
    changed(shop, user, active=True)
    assert statuses(shop, token) == (401, 401, 401), "it was ended"
    wanted_in_time(lambda: statuses(shop, provider.sign_in(name)) == Nothing)


def test_those_who_were_disabled_elsewhere_stay_outside(open_shop, provider):
    shop = open_shop(*oidc(provider.issuer))
    name = somebody()
    token = provider.sign_in(name)
    assert statuses(shop, token) == Nothing
    assert shop.stop() == 0
    rows(shop, f"UPDATE users SET active = 0 WHERE subject = '{name}'")
    shop.start()
    assert statuses(shop, token) == (401, 401, 401)
    assert statuses(shop, provider.sign_in(name)) == (401, 401, 401)
    assert user_of(shop, name)[4] == "0"


def test_signing_out_ends_the_token(shop, provider):
    name = somebody()
    token = provider.sign_in(name)
    assert statuses(shop, token) == Nothing
    assert shop.post("/api/auth/logout", token=token).status == 204
    assert statuses(shop, token) == (401, 401, 401)
    wanted_in_time(lambda: statuses(shop, provider.sign_in(name)) == Nothing)


def test_where_roles_are_the_shops_they_stay_so(open_shop, provider):
    shop = open_shop(*oidc(provider.issuer, ""))
    name = somebody()
    provider.account(name, **{Roles: ["boss"]})
    token = provider.sign_in(name)
    assert statuses(shop, token) == Nothing
    changed(shop, user_of(shop, name)[0], roles=["cashier"])
    assert statuses(shop, token) == (401, 401, 401), "it is of who they were"
    wanted_in_time(lambda: statuses(shop, provider.sign_in(name)) == ForStaff)


def test_new_keys_are_known_at_once_and_old_ones_no_longer(open_shop, provider):
    shop = open_shop(*oidc(provider.issuer))
    name = somebody()
    before = provider.sign_in(name)
    assert statuses(shop, before) == Nothing
    provider.say("rotate")
    after = provider.sign_in(name)
    assert statuses(shop, after) == Nothing
    assert statuses(shop, before) == (401, 401, 401)


def test_an_issuer_that_is_away_is_waited_for(open_shop, provider):
    name = somebody()
    token = provider.sign_in(name)
    provider.say("close")
    try:
        shop = open_shop(*oidc(provider.issuer))
        answer = shop.get("/api/stock", token=token)
        assert answer.status == 503 and answer.code == "unavailable"
        assert 1 <= int(answer.headers["retry-after"]) <= 60
        check = issuer_check(shop, provider)
        assert check["status"] == "degraded" and check["detail"] and check["age_ms"] is None
        ready = shop.get("/health/ready", token=False)
        assert ready.status == 200 and ready.json["status"] == "degraded"
        assert shop.get("/api/products", token=False).status == 200
        assert shop.get("/api/stock").status == 200, "our own tokens do not need it"
    finally:
        provider.say("open")
    wanted_in_time(lambda: shop.get("/api/stock", token=token).status == 403)
    check = issuer_check(shop, provider)
    assert check["status"] == "ok" and check["detail"] is None and check["age_ms"] < 60_000
    # With its keys in memory nobody needs it.
    provider.say("close")
    try:
        assert statuses(shop, token) == Nothing
        wanted_in_time(lambda: issuer_check(shop, provider)["status"] == "degraded", 25)
        assert issuer_check(shop, provider)["age_ms"] is not None
        assert statuses(shop, token) == Nothing
    finally:
        provider.say("open")


def issuer_check(shop, provider):
    checks = {check["name"]: check for check in shop.get("/health").json["checks"]}
    return checks["issuer " + provider.issuer]


def wanted_in_time(holds, seconds=20):
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "it did not come true"
        time.sleep(0.2)


def test_clients_are_told_where_one_may_sign_in(shop, provider):
    answer = shop.get("/api/auth/issuers", token=False)
    assert answer.status == 200
    assert answer.json == {"items": [{"issuer": provider.issuer, "client_id": "shop-window",
                                      "audience": Audience, "name": "Our people"}]}


def test_auth0s_own_names_are_understood(open_shop, monkeypatch):
    monkeypatch.setenv("Auth0__Domain", "shop.eu.auth0.invalid")
    monkeypatch.setenv("Auth0__Audience", "https://api.a.example")
    monkeypatch.setenv("AUTH0_DOMAIN", "other.auth0.invalid")
    monkeypatch.setenv("AUTH0_AUDIENCE", "b")
    monkeypatch.setenv("AUTH0_CLIENT_ID", "c")
    shop = open_shop()
    items = shop.get("/api/auth/issuers", token=False).json["items"]
    assert items == [
        {"issuer": "https://shop.eu.auth0.invalid/", "client_id": "",
         "name": "shop.eu.auth0.invalid", "audience": "https://api.a.example"},
        {"issuer": "https://other.auth0.invalid/", "client_id": "c", "name": "other.auth0.invalid",
         "audience": "b"}]


def test_tokens_do_not_stand_in_the_log(shop, provider):
    token = provider.sign_in(somebody())
    assert statuses(shop, token) == Nothing
    assert statuses(shop, token[:-4] + "AAAA") == (401, 401, 401)
    log = (shop.folder / "log.txt").read_text()
    for part in token.split("."):
        assert part not in log
    assert json.dumps(shop.get("/health").json).find(token.split(".")[2]) < 0
