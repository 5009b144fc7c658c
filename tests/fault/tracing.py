# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""What a running backend asks of the system, seen and disturbed by strace."""
import contextlib
import re
import shutil
import subprocess
import tempfile
import time

import pytest

Calls = "fsync,fdatasync,pwrite64,write,writev,sendto,sendmsg"


@contextlib.contextmanager
def traced(shop, inject=None):
    """Yields the path of the trace; `inject` as in `strace -e inject=…`."""
    if not shutil.which("strace"):
        pytest.skip("strace is not installed")
    log = tempfile.NamedTemporaryFile(prefix="tradepost-trace-", mode="r")
    command = ["strace", "-f", "-y", "-s", "64", "-e", f"trace={Calls}", "-o", log.name,
               "-p", str(shop.process.pid)]
    if inject:
        command[1:1] = ["-e", f"inject={inject}"]
    tracer = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    line = tracer.stderr.readline()
    if "attached" not in line:
        tracer.wait()
        pytest.skip("strace may not look: " + line.strip())
    time.sleep(0.2)  # Every thread is attached by its own line, and nobody says which is the last.
    try:
        yield log.name
    finally:
        tracer.terminate()
        tracer.communicate()
        log.close()


def answers_before_their_flush(lines):
    """(answers 201, those that left while a byte of the log was not known to be on disk)."""
    answers, early = 0, []
    is_written, is_flushed, flushing = False, False, {}
    for line in lines:
        thread, _, call = line.strip().partition(" ")
        call = call.strip()
        if re.match(r"pwrite64\(\d+<[^>]*-wal>", call):
            is_written, is_flushed = True, False
        elif re.match(r"f(data)?sync\(\d+<[^>]*-wal>", call):
            if call.endswith("<unfinished ...>"):
                flushing[thread] = True
            else:
                is_flushed = is_flushed or returned_well(call)
        elif re.match(r"<\.\.\. f(data)?sync resumed>", call) and flushing.pop(thread, False):
            is_flushed = is_flushed or returned_well(call)
        elif '"HTTP/1.1 201' in call:
            answers += 1
            if not is_written or not is_flushed:
                early.append(line)
            is_written = is_flushed = False
    return answers, early


def returned_well(call):
    return re.search(r"\) += 0( \((DELAYED|INJECTED)\))?$", call) is not None
