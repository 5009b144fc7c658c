# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""Who may ask for payments, what gateways tell, and the test gateway's books. What is paid for
orders is tested with them."""
import uuid

import pytest

from shop import key

Password = "a long enough password"


@pytest.fixture(scope="module")
def with_gateway(open_shop, tmp_path_factory):
    books = tmp_path_factory.mktemp("gateway") / "books"
    return open_shop("--test-gateway", "--test-gateway-books", str(books))


def token_of(shop, role):
    email = f"{key()[:12]}@shop.example"
    made = shop.post("/api/users", {"email": email, "password": Password, "roles": [role]})
    assert made.status == 201, made
    return shop.sign_in(email, Password)


def test_a_fresh_shop_has_no_payments(open_shop):
    shop = open_shop()
    for path in ("/payments", "/payments/status/captured", f"/payments/user/{uuid.uuid4()}"):
        answer = shop.get(path)
        assert answer.status == 200 and answer.json == {"items": [], "next_cursor": None}
    assert shop.get(f"/payments/{uuid.uuid4()}").code == "not_found"
    assert shop.put(f"/payments/{uuid.uuid4()}", {"note": "x"}).code == "not_found"


def test_a_cursor_and_a_status_are_checked(shop):
    for cursor in ("7", "MR94H3k", "bm90IG91cnM"):
        answer = shop.get(f"/payments?cursor={cursor}")
        assert answer.status == 400 and answer.code == "bad_cursor", cursor
    for status in ("paid", "Captured", "7"):
        assert shop.get(f"/payments/status/{status}").code == "bad_id"


@pytest.mark.parametrize("role, reads, writes", [
    ("customer", True, True), ("cashier", True, True), ("vendor", True, False),
    ("manager", True, True), ("admin", True, True)])
def test_who_may_read_and_write_on_payments(shop, role, reads, writes):
    token = token_of(shop, role)
    for path in ("/payments", "/payments/status/failed", f"/payments/user/{uuid.uuid4()}"):
        assert (shop.get(path, token=token).status == 200) == reads, path
    path = f"/payments/{uuid.uuid4()}"
    assert shop.get(path, token=token).status == (404 if reads else 403)
    assert shop.put(path, {"note": "x"}, token=token).status == (404 if writes else 403)
    ledger = shop.get("/test-gateway/ledger", token=token)
    assert ledger.status == (422 if role == "admin" else 403)


def test_no_gateway_is_there_unless_it_is_configured(shop):
    assert shop.get("/test-gateway/ledger").code == "gateway_not_configured"
    for name in ("test", "stripe", "cash"):
        answer = shop.post(f"/payments/webhooks/{name}", {"any": "thing"}, token=False)
        assert answer.status == 422 and answer.code == "gateway_not_configured", name
    assert shop.post("/payments/webhooks/nobody", {}, token=False).code == "not_found"


def test_the_test_gateway_has_a_ledger(with_gateway):
    answer = with_gateway.get("/test-gateway/ledger")
    assert answer.status == 200 and answer.json == {"items": [], "next_cursor": None}
    assert with_gateway.get("/test-gateway/ledger?cursor=7").code == "bad_cursor"
    cashier = token_of(with_gateway, "cashier")
    assert with_gateway.get("/test-gateway/ledger", token=cashier).status == 403


def test_the_books_outlive_the_backend(with_gateway):
    assert with_gateway.stop() == 0
    with_gateway.start()
    assert with_gateway.get("/test-gateway/ledger").status == 200
