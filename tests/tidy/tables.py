# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""SQL names only the tables of its own folder, and the views that others publish. Whose a table is
stands here, what is a table and what a view is read from the migrations."""
import re

from source import Violation

# folder: its tables. A table that no folder owns is a violation.
Owners = {
    "backend/storage": ("schema_migrations", "counters", "idempotency_keys"),
    "backend/journal": ("audit_entries",),
    "backend/settings": ("settings", "tax_classes"),
    "backend/auth": ("users", "recovery_codes", "sessions", "refresh_tokens", "token_cutoffs",
                     "failed_attempts", "signing_keys", "token_issuer"),
    "backend/registers": ("registers", "tills"),
    "backend/orders": ("orders", "order_lines", "order_events", "number_series", "attention"),
    # The gateway_ ones are the test gateway's, in a database of its own.
    "backend/payments": ("payments", "payment_entries", "gateway_asks", "gateway_holds",
                         "gateway_acts"),
    "backend/saga": ("sagas",),
    "backend/events": ("outbox", "outbox_kept"),
    "backend/catalogue": ("products", "product_barcodes", "product_search", "categories"),
    "backend/inventory": ("locations", "stock_balances", "stock_totals", "stock_movements",
                          "stock_reservations"),
}
# What the databases bring themselves.
System = re.compile(r"^(sqlite_\w+|pg_\w+|information_schema|pragma_\w+|json_each|unnest|excluded|"
                    r"generate_series|dual|lateral|only|set|nothing)$")

CREATED = re.compile(r"\bCREATE\s+(?:VIRTUAL\s+|MATERIALIZED\s+)?(TABLE|VIEW)\s+"
                     r'(?:IF NOT EXISTS\s+)?"?(\w+)"?', re.IGNORECASE)
STATEMENT = re.compile(r"\b(SELECT\b.+\bFROM\b|INSERT\s+(OR\s+\w+\s+)?INTO\b|UPDATE\s+\w+\s+SET\b|"
                       r"DELETE\s+FROM\b|WITH\s+\w+.*\bAS\b)", re.DOTALL)
NAMED = re.compile(r"\b(?:FROM|JOIN|INTO|UPDATE)\s+([a-z_][a-z0-9_]*(?:\s+(?:AS\s+)?[a-z]\w*)?"
                   r"(?:\s*,\s*[a-z_][a-z0-9_]*(?:\s+(?:AS\s+)?[a-z]\w*)?)*)")
WITH = re.compile(r"(?:\bWITH(?:\s+RECURSIVE)?|,|\))\s*([a-z_]\w*)\s*(?:\([^()]*\)\s*)?AS\s*"
                  r"(?:(?:NOT\s+)?MATERIALIZED\s*)?\(")


def check_tables(sources):
    owner_of = {table: folder for folder, tables in Owners.items() for table in tables}
    migrations = [s for s in sources if re.match(r"resources/sql/\w+/.*\.sql$", s.path)]
    others = [s for s in sources if re.match(r"resources/testgateway/\w+/.*\.sql$", s.path)]
    tables, views = {}, {}
    for source in migrations + others:
        text = re.sub(r"--[^\n]*", "", source.text)
        for match in CREATED.finditer(text):
            made = tables if match.group(1).upper() == "TABLE" else views
            made.setdefault(match.group(2).lower(), source)
    yield from check_owned(tables, owner_of)
    yield from check_dialects(migrations)
    for source in sources:
        if source.is_cpp and source.path.startswith("backend/"):
            yield from check_statements(source, owner_of, tables, views)


def check_owned(tables, owner_of):
    for table, source in tables.items():
        if table not in owner_of:
            yield Violation(source.path, 1, "tables", f"whose is {table}? (tests/tidy/tables.py)")


def check_dialects(migrations):
    """Both databases carry the same numbers."""
    names = {}
    for source in migrations:
        names.setdefault(source.folder, {})[source.name] = source
    every = {name for found in names.values() for name in found}
    for folder, found in names.items():
        for name in sorted(every - set(found)):
            yield Violation(f"{folder}/{name}", 1, "tables", "missing: the other database has it")


def check_statements(source, owner_of, tables, views):
    for offset, words in source.strings:
        words = re.sub(r"\\n", " ", words)
        if not STATEMENT.search(words):
            continue
        own_names = set(WITH.findall(words))
        for table in named_tables(words):
            if table in views or table in own_names or System.match(table):
                continue
            owner = owner_of.get(table)
            line = source.line_of(offset)
            if owner is None and table not in tables:
                yield Violation(source.path, line, "tables", f"no migration makes {table}")
            elif owner != source.folder:
                yield Violation(source.path, line, "tables",
                                f"{table} belongs to {owner}/; read the view that it publishes")


def named_tables(words):
    for match in NAMED.finditer(words):
        for part in match.group(1).split(","):
            yield part.split()[0]
