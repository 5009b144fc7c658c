# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""The same thing said twice has one effect and one answer."""
import concurrent.futures

from shop import key


def body():
    return {"sku": "SKU-" + key()[:12], "name": "Once", "price": {"amount": 1, "currency": "EUR"}}


def test_a_retry_gets_the_same_bytes(shop):
    headers = {"Idempotency-Key": key()}
    wanted = body()
    first = shop.post("/api/products", wanted, headers=headers)
    again = shop.post("/api/products", wanted, headers=headers)
    assert first.status == again.status == 201
    assert first.body == again.body
    assert again.headers["idempotent-replayed"] == "true"
    assert "idempotent-replayed" not in first.headers
    for name in ("location", "etag", "content-type"):
        assert first.headers[name] == again.headers[name]


def test_white_space_and_order_do_not_make_another_body(shop):
    headers = {"Idempotency-Key": key()}
    sku = key()[:12]
    one = f'{{"sku":"{sku}","name":"x","price":{{"amount":1,"currency":"EUR"}}}}'.encode()
    two = f'{{ "price": {{"currency":"EUR","amount":1}},\n "name":"x", "sku":"{sku}"}}'.encode()
    assert shop.post("/api/products", raw=one, headers=headers).status == 201
    again = shop.post("/api/products", raw=two, headers=headers)
    assert again.headers["idempotent-replayed"] == "true"


def test_another_body_under_the_key_is_refused(shop):
    headers = {"Idempotency-Key": key()}
    assert shop.post("/api/products", body(), headers=headers).status == 201
    other = shop.post("/api/products", body(), headers=headers)
    assert other.status == 422 and other.code == "idempotency_key_reused"


def test_a_key_belongs_to_its_path(shop):
    headers = {"Idempotency-Key": key()}
    assert shop.post("/api/products", body(), headers=headers).status == 201
    assert shop.post("/api/categories", {"name": key()}, headers=headers).status == 201


def test_a_refusal_of_the_thing_itself_is_kept(shop):
    taken = shop.product()
    headers = {"Idempotency-Key": key()}
    wanted = {**body(), "sku": taken["sku"]}
    first = shop.post("/api/products", wanted, headers=headers)
    assert first.status == 409
    assert shop.delete(f"/api/products/{taken['id']}").status == 204
    again = shop.post("/api/products", wanted, headers=headers)
    assert again.status == 409 and again.body == first.body
    assert again.headers["idempotent-replayed"] == "true"


def test_a_body_that_was_wrong_may_be_mended_under_its_key(shop):
    headers = {"Idempotency-Key": key()}
    assert shop.post("/api/products", {"sku": "x"}, headers=headers).status == 422
    assert shop.post("/api/products", body(), headers=headers).status == 201


def test_keys_are_taken_literally_and_checked(shop):
    wanted = body()
    quoted = {"Idempotency-Key": '"q' + key() + '"'}
    assert shop.post("/api/products", wanted, headers=quoted).status == 201
    for wrong in ("", "x" * 256, "\u00e4"):
        answer = shop.post("/api/products", body(), headers={"Idempotency-Key": wrong})
        assert answer.status == 400 and answer.code == "idempotency_key_invalid", wrong


def test_many_at_once_make_one(shop):
    headers = {"Idempotency-Key": key()}
    wanted = body()
    with concurrent.futures.ThreadPoolExecutor(16) as pool:
        tries = [pool.submit(shop.post, "/api/products", wanted, headers=headers)
                 for _ in range(32)]
        answers = [one.result() for one in tries]
    done = [answer for answer in answers if answer.status == 201]
    assert len({answer.body for answer in done}) == 1
    for answer in answers:
        assert answer.status == 201 or answer.code == "idempotency_in_progress"
    assert len(shop.get("/api/products?q=" + wanted["sku"]).json["items"]) == 1


def test_what_was_answered_outlives_a_kill(open_shop):
    shop = open_shop()
    headers = {"Idempotency-Key": key()}
    wanted = body()
    first = shop.post("/api/products", wanted, headers=headers)
    shop.kill()
    shop.start()
    again = shop.post("/api/products", wanted, headers=headers)
    assert again.status == 201 and again.body == first.body
    assert again.headers["idempotent-replayed"] == "true"
