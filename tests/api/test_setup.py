# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""The first admin of an empty shop, by the code that only its owner sees."""
import json
import re
import subprocess

import pytest

from people import at_once, login, new_email, new_password
from shop import Admin, Programs, note

Code = re.compile(r"[2-9A-HJ-NP-Z]{4}(?:-[2-9A-HJ-NP-Z]{4}){2}")


def log_of(shop):
    return (shop.folder / "log.txt").read_text()


def code_of(shop):
    """Standard error is where the code belongs; there it stands once and nowhere again."""
    found = Code.findall(log_of(shop))
    assert len(found) == 1, log_of(shop)
    assert "the code to set up the shop is " + found[0] in log_of(shop)
    return found[0]


def set_up(shop, code, /, **members):
    body = {"code": code, "email": new_email(), "password": new_password(), **members}
    answer = shop.post("/api/setup", body, token=False)
    if answer.status == 201:
        shop.noted(answer.json)
    return answer


@pytest.fixture
def empty(open_shop):
    return open_shop(admin=False)


def test_the_code_makes_the_first_admin(empty):
    code, email, password = code_of(empty), new_email(), new_password()
    answer = set_up(empty, code, email=email.upper(), password=password, full_name="The owner",
                    shop={"name": "Corner shop"})
    assert answer.status == 201, answer
    session = answer.json
    assert session["user"]["roles"] == ["admin"] and session["user"]["email"] == email
    assert empty.get("/api/users", token=session["access_token"]).status == 200
    assert login(empty, email, password).status == 200
    assert code not in answer.body.decode()
    assert code not in empty.send("GET", "/metrics").body.decode()
    assert code not in str(empty.sql("SELECT details FROM audit_entries"))


def test_it_is_good_once(empty):
    code = code_of(empty)
    assert set_up(empty, code).status == 201
    for again in (code, "AAAA-AAAA-AAAA", ""):
        answer = set_up(empty, again)
        assert (answer.status, answer.code) == (409, "already_set_up")
    assert empty.sql("SELECT COUNT(*) FROM users") == [["1"]]


def test_it_may_be_typed_as_people_type(empty):
    assert set_up(empty, f" {code_of(empty).lower().replace('-', ' ')} ").status == 201


def test_another_code_is_wrong(empty):
    code = code_of(empty)
    last = "2" if code[-1] != "2" else "3"
    for wrong in ("", "-", code[:-1], code[:-1] + last, code + "2", "0" * 14, "x" * 64, "ä"):
        answer = set_up(empty, wrong)
        assert (answer.status, answer.code) == (403, "setup_code_wrong"), wrong
        assert code not in answer.body.decode()
    assert set_up(empty, "x" * 65).status == 422
    assert empty.sql("SELECT COUNT(*) FROM users") == [["0"]]
    assert set_up(empty, code).status == 201


def test_a_wrong_body_spends_nothing(empty):
    code = code_of(empty)
    for members, field in (({"password": "short"}, "/password"), ({"email": "nobody"}, "/email"),
                           ({"password": "password"}, "/password"), ({"roles": []}, "/roles"),
                           ({"shop": {"name": "x" * 201}}, "/shop/name")):
        answer = set_up(empty, code, **members)
        assert answer.status == 422 and {at for at, _ in answer.fields()} == {field}
    # Without the code nobody learns what is wrong with the rest.
    assert set_up(empty, "AAAA-AAAA-AAAA", password="password").code == "setup_code_wrong"
    assert set_up(empty, code).status == 201


def test_two_at_once_are_one(empty):
    code = code_of(empty)
    answers = at_once([lambda: set_up(empty, code)] * 6)
    assert sorted(answer.status for answer in answers) == [201] + [409] * 5
    assert {answer.code for answer in answers if answer.status == 409} == {"already_set_up"}
    assert empty.sql("SELECT COUNT(*) FROM users") == [["1"]]


def test_a_customer_is_no_admin_who_could_close_the_door(empty):
    registered = empty.post("/api/auth/register", token=False,
                            body={"email": new_email(), "password": new_password()})
    assert registered.status == 201
    assert set_up(empty, code_of(empty)).status == 201


def test_each_start_has_its_own_code_until_there_is_an_admin(empty):
    first = code_of(empty)
    assert empty.stop() == 0
    empty.start()
    first_again, second = Code.findall(log_of(empty))
    assert first_again == first != second
    assert set_up(empty, first).code == "setup_code_wrong"
    assert set_up(empty, second).status == 201
    assert empty.stop() == 0
    empty.start()
    assert len(Code.findall(log_of(empty))) == 2
    assert set_up(empty, second).code == "already_set_up"


def test_an_admin_from_the_command_line_closes_it(empty):
    code = code_of(empty)
    empty.cli("user", "add", "--email", Admin[0], "--role", "admin", "--password-stdin",
              text=Admin[1] + "\n")
    assert set_up(empty, code).code == "already_set_up"
    assert login(empty, *Admin).status == 200


def test_a_shop_that_is_set_up_has_no_code(open_shop):
    shop = open_shop()
    assert not Code.findall(log_of(shop)) and "setup_code" not in shop.ready
    for code in ("", "AAAA-AAAA-AAAA"):
        assert set_up(shop, code).code == "already_set_up"


def test_the_code_is_in_the_ready_line_for_a_parent_alone(empty, tmp_path):
    """What started it reads it there; another's log of standard output does not have it."""
    assert "setup_code" not in empty.ready
    process = subprocess.Popen(
        [str(Programs / "tradepostd"), "serve", "--with-parent", "--listen", "127.0.0.1:0",
         "--database", f"sqlite:{tmp_path}/parent.db"], text=True,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    ready = json.loads(process.stdout.readline())
    process.stdin.close()
    assert process.wait(15) == 0
    assert ready["event"] == "ready" and Code.fullmatch(ready["setup_code"])
    assert note(ready["setup_code"]) in process.stderr.read()


def test_the_cookie_works_here_too(empty):
    answer = empty.post("/api/setup?cookie=true", token=False,
                        body={"code": code_of(empty), "email": new_email(),
                              "password": new_password()})
    assert answer.status == 201 and answer.json["refresh_token"] is None
    assert "HttpOnly" in answer.headers["set-cookie"]
