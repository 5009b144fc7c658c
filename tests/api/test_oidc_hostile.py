# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""Tokens that nobody should take, and issuers that mean no good (RFC 8725)."""
import base64
import concurrent.futures
import hashlib
import hmac
import json
import time

import pytest

from hostileissuer import Audience, HostileIssuer, Key, encoded
from refusals import refusals, wait_until

Discovery = "/.well-known/openid-configuration"


def oidc(issuer):
    return "--oidc", f"issuer={issuer} audience={Audience} role_claim=roles"


class Issuer(HostileIssuer):
    """Everybody would be a manager here, if their token were good."""

    def claims(self, **changes):
        return super().claims(**{"roles": ["manager"], **changes})


@pytest.fixture(scope="module")
def issuer():
    issuer = Issuer()
    yield issuer
    issuer.close()


@pytest.fixture(scope="module")
def other():
    issuer = Issuer()
    yield issuer
    issuer.close()


@pytest.fixture(scope="module")
def shop(open_shop, issuer, other):
    shop = open_shop(*oidc(issuer.issuer), *oidc(other.issuer))
    for one in (issuer, other):
        for key in one.keys:
            assert asked(shop, one.token(key)).status == 200
    return shop


def asked(shop, token):
    return shop.get("/api/stock", token=token)


def parts_of(token):
    return token.split(".")


def with_header(issuer, **members):
    return issuer.token(header=members)


def hmac_signed(secret, header, claims):
    text = encoded(header) + "." + encoded(claims)
    return text + "." + encoded(hmac.new(secret, text.encode(), hashlib.sha256).digest())


def unsigned(issuer, alg):
    return encoded({"alg": alg, "kid": issuer.keys[0].kid}) + "." + encoded(issuer.claims()) + "."


def malleable(issuer, change):
    head, claims, signature = parts_of(issuer.token(issuer.keys[1]))
    raw = base64.urlsafe_b64decode(signature + "==")
    return f"{head}.{claims}.{encoded(change(raw))}"


def twice(issuer, name, value):
    """A member that stands twice: some readers take the first, some the last."""
    key = issuer.keys[0]
    claims = json.dumps(issuer.claims())[:-1] + f', "{name}": {json.dumps(value)}}}'
    text = encoded({"alg": key.alg, "kid": key.kid}) + "." + encoded(claims.encode())
    return text + "." + encoded(key.sign(text.encode()))


