# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""No answer leaves before what it says is on disk."""
import time

import pytest

from books import check_file, check_retries
from clients import Line, Order
from shop import key
from tracing import answers_before_their_flush, traced

pytestmark = pytest.mark.usefixtures("on_sqlite")
Posts = 20


def post(line, **headers):
    return line.send("POST", "/api/categories", {"name": "Shelf " + key()[:8]}, **headers)


@pytest.fixture
def trace(shop):
    line = Line(shop)
    with traced(shop) as path:
        for _ in range(Posts):
            assert post(line).status == 201
        time.sleep(0.2)
        with open(path, encoding="utf-8", errors="replace") as file:
            return file.read().splitlines()


def test_the_answer_comes_after_the_flush(trace):
    assert answers_before_their_flush(trace) == (Posts, [])


def test_the_judge_sees_a_missing_a_failed_and_a_late_flush(trace):
    """The same trace, doctored: what it would be with `synchronous = OFF`, and worse."""
    def is_flush(line):
        return "sync(" in line or "sync resumed" in line

    missing = [line for line in trace if not is_flush(line)]
    assert len(answers_before_their_flush(missing)[1]) == Posts
    failed = [line.replace(" = 0", " = -1 EIO (Input/output error)") if is_flush(line) else line
              for line in trace]
    assert len(answers_before_their_flush(failed)[1]) == Posts
    late = missing + [line for line in trace if is_flush(line)]
    assert len(answers_before_their_flush(late)[1]) == Posts


def test_a_slow_flush_makes_a_slow_answer_and_only_there(shop):
    line = Line(shop)
    with traced(shop, "fdatasync,fsync:delay_exit=400000"):
        began = time.monotonic()
        assert post(line).status == 201
        assert time.monotonic() - began >= 0.4
        began = time.monotonic()
        assert line.send("GET", "/api/categories").status == 200
        assert time.monotonic() - began < 0.4


def test_one_flush_that_fails_is_no_success(shop):
    """Without a key nobody can find out what became of it; later ones work."""
    line = Line(shop)
    with traced(shop, "fdatasync,fsync:error=EIO:when=1"):
        refused = post(line)
    assert refused.status == 503 and refused.headers["retry-after"]
    assert post(line).status == 201


@pytest.mark.parametrize("failing", [
    "fdatasync,fsync:error=EIO", "pwrite64:error=EIO", "pwrite64:error=ENOSPC",
    "fdatasync,fsync,pwrite64:error=EIO:when=2+2"])
def test_a_disk_that_fails_is_told_and_forgotten(shop, failing):
    line, there = Line(shop), shop.product()
    orders = [Order("/api/categories", {"name": f"Shelf {number}"}) for number in range(4)]
    with traced(shop, failing):
        for order in orders:
            answer = line.send("POST", order.path, order.body, Idempotency_Key=order.key)
            order.answer = answer if answer.status == 201 else None
            assert order.answer or (answer.status == 503 and answer.headers["retry-after"])
            assert line.send("GET", f"/api/products/{there['id']}").status == 200
    assert None in [order.answer for order in orders]
    for order in orders:
        again = line.send("POST", order.path, order.body, Idempotency_Key=order.key)
        assert again.status == 201
        assert order.answer is None or again.body == order.answer.body
        order.answer = again
    shop.kill()
    shop.start()
    check_retries(Line(shop), orders)
    assert len(shop.get("/api/categories").json["items"]) == len(orders)
    check_file(shop)
