# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""Reads our files once and gives each rule the view that it needs."""
import os
import pathlib
import re

Roots = ("app", "backend", "cmake", "docs", "installer", "resources", "tests", "translations", "ui")
Skipped = {"build", "__pycache__", ".git", ".pytest_cache", "CMakeFiles"}

# What the lexer of C++ must tell apart; digit separators (1'000) are no characters.
TOKEN = re.compile(
    r'''(?P<comment>//[^\n]*|/\*.*?\*/)
      |(?P<raw>(?:u8|u|U|L)?R"(?P<tag>[^()\s\\]{0,16})\((?P<body>.*?)\)(?P=tag)")
      |(?P<string>(?:u8|u|U|L)?"(?:[^"\\\n]|\\.)*")
      |(?P<number>\b[0-9](?:'?[0-9A-Za-z_.])*)
      |(?P<char>(?:u8|u|U|L)?'(?:[^'\\\n]|\\.)+')''',
    re.VERBOSE | re.DOTALL,
)


class Violation:
    """A rule that does not hold, at a place."""

    def __init__(self, path, line, rule, what):
        self.path, self.line, self.rule, self.what = str(path), line, rule, what

    def __str__(self):
        return f"{self.path}:{self.line}: {self.rule}: {self.what}"


class Source:
    """One file: its path from the root, its lines, and for C++ the code without words."""

    def __init__(self, root, path):
        self.path = path
        self.text = (root / path).read_text(encoding="utf-8", errors="replace")
        self.lines = self.text.split("\n")
        self.folder = os.path.dirname(path)
        self.name = os.path.basename(path)
        self.stem, self.suffix = os.path.splitext(self.name)
        self.is_cpp = self.suffix in (".h", ".cpp")
        self.code, self.strings = (self.text, [])
        if self.is_cpp:
            self.code, self.strings = without_words(self.text)

    def is_script(self):
        return self.suffix in (".py", ".sh") or self.text.startswith("#!")

    def line_of(self, offset):
        return self.text.count("\n", 0, offset) + 1


def blanked(text):
    return re.sub(r"[^\n]", " ", text)


def without_words(text):
    """The code with comments and literals blanked (offsets stay), and the literals as
    (offset, text); literals that stand side by side are one, as the compiler sees it."""
    pieces, strings, end, last_end = [], [], 0, -1
    for match in TOKEN.finditer(text):
        between = text[end:match.start()]
        pieces.append(between)
        end = match.end()
        kind = match.lastgroup
        if match.group("number"):
            pieces.append(match.group())
            continue
        pieces.append(blanked(match.group()))
        if kind == "comment" or match.group("char"):
            continue
        raw = match.group("raw")
        words = match.group("body") if raw else re.sub(r'^(?:u8|u|U|L)?"|"$', "", match.group())
        gap = text[last_end:match.start()] if last_end >= 0 else None
        if gap is not None and not TOKEN.sub("", gap).strip():
            strings[-1] = (strings[-1][0], strings[-1][1] + words)
        else:
            strings.append((match.start(), words))
        last_end = end
    pieces.append(text[end:])
    return "".join(pieces), strings


def read_tree(root):
    """Every text file of ours, in one order on every machine."""
    root = pathlib.Path(root)
    wanted = {".h", ".cpp", ".py", ".sh", ".sql", ".md", ".cmake", ".txt", ".json", ".csv", ".yml"}
    sources = []
    for top in Roots:
        for folder, folders, files in os.walk(root / top):
            folders[:] = sorted(f for f in folders if f not in Skipped)
            for name in sorted(files):
                path = pathlib.Path(folder, name)
                if path.suffix in wanted or (not path.suffix and is_text(path)):
                    sources.append(Source(root, str(path.relative_to(root))))
    for path in sorted(root.glob("*.md")) + sorted(root.glob("*.txt")):
        sources.append(Source(root, path.name))
    return sources


def is_text(path):
    with open(path, "rb") as file:
        return b"\0" not in file.read(1024)
