#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""Counts the tests inside the programs that ran, because ctest counts programs and a person wants
to know of tests: tally.py FILE... prints what failed, and last "PASSED FAILED SKIPPED". A file is
ctest's JUnit (.xml), or what one program printed with "ended with CODE" as last line (.log)."""
import os
import re
import sys
import xml.etree.ElementTree as ElementTree

# QtTest says so of each test function and row; what it calls of its own is no test.
QTTEST = re.compile(r"^(PASS|FAIL!|XPASS|XFAIL|SKIP)\s+: (\w+::(?!initTestCase\(|cleanupTestCase\()"
                    r"[^\n]*)", re.MULTILINE)
# pytest's last line: "2 failed, 40 passed, 1 skipped in 3.21s".
PYTEST = re.compile(r"^=*\s*((?:\d+ \w+,? )+)in \d[\d.]*s", re.MULTILINE)
PYTEST_FAILED = re.compile(r"^(?:FAILED|ERROR) (\S+)", re.MULTILINE)
UNITTEST = re.compile(r"^Ran (\d+) tests? in", re.MULTILINE)
UNITTEST_FAILED = re.compile(r"^FAILED \((?:failures=(\d+))?,? ?(?:errors=(\d+))?", re.MULTILINE)


def count(text):
    """What passed, failed and was skipped by what the program itself says, and the failed names."""
    passed = failed = skipped = 0
    names = []
    for verdict, name in QTTEST.findall(text):
        passed += verdict in ("PASS", "XFAIL")
        skipped += verdict == "SKIP"
        if verdict in ("FAIL!", "XPASS"):
            failed += 1
            names.append(name)
    for line in PYTEST.findall(text):
        for number, verdict in re.findall(r"(\d+) (\w+)", line):
            passed += int(number) if verdict in ("passed", "xfailed") else 0
            failed += int(number) if verdict in ("failed", "error", "errors", "xpassed") else 0
            skipped += int(number) if verdict in ("skipped", "deselected") else 0
    names += PYTEST_FAILED.findall(text)
    for number in UNITTEST.findall(text):
        wrong = sum(int(n or 0) for pair in UNITTEST_FAILED.findall(text) for n in pair)
        passed, failed = passed + int(number) - wrong, failed + wrong
    return passed, failed, skipped, names


def judged(text, ran, well):
    """The counts of one program. A crash fails even if every test before it had passed."""
    passed, failed, skipped, names = count(text)
    if not ran:
        return passed, failed + 1, skipped, names + ["did not run"]
    if not well and failed == 0:
        return passed, 1, skipped, names + ["ended badly: see its output above"]
    if passed + failed + skipped == 0:
        passed = 1
    return passed, failed, skipped, names


def programs(path):
    """(name, counts and failed names) of each program in a file."""
    if path.endswith(".log"):
        with open(path, encoding="utf-8", errors="replace") as file:
            text = file.read()
        well = text.rstrip().endswith("ended with 0")
        yield os.path.basename(path)[:-4], judged(text, True, well)
        return
    for case in ElementTree.parse(path).getroot().iter("testcase"):
        ran = case.get("status") not in ("notrun", "disabled")
        yield case.get("name"), judged(case.findtext("system-out") or "", ran,
                                       case.get("status") == "run")


def main():
    total = [0, 0, 0]
    for path in sys.argv[1:]:
        for program, (*counts, names) in programs(path):
            total = [a + b for a, b in zip(total, counts)]
            for name in names:
                print(f"failed: {program}: {name}", file=sys.stderr)
    print(*total)


if __name__ == "__main__":
    main()
