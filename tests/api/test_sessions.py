# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""How a sign-in goes on, where it is seen, and how it ends: everywhere and at once."""
import uuid

import pytest

from people import Person, at_once, at_one_row, claims_of, login
from shop import Admin, note


@pytest.fixture
def person(shop):
    return Person(shop, "customer")


def is_refused(answer):
    assert (answer.status, answer.code) == (401, "unauthorized"), answer
    assert "set-cookie" not in answer.headers
    return True


def sessions_of(person, token=None):
    answer = person.shop.get("/api/auth/sessions", token=token or person.token)
    assert answer.status == 200, answer
    return answer.json["items"]


def test_a_session_goes_on_with_the_next_token(person):
    first = person.session
    second = person.renew()
    assert second["user"] == first["user"]
    assert second["refresh_token"] != first["refresh_token"]
    assert claims_of(second["access_token"])["sid"] == claims_of(first["access_token"])["sid"]
    assert claims_of(second["access_token"])["jti"] != claims_of(first["access_token"])["jti"]
    # What was handed out already lives until it ends.
    assert person.is_in(first["access_token"]) and person.is_in()
    for _ in range(5):
        person.renew()
    assert person.is_in()


def test_a_used_token_ends_the_session_at_once(shop, person):
    first = person.session
    second = person.renew()
    other = Person(shop, "customer")
    own_other = login(shop, person.email, person.password).json
    assert is_refused(person.refresh(first["refresh_token"]))
    for access in (first["access_token"], second["access_token"]):
        assert not person.is_in(access)
    assert is_refused(person.refresh(second["refresh_token"]))
    assert is_refused(person.refresh(first["refresh_token"]))
    assert other.is_in() and person.is_in(own_other["access_token"])
    rows = shop.sql("SELECT action FROM audit_entries WHERE action = 'session.token_reused' AND "
                    f"actor = '{person.id}'")
    assert rows == [["session.token_reused"]]


def test_a_token_from_two_places_at_once_is_good_in_one_and_then_in_none(person):
    first = person.session
    answers = at_once([person.refresh] * 4)
    assert sorted(answer.status for answer in answers) == [200, 401, 401, 401]
    won = next(answer.json for answer in answers if answer.status == 200)
    assert is_refused(person.refresh(won["refresh_token"]))
    assert not person.is_in(won["access_token"]) and not person.is_in(first["access_token"])


def test_refreshes_that_met_are_one(person, on_postgres):
    answers = at_one_row(person.shop, "refresh_tokens", [person.refresh] * 4)
    assert sorted(answer.status for answer in answers) == [200, 401, 401, 401]
    won = next(answer.json for answer in answers if answer.status == 200)
    assert is_refused(person.refresh(won["refresh_token"]))
    assert not person.is_in(won["access_token"])


@pytest.mark.parametrize("token", ["", "x", "A" * 43, "A" * 512, " ", "null", "漢字", "🔑"])
def test_what_is_no_refresh_token_is_refused(shop, token):
    assert is_refused(shop.post("/api/auth/refresh", {"refresh_token": token}, token=False))


def test_tokens_do_not_stand_for_one_another(shop, person):
    access, refresh = person.token, person.session["refresh_token"]
    assert person.refresh(access).status == 422  # No refresh token is that long.
    assert not person.is_in(refresh)
    assert is_refused(shop.post("/api/auth/refresh", {}, token=False))
    assert shop.post("/api/auth/refresh", {"refresh_token": None}, token=False).status in (401, 422)
    for spelling in (refresh.upper(), refresh + "=", " " + refresh, refresh[:-1]):
        assert is_refused(person.refresh(spelling))
    assert person.refresh().status == 200


def test_an_idle_session_ends(shop, person):
    shop.sql(f"UPDATE sessions SET expires_at = 1 WHERE id = '{person.session_id}'")
    assert is_refused(person.refresh())
    assert person.session_id not in [session["id"] for session in sessions_of(person)]


def test_signing_out_ends_this_session_alone(shop, person):
    other = login(shop, person.email, person.password).json
    answer = person.call("POST", "/api/auth/logout")
    assert answer.status == 204 and answer.body == b""
    assert not person.is_in()
    assert is_refused(person.refresh())
    assert is_refused(person.call("POST", "/api/auth/logout"))
    assert person.is_in(other["access_token"])
    assert person.refresh(other["refresh_token"]).status == 200


def test_one_sees_where_one_is_signed_in(shop, person):
    away = shop.elsewhere()
    tablet = login(away, person.email, person.password, device="the tablet").json
    listed = sessions_of(person)
    assert len(listed) == 2 and {session["device"] for session in listed} == {"", "the tablet"}
    for session in listed:
        assert session["current"] == (session["id"] == person.session_id)
        assert session["created_at"] <= session["last_used_at"] < session["expires_at"]
    assert listed[0]["id"] == claims_of(tablet["access_token"])["sid"]  # What was used last.
    assert listed[0]["address"] == away.place and listed[1]["address"] == "127.0.0.1"
    person.renew()
    assert [session["current"] for session in sessions_of(person)] == [True, False]
    assert not any(note(tablet["refresh_token"]) in str(session) for session in listed)


