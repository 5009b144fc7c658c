# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""The second factor: set up, asked for, good once, lost and taken away."""
import collections
import re
import urllib.parse

import pytest

from people import Person, at_once, at_one_row, claims_of, login, new_password
from secondfactor import App, code_at, step_now
from shop import note


def enrol(person):
    answer = person.call("POST", "/api/auth/totp")
    assert answer.status == 200, answer
    note(answer.json["secret"])
    note(answer.json["otpauth_url"])
    return answer.json


def confirm(person, code):
    return person.call("POST", "/api/auth/totp/confirm", {"code": code})


def set_up(person):
    """(the app, the recovery codes)"""
    app = App(enrol(person)["secret"])
    answer = confirm(person, app.code())
    assert answer.status == 200, answer
    return app, [note(code) for code in answer.json["recovery_codes"]]


def sign_in(person, code=None):
    more = {} if code is None else {"totp": code}
    return login(person.shop, person.email, person.password, **more)


def require(shop, *roles):
    """Makes the second factor a duty of these roles."""
    answer = shop.put("/api/settings", {"totp_required_for": list(roles)})
    assert answer.status == 200, answer


def is_asked(answer):
    assert (answer.status, answer.code) == (401, "totp_required"), answer
    return True


@pytest.fixture
def person(shop):
    return Person(shop.elsewhere(), "customer")


@pytest.fixture
def requiring(open_shop):
    """A shop whose managers and vendors need a second factor."""
    shop = open_shop()
    require(shop, "manager", "vendor")
    return shop


def test_a_secret_is_for_any_app(person):
    enrolment = enrol(person)
    assert re.fullmatch("[A-Z2-7]{32}", enrolment["secret"])
    url = urllib.parse.urlsplit(enrolment["otpauth_url"])
    assert (url.scheme, url.netloc) == ("otpauth", "totp")
    assert urllib.parse.unquote(url.path) == f"/Tradepost:{person.email}"
    query = urllib.parse.parse_qs(url.query)
    assert query == {"secret": [enrolment["secret"]], "issuer": ["Tradepost"]}


def test_it_is_not_asked_for_before_it_is_confirmed(person):
    enrol(person)
    assert sign_in(person).status == 200
    assert person.as_others_see_them()["totp"] is False


def test_after_that_a_sign_in_needs_a_code(person):
    app, _ = set_up(person)
    assert person.as_others_see_them()["totp"] is True
    assert is_asked(sign_in(person))
    answer = sign_in(person, app.code())
    assert answer.status == 200 and answer.json["totp_enrolment_required"] is False
    assert login(person.shop, person.email, new_password(), totp=app.code()).code == \
        "invalid_credentials"


def test_who_was_in_stays_in(person):
    set_up(person)
    assert person.is_in() and person.refresh().status == 200


def test_a_code_is_good_once(person):
    app, _ = set_up(person)
    assert is_asked(sign_in(person, code_at(app.secret, app.next_step - 1)))  # Confirmed by it.
    code = app.code()
    assert sign_in(person, code).status == 200
    assert is_asked(sign_in(person, code))
    later = app.code()
    assert sign_in(person, later).status == 200
    assert is_asked(sign_in(person, code))


def test_a_code_from_two_places_at_once_is_good_in_one(person):
    app, _ = set_up(person)
    code = app.code()
    answers = at_once([lambda: sign_in(person, code)] * 4)
    assert sorted(answer.status for answer in answers) == [200, 401, 401, 401]


def test_a_code_is_good_once_where_sign_ins_met(shop, person, on_postgres):
    app, codes = set_up(person)
    for code in (app.code(), codes[0]):
        answers = at_one_row(shop, "users", [lambda: sign_in(person, code)] * 3)
        assert sorted(answer.status for answer in answers) == [200, 401, 401]


@pytest.mark.parametrize("off", [-3, 3])
def test_an_old_or_early_code_is_not_good(person, off):
    app, _ = set_up(person)
    assert is_asked(sign_in(person, code_at(app.secret, step_now() + off)))


@pytest.mark.parametrize("code", ["", " ", "12345", "1234567", "abcdef", "１２３４５６", "-12345",
                                  "000000\n", "null", "x" * 64])
def test_what_is_no_code_is_not_good(person, code):
    set_up(person)
    answer = sign_in(person, code)
    assert answer.status == 422 or is_asked(answer)


def test_codes_may_be_typed_with_spaces_around(person):
    app, codes = set_up(person)
    assert sign_in(person, f" {app.code()} ").status == 200
    assert sign_in(person, codes[0].lower().replace("-", " ")).status == 200


def test_wrong_codes_count_as_wrong_sign_ins(person):
    app, _ = set_up(person)
    for _ in range(10):
        assert is_asked(sign_in(person, app.wrong_code()))
    assert sign_in(person, app.code()).status == 429
    assert sign_in(person).status == 429


def test_to_be_asked_counts_nothing(person):
    app, _ = set_up(person)
    for _ in range(12):
        assert is_asked(sign_in(person))
    assert sign_in(person, app.code()).status == 200


def test_wrong_codes_at_the_same_time_count_each_other(person):
    app, _ = set_up(person)
    answers = at_once([lambda: sign_in(person, app.wrong_code())] * 24)
    told = collections.Counter(answer.status for answer in answers)
    assert set(told) <= {401, 429, 503} and 1 <= told[401] <= 10, told


