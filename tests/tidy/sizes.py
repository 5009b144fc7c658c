# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""A line fits the page, a function the screen, a file the head."""
import ast
import re

from source import Violation

LineMax, FunctionMax, FileMax = 100, 70, 400

# An unbreakable address or a row of a table that people read may be longer.
LONG_BY_NATURE = re.compile(r"https?://\S{40,}")
# A macro that stands where a declaration could: Q_DECLARE_METATYPE(tp::Money)
MACRO = re.compile(r"\b[A-Z][A-Z0-9]*_[A-Z0-9_]+ *\([^()]*\)")
CONTROL = re.compile(r"^(if|for|while|switch|do|else|try|catch|return)\b")


def check_sizes(sources):
    for source in sources:
        if not (source.is_cpp or source.is_script()):
            continue
        if len(source.lines) - 1 > FileMax:
            yield Violation(source.path, FileMax, "size",
                            f"{len(source.lines) - 1} lines, {FileMax} at most")
        fenced = False
        for number, line in enumerate(source.lines, start=1):
            fenced = fenced_after(line, fenced)
            if len(line) > LineMax and not fenced and not LONG_BY_NATURE.search(line):
                yield Violation(source.path, number, "size",
                                f"{len(line)} columns, {LineMax} at most")
        for name, start, length in functions(source):
            # The rows of a data-driven test are a table: looked up, not followed.
            if length > FunctionMax and not name.endswith("_data"):
                yield Violation(source.path, start, "size",
                                f"{name} has {length} lines, {FunctionMax} at most")


def fenced_after(line, fenced):
    if "clang-format off" in line:
        return True
    return False if "clang-format on" in line else fenced


def functions(source):
    if source.is_cpp:
        return cpp_functions(source)
    if source.suffix == ".py":
        return python_functions(source)
    return shell_functions(source)


def python_functions(source):
    try:
        tree = ast.parse(source.text)
    except SyntaxError:
        return
    for node in ast.walk(tree):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield node.name, node.lineno, node.end_lineno - node.lineno + 1


def shell_functions(source):
    start, name = None, ""
    for number, line in enumerate(source.lines, start=1):
        opened = re.match(r"(?:function )?(\w+)\(\) *\{$", line)
        if opened:
            start, name = number, opened.group(1)
        elif line == "}" and start:
            yield name, start, number - start + 1
            start = None


def cpp_functions(source):
    """Every body of a function with its length from brace to brace. Bodies inside bodies
    (lambdas, local classes) count with what holds them."""
    code = re.sub(r"^[ \t]*#(?:[^\n]*\\\n)*[^\n]*", lambda m: re.sub(r"[^\n]", " ", m.group()),
                  source.code, flags=re.MULTILINE)
    stack, head = [], ""
    for offset, char in enumerate(code):
        if char == "{":
            kind = kind_of(head, stack)
            stack.append((kind, offset, head))
            head = "" if kind != "initialiser" else head
        elif char == "}" and stack:
            kind, start, opener = stack.pop()
            if kind == "function":
                first, last = source.line_of(start), source.line_of(offset)
                yield name_in(opener), first, last - first + 1
            head = opener + " {}" if kind == "initialiser" else ""
        elif char == ";":
            head = ""
        else:
            head += char


def kind_of(head, stack):
    if stack and stack[-1][0] in ("function", "body"):
        return "body"
    words = MACRO.sub("", " ".join(head.split()))
    words = re.sub(r"^((public|private|protected|signals|slots|Q_SIGNALS)( slots)?\s*:\s*)+", "",
                   words)
    if re.search(r"\bnamespace\b", words) or words.startswith("extern"):
        return "scope"
    if ")" not in words or CONTROL.match(words):
        return "scope" if re.search(r"\b(class|struct|union)\b", words) else "body"
    if re.search(r"\)\s*(noexcept\s*)?:", words) and re.search(r"[\w>]$", words) and \
            not re.search(r"\)\s*(const|noexcept|override|final)$", words):
        return "initialiser"
    return "body" if re.search(r"=\s*$", words) or "= [" in words else "function"


def name_in(head):
    found = re.search(r"([\w:~]+|operator\S+)\s*\(", head)
    return found.group(1) if found else "a function"
