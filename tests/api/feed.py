# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""A client of WebSockets over a plain socket (RFC 6455), that sends what a test wants to send."""
import base64
import json
import os
import socket
import struct

Text, Binary, Close, Ping, Pong = 1, 2, 8, 9, 10


def frame(opcode, payload=b"", *, last=True, mask=b"\x11\x22\x33\x44", reserved=0, length=None):
    """One frame as a client sends it. `length`: what it says it is, whatever it is."""
    size = len(payload) if length is None else length
    head = bytes([(0x80 if last else 0) | reserved << 4 | opcode])
    bit = 0x80 if mask else 0
    if size <= 125:
        head += bytes([bit | size])
    elif size <= 0xFFFF:
        head += bytes([bit | 126]) + struct.pack(">H", size)
    else:
        head += bytes([bit | 127]) + struct.pack(">Q", size)
    if not mask:
        return head + payload
    key = (mask * (len(payload) // 4 + 1))[:len(payload)]
    hidden = int.from_bytes(payload, "big") ^ int.from_bytes(key, "big")
    return head + mask + hidden.to_bytes(len(payload), "big")


def close_frame(code=None, reason=b""):
    return frame(Close, b"" if code is None else struct.pack(">H", code) + reason)


class Refused(Exception):
    """The answer was not 101."""

    def __init__(self, status, headers, body):
        super().__init__(f"{status} {body[:300]!r}")
        self.status, self.headers, self.body = status, headers, body


class WebSocket:
    """Opened by its constructor. `behind`: bytes in the same packet as the request."""

    def __init__(self, host, port, target, headers=None, behind=b"", timeout=20, wrap=None,
                 receive_bytes=None):
        plain = socket.socket()
        if receive_bytes:
            plain.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_bytes)
        plain.settimeout(timeout)
        plain.connect((host, port))
        plain.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.socket = wrap(plain) if wrap else plain
        self.input = b""
        fields = {"Host": f"{host}:{port}", "Upgrade": "websocket", "Connection": "Upgrade",
                  "Sec-WebSocket-Version": "13",
                  "Sec-WebSocket-Key": base64.b64encode(os.urandom(16)).decode(),
                  **(headers or {})}
        lines = [f"GET {target} HTTP/1.1"] + [f"{name}: {value}" for name, value in
                                              fields.items() if value is not None]
        self.send("\r\n".join(lines).encode() + b"\r\n\r\n" + behind)
        while b"\r\n\r\n" not in self.input:
            self.more()
        head, self.input = self.input.split(b"\r\n\r\n", 1)
        first, *rest = head.decode().split("\r\n")
        self.headers = {name.lower(): value for name, value in
                        (line.split(": ", 1) for line in rest)}
        status = int(first.split()[1])
        if status != 101:
            while len(self.input) < int(self.headers.get("content-length", 0)):
                self.more()
            self.socket.close()
            raise Refused(status, self.headers, self.input)

    def send(self, data):
        self.socket.sendall(data)

    def more(self):
        data = self.socket.recv(1 << 20)
        if not data:
            raise EOFError
        self.input += data

    def take(self, count):
        while len(self.input) < count:
            self.more()
        data, self.input = self.input[:count], self.input[count:]
        return data

    def next(self):
        """The next frame: opcode and payload. A server's frames are whole and not masked."""
        first, second = self.take(2)
        assert first & 0xF0 == 0x80, "a server of ours sends whole frames, without extensions"
        assert not second & 0x80, "a server's frames are not masked"
        size = second
        if size == 126:
            size, = struct.unpack(">H", self.take(2))
        elif size == 127:
            size, = struct.unpack(">Q", self.take(8))
        return first & 0x0F, self.take(size)

    def message(self):
        """The next message, pings answered on the way."""
        while True:
            opcode, payload = self.next()
            if opcode == Ping:
                self.send(frame(Pong, payload))
            elif opcode == Text:
                return json.loads(payload)
            elif opcode == Close:
                raise Closed(*closing(payload))

    def until(self, wanted, most=1000):
        """Messages up to the first that is wanted."""
        heard = []
        for _ in range(most):
            heard.append(self.message())
            if wanted(heard[-1]):
                return heard
        raise AssertionError(heard[-5:])

    def closed(self):
        """Reads on to the end: the code and the reason."""
        try:
            while True:
                self.message()
        except Closed as end:
            return end.code
        except (EOFError, ConnectionError):
            return None

    def is_at_end(self):
        """Whether the server has ended the connection, without another byte."""
        try:
            return not self.input and not self.socket.recv(1)
        except ConnectionError:
            return True

    def close(self):
        self.socket.close()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()


class Closed(Exception):
    def __init__(self, code, reason):
        super().__init__(f"{code} {reason}")
        self.code, self.reason = code, reason


def closing(payload):
    """1005: it names no code."""
    if not payload:
        return 1005, ""
    return struct.unpack(">H", payload[:2])[0], payload[2:].decode()


def feed(shop, token=None, after=None, headers=None, **more):
    """GET /events of a shop, as its admin where no token is named; False: without one."""
    fields = dict(headers or {})
    if token is not False:
        fields["Authorization"] = "Bearer " + (token or shop.token)
    target = "/events" + (f"?after={after}" if after is not None else "")
    return WebSocket(shop.host, shop.port, target, fields, **more)


def names(events):
    return [event["type"] for event in events]


def marked(shop):
    """Makes something that everybody hears of, and says whether an event is about it."""
    subject = shop.category()["id"]
    return lambda event: event["subject"] == subject


def begun(shop, token=None):
    """A feed that has heard all that was before: PostgreSQL numbers what is committed a moment
    later."""
    ears = feed(shop, token)
    ears.until(marked(shop))
    return ears
