# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""The staff: let in, changed, put out; and who may decide about whom."""
import hashlib
import itertools
import json
import uuid

import pytest

from people import Person, Roles, claims_of, login, new_email, new_password
from shop import key, note

Members = {"id", "email", "full_name", "locale", "roles", "active", "has_password", "has_pin",
           "pin_locked", "totp", "issuer", "version", "created_at", "updated_at", "signed_in_at"}
Pin = note("83526417")


def add(shop, *roles, token=None, headers=None, **members):
    for secret in ("password", "pin"):
        note(members.get(secret))
    return shop.post("/api/users", {"roles": list(roles), **members}, token=token, headers=headers)


@pytest.fixture(scope="module")
def manager(shop):
    return Person(shop, "manager")


@pytest.fixture
def person(shop):
    return Person(shop, "cashier")


# ---- Letting in.

def test_somebody_is_let_in(shop):
    email = new_email()
    answer = add(shop, "cashier", "vendor", email=email.upper(), full_name="Ada", locale="en-GB",
                 password=new_password(), pin=Pin)
    assert answer.status == 201, answer
    user = answer.json
    assert set(user) == Members
    assert answer.headers["location"] == f"/api/users/{user['id']}"
    assert answer.headers["etag"] == '"1"'
    assert user["email"] == email and user["roles"] == ["cashier", "vendor"]
    assert user["has_password"] and user["has_pin"] and user["active"]
    assert not user["pin_locked"] and not user["totp"] and user["signed_in_at"] is None
    assert shop.get(answer.headers["location"]).json == user


def test_a_pin_alone_is_enough_and_needs_no_email(shop):
    user = add(shop, "cashier", full_name="Bob", pin=Pin).json
    assert user["email"] is None and user["has_pin"] and not user["has_password"]


@pytest.mark.parametrize("members, fields", [
    ({"roles": []}, {("/roles", "too_short")}),
    ({"roles": ["owner"]}, {("/roles/0", "invalid_value")}),
    ({"roles": ["cashier", "cashier"]}, {("/roles/1", "duplicate_item")}),
    ({"roles": "admin"}, {("/roles", "wrong_type")}),
    ({"password": "long enough"}, {("/email", "required")}),
    ({"email": "a@b", "password": "short"}, {("/password", "too_short")}),
    ({"email": "ab@shop.example", "password": "AB@shop.example"}, {("/password", "weak_password")}),
    ({"email": "nobody"}, {("/email", "invalid_text")}),
    ({"pin": "123"}, {("/pin", "invalid_text")}), ({"pin": "12345x"}, {("/pin", "invalid_text")}),
    ({"active": False}, {("/active", "unknown_member")}),
    ({"password_hash": "$argon2id$"}, {("/password_hash", "unknown_member")}),
    ({"roles": [], "pin": "1", "email": "ada@"},
     {("/roles", "too_short"), ("/pin", "invalid_text"), ("/email", "invalid_text")})])
def test_nonsense_is_refused_all_at_once(shop, members, fields):
    answer = shop.post("/api/users", {"roles": ["cashier"], **members})
    assert answer.status == 422 and answer.fields() == fields, answer


def test_an_email_is_taken_in_any_case(shop, person):
    for email in (person.email, person.email.upper(), f" {person.email} "):
        answer = add(shop, "customer", email=email)
        assert (answer.status, answer.code) == (409, "email_taken")
    other = Person(shop, "customer")
    answer = other.change(email=person.email.title())
    assert (answer.status, answer.code) == (409, "email_taken")
    assert other.change(email=other.email.upper()).json["email"] == other.email


