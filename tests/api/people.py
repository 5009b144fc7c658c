# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""People who sign in, each with an address and a password of their own."""
import base64
import concurrent.futures
import contextlib
import json

from held import Held
from shop import key, note

Roles = ("customer", "cashier", "vendor", "manager", "admin")


def new_password():
    return note("pass-" + key())


def new_email():
    return f"{key()}@shop.example"


def claims_of(token):
    """What an access token says."""
    part = token.split(".")[1]
    return json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))


def at_once(works, meanwhile=None):
    """What each gives, all of them begun at the same time; `meanwhile` is called beside them."""
    with concurrent.futures.ThreadPoolExecutor(len(works)) as pool:
        futures = [pool.submit(work) for work in works]
        if meanwhile:
            meanwhile()
        return [future.result() for future in futures]


def at_one_row(shop, table, works):
    """What each gives when all have read before the first of them may change the table."""
    with contextlib.ExitStack() as stack:
        held = stack.enter_context(Held(shop, table))

        def let_go():
            held.until(len(works))
            stack.close()

        return at_once(works, let_go)


def login(shop, email, password, query="", **more):
    """The answer to a sign-in, good or not."""
    note(password)
    answer = shop.post("/api/auth/login" + query, {"email": email, "password": password, **more},
                       token=False)
    if answer.status == 200:
        shop.noted(answer.json)
    return answer


class Person:
    """Somebody whom an admin let in, who signs in."""

    def __init__(self, shop, *roles, password=None, **members):
        self.shop, self.session = shop, None
        self.email, self.password = new_email(), password or new_password()
        note(self.password)
        answer = shop.post("/api/users", {"email": self.email, "password": self.password,
                                          "roles": list(roles), **members})
        assert answer.status == 201, answer
        self.id = answer.json["id"]
        self.sign_in()

    def sign_in(self, **more):
        answer = login(self.shop, self.email, self.password, **more)
        assert answer.status == 200, answer
        self.session = answer.json
        return self.session

    @property
    def token(self):
        return self.session["access_token"]

    @property
    def session_id(self):
        return claims_of(self.token)["sid"]

    def call(self, method, target, body=None, **more):
        return self.shop.call(method, target, body, token=self.token, **more)

    def is_in(self, token=None):
        """Whether a token, the own one unless said, is good now."""
        answer = self.shop.get("/api/auth/validate", token=token or self.token)
        assert answer.status in (200, 401), answer
        return answer.status == 200

    def refresh(self, token=None):
        answer = self.shop.post("/api/auth/refresh", token=False,
                                body={"refresh_token": token or self.session["refresh_token"]})
        if answer.status == 200:
            self.shop.noted(answer.json)
        return answer

    def renew(self):
        """Goes on with the next session."""
        answer = self.refresh()
        assert answer.status == 200, answer
        self.session = answer.json
        return self.session

    def as_others_see_them(self):
        return self.shop.get(f"/api/users/{self.id}").json

    def change(self, token=None, headers=None, **members):
        """What an admin, or who has the token, makes of them."""
        return self.shop.put(f"/api/users/{self.id}", members, token=token, headers=headers)
