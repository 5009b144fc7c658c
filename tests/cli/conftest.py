# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""Every test gets a database of its own, of the kind that TP_TEST_DATABASE names."""
import os
import pathlib
import subprocess

import pytest

from program import Operator
from served import Shop

Kind = os.environ.get("TP_TEST_DATABASE", "sqlite")
Support = pathlib.Path(__file__).resolve().parent.parent / "support"


@pytest.fixture(scope="session")
def new_database():
    """Makes the URL of an empty database; nothing on SQLite, where a file will do."""
    if Kind != "postgres":
        yield None
        return
    server = subprocess.Popen([str(Support / "postgresserver.py")], text=True,
                              stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert server.stdout.readline().strip(), "no PostgreSQL: see the lines above"

    def make():
        server.stdin.write("database\n")
        server.stdin.flush()
        return server.stdout.readline().strip()

    yield make
    server.stdin.close()
    server.wait()


@pytest.fixture
def operator(new_database, tmp_path):
    return Operator(new_database() if new_database else f"sqlite:{tmp_path}/shop.db", tmp_path)


@pytest.fixture
def open_shop():
    """Serves a database that is there, beside whatever is done to it."""
    shops = []

    def make(database, *arguments, **more):
        shops.append(Shop(database, *arguments, **{"admin": False, **more}))
        return shops[-1]

    yield make
    for shop in shops:
        shop.close()


@pytest.fixture
def on_sqlite(tmp_path):
    """For what does not depend on the database, or is only so with a file."""
    if Kind != "sqlite":
        pytest.skip("a matter of SQLite alone, or of no database")
    return Operator(f"sqlite:{tmp_path}/shop.db", tmp_path)


@pytest.fixture
def on_postgres(operator):
    if Kind != "postgres":
        pytest.skip("a matter of PostgreSQL alone")
    return operator
