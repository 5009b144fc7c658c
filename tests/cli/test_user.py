# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""People who are let in and put out at the terminal, before the first `serve` and beside one."""
import pathlib
import subprocess

import pytest

from program import Program, is_plain
from served import is_in, learned, login, new_email, new_password, note

Pin = note("83526417")


def add(operator, email, password, role="admin", *more):
    return operator("user", "add", "--email", email, "--role", role, "--password-stdin", *more,
                    text=note(password) + "\n")


def owner_of(operator):
    """(e-mail, password) of an admin who is added before anything is served."""
    email, password = new_email(), new_password()
    done = add(operator, email, password)
    assert done.code == 0 and done.last == f"added {email} as admin", done
    return email, password


@pytest.fixture
def owner(operator):
    return owner_of(operator)


@pytest.fixture
def somewhere(on_sqlite):
    """A shop with an owner, for what no database has a say in."""
    owner_of(on_sqlite)
    return on_sqlite


def test_the_first_admin_is_there_before_the_first_serve(operator, open_shop, owner):
    shop = open_shop(operator.database)
    assert "setup_code" not in shop.ready
    assert "the code to set up" not in (shop.folder / "log.txt").read_text()
    answer = login(shop, owner[0].upper(), owner[1])
    assert answer.status == 200 and answer.json["user"]["roles"] == ["admin"]


def test_everybody_else_is_let_in_beside_it(operator, open_shop, owner):
    shop = open_shop(operator.database)
    for role in ("customer", "cashier", "vendor", "manager", "admin"):
        email, password = new_email(), new_password()
        done = add(operator, email.upper(), password, role, "--name", "Ada Löwe")
        assert done.code == 0 and done.last == f"added {email} as {role}", done
        user = login(shop, email, password).json["user"]
        assert user["roles"] == [role] and user["full_name"] == "Ada Löwe"


def test_the_list_has_a_line_each(operator, owner):
    email = new_email()
    assert add(operator, email, new_password(), "cashier", "--name", "Bob\x1b[31m").code == 0
    assert operator("user", "disable", "--email", email).code == 0
    done = operator("user", "list")
    assert done.code == 0 and len(done.out) == 2 and not done.err
    lines = {line.split()[0]: line.split()[1:] for line in done.out}
    assert lines[owner[0]] == ["admin"]
    assert lines[email] == ["cashier", "Bob?[31m", "disabled"]


def test_a_long_list_is_complete(operator, owner):
    first = add(operator, new_email(), new_password(), "cashier", "--name", "Zoe")
    assert first.code == 0
    assert len(operator("user", "list").out) == 2


def test_what_a_command_ended_a_running_backend_learns(operator, open_shop, owner):
    shop = open_shop(operator.database)
    gone, renewed, stays = new_email(), new_email(), new_email()
    old, new = new_password(), new_password()
    sessions = {}
    for email in (gone, renewed, stays):
        assert add(operator, email, old, "cashier").code == 0
        sessions[email] = login(shop, email, old).json
    done = operator("user", "disable", gone)
    assert done.code == 0 and gone in done.last, done
    done = operator("user", "reset-password", "--email", renewed.upper(), "--password-stdin",
                    text=new + "\n")
    assert done.code == 0 and renewed in done.last, done
    # The database knows at once: nobody signs in or goes on.
    assert login(shop.elsewhere(), gone, old).code == "invalid_credentials"
    assert login(shop.elsewhere(), renewed, old).code == "invalid_credentials"
    assert login(shop, renewed, new).status == 200
    for email in (gone, renewed):
        refreshed = shop.post("/api/auth/refresh", token=False,
                              body={"refresh_token": sessions[email]["refresh_token"]})
        assert refreshed.status == 401
        # What was handed out already ends within seconds.
        assert learned(lambda: not is_in(shop, sessions[email]["access_token"]))
    assert is_in(shop, sessions[stays]["access_token"])


def test_a_new_password_lets_in_again(operator, open_shop, owner):
    shop = open_shop(operator.database)
    email, first, second = new_email(), new_password(), new_password()
    assert add(operator, email, first, "cashier").code == 0
    assert operator("user", "disable", email).code == 0
    assert operator("user", "reset-password", email, "--password-stdin",
                    text=second + "\n").code == 0
    assert login(shop, email, second).status == 200
    assert login(shop.elsewhere(), email, first).status == 401


def test_a_pin_is_set(operator, open_shop, owner):
    shop = open_shop(operator.database)
    email, password = new_email(), new_password()
    assert add(operator, email, password, "cashier").code == 0
    done = operator("user", "set-pin", "--email", email, "--pin-stdin", text=Pin + "\n")
    assert done.code == 0 and email in done.last, done
    admin = shop.noted(login(shop, *owner).json)["access_token"]
    users = shop.get("/api/users", token=admin).json["items"]
    assert [user["has_pin"] for user in users if user["email"] == email] == [True]


def test_the_last_admin_stays(operator, owner):
    done = operator("user", "disable", "--email", owner[0])
    assert done.code == 65 and is_plain(done, "last admin"), done
    assert add(operator, new_email(), new_password()).code == 0
    assert operator("user", "disable", "--email", owner[0]).code == 0


