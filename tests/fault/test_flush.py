# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""No answer leaves before what it says is on disk."""
import time

import pytest

from books import check_file
from clients import Line
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


def test_a_flush_that_fails_is_no_success(shop):
    """One flush fails, later ones work. With a key the shop finds out by itself what became of it,
    without one it says that it does not know."""
    line, wanted = Line(shop), {"name": "Shelf"}
    with traced(shop, "fdatasync,fsync:error=EIO:when=1"):
        refused = post(line)
    assert refused.status == 503 and refused.headers["retry-after"]
    with traced(shop, "fdatasync,fsync:error=EIO"):
        refused = line.send("POST", "/api/categories", wanted, Idempotency_Key="the-key")
        assert refused.status == 503
    first = line.send("POST", "/api/categories", wanted, Idempotency_Key="the-key")
    assert first.status == 201
    shop.kill()
    shop.start()
    again = Line(shop).send("POST", "/api/categories", wanted, Idempotency_Key="the-key")
    assert (again.status, again.body) == (201, first.body)
    check_file(shop)
