# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""What the audit trail says of tokens that were refused."""
import json
import time


def refusals(there):
    """([user, request id], details) of each row about the place of `there`, the oldest first."""
    rows = there.sql("SELECT coalesce(subject, 'None'), coalesce(request_id, 'None'), details "
                     "FROM audit_entries WHERE action = 'token.refused' "
                     f"AND address = '{there.place}' ORDER BY seq")
    return [(row[:2], json.loads(row[2])) for row in rows]


def wait_until(holds, seconds=20):
    """Nobody waits for such a row, so it comes when it comes."""
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "it did not come true"
        time.sleep(0.02)