def test_an_email_is_taken_in_any_case(operator, owner):
    for email in (owner[0], owner[0].upper(), f" {owner[0]} "):
        done = add(operator, email, new_password(), "cashier")
        assert done.code == 65 and is_plain(done, "e-mail"), done
    assert len(operator("user", "list").out) == 1


@pytest.mark.parametrize("words, word", [
    ((), "say add"), (("drop",), "say add"), (("ADD",), "say add"),
    (("add", "--role", "admin", "--password-stdin"), "--email"),
    (("add", "--email", "a@b", "--password-stdin"), "--role"),
    (("add", "--email", "a@b", "--role", "owner", "--password-stdin"), "--role"),
    (("add", "--email", "a@b", "--role", "Admin", "--password-stdin"), "--role"),
    (("add", "--email", "a@b", "--role", "admin"), "--password-stdin"),
    (("add", "--email", "a@b", "--role", "admin", "--password", "x"), "password"),
    (("reset-password", "--email", "a@b"), "--password-stdin"),
    (("set-pin", "--email", "a@b"), "--pin-stdin"), (("disable",), "--email"),
    (("disable", "a@b", "c@d"), "c@d")])
def test_what_is_not_said_right_is_explained(somewhere, words, word):
    done = somewhere("user", *words, text="some long password\n")
    assert done.code == 64 and is_plain(done, word), done


@pytest.mark.parametrize("email", ["", "nobody", "a@b@c", "a b@c", "@", "a" * 300 + "@b.example"])
def test_what_is_no_email_is_refused(somewhere, email):
    done = add(somewhere, email, new_password(), "cashier")
    assert done.code in (64, 65) and is_plain(done), done


@pytest.mark.parametrize("verb", [("disable",), ("reset-password", "--password-stdin"),
                                  ("set-pin", "--pin-stdin")], ids=lambda verb: verb[0])
def test_nobody_is_not_found(somewhere, verb):
    done = somewhere("user", *verb, "--email", new_email(),
                    text=(Pin if "pin" in verb[0] else new_password()) + "\n")
    assert done.code == 66 and is_plain(done, "no user"), done


@pytest.mark.parametrize("line, word", [
    (b"", "no first line"), (b"\n", "no first line"), (b"\n a real password\n", "no first line"),
    (b"short\n", "8 characters"), (b"password\n", "most used"), (b"PassWord1\n", "most used"),
    (b"x" * 257 + b"\n", "256"), (b"x" * 100_000 + b"\n", "256"), (b"x" * 100_000, "256")])
def test_a_bad_password_is_refused(on_sqlite, line, word):
    done = on_sqlite("user", "add", "--email", "ada@shop.example", "--role", "admin",
                    "--password-stdin", text=line)
    assert done.code in (64, 65) and is_plain(done, word), done
    assert on_sqlite("user", "list").code != 0 or on_sqlite("user", "list").out == []


def test_the_email_is_no_password(on_sqlite):
    done = add(on_sqlite, "ada@shop.example", "Ada@Shop.Example")
    assert done.code == 65 and is_plain(done, "e-mail"), done


@pytest.mark.parametrize("pin", ["", "123", "123456789", "12a4", "１２３４"])
def test_a_bad_pin_is_refused(somewhere, pin):
    done = somewhere("user", "set-pin", "--email", "ada@shop.example", "--pin-stdin",
                     text=pin + "\n")
    assert done.code in (64, 65) and is_plain(done), done


@pytest.mark.parametrize("start", ["ä漢🔑 \t'\"", "  with spaces around  "])
@pytest.mark.parametrize("end", ["\n", "\r\n", "", "\nand another line\n"])
def test_the_first_line_is_the_password(operator, open_shop, start, end):
    email, password = new_email(), start + new_password()
    done = operator("user", "add", "--email", email, "--role", "cashier", "--password-stdin",
                    text=note(password) + end)
    assert done.code == 0, done
    shop = open_shop(operator.database)
    assert login(shop, email, password).status == 200


def test_no_first_line_comes_from_nowhere(on_sqlite):
    done = on_sqlite("user", "add", "--email", "a@b", "--role", "admin", "--password-stdin")
    assert done.code == 64 and is_plain(done, "first line"), done


def test_a_secret_never_stands_among_the_processes(operator, owner):
    """While the command waits for it, its own line in the list of processes is looked at."""
    email, password = new_email(), new_password()
    process = subprocess.Popen(
        [Program, "user", "add", "--email", email, "--role", "cashier", "--password-stdin",
         "--database", operator.database], cwd=operator.folder, env=operator.environment,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    seen = b""
    while not seen:  # Not there yet: it is being started.
        seen = pathlib.Path(f"/proc/{process.pid}/cmdline").read_bytes()
    out, err = process.communicate(password.encode() + b"\n")
    assert process.returncode == 0 and email.encode() in seen
    assert password.encode() not in seen + out + err


@pytest.mark.parametrize("verb", [("list",), ("disable", "a@b")], ids=lambda verb: verb[0])
def test_a_database_that_is_not_there_is_not_made(on_sqlite, verb):
    done = on_sqlite("user", *verb)
    assert done.code != 0 and is_plain(done), done
    assert not (on_sqlite.folder / "shop.db").exists()