Order = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
Hour, Century = 3600, 100 * 366 * 86400
Hostile = {
    "alg none": lambda i: unsigned(i, "none"),
    "alg None": lambda i: unsigned(i, "nOnE"),
    "no signature": lambda i: unsigned(i, "RS256"),
    "none with a signature": lambda i: with_header(i, alg="none"),
    "HS256 with the public key": lambda i: hmac_signed(
        i.keys[0].public_pem, {"alg": "HS256", "kid": i.keys[0].kid}, i.claims()),
    "HS256 with the modulus": lambda i: hmac_signed(
        i.keys[0].jwk()["n"].encode(), {"alg": "HS256", "kid": i.keys[0].kid}, i.claims()),
    "HS256 with nothing": lambda i: hmac_signed(b"", {"alg": "HS256"}, i.claims()),
    "RS512 named": lambda i: with_header(i, alg="RS512"),
    "PS256 named": lambda i: with_header(i, alg="PS256"),
    "ES256 with the RSA key": lambda i: with_header(i, alg="ES256"),
    "RS256 with the EC key": lambda i: i.token(i.keys[1], {"alg": "RS256"}),
    "EdDSA named": lambda i: with_header(i, alg="EdDSA"),
    "key of nobody, kid of ours": lambda i: i.token(Key("RS256", i.keys[0].kid)),
    "kid of the other key": lambda i: with_header(i, kid=i.keys[1].kid),
    "no kid, key of nobody": lambda i: i.token(Key("RS256"), {"kid": None}),
    "kid is a path": lambda i: with_header(i, kid="../../../../dev/null"),
    "kid is SQL": lambda i: with_header(i, kid="x' UNION SELECT 'key"),
    "kid is a list": lambda i: with_header(i, kid=[i.keys[0].kid]),
    "crit": lambda i: with_header(i, crit=["exp"], exp=1),
    "b64": lambda i: with_header(i, b64=True, crit=["b64"]),
    "zip": lambda i: with_header(i, zip="DEF"),
    "its own key": lambda i: brought(i, lambda key: {"jwk": key.jwk()}),
    "address of its key": lambda i: brought(i, lambda key: {"jku": i.issuer + "/own"}),
    "address of its certificate": lambda i: brought(i, lambda key: {"x5u": i.issuer + "/own"}),
    "its own certificate": lambda i: brought(i, lambda key: {"x5c": ["MIIB"]}),
    "another audience": lambda i: i.token(aud="https://other.example/"),
    "audience beside ours": lambda i: i.token(aud=Audience.rstrip("/")),
    "no audience": lambda i: i.token(aud=None),
    "audience in a text of two": lambda i: i.token(aud=Audience + " x"),
    "another issuer": lambda i: i.token(iss="https://evil.example"),
    "issuer with a slash": lambda i: i.token(iss=i.issuer + "/"),
    "no issuer": lambda i: i.token(iss=None),
    "issuer is a list": lambda i: i.token(iss=[i.issuer]),
    "no subject": lambda i: i.token(sub=None),
    "empty subject": lambda i: i.token(sub=""),
    "subject is a number": lambda i: i.token(sub=7),
    "subject with a NUL": lambda i: i.token(sub="a\0b"),
    "endless subject": lambda i: i.token(sub="s" * 300),
    "type of another token": lambda i: with_header(i, typ="logout+jwt"),
    "type of a code": lambda i: with_header(i, typ="dpop+jwt"),
    "type is null": lambda i: i.signed(i.keys[0], {"alg": "RS256", "typ": None}, i.claims()),
    "no end": lambda i: i.token(exp=None),
    "ended": lambda i: i.token(exp=int(time.time()) - Hour),
    "end is a text": lambda i: i.token(exp=str(int(time.time()) + Hour)),
    "end in milliseconds": lambda i: i.token(exp=int(time.time() * 1000) + Hour),
    "end in the year 10000": lambda i: i.token(exp=253402300800),
    "end is endless": lambda i: twisted(i, "1e400"),
    "end with an exponent": lambda i: twisted(i, "3e9"),
    "end before the beginning of time": lambda i: i.token(exp=-1),
    "end is true": lambda i: i.token(exp=True),
    "end is null": lambda i: twisted(i, "null"),
    "from tomorrow": lambda i: i.token(nbf=int(time.time()) + 24 * Hour),
    "born tomorrow": lambda i: i.token(iat=int(time.time()) + 24 * Hour),
    "born in a century": lambda i: i.token(iat=int(time.time()) + Century),
    "issuer twice": lambda i: twice(i, "iss", i.issuer),
    "end twice": lambda i: twice(i, "exp", int(time.time()) + Hour),
    "claims are a list": lambda i: i.signed(i.keys[0], {"alg": "RS256"}, [i.claims()]),
    "claims are a text": lambda i: i.signed(i.keys[0], {"alg": "RS256"}, "claims"),
    "EC signature cut": lambda i: malleable(i, lambda raw: raw[:63]),
    "EC signature longer": lambda i: malleable(i, lambda raw: raw + b"\0"),
    "EC signature with zeros before": lambda i: malleable(
        i, lambda raw: b"\0" + raw[:32] + b"\0" + raw[32:]),
    "EC signature of zeros": lambda i: malleable(i, lambda raw: bytes(64)),
    "EC signature of r and 0": lambda i: malleable(i, lambda raw: raw[:32] + bytes(32)),
    "EC signature plus the order": lambda i: malleable(
        i, lambda raw: raw[:32] + ((int.from_bytes(raw[32:], "big") + Order) %
                                   2 ** 256).to_bytes(32, "big")),
    "padding": lambda i: i.token() + "==",
    "a fourth part": lambda i: i.token() + ".AAAA",
    "only two parts": lambda i: i.token().rsplit(".", 1)[0],
    "another alphabet": lambda i: i.token().replace("-", "+").replace("_", "/") + "+/",
    "too long": lambda i: i.token(note="n" * 9000),
}


def brought(issuer, header_of):
    key = Key("RS256")
    return issuer.token(key, {"kid": issuer.keys[0].kid, **header_of(key)})


def twisted(issuer, spelling):
    """An end that JSON spells in its own way."""
    key = issuer.keys[0]
    claims = json.dumps(issuer.claims(exp=4711)).replace("4711", spelling)
    text = encoded({"alg": key.alg, "kid": key.kid}) + "." + encoded(claims.encode())
    return text + "." + encoded(key.sign(text.encode()))


@pytest.mark.parametrize("make", Hostile.values(), ids=Hostile.keys())
def test_a_hostile_token_is_refused(shop, issuer, make):
    token, there = make(issuer), shop.elsewhere()
    answer = asked(there, token)
    assert answer.status == 401 and answer.code == "unauthorized", answer
    assert answer.headers["www-authenticate"].startswith("Bearer")
    assert token not in (shop.folder / "log.txt").read_text()
    wait_until(lambda: len(refusals(there)) == 1)
    row, details = refusals(there)[0]
    assert row == ["None", answer.headers["x-request-id"]], "a stranger's word is nobody's"
    assert details["count"] == 1 and details["issuer"] in (None, issuer.issuer)
    assert answer.json["detail"] == details["reason"]


