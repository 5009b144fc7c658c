# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""What makes orders happen, as people see it; how it works is shown by tests/storage."""
import pytest

from shop import key

Nobody = "01900000-0000-7000-8000-00000000dead"
Password = "staff of this shop only"


@pytest.fixture(scope="module")
def shop(open_shop):
    return open_shop()


def signed_in(shop, role):
    email = f"{role}-{key()}@shop.example"
    shop.cli("user", "add", "--email", email, "--role", role, "--password-stdin",
             text=Password + "\n")
    return shop.sign_in(email, Password)


def test_a_shop_that_has_sold_nothing_has_none(shop):
    for query in ("", "?state=stuck", "?limit=1"):
        answer = shop.get("/sagas" + query)
        assert answer.status == 200 and answer.json == {"items": [], "next_cursor": None}


def test_one_that_is_not_there_is_not_found(shop):
    assert shop.get(f"/sagas/{Nobody}").status == 404
    for verb in ("retry", "abandon"):
        answer = shop.post(f"/sagas/{Nobody}/{verb}")
        assert answer.status == 404 and answer.code == "not_found"


@pytest.mark.parametrize("query", ["state=", "state=done", "state=stuck,waiting", "limit=0"])
def test_a_bad_question_is_refused(shop, query):
    answer = shop.get("/sagas?" + query)
    assert answer.status == 400 and answer.code == "bad_query"


def test_who_may_look_may_not_decide(shop):
    for role, reads, decides in (("cashier", 403, 403), ("vendor", 200, 403),
                                 ("manager", 200, 404)):
        token = signed_in(shop, role)
        assert shop.get("/sagas", token=token).status == reads, role
        answer = shop.post(f"/sagas/{Nobody}/retry", token=token)
        assert answer.status == decides, (role, answer)
