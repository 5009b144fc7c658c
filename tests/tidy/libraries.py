# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""Libraries that are kept behind our own headers, and how any include is spelled."""
import re

from layers import includes
from source import Violation

# pattern: (in how many .cpp files at most, in which folders, why)
Contained = {
    r"boost/(beast|asio)\b.*": (3, ("backend/http",), "Beast stands in three .cpp files at most"),
    r"boost/json\b.*": (1, ("backend/contract",), "Boost.JSON stands in one .cpp file"),
    r"sqlite3\.h|libpq-fe\.h": (99, ("backend/storage",),
                                "only storage/ knows the databases' own APIs"),
    r"openssl/.*": (99, ("backend/auth", "backend/daemon", "backend/http", "backend/journal"),
                    "cryptography stays where it is reviewed"),
}
Banned = {
    r"Qt?HttpServer.*": "GPL-3-only, and unsafe in 6.4: docs/decisions",
    r"QtCharts.*|QChart.*|qcustomplot.*": "GPL-3-only: bars are painted",
    r"QtConcurrent.*|QFuture.*|QSemaphore|QPromise": "threads speak through the mailbox",
}


def check_libraries(sources):
    users = {pattern: [] for pattern in Contained}
    for source in sources:
        if not source.is_cpp:
            continue
        yield from check_spelling(source)
        seen = set()
        for line, _, others in includes(source):
            for pattern, why in Banned.items():
                if others and re.fullmatch(pattern, others):
                    yield Violation(source.path, line, "libraries", why)
            for pattern in Contained:
                if others and re.fullmatch(pattern, others) and pattern not in seen:
                    seen.add(pattern)
                    users[pattern].append((source, line))
    for pattern, found in users.items():
        yield from check_contained(pattern, [f for f in found if not is_test(f[0])])


def check_contained(pattern, found):
    most, folders, why = Contained[pattern]
    for number, (source, line) in enumerate(found, start=1):
        if source.folder not in folders:
            yield Violation(source.path, line, "libraries", why)
        elif most < 99 and (source.suffix == ".h" or number > most):
            yield Violation(source.path, line, "libraries", why)


def check_spelling(source):
    for line, ours, _ in includes(source):
        if not ours or ours.endswith(".moc") or source.folder == "cmake":
            continue
        if ours.endswith(".cpp"):
            yield Violation(source.path, line, "includes", "a .cpp file is compiled, not included")
        elif not ours.startswith(("backend/", "ui/", "app/", "tests/")):
            yield Violation(source.path, line, "includes", "our headers are named from the root")


def is_test(source):
    return source.path.startswith("tests/")