def test_one_id_is_one_user(shop):
    body = {"id": str(uuid.uuid4()), "email": new_email(), "password": new_password()}
    first = add(shop, "cashier", **body)
    assert first.status == 201
    again = add(shop, "cashier", **body)
    assert again.status == 200 and again.json == first.json
    for other in ({"full_name": "x"}, {"password": new_password()}, {"email": new_email()}):
        answer = add(shop, "cashier", **(body | other))
        assert (answer.status, answer.code) == (409, "id_taken")
    taken = add(shop, "cashier", id=person_id(shop), email=new_email())
    assert (taken.status, taken.code) == (409, "id_taken")


def person_id(shop):
    return shop.get("/api/auth/profile").json["id"]


def fast_hashes(body):
    """What somebody with a copy of the database could guess passwords against, a billion a
    second."""
    texts = {json.dumps(body, separators=(",", ":"), sort_keys=order, ensure_ascii=False)
             for order in (True, False)}
    return {hashlib.sha256(text.encode()).hexdigest() for text in texts}


def test_no_hash_of_a_body_gives_its_password_away(shop):
    body = {"email": new_email(), "id": str(uuid.uuid4()), "password": new_password(), "pin": Pin,
            "roles": ["cashier"]}
    for headers in ({}, {"Idempotency-Key": key()}):
        answer = shop.post("/api/users", body, headers=headers)
        assert answer.status in (200, 201)
    stored = str(shop.sql(f"SELECT create_hash FROM users WHERE id = '{body['id']}'")
                 + shop.sql("SELECT * FROM idempotency_keys"))
    assert not [text for text in fast_hashes(body) if text in stored]


def test_a_key_makes_one_user(shop):
    headers, email = {"Idempotency-Key": key()}, new_email()
    password = new_password()
    first = add(shop, "cashier", email=email, password=password, headers=headers)
    again = add(shop, "cashier", email=email, password=password, headers=headers)
    assert first.status == again.status == 201 and first.body == again.body
    assert again.headers["idempotent-replayed"] == "true"
    other = add(shop, "cashier", email=email, password=new_password(), headers=headers)
    assert (other.status, other.code) == (422, "idempotency_key_reused")


# ---- Seeing.

def test_the_list_knows_roles_and_who_may_sign_in(shop, person):
    assert person.change(active=False).status == 200
    everybody = shop.every("/api/users", limit=50)
    names = [(user["full_name"].casefold(), user["id"]) for user in everybody]
    assert names == sorted(names) and len(set(names)) == len(names)
    for role in Roles:
        found = {user["id"] for user in shop.every(f"/api/users?role={role}", limit=50)}
        assert found == {user["id"] for user in everybody if role in user["roles"]}
    inactive = {user["id"] for user in shop.every("/api/users?active=false", limit=50)}
    assert inactive == {user["id"] for user in everybody if not user["active"]}
    assert person.id in inactive
    assert shop.get("/api/users?role=owner").status == 400


def test_nobodys_secret_is_shown(shop, person):
    person.change(pin=Pin)
    for text in (shop.get("/api/users?limit=200").body, shop.get(f"/api/users/{person.id}").body):
        assert b"argon2" not in text and b"hash" not in text and b"sealed" not in text


def test_who_is_not_there_is_not_there(shop):
    for method, body in (("GET", None), ("PUT", {}), ("DELETE", None)):
        answer = shop.call(method, f"/api/users/{uuid.uuid4()}", body)
        assert (answer.status, answer.code) == (404, "not_found")


# ---- Changing.

def test_what_is_left_out_stays(shop, person):
    before = person.as_others_see_them()
    answer = person.change(full_name="Renamed")
    assert answer.status == 200 and answer.headers["etag"] == f'"{before["version"] + 1}"'
    changed = {"full_name", "version", "updated_at"}
    assert {name for name in Members if answer.json[name] != before[name]} <= changed
    assert person.is_in() and login(shop, person.email, person.password).status == 200


def test_the_whole_of_it_sent_back_is_taken(person):
    before = person.as_others_see_them()
    assert person.change(**before).status == 200
    assert person.is_in()


