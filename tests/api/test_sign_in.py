# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""Registering and signing in, and being wrong: a pair that is wrong says nothing of what is wrong,
and nobody may be wrong too often."""
import asyncio
import collections
import json
import pathlib
import time

import pytest

from people import Person, at_once, at_one_row, claims_of, login, new_email, new_password
from shop import Admin, Secrets, key, note

WindowSeconds = 15 * 60
AccountMax, AddressMax = 10, 100


def register(shop, **members):
    body = {"email": new_email(), "password": new_password(), **members}
    answer = shop.post("/api/auth/register", body, token=False)
    if answer.status == 201:
        shop.noted(answer.json)
    return body, answer


def is_throttled(answer):
    assert (answer.status, answer.code) == (429, "too_many_requests"), answer
    assert 1 <= int(answer.headers["retry-after"]) <= WindowSeconds
    return True


def be_wrong(shop, email, times):
    for _ in range(times):
        answer = login(shop, email, new_password())
        assert (answer.status, answer.code) == (401, "invalid_credentials"), answer


def test_a_stranger_becomes_a_customer(shop):
    body, answer = register(shop, full_name="Ada Lovelace", device="Ada's telephone")
    assert answer.status == 201
    session = answer.json
    assert session["token_type"] == "Bearer" and session["expires_in"] == 900
    assert session["totp_enrolment_required"] is False
    user = session["user"]
    assert user["email"] == body["email"] and user["full_name"] == "Ada Lovelace"
    assert user["roles"] == ["customer"] and user["version"] == 1
    valid = shop.get("/api/auth/validate", token=session["access_token"]).json
    assert valid["valid"] is True and valid["user_id"] == user["id"]
    assert valid["roles"] == ["customer"]
    assert [s["device"] for s in shop.get("/api/auth/sessions", token=session["access_token"])
            .json["items"]] == ["Ada's telephone"]


def test_a_token_says_what_the_contract_promises(shop):
    person = Person(shop, "cashier", "vendor")
    claims = claims_of(person.token)
    assert set(claims) == {"iss", "aud", "sub", "sid", "jti", "iat", "nbf", "exp", "roles"}
    assert claims["sub"] == person.id and claims["roles"] == ["cashier", "vendor"]
    assert claims["aud"] == "tradepost" and claims["iss"].startswith("urn:uuid:")
    assert claims["exp"] - claims["iat"] == 900 and claims["nbf"] == claims["iat"]
    assert abs(claims["iat"] - time.time()) < 5


def test_a_way_in_stores_no_answer(shop):
    """The same key twice: a token is never kept, so there are two sign-ins."""
    person = Person(shop, "customer")
    headers = {"Idempotency-Key": key()}
    body = {"email": person.email, "password": person.password}
    first, second = (shop.post("/api/auth/login", body, token=False, headers=headers)
                     for _ in range(2))
    assert first.status == second.status == 200
    assert shop.noted(first.json)["access_token"] != shop.noted(second.json)["access_token"]
    assert first.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("written, stored", [
    ("  {}@Shop.EXAMPLE ", "{}@shop.example"), ("JÖRG{}@käse.example", "jörg{}@käse.example"),
    ("JO\u0308RG{}@käse.example", "jörg{}@käse.example"),
    ("Иван{}@магазин.рф", "иван{}@магазин.рф"),
    ("漢字{}@例え.jp", "漢字{}@例え.jp"), ("𠮷{}@shop.example", "𠮷{}@shop.example"),
    ("o'hara+{}@shop.example", "o'hara+{}@shop.example")])
def test_an_email_has_one_spelling(shop, written, stored):
    part = key()
    body, answer = register(shop, email=written.format(part))
    assert answer.status == 201, answer
    assert answer.json["user"]["email"] == stored.format(part)
    for email in (written, stored, stored.upper()):
        assert login(shop, email.format(part), body["password"]).status == 200, email
        _, taken = register(shop, email=email.format(part))
        assert (taken.status, taken.code) == (409, "email_taken")


@pytest.mark.parametrize("email", [
    "", " ", "ada", "ada@", "@shop.example", "a@b@c", "ada lovelace@shop.example", "ada@.example",
    "ada@shop.example.", "ada\u200b@shop.example", "ada\n@shop.example", "ada\u0000@shop.example",
    "a" * 287 + "@shop.example", "ä" * 125 + "@shop.example", None, 7, ["ada@shop.example"], {}])
def test_what_is_no_email_is_not_registered(shop, email):
    _, answer = register(shop, email=email)
    assert answer.status == 422, answer
    assert {pointer for pointer, _ in answer.fields()} == {"/email"}


@pytest.mark.parametrize("password, code", [
    ("", "too_short"), ("1234567", "too_short"), ("🔑" * 7, "too_short"), ("x" * 257, "too_long"),
    ("password", "weak_password"), ("PassWord", "weak_password"), ("12345678", "weak_password"),
    ("me@SHOP.example", "weak_password"), (None, "wrong_type"), (12345678, "wrong_type")])
def test_a_password_that_would_be_guessed_is_not_taken(shop, password, code):
    _, answer = register(shop, email="me@shop.example", password=password)
    assert answer.status == 422, answer
    assert answer.fields() == {("/password", code)}


@pytest.mark.parametrize("start", ["🔑" * 8, "x" * 224, " \t\u0000ä漢", "'\"\\{}%s"])
def test_any_other_password_is(shop, start):
    password = start + key()
    body, answer = register(shop, password=password)
    assert answer.status == 201, answer
    assert login(shop, body["email"], password).status == 200
    for wrong in (password[:-1], password + " ", password.upper(), password.split("\0")[0] + "x"):
        assert login(shop.elsewhere(), body["email"], wrong).status == 401


@pytest.mark.parametrize("body", [
    {}, {"email": "a@b"}, {"password": "x"}, {"email": "a@b", "password": "x", "remember": True},
    {"email": None, "password": "x"}, {"email": "a@b", "password": None},
    {"email": "a" * 1025, "password": "x"}, {"email": "a@b", "password": "x" * 1025},
    {"email": "a@b", "password": "x", "totp": 123456}, {"email": ["a@b"], "password": "x"},
    {"email": "a\u0000@b", "password": "x"}])
def test_what_is_no_pair_is_invalid(shop, body):
    answer = shop.elsewhere().post("/api/auth/login", body, token=False)
    assert answer.status == 422, answer


@pytest.mark.parametrize("email", ["", "x", "a" * 1024, "' OR '1'='1", "%", "🔑@x", "null",
                                   "owner@shop.example\u200b", "оwner@shop.example"])
def test_what_is_no_email_is_just_a_wrong_one(shop, email):
    be_wrong(shop.elsewhere(), email, 1)


def test_a_shop_may_be_closed_to_strangers(open_shop):
    shop = open_shop()
    assert shop.put("/api/settings", {"registration_open": False}).status == 200
    _, answer = register(shop)
    assert (answer.status, answer.code) == (403, "registration_closed")
    assert shop.put("/api/settings", {"registration_open": True}).status == 200
    assert register(shop)[1].status == 201


def test_two_who_want_one_email_at_once_are_one(shop):
    email = new_email()
    answers = at_once([lambda: register(shop, email=email)[1] for _ in range(6)])
    assert sorted(a.status for a in answers) == [201] + [409] * 5
    assert {a.code for a in answers if a.status == 409} == {"email_taken"}


def bare(answer):
    """An answer without what names the request."""
    headers = {name: value for name, value in answer.headers.items()
               if name not in ("x-request-id", "date")}
    body = {name: value for name, value in answer.json.items() if name != "request_id"}
    return answer.status, headers, body


def test_nothing_tells_a_wrong_name_from_a_wrong_password(shop):
    away = shop.elsewhere()
    person = Person(shop, "customer")
    disabled = Person(shop, "customer")
    assert disabled.change(active=False).status == 200
    pin_only = shop.post("/api/users", {"email": new_email(), "roles": ["cashier"],
                                        "pin": "83526417"}).json
    answers = [login(away, person.email, new_password()),
               login(away, new_email(), new_password()),
               login(away, "no email at all", new_password()),
               login(away, disabled.email, disabled.password),
               login(away, disabled.email, new_password()),
               login(away, pin_only["email"], "83526417"),
               login(away, person.email, ""),
               login(away, person.email, person.password + " "),
               login(away, person.email, new_password(), totp="123456")]
    assert {answer.code for answer in answers} == {"invalid_credentials"}
    for answer in answers[1:]:
        assert bare(answer) == bare(answers[0])
    assert answers[0].headers["www-authenticate"].startswith("Bearer")


def work_of(process):
    """What its threads have worked, in nanoseconds. Unlike a clock it is not moved by others."""
    threads = pathlib.Path(f"/proc/{process.pid}/task").glob("*/schedstat")
    return sum(int(thread.read_text().split()[0]) for thread in threads)


def test_nobody_is_not_found_out_by_the_work_they_make(shop):
    away, person = shop.elsewhere(), Person(shop, "customer")
    work = {person.email: 0, new_email(): 0}
    for _ in range(9):
        for email in work:
            before = work_of(shop.process)
            be_wrong(away, email, 1)
            work[email] += work_of(shop.process) - before
    known, unknown = work.values()
    assert 0.7 < known / unknown < 1.4, work


def test_ten_wrong_tries_close_an_account_for_a_while(shop):
    person = Person(shop, "customer")
    be_wrong(shop.elsewhere(), person.email, AccountMax - 1)
    assert login(shop, person.email, person.password).status == 200
    be_wrong(shop.elsewhere(), person.email.upper(), 1)
    # From wherever, and for the right password too; others go in as ever.
    assert is_throttled(login(shop.elsewhere(), person.email, new_password()))
    assert is_throttled(login(shop, f" {person.email} ", person.password))
    assert person.is_in() and person.refresh().status == 200
    assert login(shop, *Admin).status == 200


def test_an_account_that_does_not_exist_is_closed_alike(shop):
    email = new_email()
    be_wrong(shop.elsewhere(), email, AccountMax)
    assert is_throttled(login(shop.elsewhere(), email, new_password()))


def test_right_ones_count_nothing(shop):
    person = Person(shop, "customer")
    for _ in range(AccountMax + 2):
        assert login(shop, person.email, person.password).status == 200


def test_a_wait_ends(shop):
    person = Person(shop, "customer")
    be_wrong(shop.elsewhere(), person.email, AccountMax)
    wait = int(login(shop, person.email, person.password).headers["retry-after"])
    assert WindowSeconds - 30 <= wait <= WindowSeconds
    # The oldest try grows old: one more is free, and then it is the next one's turn.
    shop.sql(f"UPDATE failed_attempts SET at = at - {WindowSeconds * 1000} WHERE id = (SELECT "
             "id FROM failed_attempts WHERE kind = 'account' ORDER BY at DESC LIMIT 1)")
    assert login(shop, person.email, person.password).status == 200
    be_wrong(shop.elsewhere(), person.email, 1)
    assert is_throttled(login(shop, person.email, person.password))


def test_a_hundred_wrong_tries_close_an_address(shop):
    away = shop.elsewhere()
    at_once([lambda: [be_wrong(away, new_email(), 1) for _ in range(AddressMax // 4)]] * 4)
    assert is_throttled(login(away, new_email(), new_password()))
    assert is_throttled(login(away, *Admin))
    assert login(shop.elsewhere(), *Admin).status == 200


def test_a_hundred_new_accounts_an_hour_are_an_addresss_most(shop):
    away = shop.elsewhere()
    shop.sql("INSERT INTO failed_attempts (kind, key, at, id) " + " UNION ALL ".join(
        f"SELECT 'registration', '{away.place}', {int(time.time() * 1000)}, '{key()}'"
        for _ in range(AddressMax - 1)))
    assert register(away)[1].status == 201
    refused = register(away)[1]
    assert (refused.status, refused.code) == (429, "too_many_requests")
    assert 3500 < int(refused.headers["retry-after"]) <= 3600
    assert register(shop.elsewhere())[1].status == 201


def test_tries_at_the_same_time_count_each_other(shop):
    person, places = Person(shop, "customer"), [shop.elsewhere() for _ in range(64)]
    passwords = [new_password() for _ in places]
    answers = at_once([lambda place=place, password=password: login(place, person.email, password)
                       for place, password in zip(places, passwords)])
    told = collections.Counter(answer.status for answer in answers)
    assert set(told) <= {401, 429, 503} and 1 <= told[401] <= AccountMax, told
    assert is_throttled(login(shop, person.email, person.password))


def test_the_right_one_among_too_many_wrong_ones_is_not_told(shop):
    """Whoever guesses sixteen at once does not learn that the sixteenth was right."""
    person = Person(shop, "customer")
    be_wrong(shop.elsewhere(), person.email, AccountMax - 2)
    passwords = [new_password() for _ in range(20)]
    passwords[10:10] = [person.password]
    places = [shop.elsewhere() for _ in passwords]
    answers = at_once([lambda place=place, word=word: login(place, person.email, word)
                       for place, word in zip(places, passwords)])
    told = collections.Counter(answer.status for answer in answers)
    assert told[401] <= 2 and told[200] <= 1, told


def test_tries_that_were_counted_together_are_one_too_many(shop, on_postgres):
    person, places = Person(shop, "customer"), [shop.elsewhere() for _ in range(4)]
    be_wrong(shop.elsewhere(), person.email, AccountMax - 1)
    passwords = [new_password() for _ in places]
    answers = at_one_row(shop, "failed_attempts", [
        lambda place=place, password=password: login(place, person.email, password)
        for place, password in zip(places, passwords)])
    assert sorted(answer.status for answer in answers) == [401, 429, 429, 429]


def test_a_weaker_hash_is_made_anew_by_a_sign_in(shop):
    """One of 8 MiB and one pass, as an older backend might have made it."""
    person, password = Person(shop, "customer"), note("an old and weakly hashed one")
    shop.sql("UPDATE users SET password_hash = '$argon2id$v=19$m=8192,t=1,p=1$92N6fOdG48sHHOjbMG"
             "y+6Q$v84ud3RFarMfY9SqC/+KxxaY+Yu5gfxsMynQFsWsvQo' WHERE id = '" + person.id + "'")
    assert login(shop.elsewhere(), person.email, new_password()).status == 401
    for _ in range(2):
        assert login(shop, person.email, password).status == 200
        stored = shop.sql(f"SELECT password_hash FROM users WHERE id = '{person.id}'")[0][0]
        assert stored.startswith("$argon2id$v=19$m=19456,t=2,p=1$")
    assert person.as_others_see_them()["version"] == 1


async def all_at_once(shop, bodies):
    """The status of each, and whether it says when to come again; sent before any is read."""
    streams = [await asyncio.open_connection(shop.host, shop.port) for _ in bodies]
    for (_, writer), body in zip(streams, bodies):
        data = json.dumps(body)
        writer.write(f"POST /api/auth/login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json"
                     f"\r\nContent-Length: {len(data)}\r\n\r\n{data}".encode())
    told = []
    for reader, writer in streams:
        head = await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), 60)
        told.append((int(head[9:12]), b"\r\nretry-after:" in head.lower()))
        writer.close()
    return told


def test_more_than_can_be_hashed_is_told_to_come_again(open_shop):
    shop = open_shop()
    bodies = [{"email": new_email(), "password": new_password()} for _ in range(300)]
    told = collections.Counter(asyncio.run(all_at_once(shop, bodies)))
    assert set(told) <= {(401, False), (503, True), (429, True)}, told
    # The queue holds 64; those that are hashed meanwhile make room for more.
    assert told[503, True] > 0 and told[401, False] >= 64, told
    assert told[401, False] <= AddressMax
    assert login(shop.elsewhere(), *Admin).status == 200
    assert shop.get("/health/ready").status == 200


def test_a_refusal_leaves_a_row_and_no_secret(shop):
    away, person = shop.elsewhere(), Person(shop, "customer")
    be_wrong(away, person.email, 1)
    be_wrong(away, "typed my password here by mistake", 1)
    rows = shop.sql("SELECT action, subject, details FROM audit_entries WHERE address = "
                    f"'{away.place}' ORDER BY seq")
    assert [row[0] for row in rows] == ["sign_in.refused"] * 2
    assert rows[0][1] == person.id and json.loads(rows[0][2]) == {"reason": "password"}
    assert json.loads(rows[1][2]) == {"reason": "unknown"}
    assert not shop.sql("SELECT 1 FROM failed_attempts WHERE key LIKE '%mistake%'")
    signed_in = shop.sql("SELECT action FROM audit_entries WHERE actor = "
                         f"'{person.id}' ORDER BY seq")
    assert signed_in == [["sign_in"]]


@pytest.mark.parametrize("body", [
    '{{"email":"a@b","password":["{0}"]}}', '{{"email":"a@b","password":{{"x":"{0}"}}}}',
    '{{"email":"a@b","password":"{0}"', '{{"email":"a@b","password":"{0}","password":"{0}"}}',
    '{{"email":"a@b","totp":"{0}{0}{0}","password":"x"}}', '["{0}"]', '"{0}"',
    '{{"email":"a@b","password":"{0}\\ud800"}}'])
def test_a_refused_body_is_not_repeated(shop, body):
    secret = new_password()
    for path in ("login", "register", "refresh", "till"):
        answer = shop.post(f"/api/auth/{path}", raw=body.format(secret).encode(), token=False)
        assert answer.status in (400, 422), answer
    assert secret in Secrets  # Each call above has looked for it in what was said.
