# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""Words that the style sheet bans, each with its reason."""
import pathlib
import re

from source import Violation

Product = r"(backend|ui|app)/"
Everywhere = r"(backend|ui|app|tests)/"
# Where time and chance come from the caller: rules, slices, engines, presenters.
HandedIn = (r"backend/(kernel|pricing|contract|saga|journal|orchestration|auth|settings|catalogue|"
            r"inventory|orders|payments|customers|registers|audit|reports)/|ui/presentation/")

# (where, pattern in C++ without its comments and literals, why)
Banned = (
    (Everywhere, r"\binstance\s*\(\s*\)", "what a class needs comes through its constructor"),
    (Everywhere, r"\bprocessEvents\b", "wait for a signal"),
    (Everywhere, r"\b(u|nano|m)?sleep(_for|_until)?\s*\(|\bqSleep\b|\bqWait\s*\(",
     "wait for a signal or use the Clock"),
    (Everywhere, r"\bQtConcurrent\b|\bQFuture\w*\b|\bQPromise\b", "threads use the mailbox"),
    (Product, r"\bQSemaphore\b", "threads use the mailbox"),
    (Everywhere, r"\b(SIGNAL|SLOT)\s*\(", "connect by member pointer"),
    (Everywhere, r"\bsender\s*\(\s*\)", "let the signal carry what the slot needs"),
    (Product, r"\bblockSignals\b", "signals are not logic"),
    (Product, r"singleShot\s*\(\s*0\b", "a zero timer hides an order that nobody wrote down"),
    (Product, r"\bthrow\b", "an operating error is a Result"),
    (Everywhere, r"\bgoto\b", "a function that needs it is two functions"),
    (HandedIn, r"\b(QDateTime|QDate|QTime)::current|\bQUuid::createUuid|\bQRandomGenerator\b|"
     r"\bstd::chrono::\w+_clock\b", "time and ids are handed in"),
    (Product, r"(?i)\b(double|float)\b[^;{}\n]*(price|amount|total|money|minor|tax|cash|change)",
     "money is Money, never a double"),
    (r"(?!backend/storage/|app/outbox/|tests/)", r"\bQSql(Query|Database|Driver)\b",
     "SQL goes through storage::Statement"),
    (Product, r"\bconnect\(\s*[^,;]+,\s*&[\w:]+,\s*\[", "a lambda needs a context object"),
    (r"(?!backend/daemon/(main|serve)\.cpp|app/main\.cpp|backend/storage/|app/outbox/|tests/)",
     r"(\.|->|::)exec\s*\(", "no nested event loop"),
    (Everywhere, r"\bNULL\b", "nullptr"),
)
# The folder of the root that this checkout stands in, where that is no folder of every machine.
OwnRoot = pathlib.Path(__file__).resolve().parts[1]
OwnPlace = "" if OwnRoot in ("home", "root", "tmp", "usr", "var", "opt", "srv", "mnt") \
    else "|" + re.escape(OwnRoot)
# (files, pattern in the plain text, why)
Plain = (
    (r".*", r"\b(TODO|FIXME|HACK)\b(?!\(#\d+\))", "an issue number, or no such note"),
    (r".*", rf"(?<![\w.])/(root|home/\w+{OwnPlace})/", "a path of one machine"),
    (r"resources/(sql|testgateway)/", r"\b(REAL|FLOAT|DOUBLE|NUMERIC|DECIMAL)\b",
     "amounts are integers"),
    (r"resources/sql/", r"(?i)CREATE (TABLE|INDEX|VIEW|TRIGGER)\s+IF NOT EXISTS",
     "the migrator knows what exists"),
)
# What ends this way needs a better name, unless it stands here.
EmptyName = re.compile(r"(manager|helper|helpers|util|utils|common|misc|impl)\.(h|cpp|py)$")
NamesWithReason = ()


def check_words(sources):
    for source in sources:
        if source.path.startswith("tests/tidy/"):
            continue  # It must be able to name what it bans.
        if EmptyName.search(source.name) and source.path not in NamesWithReason:
            yield Violation(source.path, 1, "names", "say what it is: no manager, helper, util")
        for where, pattern, why in Plain:
            if re.match(where, source.path):
                yield from found(source, source.text, pattern, why)
        if source.is_cpp:
            for where, pattern, why in Banned:
                if re.match(where, source.path):
                    yield from found(source, source.code, pattern, why)
            yield from check_cpp(source)
        yield from check_licence(source)


def found(source, text, pattern, why):
    for match in re.finditer(pattern, text):
        yield Violation(source.path, source.line_of(match.start()), "words",
                        f"{match.group().strip()[:40]!r}: {why}")


def check_cpp(source):
    if source.suffix == ".h":
        if source.folder.startswith(("backend", "ui", "app", "tests")) and \
                "#pragma once" not in source.text:
            yield Violation(source.path, 1, "headers", "#pragma once is missing")
        yield from found(source, source.code, r"(?m)^using namespace\b", "not in a header")
    for match in re.finditer(r"(?m)^.*\bQ_OBJECT\b.*$", source.code):
        if match.group().strip() != "Q_OBJECT":
            yield Violation(source.path, source.line_of(match.start()), "words",
                            "Q_OBJECT must stand alone on its line, or moc does not see it")
    yield from check_switches(source)


def check_switches(source):
    """A switch over an enum of ours names every enumerator, so that the compiler can tell when one
    is new. Qt's own enums have hundreds; for them a default is right."""
    for match in re.finditer(r"\bdefault\s*:", source.code):
        body = source.code[block_start(source.code, match.start()):match.start()]
        labels = re.findall(r"\bcase\s+([A-Za-z_][\w:]*)\s*:(?!:)", body)
        ours = [label for label in labels if not re.match(r"Qt::|Q[A-Z]\w*::|[A-Z0-9_]+$", label)]
        if ours:
            yield Violation(source.path, source.line_of(match.start()), "words",
                            f"default: beside case {ours[0]}: name every enumerator")


def block_start(code, offset):
    depth = 0
    for place in range(offset - 1, -1, -1):
        if code[place] == "}":
            depth += 1
        elif code[place] == "{":
            if depth == 0:
                return place
            depth -= 1
    return 0


def check_licence(source):
    if (source.is_cpp and source.folder != "cmake") or source.is_script():
        head = "\n".join(source.lines[:4])
        if "SPDX-FileCopyrightText:" not in head or \
                "SPDX-License-Identifier: Apache-2.0" not in head:
            yield Violation(source.path, 1, "licence", "the two SPDX lines are missing")