@pytest.mark.parametrize("member, value", [
    ("id", "01900000-0000-7000-8000-000000000001"), ("has_password", False), ("has_pin", True),
    ("issuer", "https://evil.example"), ("version", 77), ("created_at", "2020-01-01T00:00:00.000Z"),
    ("updated_at", "2020-01-01T00:00:00.000Z"), ("signed_in_at", None), ("totp", True),
    ("pin_locked", True)])
def test_what_is_read_only_is_not_changed(person, member, value):
    before = person.as_others_see_them()
    answer = person.change(**{member: value})
    assert answer.status == 422 and answer.fields() == {("/" + member, "read_only")}, answer
    assert person.as_others_see_them() == before


def test_a_stale_version_is_refused(person):
    version = person.as_others_see_them()["version"]
    assert person.change(full_name="A", headers={"If-Match": f'"{version}"'}).status == 200
    for method in ("PUT", "DELETE"):
        answer = person.shop.call(method, f"/api/users/{person.id}",
                                  {"roles": ["admin"]} if method == "PUT" else None,
                                  headers={"If-Match": f'"{version}"'})
        assert (answer.status, answer.code) == (412, "stale_version")
    assert person.is_in()


def test_changed_roles_hold_at_once(person):
    assert person.call("GET", "/api/stock").status == 200
    assert person.change(roles=["customer"]).status == 200
    assert not person.is_in()
    assert person.call("GET", "/api/stock").status == 401
    person.renew()
    assert person.session["user"]["roles"] == ["customer"]
    assert claims_of(person.token)["roles"] == ["customer"]
    assert person.call("GET", "/api/stock").status == 403
    # The same roles once more are no change.
    assert person.change(roles=["customer"]).status == 200
    assert person.is_in()


def test_many_changes_of_roles_in_a_moment(person):
    """Every token is born before one change and after another, however quickly they follow."""
    for number in range(20):
        roles = [("cashier", "customer")[number % 2]]
        changed = person.change(roles=roles)
        assert changed.status == 200
        if number:
            assert not person.is_in()
        person.renew()
        assert person.is_in() and claims_of(person.token)["roles"] == roles


def test_who_is_put_out_is_out_at_once(shop, person):
    other = login(shop, person.email, person.password).json
    answer = shop.delete(f"/api/users/{person.id}")
    assert answer.status == 200 and answer.json["active"] is False
    for access in (person.token, other["access_token"]):
        assert not person.is_in(access)
    assert person.refresh().status == 401
    assert login(shop.elsewhere(), person.email, person.password).code == "invalid_credentials"
    assert person.change(active=True).json["active"] is True
    assert not person.is_in() and person.refresh().status == 401  # What ended stays ended.
    person.sign_in()
    assert person.is_in()


def test_a_new_password_from_an_admin_ends_what_was_open(shop, person):
    new = new_password()
    assert person.change(password=new).status == 200
    assert not person.is_in() and person.refresh().status == 401
    assert login(shop.elsewhere(), person.email, person.password).status == 401
    assert login(shop, person.email, new).status == 200


def test_an_admins_own_session_outlives_an_own_new_password(shop):
    person = Person(shop, "admin")
    other = login(shop, person.email, person.password).json
    assert person.change(person.token, password=new_password()).status == 200
    assert person.is_in() and not person.is_in(other["access_token"])


def test_a_pin_comes_and_goes(shop, person):
    assert person.change(pin=Pin).json["has_pin"] is True
    assert person.change(pin=None).json["has_pin"] is False
    shop.sql(f"UPDATE users SET pin_failures = 10, pin_failed_at = 1 WHERE id = '{person.id}'")
    assert person.as_others_see_them()["pin_locked"] is True
    assert person.change(pin_locked=True).status == 200  # As it is.
    assert person.as_others_see_them()["pin_locked"] is True
    assert person.change(pin_locked=False).json["pin_locked"] is False


# ---- Who decides about whom.

