#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""Installs the npm packages of the tests, as package-lock.json pins them, into build/npm, puts the
scripts that use them beside them, and prints that folder. What is there already is not fetched."""
import fcntl
import pathlib
import shutil
import subprocess
import sys

Here = pathlib.Path(__file__).resolve().parent
Build = Here.parent.parent / "build"
Folder = Build / "npm"
Lists = ("package.json", "package-lock.json")


def install():
    for name in ("node", "npm"):
        if not shutil.which(name):
            sys.exit(f"npmpackages: there is no {name} (packages nodejs and npm)")
    shutil.rmtree(Folder, ignore_errors=True)
    Folder.mkdir(parents=True)
    for name in Lists:
        shutil.copy(Here / name, Folder / name)
    done = subprocess.run(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"],
                          cwd=Folder, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit("npmpackages: npm ci failed:\n" + done.stdout + done.stderr)
    shutil.copytree(Here, Folder / "installed", ignore=lambda _, names: set(names) - set(Lists))


def is_installed():
    """The lists are copied last, so that an install that was broken off is done again."""
    return all((Folder / "installed" / name).exists() and
               (Folder / "installed" / name).read_bytes() == (Here / name).read_bytes()
               for name in Lists)


def main():
    Build.mkdir(exist_ok=True)
    with open(Build / ".npm.lock", "w", encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not is_installed():
            install()
        for script in Here.glob("*.mjs"):
            shutil.copy(script, Folder / script.name)
    print(Folder)


main()
