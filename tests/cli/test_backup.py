# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
import os
import shutil
import subprocess

import pytest

from program import is_plain


def test_a_copy_is_the_shop(on_sqlite):
    on_sqlite("import", "demo")
    done = on_sqlite("backup", "copy.db")
    assert done.code == 0 and "copy.db" in done.last and not done.err, done
    copied = on_sqlite.plain("export", "products", "--database", "sqlite:copy.db").raw
    assert copied == on_sqlite("export", "products").raw
    assert (on_sqlite.folder / "copy.db").stat().st_mode & 0o777 == 0o600
    left = {path.name for path in on_sqlite.folder.glob("copy.db*")}
    assert left <= {"copy.db", "copy.db-wal", "copy.db-shm"}, left


def test_what_is_not_in_it_is_named(on_sqlite):
    on_sqlite("migrate")
    on_sqlite.file("shop.db.key", "secret")
    (on_sqlite.folder / "kept").mkdir()
    done = on_sqlite("backup", "copy.db", "--images", "kept")
    assert done.code == 0
    assert any("shop.db.key" in line for line in done.err)
    assert any("kept" in line for line in done.err)


def test_it_writes_over_nothing_unasked(operator):
    operator("migrate")
    copy = operator.file("copy", "mine")
    done = operator("backup", copy)
    assert done.code == os.EX_CANTCREAT and is_plain(done, "--force")
    assert copy.read_text() == "mine"
    for path in (operator.folder, "/nowhere/copy"):
        assert operator("backup", path).code == os.EX_CANTCREAT


def test_the_database_itself_is_no_place_for_its_copy(on_sqlite):
    on_sqlite("import", "demo")
    done = on_sqlite("backup", "shop.db", "--force")
    assert done.code == os.EX_CANTCREAT and is_plain(done, "itself")
    assert len(on_sqlite.products()) >= 60


def test_force_replaces_a_copy(operator):
    if operator.database.startswith("postgres") and not shutil.which("pg_dump"):
        pytest.skip("pg_dump is not installed")
    operator("migrate")
    copy = operator.file("copy", "mine")
    done = operator("backup", copy, "--force")
    assert done.code == 0, done
    assert copy.read_bytes() != b"mine"


def test_no_shop_is_no_input(on_sqlite):
    done = on_sqlite("backup", "copy.db")
    assert done.code == os.EX_NOINPUT and is_plain(done, "no shop")
    assert not (on_sqlite.folder / "copy.db").exists()


def test_a_damaged_database_makes_no_backup(on_sqlite):
    on_sqlite("import", "demo")
    path = on_sqlite.folder / "shop.db"
    content = bytearray(path.read_bytes())
    content[20 * 4096:40 * 4096] = os.urandom(20 * 4096)
    path.write_bytes(content)
    done = on_sqlite("backup", "copy.db")
    assert done.code != 0 and is_plain(done), done
    assert not list(on_sqlite.folder.glob("copy.db*"))


def test_postgresql_is_dumped_for_pg_restore(on_postgres):
    if not shutil.which("pg_dump"):
        pytest.skip("pg_dump is not installed")
    on_postgres("import", "demo")
    done = on_postgres("backup", "copy.dump")
    assert done.code == 0, done
    listed = subprocess.run(["pg_restore", "--list", str(on_postgres.folder / "copy.dump")],
                            capture_output=True, text=True, check=True).stdout
    assert "TABLE DATA public products" in listed


def test_postgresql_without_pg_dump_is_told(on_postgres):
    on_postgres("migrate")
    done = on_postgres("backup", "copy.dump", env={"PATH": "/nowhere"})
    assert done.code == os.EX_UNAVAILABLE and is_plain(done, "pg_dump")
    assert not list(on_postgres.folder.glob("copy.dump*"))
