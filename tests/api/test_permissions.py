# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""Every route of the contract, asked by everybody: each role, all pairs of roles, nobody, and
hostile tokens. What each role may do stands as a table in permissiontable.py."""
import base64
import itertools
import json
import re
import uuid

import pytest

from people import Person, Roles, claims_of, login
from permissiontable import Permissions

# What anybody may ask for. Everything else needs a token.
Open = """
GET  /health/live               GET  /health/ready              GET  /version
GET  /openapi.json              GET  /docs                      GET  /docs/docs.js
GET  /docs/docs.css             GET  /.well-known/jwks.json     POST /api/setup
POST /api/auth/register         POST /api/auth/login            POST /api/auth/refresh
GET  /api/products              GET  /api/products/{id}         GET  /api/products/{id}/image
GET  /api/products/category/{category_id}
GET  /api/categories            GET  /api/categories/{id}
POST /api/auth/till             GET  /api/auth/issuers          POST /payments/webhooks/{gateway}
"""
# What a computer of the shop may, and only one that is asked from this machine.
OpenToTills = """
POST /api/auth/pin              GET  /api/registers/{id}/staff
"""
OpenFromHere = """
GET  /metrics
"""
# What everybody may who is signed in: it is about themselves.
OnesOwn = """
GET  /api/auth/validate         GET  /api/auth/profile          PUT  /api/auth/profile
POST /api/auth/logout           POST /api/auth/password         GET  /api/auth/sessions
DELETE /api/auth/sessions/{id}  POST /api/auth/totp             POST /api/auth/totp/confirm
DELETE /api/auth/totp            GET  /events
"""


def listed(text):
    return set(re.findall(r"(GET|POST|PUT|DELETE) +(\S+)", text))


class Route:
    def __init__(self, method, path, operation):
        self.method, self.path, self.operation = method, path, operation
        self.name = (method, path)
        self.permission = operation.get("x-permission")

    @property
    def access(self):
        """What the contract asks for: nothing, a token, a till's secret, or no token from here."""
        ways = [name for way in self.operation["security"] for name in way or ("nothing",)]
        return "+".join(sorted(ways))

    def ask(self, shop, token, headers=None):
        target = re.sub(r"\{[^}]+\}", lambda _: str(uuid.uuid4()), self.path)
        body = b"{}" if self.method in ("POST", "PUT") and "requestBody" in self.operation else None
        return shop.call(self.method, target, raw=body, token=token, headers=headers)

    def __repr__(self):
        return " ".join(self.name)


@pytest.fixture(scope="module")
def routes(shop):
    """In an order in which what ends the session comes last."""
    found = [Route(method.upper(), path, operation)
             for path, methods in shop.contract.document["paths"].items()
             for method, operation in methods.items()]
    assert len(found) > 40
    return sorted(found, key=lambda route: (route.path.endswith("/logout"), route.name))


@pytest.fixture(scope="module")
def people(shop):
    """One of each role, and one of each pair of roles."""
    return {roles: Person(shop, *roles) for count in (1, 2)
            for roles in itertools.combinations(Roles, count)}


def guarded(routes):
    return [route for route in routes if route.access == "bearer"]


def test_every_route_is_open_by_name_or_needs_a_token(routes):
    for route in routes:
        assert (route.access == "nothing") == (route.name in listed(Open)), route
        assert (route.access == "till") == (route.name in listed(OpenToTills)), route
        assert (route.access == "bearer+nothing") == (route.name in listed(OpenFromHere)), route
        if route.access == "bearer":
            assert (route.permission is None) == (route.name in listed(OnesOwn)), route


def test_every_permission_of_a_route_is_one_of_the_table(routes):
    for route in routes:
        if route.permission:
            assert route.permission in Permissions["admin"], route


def test_who_asks_without_a_token_is_asked_for_one(shop, routes):
    for route in routes:
        answer = route.ask(shop, False)
        if route.access in ("bearer", "till") or route.path == "/api/auth/refresh":
            assert (answer.status, answer.code) == (401, "unauthorized"), (route, answer)
            assert answer.headers["www-authenticate"].startswith("Bearer")
        else:
            assert answer.status not in (401, 403), (route, answer)


def test_a_till_that_is_none_is_refused(shop, routes):
    for route in routes:
        if route.access == "till":
            for secret in ("x" * 43, " ", "null"):
                answer = route.ask(shop, False, {"X-Till-Secret": secret})
                assert answer.status in (401, 422), (route, answer)


