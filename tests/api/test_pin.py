# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""Signing in at a till: staff with a PIN, which may be guessed ten times and no more, and the till
as itself."""
import uuid

import pytest

from people import Person, at_once, at_one_row, claims_of, login
from shop import key, note

Pin, Wrong = note("83526417"), note("83526418")
Waits = {5: 5, 6: 10, 7: 20, 8: 40, 9: 80}


class Till:
    """A computer that has claimed a register of its own."""

    def __init__(self, shop, register=None):
        self.shop = shop
        self.register = register or shop.post("/api/registers", {
            "code": "P" + key()[:6].upper(), "name": "Front"}).json["id"]
        claim = shop.post(f"/api/registers/{self.register}/claim").json
        self.id, self.secret, self.code = claim["till_id"], note(claim["secret"]), claim["code"]

    def pin(self, user, pin, secret=None, register=None):
        answer = self.shop.post("/api/auth/pin", token=False, headers={
            "X-Till-Secret": secret or self.secret}, body={
                "register_id": register or self.register, "user_id": user, "pin": pin})
        return self._noted(answer)

    def sign_in(self, **members):
        return self._noted(self.shop.post("/api/auth/till", token=False, body={
            "till_id": self.id, "secret": self.secret, **members}))

    def _noted(self, answer):
        if answer.status == 200:
            self.shop.noted(answer.json)
        return answer


@pytest.fixture(scope="module")
def till(shop):
    return Till(shop)


@pytest.fixture
def cashier(shop):
    return Person(shop, "cashier", pin=Pin)


def is_wrong(answer):
    assert (answer.status, answer.code) == (401, "invalid_credentials"), answer
    return True


def forget_the_wait(shop, person):
    """As if the last wrong try were long ago."""
    shop.sql(f"UPDATE users SET pin_failed_at = 1 WHERE id = '{person.id}'")


def test_a_pin_signs_in_at_a_till(shop, till, cashier):
    answer = till.pin(cashier.id, Pin)
    assert answer.status == 200, answer
    session = answer.json
    assert session["user"]["id"] == cashier.id and session["user"]["roles"] == ["cashier"]
    assert claims_of(session["access_token"])["roles"] == ["cashier"]
    assert shop.get("/api/stock", token=session["access_token"]).status == 200
    listed = shop.get("/api/auth/sessions", token=session["access_token"]).json["items"]
    assert listed[0]["device"] == till.code
    assert cashier.refresh(session["refresh_token"]).status == 200


def test_it_opens_nothing_without_the_till(shop, till, cashier):
    other = Till(shop)
    for secret in ("x" * 43, other.secret, Pin, till.secret[:-1], till.secret + "A"):
        answer = till.pin(cashier.id, Pin, secret=secret)
        assert (answer.status, answer.code) == (401, "unauthorized"), secret
    for register in (other.register, str(uuid.uuid4())):
        assert till.pin(cashier.id, Pin, register=register).code == "unauthorized"
    body = {"register_id": till.register, "user_id": cashier.id, "pin": Pin}
    assert shop.post("/api/auth/pin", body, token=cashier.token).status == 401
    assert shop.post("/api/auth/login", {"email": cashier.email, "password": Pin},
                     token=False).status == 401
    # Whoever has no till spends nobody's tries.
    assert shop.sql(f"SELECT pin_failures FROM users WHERE id = '{cashier.id}'") == [["0"]]


def test_nothing_tells_who_has_a_pin(shop, till, cashier):
    without = Person(shop, "cashier")
    customer = Person(shop, "customer", pin=Pin)
    gone = Person(shop, "cashier", pin=Pin)
    assert gone.change(active=False).status == 200
    wrong = till.pin(cashier.id, Wrong)
    for user in (without.id, customer.id, gone.id, str(uuid.uuid4())):
        answer = till.pin(user, Pin)
        assert is_wrong(answer) and answer.json["detail"] == wrong.json["detail"]


def test_the_fifth_wrong_try_makes_one_wait_and_the_tenth_locks(shop, till, cashier):
    for tries in range(1, 11):
        forget_the_wait(shop, cashier)
        assert is_wrong(till.pin(cashier.id, Wrong))
        again = till.pin(cashier.id, Pin if tries >= 5 else Wrong)
        if tries == 10:
            assert (again.status, again.code) == (403, "pin_locked")
        elif tries >= 5:
            assert (again.status, again.code) == (429, "too_many_requests"), tries
            assert Waits[tries] - 1 <= int(again.headers["retry-after"]) <= Waits[tries]
        else:
            assert is_wrong(again)
            shop.sql(f"UPDATE users SET pin_failures = {tries} WHERE id = '{cashier.id}'")
    assert cashier.as_others_see_them()["pin_locked"] is True
    # The password is another matter.
    assert login(shop, cashier.email, cashier.password).status == 200
    manager = Person(shop, "manager")
    assert cashier.change(manager.token, pin_locked=False).json["pin_locked"] is False
    assert till.pin(cashier.id, Pin).status == 200


def test_a_right_one_forgets_the_wrong_ones(shop, till, cashier):
    for _ in range(3):
        for _ in range(4):
            assert is_wrong(till.pin(cashier.id, Wrong))
        assert till.pin(cashier.id, Pin).status == 200


def test_a_new_pin_unlocks(shop, till, cashier):
    shop.sql(f"UPDATE users SET pin_failures = 10, pin_failed_at = 1 WHERE id = '{cashier.id}'")
    assert till.pin(cashier.id, Pin).code == "pin_locked"
    assert cashier.change(pin=Wrong).status == 200
    assert till.pin(cashier.id, Wrong).status == 200


def test_guesses_at_the_same_time_count_each_other(till, cashier):
    answers = at_once([lambda: till.pin(cashier.id, Wrong)] * 24)
    told = [answer.status for answer in answers]
    assert set(told) <= {401, 429, 503} and told.count(401) == 5, told


def test_guesses_that_met_count_each_other(shop, till, cashier, on_postgres):
    shop.sql(f"UPDATE users SET pin_failures = 9, pin_failed_at = 1 WHERE id = '{cashier.id}'")
    answers = at_one_row(shop, "users", [lambda: till.pin(cashier.id, Wrong)] * 4)
    assert sorted(answer.status for answer in answers) == [401, 403, 403, 403]


@pytest.mark.parametrize("pin", ["", " 83526417", "83526417 ", "８３５２６４１７", "0" * 65, 83526417,
                                 None])
def test_another_spelling_is_wrong(till, cashier, pin):
    answer = till.pin(cashier.id, pin)
    assert answer.status == 422 or is_wrong(answer)


def test_a_lock_and_a_refusal_leave_their_rows(shop, till, cashier):
    shop.sql(f"UPDATE users SET pin_failures = 8, pin_failed_at = 1 WHERE id = '{cashier.id}'")
    for _ in range(2):
        forget_the_wait(shop, cashier)
        assert is_wrong(till.pin(cashier.id, Wrong))
    rows = shop.sql("SELECT action, actor FROM audit_entries WHERE subject = "
                    f"'{cashier.id}' AND action LIKE '%pin%' ORDER BY seq")
    assert rows == [["sign_in.pin_refused", till.id], ["pin.locked", till.id]]


# ---- The till as itself.

def test_a_till_may_record_sales_and_nothing_else(shop, till):
    answer = till.sign_in()
    assert answer.status == 200 and answer.json["user"] is None
    token = answer.json["access_token"]
    valid = shop.get("/api/auth/validate", token=token).json
    assert valid["user_id"] == till.id and valid["roles"] == []
    assert valid["permissions"] == ["sales.record"]
    for method, path in (("GET", "/api/stock"), ("GET", "/api/users"), ("GET", "/api/settings"),
                         ("GET", "/api/auth/profile"), ("GET", "/api/auth/sessions"),
                         ("POST", "/api/auth/totp"), ("DELETE", "/api/auth/totp")):
        assert shop.call(method, path, token=token).status == 403, path
    refreshed = shop.post("/api/auth/refresh", token=False,
                          body={"refresh_token": answer.json["refresh_token"]})
    assert refreshed.status == 200 and refreshed.json["user"] is None
    assert shop.get("/api/auth/validate", token=shop.noted(refreshed.json)["access_token"]) \
        .json["permissions"] == ["sales.record"]


def test_it_outlives_every_sign_out_of_staff(shop, till, cashier):
    own = till.sign_in().json
    staff = till.pin(cashier.id, Pin).json
    assert shop.post("/api/auth/logout", token=staff["access_token"]).status == 204
    assert cashier.change(active=False).status == 200
    assert shop.get("/api/auth/validate", token=staff["access_token"]).status == 401
    assert shop.get("/api/auth/validate", token=own["access_token"]).status == 200


def test_a_wrong_secret_is_refused(shop, till):
    other = Till(shop)
    for members in ({"secret": other.secret}, {"secret": ""}, {"secret": till.secret.lower()},
                    {"till_id": other.id}, {"till_id": str(uuid.uuid4())}):
        answer = till.sign_in(**members)
        assert (answer.status, answer.code) == (401, "unauthorized"), members


def test_a_till_whose_register_another_claimed_is_out(shop, cashier):
    before = Till(shop)
    own = before.sign_in().json
    after = Till(shop, before.register)
    assert shop.get("/api/auth/validate", token=own["access_token"]).status == 401
    refreshed = shop.post("/api/auth/refresh", token=False,
                          body={"refresh_token": own["refresh_token"]})
    assert refreshed.status == 401
    assert before.sign_in().code == "unauthorized"
    assert before.pin(cashier.id, Pin).code == "unauthorized"
    assert after.sign_in().status == after.pin(cashier.id, Pin).status == 200