def test_a_manager_decides_about_those_below(shop, manager):
    answer = add(shop, "cashier", token=manager.token, email=new_email(), password=new_password())
    assert answer.status == 201
    place = f"/api/users/{answer.json['id']}"
    for body in ({"roles": ["vendor", "customer"]}, {"full_name": "x"}, {"pin": Pin},
                 {"password": new_password()}, {"active": False}, {"active": True}):
        assert shop.put(place, body, token=manager.token).status == 200, body
    assert shop.delete(place, token=manager.token).status == 200


@pytest.mark.parametrize("roles", [list(roles) for count in (1, 2, 5)
                                   for roles in itertools.combinations(Roles, count)
                                   if {"manager", "admin"} & set(roles)], ids="+".join)
def test_a_manager_makes_no_manager_and_no_admin(shop, manager, person, roles):
    answer = add(shop, *roles, token=manager.token, email=new_email())
    assert (answer.status, answer.code) == (403, "forbidden")
    answer = person.change(manager.token, roles=roles)
    assert (answer.status, answer.code) == (403, "forbidden")
    assert person.as_others_see_them()["roles"] == ["cashier"]


@pytest.mark.parametrize("roles", [["manager"], ["admin"], ["cashier", "manager"]], ids="+".join)
@pytest.mark.parametrize("change", [
    {"roles": ["customer"]}, {"full_name": "x"}, {"password": "long enough 1"}, {"pin": Pin},
    {"active": False}, {"totp": False}, {"email": "mine@shop.example"}, {"pin_locked": False}, {}],
    ids=lambda change: next(iter(change), "nothing"))
def test_a_manager_does_not_touch_a_manager_or_admin(shop, manager, roles, change):
    other = others(shop, roles)
    before = other.as_others_see_them()
    answer = other.change(manager.token, **change)
    assert (answer.status, answer.code) == (403, "forbidden"), answer
    assert shop.delete(f"/api/users/{other.id}", token=manager.token).status == 403
    assert other.as_others_see_them() == before and other.is_in()


Others = {}


def others(shop, roles):
    """One of these roles, whom nothing has happened to yet."""
    if "+".join(roles) not in Others:
        Others["+".join(roles)] = Person(shop, *roles)
    return Others["+".join(roles)]


def test_a_manager_does_not_raise_themselves(shop, manager):
    for roles in (["admin"], ["manager", "admin"], ["cashier"]):
        assert manager.change(manager.token, roles=roles).status == 403
    assert manager.as_others_see_them()["roles"] == ["manager"]
    assert manager.is_in()


def test_who_is_manager_and_admin_is_an_admin(shop):
    both = Person(shop, "manager", "admin")
    made = add(shop, "admin", token=both.token, email=new_email())
    assert made.status == 201
    assert shop.delete(f"/api/users/{made.json['id']}", token=both.token).status == 200


@pytest.mark.parametrize("role", ["customer", "cashier", "vendor"])
def test_the_others_decide_about_nobody(shop, role):
    person = Person(shop, role)
    for method, path, body in (("GET", "/api/users", None), ("POST", "/api/users", {}),
                               ("GET", f"/api/users/{person.id}", None),
                               ("PUT", f"/api/users/{person.id}", {"roles": ["admin"]}),
                               ("DELETE", f"/api/users/{person.id}", None)):
        assert person.call(method, path, body).status == 403


def test_the_trail_tells_who_changed_what(shop, person):
    person.change(roles=["vendor"], full_name="Ada", pin=Pin)
    person.change(active=False)
    rows = shop.sql(f"SELECT action, details FROM audit_entries WHERE subject = '{person.id}' "
                    f"AND actor = '{person_id(shop)}' ORDER BY seq")
    assert [row[0] for row in rows] == ["user.created", "user.roles_changed", "user.pin_set",
                                        "user.changed", "user.disabled"]
    assert json.loads(rows[1][1]) == {"from": ["cashier"], "to": ["vendor"]}
