# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""The key file, whose loss nobody dies of, and the keys that it seals."""
import base64
import json
import os
import shutil
import stat
import subprocess

import pytest

from program import Program, is_plain
from served import is_in, learned, login, new_email, new_password


def kid_of(token):
    part = token.split(".")[0]
    return json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))["kid"]


def kids(shop):
    keys = json.loads(shop.get("/.well-known/jwks.json", token=False).body)["keys"]
    assert all(set(key) == {"kty", "crv", "use", "alg", "kid", "x"} for key in keys)
    assert {(key["kty"], key["crv"], key["alg"]) for key in keys} <= {("OKP", "Ed25519", "EdDSA")}
    return [key["kid"] for key in keys]


class Person:
    def __init__(self, operator):
        self.email, self.password = new_email(), new_password()
        done = operator("user", "add", "--email", self.email, "--role", "admin",
                        "--password-stdin", text=self.password + "\n")
        assert done.code == 0, done

    def sign_in(self, shop):
        answer = login(shop, self.email, self.password)
        assert answer.status == 200, answer
        return answer.json


@pytest.fixture
def person(operator):
    return Person(operator)


def refreshes(shop, session):
    answer = shop.post("/api/auth/refresh", {"refresh_token": session["refresh_token"]},
                       token=False)
    if answer.status == 200:
        shop.noted(answer.json)
    return answer.status == 200


def rotate(operator, key_file):
    return operator("keys", "rotate", "--key-file", key_file)


def test_a_new_key_signs_nobody_out(operator, open_shop, person):
    shop = open_shop(operator.database)
    before = person.sign_in(shop)
    old = kids(shop)
    assert old == [kid_of(before["access_token"])]
    done = rotate(operator, shop.key_file)
    assert done.code == 0, done
    assert learned(lambda: len(kids(shop)) == 2)
    new = [kid for kid in kids(shop) if kid not in old]
    assert new[0] in done.last
    assert is_in(shop, before["access_token"])
    # Until every backend has read it the old one signs.
    after = person.sign_in(shop)
    assert kid_of(after["access_token"]) == old[0] and is_in(shop, after["access_token"])
    assert refreshes(shop, before)
    rows = shop.sql("SELECT action, subject FROM audit_entries WHERE action = 'keys.rotated'")
    assert rows == [["keys.rotated", new[0]]]


def test_once_it_is_time_the_new_key_signs(operator, open_shop, person):
    shop = open_shop(operator.database)
    before = person.sign_in(shop)
    assert rotate(operator, shop.key_file).code == 0
    shop.sql("UPDATE signing_keys SET active_from = active_from - 60000 WHERE retired_at IS NULL")
    assert learned(lambda: kid_of(person.sign_in(shop)["access_token"])
                   != kid_of(before["access_token"]))
    assert is_in(shop, before["access_token"])
    # And once its time is over the old one checks no longer.
    shop.sql("UPDATE signing_keys SET retired_at = 1 WHERE retired_at IS NOT NULL")
    assert learned(lambda: not is_in(shop, before["access_token"]))
    assert refreshes(shop, before) and len(kids(shop)) == 1


def test_another_key_file_turns_nothing(operator, open_shop, person, tmp_path):
    shop = open_shop(operator.database)
    session = person.sign_in(shop)
    missing = tmp_path / "missing.key"
    done = rotate(operator, missing)
    assert done.code != 0 and is_plain(done, "missing.key") and not missing.exists()
    other = tmp_path / "other.key"
    shutil.copy(shop.key_file, other)
    text = other.read_text()
    other.write_text(text[::-1].strip()[:42] + text[42:])
    done = rotate(operator, other)
    assert done.code == 65 and is_plain(done, "key file"), done
    assert kids(shop) == [kid_of(session["access_token"])]
    assert shop.sql("SELECT COUNT(*) FROM signing_keys") == [["1"]]


@pytest.mark.parametrize("words", [(), ("turn",), ("rotate", "now"), ("list",)])
def test_there_is_nothing_but_to_rotate(operator, person, words):
    done = operator("keys", *words)
    assert done.code == 64 and is_plain(done), done


# ---- The file.

def mode_of(path):
    return stat.S_IMODE(os.stat(path).st_mode)


def test_it_is_made_for_nobody_else(on_sqlite, open_shop):
    path = on_sqlite.folder / "new folder" / "shop.key"
    old = os.umask(0)
    try:
        open_shop(on_sqlite.database, key_file=path)
    finally:
        os.umask(old)
    assert mode_of(path) == 0o600
    assert len(base64.urlsafe_b64decode(path.read_text().strip() + "=")) == 32
    assert [entry.name for entry in path.parent.iterdir()] == ["shop.key"]


def serve_once(operator, *more):
    """Starts a `serve` that ends by itself: its standard input is closed."""
    return operator("serve", "--with-parent", "--listen", "127.0.0.1:0", *more, text="")


