# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""What an authenticator app does: RFC 6238 once more, written without ours."""
import base64
import hashlib
import hmac
import struct
import time

StepSeconds = 30


def step_now():
    return int(time.time()) // StepSeconds


def code_at(secret, step):
    padded = secret + "=" * (-len(secret) % 8)
    mac = hmac.new(base64.b32decode(padded), struct.pack(">Q", step), hashlib.sha1).digest()
    offset = mac[-1] & 15
    number = struct.unpack(">I", mac[offset:offset + 4])[0] & 0x7fffffff
    return f"{number % 1_000_000:06}"


class App:
    """Holds a secret and gives codes that were not given before. A code is good a step early and a
    step late, so that a test has three of them without waiting."""

    def __init__(self, secret):
        self.secret, self.next_step = secret, step_now() - 1

    def code(self):
        step, self.next_step = self.next_step, self.next_step + 1
        assert step <= step_now() + 1, "no further code before the next step"
        return code_at(self.secret, step)

    def wrong_code(self):
        good = {code_at(self.secret, step_now() + off) for off in range(-2, 3)}
        return next(f"{number:06}" for number in range(1000) if f"{number:06}" not in good)
