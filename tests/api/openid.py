# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""A real OpenID provider that a test owns, and people who sign in there as a browser would."""
import base64
import hashlib
import http.client
import json
import pathlib
import subprocess
import urllib.parse
import uuid

from shop import Secrets

Support = pathlib.Path(__file__).resolve().parent.parent / "support"
Audience = "https://api.shop.example/"
Redirect = "http://127.0.0.1/callback"


def form(**members):
    return urllib.parse.urlencode(members)


class Browser:
    """Follows redirects within one site, and keeps its cookies."""

    def __init__(self, host):
        self.host, self.cookies = host, {}

    def send(self, method, path, body=None):
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if body:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        connection = http.client.HTTPConnection(self.host, timeout=30)
        connection.request(method, path, body, headers)
        answer = connection.getresponse()
        text = answer.read()
        for cookie in answer.headers.get_all("Set-Cookie") or []:
            name, value = cookie.split(";")[0].split("=", 1)
            self.cookies[name] = value
        connection.close()
        return answer, text

    def go(self, method, path, body=None):
        """The address where redirects end: another site, or a page."""
        while True:
            answer, text = self.send(method, path, body)
            if answer.status not in (302, 303):
                assert answer.status == 200, text[:500]
                return path
            target = urllib.parse.urlsplit(
                urllib.parse.urljoin(f"http://{self.host}{path}", answer.headers["Location"]))
            if target.netloc != self.host:
                return target.geturl()
            method, body = "GET", None
            path = target.path + ("?" + target.query if target.query else "")


class OpenIdProvider:
    def __init__(self):
        installed = subprocess.run([str(Support / "npmpackages.py")], stdout=subprocess.PIPE,
                                   text=True, check=False)
        assert installed.returncode == 0, "no OpenID provider: see the lines above"
        self.process = subprocess.Popen(
            ["node", "oidcprovider.mjs"], cwd=installed.stdout.strip(), text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.issuer = self.process.stdout.readline().strip()
        assert self.issuer, "the OpenID provider does not start"
        self.host = self.issuer.removeprefix("http://")

    def say(self, line):
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()
        assert self.process.stdout.readline().strip() == "ok"

    def account(self, who, **claims):
        self.say(f"account {who} {json.dumps(claims)}")

    def stop(self):
        self.process.stdin.close()
        self.process.wait(15)

    def sign_in(self, name, alg="rs256"):
        """An access token by authorisation code with PKCE (RFC 6749 4.1, RFC 7636)."""
        browser = Browser(self.host)
        verifier = uuid.uuid4().hex + uuid.uuid4().hex
        challenge = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest())
        page = browser.go("GET", "/auth?" + form(
            client_id="shop-window", response_type="code", redirect_uri=Redirect, scope="openid",
            resource=Audience + alg, code_challenge=challenge.decode().rstrip("="),
            code_challenge_method="S256"))
        page = browser.go("POST", page, form(prompt="login", login=name, password="any"))
        if page.startswith("/interaction/"):
            page = browser.go("POST", page, form(prompt="consent"))
        code = urllib.parse.parse_qs(urllib.parse.urlsplit(page).query)["code"][0]
        return self.token(browser, grant_type="authorization_code", code=code,
                          redirect_uri=Redirect, client_id="shop-window", code_verifier=verifier,
                          resource=Audience + alg)

    def machine(self, alg="rs256"):
        """An access token of a program that signs in as itself (RFC 6749 4.4)."""
        return self.token(Browser(self.host), grant_type="client_credentials",
                          client_id="shop-machine", client_secret="only of a test",
                          resource=Audience + alg, scope="shop")

    @staticmethod
    def token(browser, **members):
        answer, text = browser.send("POST", "/token", form(**members))
        assert answer.status == 200, text
        token = json.loads(text)["access_token"]
        Secrets.add(token)
        return token
