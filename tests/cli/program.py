# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""Runs `tradepostd` as an operator does."""
import csv
import io
import os
import pathlib
import re
import subprocess

from served import Secrets

Program = str(pathlib.Path(os.environ["TP_BIN"]) / "tradepostd")
TimeoutSeconds = 120


class Done:
    """How a command ended and what it said."""

    def __init__(self, code, out, err):
        self.code, self.raw, self.out = code, out, out.decode().splitlines()
        self.err = err.decode().splitlines()

    @property
    def last(self):
        return self.out[-1] if self.out else ""

    @property
    def counts(self):
        """(imported, changed, unchanged, rejected)"""
        found = re.fullmatch(r"imported (\d+), changed (\d+), unchanged (\d+), rejected (\d+)",
                             self.last)
        assert found, self
        return tuple(map(int, found.groups()))

    def __repr__(self):
        return f"{self.code}\nout: {self.out[-5:]}\nerr: {self.err[:8]}"


class Operator:
    """Someone at a terminal with a database and a home folder of their own."""

    def __init__(self, database, folder):
        self.database, self.folder = database, folder
        home = folder / "home"
        home.mkdir(exist_ok=True)
        self.environment = {name: value for name, value in os.environ.items()
                            if not name.startswith(("TRADEPOST_", "XDG_", "TP_"))}
        self.environment |= {"HOME": str(home), "LC_ALL": "C"}

    def __call__(self, *arguments, database=True, **more):
        """Runs a command on the operator's database."""
        given = ("--database", self.database) if database else ()
        return self.plain(*arguments, *given, **more)

    def plain(self, *arguments, env=None, text=None, stdout=subprocess.PIPE):
        if isinstance(text, str):
            text = text.encode()
        done = subprocess.run([Program, *map(str, arguments)], cwd=self.folder,
                              env=self.environment | (env or {}), input=text, stdout=stdout,
                              stderr=subprocess.PIPE, timeout=TimeoutSeconds, check=False,
                              stdin=subprocess.DEVNULL if text is None else None)
        for secret in Secrets:
            assert secret.encode() not in (done.stdout or b"") + done.stderr, "a secret is said"
        return Done(done.returncode, done.stdout or b"", done.stderr)

    def file(self, name, content):
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def load(self, content, *more, name="products.csv"):
        """Imports a file with this content."""
        return self("import", "products", self.file(name, content), *more)

    def products(self):
        """What is in the shop, as the export tells: {sku: row}."""
        done = self("export", "products")
        assert done.code == 0, done
        rows = csv.DictReader(io.StringIO(done.raw.decode(), newline=""))
        return {row["sku"]: row for row in rows}


def is_plain(done, *words):
    """One line for a person, which names these."""
    assert len(done.err) == 1, done
    assert done.err[0].startswith("tradepostd: "), done
    for word in words:
        assert word in done.err[0], done
    return True
