# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
import json
import os
import sqlite3
import subprocess

from program import Program, is_plain


def test_check_says_what_would_be_done_and_does_nothing(operator):
    first = operator("migrate", "--check")
    again = operator("migrate", "--check")
    assert first.code == again.code == 0
    assert first.out == again.out and len(first.out) >= 4
    assert first.out[0] == "would run 0001_storage"
    assert all(line.startswith("would run 0") for line in first.out)
    assert not (operator.folder / "shop.db").exists()


def test_migrating_twice_does_nothing_the_second_time(operator):
    planned = [line.split()[-1] for line in operator("migrate", "--check").out]
    first = operator("migrate")
    assert first.code == 0
    assert [line.split()[-1] for line in first.out[:-1]] == planned
    for arguments in (["migrate"], ["migrate", "--check"]):
        again = operator(*arguments)
        assert again.code == 0
        assert len(again.out) == 1 and again.last.startswith("nothing to do")


def test_it_names_no_password(on_postgres):
    assert "postgres@" not in " ".join(on_postgres("migrate").out)


def test_the_database_of_another_program_is_refused(on_sqlite):
    with sqlite3.connect(on_sqlite.folder / "shop.db") as other:
        other.execute("CREATE TABLE songs (title TEXT)")
    for arguments in (["migrate"], ["migrate", "--check"], ["import", "demo"], ["serve"]):
        done = on_sqlite(*arguments)
        assert done.code == os.EX_DATAERR, done
        assert is_plain(done, "another program")


def test_a_newer_database_is_refused(on_sqlite):
    assert on_sqlite("migrate").code == 0
    with sqlite3.connect(on_sqlite.folder / "shop.db") as shop:
        shop.execute("INSERT INTO schema_migrations VALUES (9999, '9999_later', 'x', 1)")
    for arguments in (["migrate"], ["migrate", "--check"], ["import", "demo"]):
        done = on_sqlite(*arguments)
        assert done.code == os.EX_DATAERR, done
        assert is_plain(done, "9999_later")


def test_an_older_database_is_not_imported_into(on_sqlite):
    assert on_sqlite("migrate").code == 0
    with sqlite3.connect(on_sqlite.folder / "shop.db") as shop:
        shop.execute("DROP VIEW default_stock")
        shop.execute("DELETE FROM schema_migrations WHERE number = 13")
    for arguments in (["import", "demo"], ["export", "products"]):
        done = on_sqlite(*arguments)
        assert done.code == os.EX_DATAERR, done
        assert is_plain(done, "tradepostd migrate")
    assert on_sqlite("migrate").out[0] == "running 0013_default_stock"
    assert on_sqlite("export", "products").code == 0


def test_it_does_not_migrate_under_a_running_serve(on_sqlite):
    serve = subprocess.Popen([Program, "serve", "--listen", "127.0.0.1:0", "--with-parent",
                              "--database", on_sqlite.database], env=on_sqlite.environment,
                             stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    pid = json.loads(serve.stdout.readline())["pid"]
    done = on_sqlite("migrate")
    assert done.code == os.EX_UNAVAILABLE
    assert is_plain(done, str(pid))
    assert on_sqlite("migrate", "--check").code == 0
    serve.stdin.close()
    assert serve.wait(15) == 0
