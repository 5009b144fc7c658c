# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""An issuer of tokens that does whatever a test wants, good or bad, and counts who asks it. What it
signs is signed by the openssl program, which knows nothing of ours."""
import base64
import contextlib
import http.server
import json
import pathlib
import subprocess
import tempfile
import threading
import time
import uuid

from shop import Secrets

Audience = "https://api.shop.example/"


def encoded(data):
    if not isinstance(data, bytes):
        data = json.dumps(data).encode()
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def openssl(*arguments, data=b""):
    return subprocess.run(["openssl", *arguments], input=data, stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL, check=True).stdout


def raw_signature(der):
    """r and s of an ASN.1 sequence, 32 bytes each (RFC 7518 3.4)."""
    first = 4 + der[3]
    second = first + 2 + der[first + 1]
    return b"".join(part.lstrip(b"\0").rjust(32, b"\0")
                    for part in (der[4:first], der[first + 2:second]))


class Key:
    def __init__(self, alg="RS256", kid=None):
        self.alg, self.kid = alg, kid or uuid.uuid4().hex
        wanted = ("RSA", "rsa_keygen_bits:2048") if alg == "RS256" else \
            ("EC", "ec_paramgen_curve:P-256")
        self.pem = openssl("genpkey", "-algorithm", wanted[0], "-pkeyopt", wanted[1])
        self.public_pem = openssl("pkey", "-pubout", data=self.pem)

    def jwk(self):
        if self.alg == "RS256":
            modulus = openssl("rsa", "-noout", "-modulus", data=self.pem).decode().strip()
            numbers = {"kty": "RSA", "e": "AQAB",
                       "n": encoded(bytes.fromhex(modulus.split("=")[1]))}
        else:
            point = openssl("pkey", "-pubout", "-outform", "DER", data=self.pem)[-64:]
            numbers = {"kty": "EC", "crv": "P-256", "x": encoded(point[:32]),
                       "y": encoded(point[32:])}
        return {**numbers, "kid": self.kid, "use": "sig", "alg": self.alg}

    def sign(self, data):
        with tempfile.NamedTemporaryFile() as file:
            file.write(self.pem)
            file.flush()
            signature = openssl("dgst", "-sha256", "-sign", file.name, data=data)
        return signature if self.alg == "RS256" else raw_signature(signature)


class HostileIssuer:
    def __init__(self, keys=None):
        self.keys = keys or [Key("RS256"), Key("ES256")]
        self.asked = {}
        self.answers = {}  # path: (status, headers, body), in the place of the good answer
        self.held = threading.Event()
        self.held.set()
        outer = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                outer.answer(self)

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.issuer = f"http://127.0.0.1:{self.server.server_address[1]}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def answer(self, request):
        self.asked[request.path] = self.asked.get(request.path, 0) + 1
        self.held.wait(30)
        status, headers, body = self.answers.get(request.path) or self.good(request.path)
        # Whoever asked may have gone away meanwhile.
        with contextlib.suppress(OSError):
            request.send_response(status)
            for name, value in {"Content-Length": len(body), **headers}.items():
                request.send_header(name, str(value))
            request.end_headers()
            request.wfile.write(body)

    def good(self, path):
        pages = {"/.well-known/openid-configuration":
                 {"issuer": self.issuer, "jwks_uri": self.issuer + "/jwks"},
                 "/jwks": {"keys": [key.jwk() for key in self.keys]}}
        if path in pages:
            return 200, {"Content-Type": "application/json"}, json.dumps(pages[path]).encode()
        return 404, {}, b""

    def claims(self, **changes):
        now = int(time.time())
        claims = {"iss": self.issuer, "aud": Audience, "sub": "sub-" + uuid.uuid4().hex[:8],
                  "iat": now, "exp": now + 600, **changes}
        return {name: value for name, value in claims.items() if value is not None}

    def token(self, key=None, header=None, **claims):
        """A good token but for what is changed; a member that is None is left out."""
        key = key or self.keys[0]
        head = {"alg": key.alg, "kid": key.kid, "typ": "at+jwt", **(header or {})}
        head = {name: value for name, value in head.items() if value is not None}
        return self.signed(key, head, self.claims(**claims))

    @staticmethod
    def signed(key, header, claims):
        text = encoded(header) + "." + encoded(claims)
        token = text + "." + encoded(key.sign(text.encode()))
        Secrets.add(token)
        return token

    def close(self):
        self.held.set()
        self.server.shutdown()
        self.server.server_close()
