#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""clang-tidy over the product: lint.py ROOT BUILD, where BUILD was configured with clang and has
its precompiled headers. A file whose text and headers did not change since it was found clean is
not looked at again: it takes some seconds a file."""
import concurrent.futures
import hashlib
import json
import os
import pathlib
import re
import subprocess
import sys

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*"([^"]+)"', re.MULTILINE)
Product = ("app/", "backend/", "ui/")


class Linter:
    def __init__(self, root, build):
        self.root, self.build = root, build
        self.program = os.environ.get("CLANG_TIDY", "clang-tidy")
        self.clean = build / "clean"
        self.clean.mkdir(exist_ok=True)
        self.texts = {}

    def files(self):
        """Those of ours that the build knows, in one order."""
        entries = json.loads((self.build / "compile_commands.json").read_text(encoding="utf-8"))
        paths = {os.path.relpath(entry["file"], self.root): entry["command"] for entry in entries}
        return sorted((p, command) for p, command in paths.items() if p.startswith(Product))

    def text(self, path):
        if path not in self.texts:
            file = self.root / path
            self.texts[path] = file.read_text(encoding="utf-8") if file.is_file() else ""
        return self.texts[path]

    def reached(self, path, seen):
        """The file and every header of ours that it includes, through others too."""
        if path not in seen:
            seen.add(path)
            for header in INCLUDE.findall(self.text(path)):
                self.reached(header, seen)
        return seen

    def stamp(self, path, command):
        words = [command, self.text(".clang-tidy")]
        words += [self.text(header) for header in sorted(self.reached(path, set()))]
        return self.clean / hashlib.sha256("\0".join(words).encode()).hexdigest()

    def lint(self, path, command):
        """What is wrong with a file; nothing when it is clean."""
        stamp = self.stamp(path, command)
        if stamp.exists():
            return ""
        answer = subprocess.run([self.program, "-p", self.build, "--quiet", path], cwd=self.root,
                                capture_output=True, text=True, check=False)
        if answer.returncode == 0:
            stamp.touch()
            return ""
        return answer.stdout or answer.stderr


def main():
    linter = Linter(pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve())
    files = linter.files()
    wrong = 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        answers = pool.map(lambda file: linter.lint(*file), files)
        for number, ((path, _), answer) in enumerate(zip(files, answers), start=1):
            print(f"[{number}/{len(files)}] {path}", flush=True)
            if answer:
                wrong += 1
                print(answer, flush=True)
    print(f"lint: {len(files)} files, {wrong} with findings")
    return 1 if wrong or not files else 0


if __name__ == "__main__":
    sys.exit(main())