def spoilt(token):
    """Tokens that look like a good one and are none."""
    head, body, signature = token.split(".")

    def part(members):
        return base64.urlsafe_b64encode(json.dumps(members).encode()).decode().rstrip("=")

    return [f"{head}.{body}.", f"{head}.{body}", f"{head}.{body}.{signature[::-1]}", token + "A",
            f"{part({'alg': 'none', 'typ': 'at+jwt'})}.{body}.",
            f"{head}.{part({**claims_of(token), 'roles': ['admin']})}.{signature}",
            f"{body}.{head}.{signature}"]


def test_a_bad_token_opens_nothing(shop, routes, people):
    garbage = ["x", "null", "eyJ", "A" * 600, "..", "Bearer", *spoilt(people["customer",].token)]
    for route in guarded(routes):
        for token in garbage:
            answer = route.ask(shop, token)
            assert (answer.status, answer.code) == (401, "unauthorized"), (route, token, answer)


@pytest.mark.parametrize("field", ["", "Bearer", "Bearer ", "Basic {0}", "bearer:{0}", "{0}",
                                   "Bearer  {0}", "Bearer {0} {0}", "Bearer {0},Bearer {0}",
                                   "Token {0}"])
def test_only_a_bearer_token_is_one(shop, people, field):
    answer = shop.get("/api/auth/validate", token=False,
                      headers={"Authorization": field.format(people["customer",].token)})
    assert answer.status == 401, answer


def test_the_word_bearer_may_be_written_in_any_case(shop, people):
    for word in ("bearer", "BEARER"):
        headers = {"Authorization": f"{word} {people['customer',].token}"}
        assert shop.get("/api/auth/validate", token=False, headers=headers).status == 200


def test_a_token_belongs_into_its_field(shop, people):
    token = people["admin",].token
    for answer in (shop.get(f"/api/users?access_token={token}", token=False),
                   shop.get("/api/users", token=False, headers={"Cookie": f"token={token}"}),
                   shop.get("/api/users", token=False, headers={"X-Authorization": token})):
        assert answer.status == 401


def test_everybody_may_what_the_table_says_and_nothing_else(shop, routes, people):
    for roles, person in people.items():
        granted = set().union(*(Permissions[role] for role in roles))
        for route in guarded(routes):
            answer = route.ask(shop, person.token)
            if route.permission is None or route.permission in granted:
                assert answer.status not in (401, 403), (roles, route, answer)
            else:
                assert (answer.status, answer.code) == (403, "forbidden"), (roles, route, answer)
            if route.path.endswith("/logout"):
                person.sign_in()


def test_validate_tells_what_the_table_says(people):
    for roles, person in people.items():
        valid = person.call("GET", "/api/auth/validate").json
        assert set(valid["permissions"]) == set().union(*(Permissions[role] for role in roles))
        assert valid["roles"] == list(roles)
        assert len(valid["permissions"]) == len(set(valid["permissions"]))


def test_what_is_anothers_does_not_exist(shop, people):
    """Not even whether it does: the answer is that for an id that nobody has."""
    other, person = people["cashier",], people["customer",]
    nobodys = person.call("DELETE", f"/api/auth/sessions/{uuid.uuid4()}")
    anothers = person.call("DELETE", f"/api/auth/sessions/{other.session_id}")
    assert nobodys.status == anothers.status == 404
    assert nobodys.json["detail"] == anothers.json["detail"]
    assert other.is_in()


def test_a_refusal_comes_before_the_body_is_read(shop, people):
    """Who may not write is told so whatever they send."""
    token = people["customer",].token
    for body, media in ((b"{", "application/json"), (b"x" * 100_000, "application/json"),
                        (b"{}", "text/plain")):
        answer = shop.post("/api/products", raw=body, token=token, headers={"Content-Type": media})
        assert answer.status == 403


def test_a_method_that_is_not_served_needs_no_token(shop):
    assert shop.send("PATCH", "/api/users").status == 405
    assert shop.send("OPTIONS", "/api/users").status == 204


def test_a_disabled_persons_token_opens_nothing(shop, routes):
    person = Person(shop, "admin")
    assert person.change(active=False).status == 200
    for route in guarded(routes):
        assert route.ask(shop, person.token).status == 401, route
    assert login(shop.elsewhere(), person.email, person.password).status == 401
