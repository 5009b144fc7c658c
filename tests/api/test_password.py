# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""Changing one's password."""
import collections

import pytest

from people import Person, at_once, at_one_row, login, new_password

Path = "/api/auth/password"
AccountMax = 10


@pytest.fixture
def person(shop):
    return Person(shop.elsewhere(), "customer")


def change(person, new=None, current=None, **more):
    return person.call("POST", Path, {"current_password": current or person.password,
                                      "new_password": new or new_password()}, **more)


def is_wrong(answer):
    assert (answer.status, answer.code) == (401, "invalid_credentials"), answer
    return True


def test_the_old_one_is_gone_and_the_new_one_good(shop, person):
    new = new_password()
    answer = change(person, new)
    assert answer.status == 204 and answer.body == b""
    assert is_wrong(login(person.shop, person.email, person.password))
    assert login(shop, person.email, new).status == 200


def test_other_sessions_end_and_this_one_stays(shop, person):
    others = [login(shop, person.email, person.password).json for _ in range(2)]
    stranger = Person(shop, "customer")
    assert change(person).status == 204
    for other in others:
        assert not person.is_in(other["access_token"])
        assert person.refresh(other["refresh_token"]).status == 401
    assert person.is_in() and person.refresh().status == 200
    assert stranger.is_in()


def test_a_wrong_current_password_changes_nothing(shop, person):
    assert is_wrong(change(person, current=new_password()))
    assert person.is_in()
    assert login(shop, person.email, person.password).status == 200


def test_a_wrong_current_password_counts_as_a_wrong_sign_in(shop, person):
    for _ in range(AccountMax - 1):
        assert is_wrong(change(person, current=new_password()))
    assert is_wrong(login(person.shop, person.email, new_password()))
    refused = change(person)
    assert (refused.status, refused.code) == (429, "too_many_requests")
    assert int(refused.headers["retry-after"]) > 800
    assert login(shop, person.email, person.password).status == 429
    assert person.is_in()


def test_guesses_at_the_same_time_count_each_other(person):
    """Whoever holds a stolen token must not guess faster than anybody else."""
    words = [new_password() for _ in range(30)]
    answers = at_once([lambda word=word: change(person, current=word) for word in words])
    told = collections.Counter(answer.status for answer in answers)
    assert set(told) <= {401, 429, 503} and 1 <= told[401] <= AccountMax, told
    assert change(person).status == 429


def test_guesses_that_were_counted_together_are_one_too_many(shop, person, on_postgres):
    for _ in range(AccountMax - 1):
        assert is_wrong(change(person, current=new_password()))
    words = [new_password() for _ in range(4)]
    answers = at_one_row(shop, "failed_attempts",
                         [lambda word=word: change(person, current=word) for word in words])
    assert sorted(answer.status for answer in answers) == [401, 429, 429, 429]


@pytest.mark.parametrize("new, code", [
    ("1234567", "too_short"), ("x" * 257, "too_long"), ("password", "weak_password"),
    ("QWERTY123", "weak_password"), (None, "wrong_type")])
def test_a_new_password_keeps_the_rules(person, new, code):
    answer = person.call("POST", Path, {"current_password": person.password, "new_password": new})
    assert answer.status == 422 and answer.fields() == {("/new_password", code)}, answer


def test_the_email_is_no_password(person):
    answer = change(person, new=person.email.upper())
    assert answer.status == 422 and answer.fields() == {("/new_password", "weak_password")}


def test_who_signs_in_by_pin_alone_has_none_to_change(shop):
    """An admin takes the e-mail's password for granted nowhere: such a one is just wrong."""
    person = Person(shop, "cashier")
    shop.sql(f"UPDATE users SET password_hash = NULL WHERE id = '{person.id}'")
    assert is_wrong(change(person))


def test_two_changes_at_once_are_one(shop, person):
    words = [new_password() for _ in range(4)]
    answers = at_once([lambda word=word: change(person, new=word) for word in words])
    done = [word for word, answer in zip(words, answers) if answer.status == 204]
    assert done and {answer.status for answer in answers} <= {204, 401}
    good = [word for word in words if login(shop, person.email, word).status == 200]
    assert len(good) == 1 and good[0] in done


def test_the_trail_says_so_without_the_password(shop, person):
    assert change(person).status == 204
    rows = shop.sql("SELECT action, actor, details FROM audit_entries WHERE subject = "
                    f"'{person.id}' ORDER BY seq DESC LIMIT 1")
    assert rows == [["user.password_set", person.id, "{}"]]
