#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""clang-format leaves every C++ file of ours as it is: formatting.py ROOT [--fix]."""
import concurrent.futures
import os
import pathlib
import subprocess
import sys

from source import Skipped


def cpp_files(root):
    for top in ("app", "backend", "cmake", "tests", "ui"):
        for folder, folders, files in os.walk(root / top):
            folders[:] = [f for f in folders if f not in Skipped]
            for name in sorted(files):
                if name.endswith((".h", ".cpp")):
                    yield os.path.join(folder, name)


def run(program, options, batch):
    result = subprocess.run([program, *options, *batch], capture_output=True, text=True,
                            check=False)
    return result.returncode, result.stderr


def main():
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ".").resolve()
    options = ["-i"] if "--fix" in sys.argv else ["--dry-run", "-Werror"]
    program = os.environ.get("CLANG_FORMAT", "clang-format")
    files = list(cpp_files(root))
    batches = [files[i:i + 20] for i in range(0, len(files), 20)]
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        answers = list(pool.map(lambda batch: run(program, options, batch), batches))
    wrong = sorted({line.split(":")[0] for _, text in answers for line in text.splitlines()
                    if "clang-format-violations" in line})
    for path in wrong:
        print(f"{os.path.relpath(path, root)}: not as clang-format writes it")
    failed = any(code for code, _ in answers)
    if failed and not wrong:
        print("".join(text for _, text in answers)[:2000])
    print(f"formatting: {len(files)} files, {len(wrong)} to format (clang-format -i FILE)")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