def test_the_same_token_without_its_flaw_is_taken(shop, issuer):
    """Or the rows above would prove nothing."""
    now = int(time.time())
    for token in (issuer.token(), issuer.token(issuer.keys[1]), issuer.token(header={"typ": None}),
                  issuer.token(header={"typ": "JWT"}), issuer.token(aud=["x", Audience]),
                  issuer.token(exp=now + Century), issuer.token(exp=now + 60.5, nbf=now - 0.5),
                  issuer.token(header={"kid": None}), issuer.token(header={"x5t": "AAAA"}),
                  issuer.token(note="n" * 4000), issuer.token(sub="ünïcode|x'; --"),
                  malleable(issuer, lambda raw: raw)):
        answer = asked(shop, token)
        assert answer.status == 200, answer


def test_a_key_counts_for_its_own_issuer_alone(shop, issuer, other):
    stolen = other.token(issuer.keys[0])
    assert asked(shop, stolen).status == 401
    assert asked(shop, issuer.token(iss=other.issuer)).status == 401
    assert asked(shop, other.token(iss=issuer.issuer)).status == 401


def test_made_up_key_names_are_asked_for_once_a_minute(open_shop):
    issuer = Issuer()
    shop = open_shop(*oidc(issuer.issuer))
    assert asked(shop, issuer.token()).status == 200
    before = issuer.asked["/jwks"]
    tokens = [issuer.token(header={"kid": f"made up {i}"}) for i in range(40)]
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        assert {answer.status for answer in pool.map(lambda t: asked(shop, t), tokens)} == {401}
    assert issuer.asked["/jwks"] == before + 1
    # A key that is new since then has to wait for its minute, and nothing else suffers.
    issuer.keys.append(Key("ES256"))
    assert asked(shop, issuer.token(issuer.keys[2])).status == 401
    assert asked(shop, issuer.token()).status == 200
    assert issuer.asked["/jwks"] == before + 1
    issuer.close()


def bad_answers(issuer):
    """(path, answer) each: what an issuer could say instead."""
    evil = {"issuer": "https://evil.example", "jwks_uri": issuer + "/jwks"}
    file = {"issuer": issuer, "jwks_uri": "file:///etc/passwd"}
    plain = {"issuer": issuer, "jwks_uri": "http://keys.example/jwks"}
    page = {"Content-Type": "text/html"}
    return {
        "names another": (Discovery, (200, {}, json.dumps(evil).encode())),
        "keys in a file": (Discovery, (200, {}, json.dumps(file).encode())),
        "keys over http": (Discovery, (200, {}, json.dumps(plain).encode())),
        "is a page": (Discovery, (200, page, b"<html>")),
        "is not there": (Discovery, (404, {}, b"{}")),
        "fails": ("/jwks", (500, {}, b"{}")),
        "says nothing": ("/jwks", (200, {}, b"")),
        "is no set": ("/jwks", (200, {}, b"[]")),
        "is huge": ("/jwks", (200, {}, b" " * 1_100_000 + b'{"keys":[]}')),
        "leads astray": ("/jwks", (302, {"Location": "http://10.255.255.1/jwks"}, b"")),
        "leads into a file": ("/jwks", (302, {"Location": "file:///etc/passwd"}, b"")),
        "leads in circles": ("/jwks", (302, {"Location": "/jwks"}, b"")),
        "is cut": ("/jwks", (200, {"Content-Length": 5000}, b'{"keys":[]}')),
    }


def test_an_issuer_that_misbehaves_gives_no_keys(open_shop, issuer):
    names = list(bad_answers(""))
    issuers = [Issuer(issuer.keys) for _ in names]
    for name, one in zip(names, issuers):
        path, answer = bad_answers(one.issuer)[name]
        one.answers[path] = answer
    shop = open_shop(*(word for one in issuers for word in oidc(one.issuer)))
    with concurrent.futures.ThreadPoolExecutor(16) as pool:
        answers = list(pool.map(lambda one: asked(shop, one.token()), issuers))
    for name, answer in zip(names, answers):
        assert answer.status == 503 and int(answer.headers["retry-after"]) >= 1, (name, answer)
        assert "10.255" not in answer.body.decode() and "127.0.0.1" not in answer.body.decode()
    for one in issuers:
        one.close()


def test_an_issuer_that_does_not_answer_is_given_up(open_shop):
    issuer = Issuer()
    issuer.held.clear()
    shop = open_shop(*oidc(issuer.issuer))
    began = time.monotonic()
    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda _: asked(shop, issuer.token()), range(4)))
    assert {answer.status for answer in answers} == {503}
    assert time.monotonic() - began < 9
    assert shop.get("/api/products", token=False).status == 200
    issuer.held.set()
    issuer.close()


def test_an_issuer_does_not_hold_up_the_end(open_shop):
    issuer = Issuer()
    issuer.held.clear()
    shop = open_shop(*oidc(issuer.issuer))
    began = time.monotonic()
    assert shop.stop() == 0
    assert time.monotonic() - began < 4
    issuer.close()
