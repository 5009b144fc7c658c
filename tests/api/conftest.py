# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""Every test runs against the database that TP_TEST_DATABASE names: sqlite or postgres."""
import contextlib
import os
import pathlib
import subprocess

import pytest

from shop import Shop

Kind = os.environ.get("TP_TEST_DATABASE", "sqlite")
Support = pathlib.Path(__file__).resolve().parent.parent / "support"


class Postgres:
    """A server of our own; gone when its standard input closes."""

    def __init__(self, *arguments):
        self.process = subprocess.Popen([str(Support / "postgresserver.py"), *arguments],
                                        text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.first = self.process.stdout.readline().strip()
        assert self.first, "no PostgreSQL: see the lines above"

    def database(self):
        return self.ask("database")

    def ask(self, word):
        self.process.stdin.write(word + "\n")
        self.process.stdin.flush()
        return self.process.stdout.readline().strip()

    def close(self):
        self.process.stdin.close()
        self.process.wait()


@pytest.fixture(scope="session")
def postgres():
    if Kind != "postgres":
        yield None
        return
    server = Postgres()
    yield server
    server.close()


@contextlib.contextmanager
def shops_on(postgres):
    """Makes shops, each on a fresh database of the kind under test, and closes them."""
    shops = []

    def make(*arguments, **more):
        shops.append(Shop(postgres.database() if postgres else None, *arguments, **more))
        return shops[-1]

    yield make
    for shop in shops:
        shop.close()


@pytest.fixture(scope="module")
def open_shop(postgres):
    """Makes a shop of one's own; gone with the module, because a server has so many connections."""
    with shops_on(postgres) as make:
        yield make


@pytest.fixture
def on_postgres(postgres):
    """For what one writer cannot do: changes that meet."""
    if not postgres:
        pytest.skip("a matter of PostgreSQL, where several write at once")


@pytest.fixture(scope="session")
def shop(postgres):
    """The one that all tests share which do not need their own."""
    with shops_on(postgres) as make:
        yield make()
