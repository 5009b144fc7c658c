# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""Who did what."""
import urllib.parse

import pytest

Nobody = "01900000-0000-7000-8000-00000000dead"


@pytest.fixture(scope="module")
def shop(open_shop):
    """A shop in which little has happened: two registers, and five names for the shop."""
    shop = open_shop()
    shop.registers = [shop.post("/api/registers", {"code": code}).json for code in ("A1", "A2")]
    for one in shop.registers:
        assert shop.post(f"/api/registers/{one['id']}/claim").status == 201
    for turn in range(5):
        assert shop.put("/api/settings", {"shop": {"name": f"Shop {turn}"}}).status == 200
    return shop


def rows(shop, query="", limit=200):
    return shop.every("/api/audit?" + query, limit=limit)


def test_rows_are_told_newest_first(shop):
    told = rows(shop)
    assert [row["seq"] for row in told] == sorted((row["seq"] for row in told), reverse=True)
    # The oldest are the admin's, made by command line, and her sign-in.
    assert [row["action"] for row in told[-11:]] == \
        ["settings.changed"] * 5 + ["register.claimed"] * 2 + ["register.created"] * 2 + \
        ["sign_in", "user.created"]
    for row in told[:-1]:
        assert row["address"] == "127.0.0.1" and row["actor_id"] and row["request_id"]
    assert not any(told[-1][name] for name in ("address", "actor_id", "request_id"))


def test_a_row_names_its_request(shop):
    shop.put("/api/settings", {"tax_rounding": "group"}, headers={"X-Request-Id": "find-me"})
    row = rows(shop)[0]
    assert row["request_id"] == "find-me" and row["details"] == {"changed": ["tax_rounding"]}
    shop.put("/api/settings", {"tax_rounding": "line"})


def test_pages_stand_still_while_rows_are_added(shop):
    before = [row["seq"] for row in rows(shop)]
    page = shop.get("/api/audit?limit=3").json
    told = [row["seq"] for row in page["items"]]
    while page["next_cursor"]:
        shop.put("/api/settings", {"shop": {"tax_id": page["next_cursor"]}})
        page = shop.get(f"/api/audit?limit=3&cursor={page['next_cursor']}").json
        told += [row["seq"] for row in page["items"]]
    assert told == before


def test_rows_are_found_by_actor_action_and_subject(shop):
    every = rows(shop)
    actor = every[0]["actor_id"]
    one = shop.registers[0]["id"]
    assert rows(shop, f"actor={actor}", limit=2) == every[:-1]
    assert rows(shop, f"actor={Nobody}") == []
    claimed = [row for row in every if row["action"] == "register.claimed"]
    assert rows(shop, "action=register.claimed", limit=1) == claimed
    assert rows(shop, "action=register") == []
    of_one = [row for row in every if row["subject"] == one]
    assert rows(shop, f"subject={one}", limit=1) == of_one and len(of_one) == 2
    assert rows(shop, f"subject={one}&action=register.claimed&actor={actor}") == of_one[:1]
    assert rows(shop, f"subject={one}&actor={Nobody}") == []
    assert rows(shop, f"actor={actor}&action=register.claimed") == claimed


def test_rows_are_found_by_time(shop):
    every = rows(shop)
    middle = every[len(every) // 2]["at"]
    assert rows(shop, f"from={middle}") == [row for row in every if row["at"] >= middle]
    assert rows(shop, f"to={middle}", limit=2) == [row for row in every if row["at"] < middle]
    assert rows(shop, f"from={middle}&to={middle}") == []
    assert rows(shop, "from=9000-01-01T00:00:00Z") == []
    assert rows(shop, "from=0000-01-01T00:00:00Z&to=9999-12-31T23:59:59.999Z") == every
    elsewhere = urllib.parse.quote(middle.replace("Z", "+00:00"))
    assert rows(shop, f"from={elsewhere}&action=settings.changed") == \
        [row for row in every if row["at"] >= middle and row["action"] == "settings.changed"]


@pytest.mark.parametrize("query", [
    "from=", "from=yesterday", "from=2026-01-01", "to=2026-13-01T00:00:00Z",
    "to=2026-01-01T00:00:00", "from=1700000000", "to=2026-01-01T00:00:00%2B25:00",
    "actor=", "action=", "subject=", "actor=" + "a" * 201, "action=%FF", "colour=red",
    "from=2026-01-01T00:00:00Z&from=2026-01-01T00:00:00Z", "limit=0", "limit=201",
])
def test_a_bad_question_is_refused(shop, query):
    answer = shop.get("/api/audit?" + query)
    assert answer.status == 400 and answer.code == "bad_query", answer


@pytest.mark.parametrize("cursor", ["", "x", "MR8", "MR94", "MR8tMQ", "MR8w",
                                    "MR85OTk5OTk5OTk5OTk5OTk5OTk5"])
def test_a_cursor_of_another_list_is_refused(shop, cursor):
    answer = shop.get(f"/api/audit?cursor={cursor}")
    assert answer.status == 400 and answer.code == "bad_cursor", answer


def test_quotes_and_percent_signs_are_words_like_others(shop):
    for word in ("' OR 1=1 --", "%", "_", "\u8336", "a\tb", "*"):
        assert rows(shop, "action=" + urllib.parse.quote(word)) == []


def test_what_is_refused_leaves_no_row(shop):
    before = rows(shop)
    assert shop.put("/api/settings", {"currency": "X"}).status == 422
    assert shop.post("/api/registers", {"code": "A1"}).status == 409
    assert shop.post(f"/api/registers/{Nobody}/claim").status == 404
    assert shop.put("/api/settings", {}).status == 200
    assert rows(shop) == before


def test_the_trail_needs_a_token(shop):
    assert shop.get("/api/audit", token=False).status == 401
    assert shop.call("DELETE", "/api/audit").status == 405
