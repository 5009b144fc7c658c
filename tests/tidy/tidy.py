#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""The rules of docs/STYLE.md and docs/ARCHITECTURE.md that a machine can see, over the whole tree:
tidy.py [ROOT]. Ends with 1 when one does not hold."""
import sys

from layers import check_layers
from libraries import check_libraries
from sizes import check_sizes
from source import read_tree
from tables import check_tables
from words import check_words

Rules = (check_layers, check_libraries, check_sizes, check_words, check_tables)


def violations(root):
    sources = read_tree(root)
    return len(sources), [violation for rule in Rules for violation in rule(sources)]


def main():
    files, found = violations(sys.argv[1] if len(sys.argv) > 1 else ".")
    for violation in sorted(found, key=lambda v: (v.path, v.line)):
        print(violation)
    print(f"tidy: {files} files, {len(found)} violations")
    return 1 if found or not files else 0


if __name__ == "__main__":
    sys.exit(main())
