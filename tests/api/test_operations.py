# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""The operator's side: health, metrics, CORS, the page of the contract, starting and ending."""
import json
import signal
import time

from shop import key


def test_health_is_told_to_everyone_and_its_insides_to_few(shop):
    assert shop.get("/health/live", token=False).json["status"] == "ok"
    ready = shop.get("/health/ready", token=False)
    assert ready.status == 200 and ready.json["status"] == "ok"
    assert all(check["detail"] is None for check in ready.json["checks"])
    assert shop.get("/health", token=False).status == 401
    assert {check["name"] for check in shop.get("/health").json["checks"]} >= {
        "database", "writer", "sagas"}


def test_metrics_are_prometheus_text(shop):
    shop.get("/api/products")
    answer = shop.get("/metrics", token=False)
    assert answer.status == 200
    assert answer.headers["content-type"].startswith("text/plain; version=0.0.4")
    text = answer.body.decode()
    assert 'tradepost_http_requests_total{method="GET",route="/api/products",status="200"}' in text
    for line in text.splitlines():
        assert line.startswith("#") or line.rsplit(" ", 1)[1].replace(".", "").isdigit(), line


def test_metrics_are_not_open_to_those_behind_a_proxy_on_this_machine(shop):
    assert shop.get("/metrics", token=False, headers={"X-Forwarded-For": "::1"}).status == 401
    assert shop.get("/metrics", headers={"X-Forwarded-For": "203.0.113.9"}).status == 200


def test_version_names_the_database(shop):
    version = shop.get("/version", token=False).json
    assert version["name"] == "tradepostd" and version["api"] == "1"
    assert version["database"] in ("sqlite", "postgresql")


def test_the_page_of_the_contract_asks_nobody_else(shop):
    page = shop.get("/docs", token=False)
    assert page.status == 200 and "default-src 'none'" in page.headers["content-security-policy"]
    script = shop.get("/docs/docs.js", token=False).body.decode()
    style = shop.get("/docs/docs.css", token=False).body.decode()
    for text in (page.body.decode(), script, style):
        assert "http://" not in text and "https://" not in text


def test_listed_origins_may_ask_and_others_may_not(open_shop):
    shop = open_shop("--cors-origin", "https://shop.example")
    asked = {"Origin": "https://shop.example", "Access-Control-Request-Method": "POST",
             "Access-Control-Request-Headers": "authorization"}
    preflight = shop.send("OPTIONS", "/api/products", headers=asked)
    assert preflight.status == 204
    assert preflight.headers["access-control-allow-origin"] == "https://shop.example"
    assert preflight.headers["access-control-allow-credentials"] == "true"
    assert "POST" in preflight.headers["access-control-allow-methods"]
    assert "Authorization" in preflight.headers["access-control-allow-headers"]
    assert preflight.headers["vary"] == "Origin"
    plain = shop.get("/api/products", headers={"Origin": "https://shop.example"})
    assert plain.headers["access-control-allow-origin"] == "https://shop.example"
    for other in ("https://evil.example", "null", "https://shop.example.evil.example"):
        foreign = shop.send("OPTIONS", "/api/products", headers={**asked, "Origin": other})
        assert "access-control-allow-origin" not in foreign.headers


def test_without_a_list_no_origin_may(shop):
    answer = shop.get("/api/products", headers={"Origin": "https://shop.example"})
    assert "access-control-allow-origin" not in answer.headers


def test_no_token_but_one_that_was_signed_in_for(open_shop):
    shop = open_shop(admin=False)
    assert "setup_code" not in shop.ready, "only a parent is told"
    for token in (False, "", "undefined", "developer", "x" * 43):
        assert shop.post("/api/categories", {"name": "x"}, token=token or False).status == 401


def test_the_end_is_orderly(open_shop):
    shop = open_shop()
    product = shop.product()
    began = time.monotonic()
    assert shop.stop() == 0
    assert time.monotonic() - began < 10
    shop.start()
    assert shop.get(f"/api/products/{product['id']}").status == 200


def test_a_shop_keeps_its_currency(open_shop):
    shop = open_shop(currency="JPY")
    made = shop.post("/api/products", {"sku": key(), "name": "Ramen",
                                       "price": {"amount": 900, "currency": "JPY"}})
    assert made.status == 201
    euro = shop.post("/api/products", {"sku": key(), "name": "x",
                                       "price": {"amount": 1, "currency": "EUR"}})
    assert euro.status == 422 and ("/price/currency", "currency_mismatch") in euro.fields()