def test_it_lies_beside_the_database(on_sqlite):
    assert serve_once(on_sqlite).code == 0
    assert mode_of(on_sqlite.folder / "shop.db.key") == 0o600


def test_with_postgresql_it_lies_in_the_configuration(on_postgres):
    assert serve_once(on_postgres).code == 0
    home = on_postgres.folder / "home"
    assert mode_of(home / ".config/tradepost/tradepostd.key") == 0o600


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660, 0o644, 0o777, 0o610, 0o601], ids=oct)
def test_one_that_others_may_read_is_refused(on_sqlite, mode):
    assert serve_once(on_sqlite).code == 0
    path = on_sqlite.folder / "shop.db.key"
    path.chmod(mode)
    for words in (("serve", "--listen", "127.0.0.1:0"), ("keys", "rotate")):
        done = on_sqlite(*words)
        assert done.code == 77 and is_plain(done, "shop.db.key", "chmod 600"), done
    path.chmod(0o400)
    assert serve_once(on_sqlite).code == 0


@pytest.mark.parametrize("content", [b"", b"\n", b"x" * 43, b"A" * 42, b"A" * 44, b"A" * 10_000,
                                     b"\0" * 43, b"-----BEGIN PRIVATE KEY-----\n"])
def test_what_is_no_key_is_refused(on_sqlite, content):
    path = on_sqlite.folder / "shop.db.key"
    path.write_bytes(content)
    path.chmod(0o600)
    done = on_sqlite("serve", "--listen", "127.0.0.1:0")
    assert done.code == 78 and is_plain(done, "shop.db.key"), done
    assert path.read_bytes() == content


def test_a_folder_is_no_key_file(on_sqlite, tmp_path):
    for place in (tmp_path, tmp_path / "file" / "shop.key", "/proc/none/shop.key"):
        (tmp_path / "file").touch()
        done = on_sqlite("serve", "--listen", "127.0.0.1:0", "--key-file", place)
        assert done.code == 78 and is_plain(done, "key file"), done


def test_a_lost_one_signs_everybody_out_and_the_shop_opens(operator, open_shop, person):
    shop = open_shop(operator.database)
    session = person.sign_in(shop)
    assert shop.stop() == 0
    os.remove(shop.key_file)
    shop.start()
    assert "signed everybody out" in (shop.folder / "log.txt").read_text()
    assert not is_in(shop, session["access_token"]) and not refreshes(shop, session)
    again = person.sign_in(shop)
    assert is_in(shop, again["access_token"])
    assert kids(shop) == [kid_of(again["access_token"])] != [kid_of(session["access_token"])]
    # And a start with the file that there is signs nobody out.
    assert shop.stop() == 0
    shop.start()
    assert is_in(shop, again["access_token"])


def test_what_a_power_cut_left_is_not_in_the_way(on_sqlite):
    """In a container the next start has the number of the last one."""
    script = f'touch shop.db.key.$$.new; exec {Program} serve --with-parent --listen ' \
             f'127.0.0.1:0 --database {on_sqlite.database}'
    done = subprocess.run(["sh", "-c", script], cwd=on_sqlite.folder, env=on_sqlite.environment,
                          stdin=subprocess.DEVNULL, capture_output=True, timeout=30, check=False)
    assert done.returncode == 0, done
    assert (on_sqlite.folder / "shop.db.key").exists()


def test_backends_that_start_at_once_share_one_key(on_sqlite):
    path = on_sqlite.folder / "shared.key"
    processes = [subprocess.Popen(
        [Program, "serve", "--with-parent", "--listen", "127.0.0.1:0", "--key-file", str(path),
         "--database", f"sqlite:{on_sqlite.folder}/shop{number}.db"], env=on_sqlite.environment,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        for number in range(6)]
    assert all(process.stdout.readline() for process in processes)
    for process in processes:
        process.communicate(timeout=30)
    assert [process.returncode for process in processes] == [0] * 6
    assert [name for name in os.listdir(on_sqlite.folder) if ".key" in name] == ["shared.key"]
    for number in range(6):  # Each database was sealed with what the file holds.
        again = on_sqlite.plain("keys", "rotate", "--key-file", path, "--database",
                                f"sqlite:{on_sqlite.folder}/shop{number}.db")
        assert again.code == 0, again


def test_two_backends_of_one_shop_know_the_same(on_postgres, open_shop):
    person = Person(on_postgres)
    one = open_shop(on_postgres.database)
    two = open_shop(on_postgres.database, key_file=one.key_file)
    session = person.sign_in(one)
    assert is_in(one, session["access_token"]) and is_in(two, session["access_token"])
    assert kids(one) == kids(two)
    assert one.post("/api/auth/logout", token=session["access_token"]).status == 204
    assert not is_in(one, session["access_token"])
    assert learned(lambda: not is_in(two, session["access_token"]))
    assert not refreshes(two, session)
