# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""Each proof is shown to fail: a backend that was built without one of the things on which a sale
rests, and the test that notices. Named, not found: `pytest tests/fault/brokenproofs.py`, after its
programs were built (see CMakeLists.txt)."""
import os
import pathlib
import re
import subprocess
import sys
import time

import pytest

import shop as shops

Here = pathlib.Path(__file__).resolve().parent
# What is left out, the test that notices, and what it says.
Proofs = [
    ("fsync", "test_sales_flush.py::test_a_sale_is_on_disk_before_it_is_acknowledged[cash]",
     r"assert \(10, \["),
    ("dedupe", "test_last_unit.py::test_one_key_makes_one_order_though_the_shop_dies_meanwhile",
     r"assert len\(\{answer.body for answer in answers\}\) == 1"),
    ("undo", "test_gateway.py::test_a_gateway_that_is_back_in_time_has_held_nobody_up_for_good",
     r'assert answer.json\["reserved"\] == "0"'),
    ("worker", "test_gateway.py::test_a_gateway_that_is_down_is_waited_for_and_given_up",
     r"AssertionError: no end of"),
]


def programs_without(what):
    return shops.Programs / "broken" / what


@pytest.mark.parametrize("database", ["sqlite", "postgres"])
@pytest.mark.parametrize(("what", "proof", "reason"), Proofs, ids=[one[0] for one in Proofs])
def test_it_is_noticed(what, proof, reason, database):
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(Here / proof)]
    environment = {**os.environ, "TP_TEST_DATABASE": database,
                   "TP_BIN": str(programs_without(what))}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=300,
                          check=False)
    assert done.returncode == 1 and re.search(reason, done.stdout), done.stdout[-3000:]


def test_a_worker_that_stands_still_is_told(open_shop, monkeypatch):
    """Whoever watches the shop hears of it before a till does."""
    monkeypatch.setattr(shops, "Programs", programs_without("worker"))
    shop = open_shop()
    deadline = time.monotonic() + 15
    while shop.get("/health/ready", token=False).status != 503:
        assert time.monotonic() < deadline
        time.sleep(0.1)
    ill = [check for check in shop.get("/health").json["checks"] if check["status"] != "ok"]
    assert [check["name"] for check in ill] == ["sagas"], ill
