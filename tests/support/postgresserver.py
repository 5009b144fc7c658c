#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""A PostgreSQL server of its own for a test: in a temporary folder, on a socket in it, gone again
when standard input closes.

Standard output: first the URL of an empty database, then one line for each line of standard input:
  database   the URL of another empty database
  crash      the server is killed and started anew; "ok"
  stop       it is killed; "ok"
  start      it is started anew; "ok"
  pause      it stops answering; "ok"
  resume     it goes on; "ok"
  processes  its process ids
With --durable it keeps what it says through a power cut, as a shop's would.
TP_POSTGRES_BIN names the folder of the server's programs where it is not a usual one.
"""
import contextlib
import glob
import os
import pwd
import re
import shutil
import signal
import subprocess
import sys
import tempfile

# A test's data need not outlive the machine; everything else is as a shop would have it.
Settings = ["listen_addresses=", "max_connections=200", "deadlock_timeout=100ms",
            "autovacuum=off"]
Careless = ["fsync=off", "full_page_writes=off"]


def program(name):
    folders = [os.environ.get("TP_POSTGRES_BIN", "")]
    installed = glob.glob("/usr/lib/postgresql/*/bin")
    folders += sorted(installed, key=lambda folder: -int(re.sub(r"\D", "", folder) or 0))
    for folder in folders:
        if folder and os.access(os.path.join(folder, name), os.X_OK):
            return os.path.join(folder, name)
    found = shutil.which(name)
    if not found:
        sys.exit(f"postgresserver: {name} is not installed (package postgresql)")
    return found


def unprivileged():
    """PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    sys.exit("postgresserver: there is no user that the server could run as")


class Server:
    def __init__(self, is_durable):
        self.settings = Settings if is_durable else Settings + Careless
        self.user = unprivileged()
        self.folder = tempfile.mkdtemp(prefix="tradepost-postgres-")
        self.data = os.path.join(self.folder, "data")
        self.databases = 0
        if self.user:
            os.chown(self.folder, self.user.pw_uid, self.user.pw_gid)
        os.chmod(self.folder, 0o755)

    def run(self, name, *arguments):
        identity = {}
        if self.user:
            identity = {"user": self.user.pw_uid, "group": self.user.pw_gid, "extra_groups": []}
        # The server would keep our pipes open; what it says goes to its log.
        with open(os.path.join(self.folder, "programs.log"), "ab") as log:
            done = subprocess.run([program(name), *arguments], cwd=self.folder, check=False,
                                  stdin=subprocess.DEVNULL, stdout=log, stderr=log, **identity)
        if done.returncode != 0:
            self.show_logs()
            raise SystemExit(f"postgresserver: {name} failed")

    def start(self):
        self.run("initdb", "-D", self.data, "-U", "postgres", "-A", "trust", "-E", "UTF8",
                 "--locale=C", "--no-sync", "--no-instructions")
        self.control("start")

    def control(self, *verb):
        options = f"-k {self.folder} " + " ".join(f"-c {setting}" for setting in self.settings)
        self.run("pg_ctl", "-D", self.data, "-w", "-t", "60", "-o", options,
                 "-l", os.path.join(self.folder, "server.log"), *verb)

    def make_database(self):
        self.databases += 1
        name = f"shop{self.databases}"
        self.run("createdb", "-h", self.folder, "-U", "postgres", "-T", "template0", name)
        return f"postgresql://postgres@/{name}?host={self.folder}"

    def processes(self):
        with open(os.path.join(self.data, "postmaster.pid"), encoding="ascii") as file:
            postmaster = int(file.readline())
        with open(f"/proc/{postmaster}/task/{postmaster}/children", encoding="ascii") as file:
            children = file.read().split()
        return [postmaster, *map(int, children)]

    def signal_all(self, number):
        for pid in self.processes():
            with contextlib.suppress(ProcessLookupError):  # A session has ended meanwhile.
                os.kill(pid, number)

    def obey(self, command):
        if command == "database":
            return self.make_database()
        if command == "processes":
            return " ".join(map(str, self.processes()))
        if command == "crash":
            self.control("-m", "immediate", "restart")
        elif command == "stop":
            self.control("-m", "immediate", "stop")
        elif command == "start":
            self.control("start")
        elif command == "pause":
            self.signal_all(signal.SIGSTOP)
        elif command == "resume":
            self.signal_all(signal.SIGCONT)
        else:
            return f"unknown command {command}"
        return "ok"

    def show_logs(self):
        for name in ("programs.log", "server.log"):
            path = os.path.join(self.folder, name)
            if os.path.exists(path):
                with open(path, encoding="utf-8", errors="replace") as log:
                    sys.stderr.write(log.read()[-2000:])

    def stop(self):
        if os.path.exists(os.path.join(self.data, "postmaster.pid")):
            self.signal_all(signal.SIGCONT)
            self.control("-m", "immediate", "stop")
        shutil.rmtree(self.folder, ignore_errors=True)


def main():
    # Ended from outside, it still takes the server with it.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    server = Server("--durable" in sys.argv)
    try:
        server.start()
        print(server.make_database(), flush=True)
        for line in sys.stdin:
            print(server.obey(line.strip()), flush=True)
    except (KeyboardInterrupt, BrokenPipeError):
        pass
    finally:
        server.stop()


if __name__ == "__main__":
    main()