def test_the_list_goes_on_page_by_page(shop, person):
    for number in range(6):
        person.sign_in(device=f"device {number}")
    found, cursor = [], ""
    while cursor is not None:
        page = person.call("GET", "/api/auth/sessions?limit=3" + cursor).json
        found += [session["id"] for session in page["items"]]
        cursor = page["next_cursor"] and "&cursor=" + page["next_cursor"]
    assert len(found) == len(set(found)) == 7


@pytest.mark.parametrize("cursor", ["x", "AAAA", "LTE", "WyJ4IiwieSJd", "A" * 2000])
def test_a_foreign_cursor_is_bad(shop, cursor):
    answer = shop.get("/api/auth/sessions?cursor=" + cursor)
    assert (answer.status, answer.code) == (400, "bad_cursor")


def test_one_ends_a_session_of_ones_own(shop, person):
    lost = login(shop, person.email, person.password, device="lost").json
    place = f"/api/auth/sessions/{claims_of(lost['access_token'])['sid']}"
    assert person.call("DELETE", place).status == 204
    assert not person.is_in(lost["access_token"])
    assert is_refused(person.refresh(lost["refresh_token"]))
    assert [session["device"] for session in sessions_of(person)] == [""]
    assert person.call("DELETE", place).status == 404
    own = f"/api/auth/sessions/{person.session_id}"
    assert person.call("DELETE", own).status == 204
    assert not person.is_in()


def test_anothers_session_does_not_exist(shop, person):
    other = Person(shop, "customer")
    for caller in (person.token, None):  # Not for an admin either.
        answer = shop.delete(f"/api/auth/sessions/{other.session_id}", token=caller)
        assert (answer.status, answer.code) == (404, "not_found")
    unknown = person.call("DELETE", f"/api/auth/sessions/{uuid.uuid4()}")
    assert (unknown.status, unknown.json["detail"]) == (404, answer.json["detail"])
    assert other.is_in()
    assert other.session_id not in [session["id"] for session in sessions_of(person)]


def test_what_ended_stays_ended_when_the_backend_starts_anew(open_shop):
    shop = open_shop()
    out, stays = Person(shop, "customer"), Person(shop, "customer")
    assert out.call("POST", "/api/auth/logout").status == 204
    assert shop.stop() == 0
    shop.start()
    assert not out.is_in() and stays.is_in()
    assert is_refused(out.refresh()) and stays.refresh().status == 200


# ---- The cookie, for pages that must not hold a secret.

def cookie_of(answer):
    """(value, attributes in lower case)"""
    first, *rest = [part.strip() for part in answer.headers["set-cookie"].split(";")]
    name, value = first.split("=", 1)
    assert name == "tp_refresh"
    return note(value), {part.lower() for part in rest}


def by_cookie(shop, value, query="", body=None, **headers):
    answer = shop.post("/api/auth/refresh" + query, body or {}, token=False,
                       headers={"Cookie": f"theme=dark; tp_refresh={value}; x=y", **headers})
    if answer.status == 200:
        shop.noted(answer.json)
    return answer


@pytest.fixture
def cookie(shop, person):
    answer = login(shop, person.email, person.password, query="?cookie=true")
    assert answer.json["refresh_token"] is None
    return cookie_of(answer)[0]


def test_a_cookie_keeps_the_token_from_scripts(shop, person):
    answer = login(shop, person.email, person.password, query="?cookie=true")
    value, attributes = cookie_of(answer)
    assert attributes == {"path=/api/auth", "secure", "httponly", "samesite=strict",
                          "max-age=2592000"}
    assert len(value) == 43 and value not in answer.body.decode()
    assert answer.json["refresh_token"] is None and answer.json["access_token"]
    assert "set-cookie" not in login(shop, person.email, person.password).headers
    assert "set-cookie" not in login(shop, person.email, person.password,
                                     query="?cookie=false").headers


def test_registering_may_set_the_cookie_too(shop):
    answer = shop.post("/api/auth/register?cookie=true", token=False,
                       body={"email": "cookie@shop.example", "password": note("my own pass 77")})
    assert answer.status == 201 and answer.json["refresh_token"] is None
    assert by_cookie(shop, cookie_of(answer)[0]).status == 200


def test_a_session_by_cookie_stays_in_the_cookie(shop, cookie):
    for query in ("", "?cookie=true", "?cookie=false"):
        answer = by_cookie(shop, cookie, query)
        assert answer.status == 200, answer
        assert answer.json["refresh_token"] is None, "a script could take it with it"
        assert cookie_of(answer)[0] != cookie
        cookie = cookie_of(answer)[0]


def test_a_used_cookie_ends_the_session(shop, cookie):
    fresh = cookie_of(by_cookie(shop, cookie))[0]
    assert is_refused(by_cookie(shop, cookie))
    assert is_refused(by_cookie(shop, fresh))


