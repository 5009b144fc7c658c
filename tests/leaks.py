#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""Searches what the test programs printed for what they used as secrets:

    leaks.py --keep FOLDER JUNIT.XML   keeps the output of each program as FOLDER/NAME.log
    leaks.py SECRETS FILE...           names file and line of each secret, and fails

The fixtures of all programs note passwords, PINs, tokens and till secrets in SECRETS, a line each
(tests/support/notedsecrets.h, note() in tests/api/shop.py)."""
import pathlib
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

# Shorter texts stand anywhere by chance. A PIN is a number that stands for itself: neither part of
# an address, an id or a time, nor of another number.
TextMin, DigitsMin = 6, 4


def keep(folder, junit):
    folder.mkdir(parents=True, exist_ok=True)
    for case in ElementTree.parse(junit).getroot().iter("testcase"):
        (folder / (case.get("name") + ".log")).write_text(case.findtext("system-out") or "")


def read(path):
    """(texts, numbers) that were noted."""
    noted = set(path.read_text(encoding="utf-8", errors="surrogateescape").splitlines())
    numbers = {secret for secret in noted if secret.isdecimal()}
    texts = {text for text in noted - numbers if len(text.strip()) >= TextMin}
    return texts, {number for number in numbers
                   if len(number) >= DigitsMin and not is_everywhere(number)}


def is_everywhere(number):
    """123456 and 0000 stand in many a name of a test."""
    return number in "01234567890" or len(set(number)) == 1


def texts_in(texts, path):
    """Thousands of them at once, which is what grep is good at."""
    lines = "".join(text + "\n" for text in texts)
    done = subprocess.run(["grep", "-a", "-n", "-o", "-F", "-f", "-", path],
                          input=lines.encode(errors="surrogateescape"), env={"LC_ALL": "C"},
                          capture_output=True, check=False)
    assert done.returncode in (0, 1), done.stderr
    for line in done.stdout.decode(errors="replace").splitlines():
        number, text = line.split(":", 1)
        yield int(number), text


def numbers_in(numbers, path):
    if not numbers:
        return
    alone = re.compile(r"(?<![\w.:-])(?:" + "|".join(sorted(numbers)) + r")(?![\w.:-])")
    text = path.read_text(encoding="utf-8", errors="replace")
    for number, line in enumerate(text.splitlines(), start=1):
        for found in alone.findall(line):
            yield number, found


def search(secrets, paths):
    """How many were found. Of each only the beginning is said: this output is kept as well."""
    texts, numbers = read(secrets)
    if not texts or not paths:
        sys.exit("leaks.py: no secret was noted, or no output kept: nothing is proven")
    leaks = 0
    for path in paths:
        for line, secret in [*texts_in(texts, path), *numbers_in(numbers, path)]:
            print(f"{path}:{line}: a secret is printed: {secret[:3]}…", file=sys.stderr)
            leaks += 1
    print(f"{len(texts) + len(numbers)} secrets, {len(paths)} outputs, {leaks} leaks")
    return leaks


def main(arguments):
    if arguments[0] == "--keep":
        keep(pathlib.Path(arguments[1]), arguments[2])
        return 0
    return 1 if search(pathlib.Path(arguments[0]), [*map(pathlib.Path, arguments[1:])]) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
