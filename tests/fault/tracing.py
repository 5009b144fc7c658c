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
def traced(shop, inject=None, beside=()):
    """Yields the path of the trace; `inject` as in `strace -e inject=…`; `beside`: further
    processes, whose calls stand between those of the backend as they happened."""
    if not shutil.which("strace"):
        pytest.skip("strace is not installed")
    log = tempfile.NamedTemporaryFile(prefix="tradepost-trace-", mode="r")
    command = ["strace", "-f", "-y", "-s", "64", "-e", f"trace={Calls}", "-o", log.name,
               "-p", str(shop.process.pid)]
    for process in beside:
        command += ["-p", str(process)]
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


def answers_before_their_flush(lines, log=r"-wal", answer='"HTTP/1.1 201', others_write=False):
    """(answers, those that left while a byte of the log was not known to be on disk). `log`: how
    the name of its file ends; both are patterns. `others_write`: so do transactions that are
    nobody's who is answered, as those that number events on PostgreSQL; then it is enough that the
    log was written and flushed since the answer before."""
    is_write = re.compile(rf"pwrite64\(\d+<[^>]*{log}>")
    is_flush = re.compile(rf"f(data)?sync\(\d+<[^>]*{log}>")
    answers, early = 0, []
    is_written, is_flushed, flushing = False, False, {}
    for line in lines:
        thread, _, call = line.strip().partition(" ")
        call = call.strip()
        if is_write.match(call):
            is_written, is_flushed = True, is_flushed and others_write
        elif is_flush.match(call):
            if call.endswith("<unfinished ...>"):
                flushing[thread] = True
            else:
                is_flushed = is_flushed or returned_well(call)
        elif re.match(r"<\.\.\. f(data)?sync resumed>", call) and flushing.pop(thread, False):
            is_flushed = is_flushed or returned_well(call)
        elif re.search(answer, call):
            answers += 1
            if not is_written or not is_flushed:
                early.append(line)
            is_written = is_flushed = False
    return answers, early


def returned_well(call):
    return re.search(r"\) += 0( \((DELAYED|INJECTED)\))?$", call) is not None