def test_signing_out_takes_the_cookie_away(shop, person):
    answer = person.call("POST", "/api/auth/logout")
    value, attributes = cookie_of(answer)
    assert value == "" and "max-age=0" in attributes and "path=/api/auth" in attributes


def test_a_cookie_is_no_token(shop, person, cookie):
    for path in ("/api/auth/validate", "/api/auth/profile", "/api/auth/sessions"):
        answer = shop.get(path, token=False, headers={"Cookie": f"tp_refresh={cookie}"})
        assert answer.status == 401
    assert shop.post("/api/auth/logout", token=False,
                     headers={"Cookie": f"tp_refresh={cookie}"}).status == 401
    assert by_cookie(shop, cookie).status == 200


@pytest.mark.parametrize("origin", [
    "https://evil.example", "null", "http://127.0.0.1", "http://127.0.0.1:1", "https://{host}",
    "http://{host}.evil.example", "http://evil.example#{host}", "", "http://{host}/", "{host}"])
def test_a_page_of_another_site_may_not_use_it(shop, cookie, origin):
    origin = origin.format(host=f"{shop.host}:{shop.port}")
    answer = by_cookie(shop, cookie, Origin=origin)
    assert (answer.status, answer.code) == (403, "forbidden"), origin
    assert "set-cookie" not in answer.headers
    assert "access-control-allow-origin" not in answer.headers
    assert by_cookie(shop, cookie).status == 200  # The cookie is good still.


def test_ones_own_page_may(shop, cookie):
    assert by_cookie(shop, cookie, Origin=f"http://{shop.host}:{shop.port}").status == 200


def test_a_page_of_a_listed_site_may(open_shop):
    shop = open_shop("--cors-origin", "https://till.example")
    answer = login(shop, *Admin, query="?cookie=true")
    good = by_cookie(shop, cookie_of(answer)[0], Origin="https://till.example")
    assert good.status == 200
    assert good.headers["access-control-allow-origin"] == "https://till.example"
    assert good.headers["access-control-allow-credentials"] == "true"
    fresh = cookie_of(good)[0]
    for origin in ("https://till.example.evil.example", "http://till.example",
                   "https://till.example:8443", "https://TILL.example"):
        assert by_cookie(shop, fresh, Origin=origin).status == 403
    assert by_cookie(shop, fresh).status == 200


def test_any_origin_is_not_a_listed_one(open_shop):
    shop = open_shop("--cors-origin", "*")
    answer = login(shop, *Admin, query="?cookie=true")
    assert by_cookie(shop, cookie_of(answer)[0], Origin="https://evil.example").status == 403
    assert "access-control-allow-credentials" not in answer.headers


@pytest.mark.parametrize("media", ["text/plain", "application/x-www-form-urlencoded",
                                   "multipart/form-data; boundary=x", ""])
def test_a_plain_form_cannot_send_it(shop, cookie, media):
    """What a browser sends without asking first (Fetch, "simple" requests)."""
    answer = shop.post("/api/auth/refresh", raw=b"{}", token=False,
                       headers={"Cookie": f"tp_refresh={cookie}", "Content-Type": media})
    assert answer.status == 415


@pytest.mark.parametrize("field", ["", ";", "tp_refresh", "tp_refresh=", "=x", "Tp_Refresh=x",
                                   "tp_refresh2=x", "; ;tp_refresh=\"x\"", "a=" + "b" * 4000])
def test_another_cookie_is_none(shop, field):
    answer = shop.post("/api/auth/refresh", {}, token=False, headers={"Cookie": field})
    assert is_refused(answer)


@pytest.mark.parametrize("change", [{"password": note("another password 1")}, {"active": False}],
                         ids=lambda change: next(iter(change)))
def test_a_session_that_opened_while_all_ended_does_not_outlive_it(shop, on_postgres, change):
    """The password was right when it was looked at, and another one when the session opened."""
    for _ in range(4):
        person = Person(shop, "customer")
        changed, opened = at_one_row(shop, "users", [
            lambda: person.change(**change),
            lambda: login(shop.elsewhere(), person.email, person.password)])
        assert changed.status == 200
        if opened.status == 200:
            assert not person.is_in(opened.json["access_token"])
            assert is_refused(person.refresh(opened.json["refresh_token"]))
        else:
            assert (opened.status, opened.code) == (401, "invalid_credentials")


def test_a_refresh_that_met_a_change_of_roles_has_the_new_ones(shop, on_postgres):
    person = Person(shop, "manager")
    for _ in range(4):
        roles = ["cashier"] if "manager" in claims_of(person.token)["roles"] else ["manager"]
        changed, refreshed = at_one_row(shop, "users", [
            lambda roles=roles: person.change(roles=roles), person.refresh])
        assert changed.status == refreshed.status == 200
        person.session = refreshed.json
        token = person.token
        assert claims_of(token)["roles"] == roles or not person.is_in(token)
        person.renew()
        assert person.is_in() and claims_of(person.token)["roles"] == roles
