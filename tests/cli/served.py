# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""A backend that serves beside the commands, and the stranger who calls it in the tests of the
API."""
import pathlib
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "api"))

from people import login, new_email, new_password  # noqa: E402, F401  (found by the line above)
from shop import Secrets, Shop, note  # noqa: E402, F401

# How long another process may take to learn what one did.
LearnsWithinSeconds = 30


def is_in(shop, token):
    return shop.get("/api/auth/validate", token=token).status == 200


def learned(condition):
    """Whether it comes true in the time that the contract gives."""
    deadline = time.monotonic() + LearnsWithinSeconds
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.1)
    return True
