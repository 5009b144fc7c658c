# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""A shop for each test, on the database that TP_TEST_DATABASE names, and the same stranger who
calls it as in the tests of the API."""
import os
import pathlib
import random
import subprocess
import sys

import pytest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "api"))

from apifixtures import postgres  # noqa: E402, F401  (found by the line above)
from shop import Shop  # noqa: E402

Seed = int(os.environ.get("TP_FAULT_SEED", random.randrange(10**6)))


def pytest_report_header():
    return f"TP_FAULT_SEED={Seed}"


@pytest.fixture
def chance():
    """pytest shows this line when the test fails."""
    print(f"TP_FAULT_SEED={Seed}")
    return random.Random(Seed)


@pytest.fixture
def open_shop(postgres):
    """Makes a shop on a fresh database of the kind under test, or on the one that it is given."""
    shops = []

    def make(*arguments, kind=Shop, database=None, **more):
        fresh = postgres.database() if postgres and database is None else database
        shops.append(kind(fresh, *arguments, **more))
        return shops[-1]

    yield make
    for one in shops:
        one.close()


@pytest.fixture
def shop(open_shop):
    return open_shop()


@pytest.fixture
def gateway(tmp_path):
    """What a shop with the test gateway is started with; its books are nobody else's."""
    return "--test-gateway", "--test-gateway-books", str(tmp_path / "books")


@pytest.fixture
def on_sqlite(postgres):
    if postgres:
        pytest.skip("a matter of SQLite's file")


@pytest.fixture
def on_postgres(postgres):
    if not postgres:
        pytest.skip("a matter of PostgreSQL")
    return postgres


@pytest.fixture
def tiny_disk(tmp_path, on_sqlite):
    """A disk of 16 MiB: the shop calls one with less than 4 MiB left full."""
    place = tmp_path / "disk"
    place.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", str(place)],
                             capture_output=True, text=True, check=False)
    if mounted.returncode != 0:
        pytest.skip("a small disk cannot be mounted: " + mounted.stderr.strip())
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)
