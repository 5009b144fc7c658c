# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""Stands between a backend and its PostgreSQL server, and cuts the line at the answer to a COMMIT:
the server has done it, and the backend cannot know."""
import contextlib
import pathlib
import re
import socket
import threading

# CommandComplete of the server's protocol: its tag follows the length, which counts itself.
Committed = b"C\x00\x00\x00\x0bCOMMIT\x00"
Name = ".s.PGSQL.5432"


class CommitProxy:
    """A server's URL leads through it when url() has put it there."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.target, self.cuts_due, self.cuts = None, 0, 0
        self.lock = threading.Lock()
        self.listener = socket.socket(socket.AF_UNIX)

    def url(self, url):
        """The same database, by way of this."""
        self.target = re.search(r"host=([^&]+)", url).group(1)
        self.folder.mkdir()
        self.listener.bind(str(self.folder / Name))
        self.listener.listen(64)
        threading.Thread(target=self.accept, daemon=True).start()
        return url.replace(f"host={self.target}", f"host={self.folder}")

    def cut_next(self):
        with self.lock:
            self.cuts_due += 1

    def close(self):
        self.listener.close()

    def accept(self):
        with contextlib.suppress(OSError):
            while True:
                near, _ = self.listener.accept()
                far = socket.socket(socket.AF_UNIX)
                far.connect(f"{self.target}/{Name}")
                for source, sink, watches in ((near, far, False), (far, near, True)):
                    threading.Thread(target=self.carry, args=(source, sink, watches),
                                     daemon=True).start()

    def carry(self, source, sink, watches):
        with contextlib.suppress(OSError):
            while data := source.recv(65536):
                if watches and Committed in data and self.takes_a_cut():
                    break
                sink.sendall(data)
        for one in (source, sink):
            with contextlib.suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)

    def takes_a_cut(self):
        with self.lock:
            if not self.cuts_due:
                return False
            self.cuts_due -= 1
            self.cuts += 1
            return True
