# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""Orders as clients place them, and what has to be true once all is quiet."""
import collections
import time

from shop import key, note


def euro(amount):
    return {"amount": amount, "currency": "EUR"}


def order(shop, lines, payments=({"method": "cash"},), *, same=None, token=None, wait=None,
          **members):
    body = {"channel": "pos", "lines": [{"product_id": product["id"], "quantity": quantity}
                                        for product, quantity in lines], **members}
    if payments is not None:
        body["payments"] = list(payments)
    headers = {"Idempotency-Key": same or key()}
    if wait is not None:
        headers["Prefer"] = f"wait={wait}"
    return shop.post("/orders", body, token=token, headers=headers)


def card(token="tok_ok", **members):
    return {"method": "card", "gateway": "test", "token": token, **members}


class Till:
    """A computer that has claimed a register of its own, and says what it has sold."""

    def __init__(self, shop):
        self.shop, self.sales = shop, 0
        self.register = shop.post("/api/registers", {"code": "H" + key()[:5].upper()}).json
        self.claim = shop.post(f"/api/registers/{self.register['id']}/claim").json
        note(self.claim["secret"])
        session = shop.post("/api/auth/till", {"till_id": self.claim["till_id"],
                                               "secret": self.claim["secret"]}, token=False).json
        self.token = shop.noted(session)["access_token"]

    def number(self, count):
        return f"{self.claim['series']}-{count:06d}"

    def sold(self, lines, payments=({"method": "cash"},), **members):
        self.sales += 1
        return order(self.shop, lines, payments, token=self.token,
                     **{"register_id": self.register["id"], "number": self.number(self.sales),
                        "sold_at": "2026-11-20T08:15:00.000Z", **members})


def level(shop, product):
    return shop.get(f"/api/stock/{product['id']}").json


def stocked(shop, count, price=450, **members):
    product = shop.product(price=euro(price), **members)
    if count:
        shop.adjust(product, delta=count)
    return product


def paid(shop, sold):
    """The payments of an order."""
    return [shop.get(f"/payments/{payment}").json for payment in sold["payments"]]


def at_end(shop, sold, seconds=30):
    """The order once its saga has come to an end."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        saga = shop.get(f"/sagas/{sold['saga_id']}").json
        if saga["state"] in ("completed", "compensated", "stuck"):
            return shop.get(f"/orders/{sold['id']}").json
        time.sleep(0.05)
    raise AssertionError(f"no end of {saga}")


def check_gateway_books(shop):
    """Each act of the gateway is one of ours, none twice, and what it holds is what we say."""
    acts = shop.every("/test-gateway/ledger", 200)
    keys = [act["key"] for act in acts]
    assert len(keys) == len(set(keys)), "an act stands twice in the gateway's books"
    theirs = collections.Counter()
    for act in acts:
        theirs[act["action"]] += act["amount"]["amount"]
    ours = collections.Counter()
    for payment in shop.every("/payments", 200):
        if payment["method"] != "card":
            continue
        ours["capture"] += payment["captured"]["amount"]
        ours["refund"] += payment["refunded"]["amount"]
        assert payment["status"] not in ("pending", "unknown", "authorized"), payment
    assert (theirs["capture"], theirs["refund"]) == (ours["capture"], ours["refund"])
    assert theirs["authorize"] == theirs["capture"] + theirs["void"]
