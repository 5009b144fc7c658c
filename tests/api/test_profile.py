# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""What people see and change of themselves."""
import pytest

from people import Person, at_once, at_one_row

Path = "/api/auth/profile"


@pytest.fixture
def person(shop):
    return Person(shop, "cashier", full_name="Grace Hopper")


def test_one_sees_who_one_is(person):
    answer = person.call("GET", Path)
    assert answer.status == 200 and answer.headers["etag"] == '"1"'
    profile = answer.json
    assert profile == person.session["user"]
    assert set(profile) == {"id", "email", "full_name", "roles", "locale", "created_at", "version"}
    assert profile["id"] == person.id and profile["email"] == person.email
    assert profile["roles"] == ["cashier"] and profile["locale"] == ""


def test_one_changes_name_and_language_alone(person):
    answer = person.call("PUT", Path, {"full_name": "Admiral Hopper"})
    assert answer.status == 200 and answer.headers["etag"] == '"2"', answer
    assert answer.json["full_name"] == "Admiral Hopper" and answer.json["locale"] == ""
    answer = person.call("PUT", Path, {"locale": "de-AT"})
    assert answer.json["full_name"] == "Admiral Hopper" and answer.json["locale"] == "de-AT"
    assert answer.json["version"] == 3 and answer.json == person.call("GET", Path).json
    assert person.is_in()


def test_what_is_sent_back_unchanged_is_taken(person):
    profile = person.call("GET", Path).json
    answer = person.call("PUT", Path, {**profile, "full_name": "G. H."})
    assert answer.status == 200 and answer.json["full_name"] == "G. H."
    assert answer.json["roles"] == ["cashier"]


@pytest.mark.parametrize("member, value", [
    ("roles", ["admin"]), ("roles", ["cashier", "admin"]), ("email", "other@shop.example"),
    ("id", "01900000-0000-7000-8000-000000000001"), ("version", 99),
    ("created_at", "2020-01-01T00:00:00.000Z")])
def test_nobody_makes_themselves_somebody_else(person, member, value):
    answer = person.call("PUT", Path, {member: value})
    assert answer.status == 422 and answer.fields() == {("/" + member, "read_only")}
    assert person.call("GET", Path).json == person.session["user"]


@pytest.mark.parametrize("member", ["password", "pin", "active", "totp", "is_admin", "pin_locked"])
def test_what_others_decide_is_no_member(person, member):
    answer = person.call("PUT", Path, {member: True})
    assert answer.status == 422 and answer.fields() == {("/" + member, "unknown_member")}


@pytest.mark.parametrize("body, pointer", [
    ({"full_name": "x" * 201}, "/full_name"), ({"full_name": "a\nb"}, "/full_name"),
    ({"full_name": None}, "/full_name"), ({"locale": "x" * 36}, "/locale"),
    ({"locale": 7}, "/locale")])
def test_nonsense_is_refused(person, body, pointer):
    answer = person.call("PUT", Path, body)
    assert answer.status == 422 and {at for at, _ in answer.fields()} == {pointer}


def test_a_stale_version_is_refused(person):
    assert person.call("PUT", Path, {"full_name": "A"}, headers={"If-Match": '"1"'}).status == 200
    answer = person.call("PUT", Path, {"full_name": "B"}, headers={"If-Match": '"1"'})
    assert (answer.status, answer.code) == (412, "stale_version")
    assert person.call("PUT", Path, {"full_name": "B"}, headers={"If-Match": '"2"'}).status == 200
    assert person.call("GET", Path, headers={"If-None-Match": '"3"'}).status == 304


def test_changes_at_once_are_each_kept(person):
    answers = at_once([lambda: person.call("PUT", Path, {"full_name": "Name"}),
                       lambda: person.call("PUT", Path, {"locale": "fr"})] * 3)
    assert {answer.status for answer in answers} == {200}
    profile = person.call("GET", Path).json
    assert (profile["full_name"], profile["locale"], profile["version"]) == ("Name", "fr", 7)


@pytest.mark.parametrize("change", [{"active": False}, {"roles": ["customer"]}, {"pin": None}],
                         ids=lambda change: next(iter(change)))
def test_ones_own_change_takes_nothing_back(shop, on_postgres, change):
    """What others decided meanwhile stands, whoever of the two was first."""
    for _ in range(4):
        person = Person(shop, "cashier", pin="83526417")
        answers = at_one_row(shop, "users", [
            lambda: person.change(**change),
            lambda: person.call("PUT", Path, {"full_name": "I was here"})])
        assert answers[0].status == 200 and answers[1].status in (200, 401)
        after = person.as_others_see_them()
        wanted = {"active": change.get("active", True), "roles": change.get("roles", ["cashier"]),
                  "has_pin": "pin" not in change}
        assert {name: after[name] for name in wanted} == wanted
        assert answers[1].status != 200 or after["full_name"] == "I was here"


def test_a_profile_is_ones_own(shop, person):
    other = Person(shop, "customer", full_name="Somebody else")
    assert other.call("GET", Path).json["full_name"] == "Somebody else"
    other.call("PUT", Path, {"full_name": "Else"})
    assert person.call("GET", Path).json["full_name"] == "Grace Hopper"
