# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""Rules for every route, held against every route that the contract declares."""
import json
import re
import uuid

import pytest

from shop import key


def operations(shop):
    for path, methods in shop.contract.document["paths"].items():
        for method, operation in methods.items():
            yield path, method.upper(), operation


def needed(operation):
    """What a route asks for beside a token: a till's secret in its place, a key of the request."""
    fields = {}
    if any("till" in way for way in operation["security"]):
        fields["X-Till-Secret"] = "x" * 43
    if any(one["name"] == "Idempotency-Key" and one["required"]
           for one in operation["parameters"]):
        fields["Idempotency-Key"] = key()
    return fields


def filled(path):
    return re.sub(r"\{[^}]+\}", str(uuid.uuid4()), path)


def test_the_contract_is_openapi_3_1(shop):
    document = shop.contract.document
    assert document["openapi"].startswith("3.1")
    ids = [operation["operationId"] for _, _, operation in operations(shop)]
    assert len(ids) == len(set(ids))
    for path, method, operation in operations(shop):
        assert operation["summary"] and operation["tags"], (method, path)
        named = {p["name"] for p in operation["parameters"] if p["in"] == "path"}
        assert named == set(re.findall(r"\{([^}]+)\}", path))
    text = json.dumps(document)
    for reference in set(re.findall(r'"#/components/schemas/(\w+)"', text)):
        assert reference in document["components"]["schemas"], reference


def test_every_route_but_the_open_ones_asks_for_a_token(shop):
    open_paths = {"/payments/webhooks/{gateway}",
                  "/health/live", "/health/ready", "/version", "/openapi.json", "/docs",
                  "/docs/docs.js", "/docs/docs.css", "/metrics", "/.well-known/jwks.json",
                  "/api/auth/register", "/api/auth/login", "/api/auth/till", "/api/setup",
                  "/api/auth/issuers"}
    reading = re.compile(r"/api/(products|categories)(/.*)?")
    for path, method, _ in operations(shop):
        body = b"{}" if method in ("POST", "PUT") else None
        answer = shop.call(method, filled(path), raw=body, token=False)
        if path in open_paths or (method == "GET" and reading.fullmatch(path)):
            assert answer.status not in (401, 403), (method, path, answer)
        else:
            assert answer.status == 401, (method, path, answer)


def test_every_answer_carries_its_headers(shop):
    for path, method, _ in operations(shop):
        body = b"{}" if method in ("POST", "PUT") else None
        headers = shop.call(method, filled(path), raw=body).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-frame-options"] == "DENY"
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
        assert "cache-control" in headers and "x-request-id" in headers


def test_every_path_knows_its_methods(shop):
    for path, methods in shop.contract.document["paths"].items():
        answer = shop.send("PATCH", filled(path))
        assert answer.status == 405, (path, answer)
        allowed = {name.strip() for name in answer.headers["allow"].split(",")}
        assert {method.upper() for method in methods} <= allowed
        options = shop.send("OPTIONS", filled(path))
        assert options.status == 204 and options.headers["allow"] == answer.headers["allow"]


def test_every_id_in_a_path_is_checked(shop):
    for path, method, operation in operations(shop):
        if "{" not in path:
            continue
        for wrong in ("7", "not-an-id", "%00", "..", "0" * 36, "{" + str(uuid.uuid4()) + "}"):
            target = re.sub(r"\{[^}]+\}", wrong.replace("{", "%7B").replace("}", "%7D"), path)
            body = b"{}" if method in ("POST", "PUT") else None
            answer = shop.call(method, target, raw=body, headers=needed(operation))
            assert answer.status in (400, 404, 415), (method, target, answer)


def test_an_unknown_parameter_is_refused_everywhere(shop):
    for path, method, operation in operations(shop):
        body = b"{}" if method in ("POST", "PUT") else None
        answer = shop.call(method, filled(path) + "?no_such_parameter=1", raw=body,
                           headers=needed(operation))
        assert answer.status in (400, 415), (method, path, answer)


BadBodies = [b"", b"{", b"[1,]", b"nul", b"{'a':1}", b'{"a":NaN}', b'{"a":"\xff"}',
             b"\xef\xbb\xbf{}",
             b'{"a":"\\ud800"}', b"[" * 40 + b"]" * 40, b"[" * 100_000, b'{"a":1}{', b'{"a":01}',
             b'{"a":1e}', b"\x00"]


@pytest.mark.parametrize("body", BadBodies, ids=lambda body: repr(body[:12]))
def test_a_body_that_is_no_json_is_malformed(shop, body):
    for path, method, operation in operations(shop):
        if "application/json" not in operation.get("requestBody", {}).get("content", {}):
            continue
        answer = shop.call(method, filled(path), raw=body, headers=needed(operation))
        assert answer.status == 400 and answer.code == "malformed_json", (method, path, answer)


@pytest.mark.parametrize("body", [b"[]", b"null", b'"text"', b"1", b"true"])
def test_a_body_that_is_no_object_is_invalid(shop, body):
    for path, method, operation in operations(shop):
        if "application/json" not in operation.get("requestBody", {}).get("content", {}):
            continue
        answer = shop.call(method, filled(path), raw=body, headers=needed(operation))
        assert answer.status == 422, (method, path, answer)
        assert ("", "wrong_type") in answer.fields(), (method, path, answer)


def test_a_key_that_stands_twice_is_named(shop):
    body = b'{"sku":"a","sku":"b","price":{"amount":1,"amount":2}}'
    answer = shop.post("/api/products", raw=body)
    assert answer.status == 422
    assert answer.fields() == {("/sku", "duplicate_key"), ("/price/amount", "duplicate_key")}


def test_only_json_is_taken_for_json(shop):
    for media in ("text/plain", "application/x-www-form-urlencoded", "application/jsonp", ""):
        answer = shop.post("/api/products", raw=b"{}", headers={"Content-Type": media})
        assert answer.status == 415, media
    fine = shop.post("/api/products", raw=b"{}",
                     headers={"Content-Type": "Application/JSON; charset=utf-8"})
    assert fine.status == 422


def test_head_is_get_without_the_body(shop):
    product = shop.product()
    for path in ("/api/products", f"/api/products/{product['id']}", "/version"):
        full, head = shop.get(path), shop.call("HEAD", path)
        assert head.status == full.status and head.body == b""
        assert head.headers["content-length"] == full.headers["content-length"]


def test_a_sane_request_id_comes_back(shop):
    answer = shop.get("/version", headers={"X-Request-Id": "abc-1.2_3"})
    assert answer.headers["x-request-id"] == "abc-1.2_3"
    for insane in ("a b", "x" * 129, "a\"b", "<script>"):
        answer = shop.get("/version", headers={"X-Request-Id": insane})
        assert answer.headers["x-request-id"] != insane
    refused = shop.get("/api/products?limit=0", headers={"X-Request-Id": "find-me"})
    assert refused.json["request_id"] == "find-me"


def test_nothing_stands_at_an_unknown_path(shop):
    for path in ("/", "/api", "/api/", "/api/products/", "//api/products", "/api/nothing",
                 "/docs/x", "/../etc/passwd", "/api/products/%2e%2e/x/y/z"):
        answer = shop.get(path)
        assert answer.status == 404 and answer.code == "not_found", path