def test_a_recovery_code_stands_in_once(shop, person):
    _, codes = set_up(person)
    assert len(codes) == len(set(codes)) == 10
    assert all(re.fullmatch("[2-9A-HJ-NP-Z]{4}(-[2-9A-HJ-NP-Z]{4}){2}", code) for code in codes)
    for code in codes[:3]:
        assert sign_in(person, code).status == 200
        assert is_asked(sign_in(person, code))
    assert sign_in(person, codes[9]).status == 200
    used = shop.sql("SELECT COUNT(*) FROM audit_entries WHERE action = 'user.recovery_code_used' "
                    f"AND actor = '{person.id}'")
    assert used == [["4"]]


def test_anothers_recovery_code_is_none(shop, person):
    other = Person(shop.elsewhere(), "customer")
    _, codes = set_up(person)
    set_up(other)
    assert is_asked(sign_in(other, codes[0]))
    assert sign_in(person, codes[0]).status == 200


def test_new_recovery_codes_replace_the_old(person):
    _, before = set_up(person)
    assert person.call("DELETE", "/api/auth/totp").status == 204
    _, after = set_up(person)
    assert is_asked(sign_in(person, before[0]))
    assert sign_in(person, after[0]).status == 200


def test_a_wrong_first_code_turns_nothing_on(person):
    app = App(enrol(person)["secret"])
    answer = confirm(person, app.wrong_code())
    assert answer.status == 422 and answer.fields() == {("/code", "wrong_code")}
    assert sign_in(person).status == 200
    assert confirm(person, app.code()).status == 200


def test_only_the_last_secret_can_be_confirmed(person):
    first, second = App(enrol(person)["secret"]), App(enrol(person)["secret"])
    assert first.secret != second.secret
    assert confirm(person, first.code()).status == 422
    assert confirm(person, second.code()).status == 200


def test_nothing_is_confirmed_that_was_not_begun(person):
    answer = confirm(person, "123456")
    assert (answer.status, answer.code) == (409, "conflict")


def test_one_is_enough(person):
    app, _ = set_up(person)
    for answer in (person.call("POST", "/api/auth/totp"), confirm(person, app.code())):
        assert (answer.status, answer.code) == (409, "totp_active")
    assert sign_in(person, app.code()).status == 200


def test_it_can_be_taken_away(person):
    set_up(person)
    assert person.call("DELETE", "/api/auth/totp").status == 204
    assert sign_in(person).status == 200
    assert person.as_others_see_them()["totp"] is False
    assert person.call("DELETE", "/api/auth/totp").status == 204


def test_to_take_it_away_leaves_one_row_and_everybody_in(shop, person):
    app, _ = set_up(person)
    other = sign_in(person, app.code()).json
    there = shop.elsewhere()
    for _ in range(2):
        assert there.delete("/api/auth/totp", token=person.token).status == 204
    rows = shop.sql("SELECT action, actor, address FROM audit_entries WHERE subject = "
                    f"'{person.id}' AND action LIKE 'user.totp%' ORDER BY seq")
    assert [row[0] for row in rows] == ["user.totp_on", "user.totp_removed"]
    assert rows[1][1:] == [person.id, there.place]
    assert person.is_in() and person.is_in(other["access_token"])


def test_an_admin_takes_away_what_was_lost(person):
    set_up(person)
    answer = person.change(totp=False)
    assert answer.status == 200 and answer.json["totp"] is False
    assert sign_in(person).status == 200
    assert person.change(totp=True).fields() == {("/totp", "read_only")}


def test_the_secret_is_sealed(shop, person):
    app, codes = set_up(person)
    row = shop.sql(f"SELECT totp_sealed FROM users WHERE id = '{person.id}'")[0][0]
    assert app.secret not in row and len(row) > 60
    stored = str(shop.sql(f"SELECT hash FROM recovery_codes WHERE user_id = '{person.id}'"))
    assert not [code for code in codes if code in stored or code.replace("-", "") in stored]
    # Somebody else's sealed secret opens for nobody else.
    other = Person(shop.elsewhere(), "customer")
    other_app, _ = set_up(other)
    shop.sql(f"UPDATE users SET totp_sealed = '{row}' WHERE id = '{other.id}'")
    assert is_asked(sign_in(other, app.code()))
    assert is_asked(sign_in(other, other_app.code()))


# ---- Roles that need one.

def test_who_needs_one_may_set_it_up_and_nothing_else(requiring):
    clerk = Person(requiring, "cashier")
    assert clerk.session["totp_enrolment_required"] is False
    person = Person(requiring, "manager")
    assert person.session["totp_enrolment_required"] is True
    valid = person.call("GET", "/api/auth/validate").json
    assert valid["permissions"] == [] and valid["roles"] == ["manager"]
    assert person.call("GET", "/api/stock").status == 403
    assert person.call("GET", "/api/users").status == 403
    assert person.call("POST", "/api/products", {"name": "x"}).status == 403
    assert person.call("GET", "/api/auth/profile").status == 200
    app, _ = set_up(person)
    assert person.call("GET", "/api/stock").status == 403  # By this token still.
    assert person.renew()["totp_enrolment_required"] is False
    assert person.call("GET", "/api/stock").status == 200
    assert is_asked(sign_in(person))
    assert sign_in(person, app.code()).json["totp_enrolment_required"] is False


def test_a_refresh_does_not_get_around_it(requiring):
    person = Person(requiring, "manager", "cashier")
    for _ in range(3):
        assert person.renew()["totp_enrolment_required"] is True
        assert person.call("GET", "/api/stock").status == 403
    require(requiring)
    assert person.renew()["totp_enrolment_required"] is False
    assert person.call("GET", "/api/stock").status == 200


def test_who_takes_it_away_needs_it_again(requiring):
    person = Person(requiring, "vendor")
    set_up(person)
    person.renew()
    assert person.call("DELETE", "/api/auth/totp").status == 204
    assert person.renew()["totp_enrolment_required"] is True
    assert claims_of(person.token)["enrol"] is True
