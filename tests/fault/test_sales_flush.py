# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""A power cut after an acknowledged sale loses nothing: seen from outside, no answer leaves before
what it says is on disk, be it ours or the database server's."""
import time

import pytest

from apifixtures import Postgres
from books import asked
from clients import Line
from salebooks import check_sales, let_leases_run_out
from selling import card, order, stocked
from shop import Shop
from tills import Goods, Tills
from tracing import answers_before_their_flush, traced

Sales = 10
Log = {"sqlite": r"shop\.db-wal", "postgres": r"/pg_wal/[0-9A-F]+"}


@pytest.fixture(scope="module")
def server(postgres):
    """The one of the other tests does not flush."""
    if not postgres:
        yield None
        return
    durable = Postgres("--durable")
    yield durable
    durable.close()


@pytest.fixture(scope="module", params=["cash", "card"])
def sold(request, server, tmp_path_factory):
    """(how it was paid, the pattern of the log's name, the trace of such sales)"""
    books = tmp_path_factory.mktemp("gateway") / "books"
    shop = Shop(server and server.database(), "--test-gateway", "--test-gateway-books", str(books))
    tea = stocked(shop, 1000)
    payment = card() if request.param == "card" else {"method": "cash"}
    for _ in range(20):  # Every connection to the server stands, to be looked at.
        order(shop, [(tea, 1)], [payment], wait=10)
    processes = server.ask("processes").split() if server else ()
    with traced(shop, beside=processes) as path:
        for _ in range(Sales):
            assert order(shop, [(tea, 1)], [payment], wait=10).json["status"] == "confirmed"
        time.sleep(0.2)
        with open(path, encoding="utf-8", errors="replace") as file:
            lines = file.read().splitlines()
    shop.close()
    return request.param, Log["postgres" if server else "sqlite"], lines


def test_a_sale_is_on_disk_before_it_is_acknowledged(sold):
    _, log, lines = sold
    assert answers_before_their_flush(lines, log, others_write=log == Log["postgres"]) == (
        Sales, [])


def test_no_gateway_is_asked_before_the_question_is_on_disk(sold):
    """What is asked for is known to whoever takes the sale up. Each sale is authorized, then
    captured; each time the gateway puts it on its own disk."""
    how, log, lines = sold
    asked = answers_before_their_flush(lines, log, r"f(data)?sync\(\d+<[^>]*/books-wal>",
                                       others_write=log == Log["postgres"])
    assert asked == (2 * Sales if how == "card" else 0, [])


def test_the_judge_sees_that_the_log_was_not_flushed(sold):
    _, log, lines = sold
    careless = [line for line in lines if "sync(" not in line and "sync resumed" not in line]
    answers, early = answers_before_their_flush(careless, log)
    assert answers == len(early) == Sales


@pytest.mark.parametrize("failing", ["fdatasync:delay_exit=30000", "fdatasync:error=EIO:when=20"])
def test_sales_on_a_server_whose_disk_is_bad(server, on_postgres, open_shop, gateway, chance,
                                             failing):
    """One that is slow, and one that fails once, after which the server starts anew by itself."""
    shop = open_shop(*gateway, database=server.database())
    with Tills([shop], Goods(shop), chance, 8) as tills:
        time.sleep(0.5)
        with traced(shop, failing, server.ask("processes").split()):
            time.sleep(1.5)
        assert asked(Line(shop), "GET", "/orders?limit=1").status == 200  # It is back.
        let_leases_run_out(shop)
    assert {*tills.statuses} <= {200, 201, 202, 503}, tills.statuses
    assert (503 in tills.statuses) == ("error" in failing), tills.statuses
    check_sales(shop, tills, chance)


def test_a_server_that_does_not_flush_is_refused(on_postgres, open_shop):
    """A shop on it would lose what it has acknowledged."""
    shop = open_shop()
    shop.kill()
    shop.database += "&options=-csynchronous_commit%3Doff"
    with pytest.raises(AssertionError, match="synchronous_commit"):
        shop.start()
    assert shop.process.wait(5) != 0
