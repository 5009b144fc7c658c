# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""With a certificate, every address speaks TLS; whoever comes without is sent there."""
import http.client

import pytest

from secureshop import SecureShop


@pytest.fixture(scope="module")
def secure(postgres):
    shop = SecureShop(postgres.database() if postgres else None)
    yield shop
    shop.close()


def plainly(shop, method, target, body=None):
    connection = http.client.HTTPConnection(shop.host, shop.port, timeout=10)
    connection.request(method, target, body=body)
    answer = connection.getresponse()
    got = answer.status, dict(answer.getheaders()), answer.read()
    connection.close()
    return got


@pytest.mark.parametrize("method, target", [("GET", "/api/products?q=a%20b"), ("GET", "/nothing"),
                                            ("POST", "/api/auth/login"), ("DELETE", "/version")])
def test_a_plain_request_is_sent_to_the_same_place_over_tls(secure, method, target):
    body = b'{"email":"a@b.example","password":"x"}' if method == "POST" else None
    status, headers, got = plainly(secure, method, target, body)
    assert status == 308 and got == b""
    assert headers["Location"] == f"https://{secure.host}:{secure.port}{target}"
    assert "Strict-Transport-Security" not in headers, "RFC 6797 7.2"


def test_answers_over_tls_say_so_for_a_year(secure):
    headers = secure.get("/version").headers
    assert headers["strict-transport-security"].startswith("max-age=31536000")
    assert secure.get("/api/users").status == 200
