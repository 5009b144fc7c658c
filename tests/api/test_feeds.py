# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""GET /events as a connection: how it begins, goes on after a break, and ends."""
import random
import threading
import time

import pytest

from feed import Closed, Refused, close_frame, feed, frame, marked, Ping, Pong, Text
from people import Person
from secureshop import SecureShop
from shop import key


def test_who_comes_back_hears_each_event_once(shop):
    with feed(shop) as ears:
        first = ears.until(marked(shop))[-1]["seq"]
    subjects, chance, seen = [shop.category()["id"] for _ in range(30)], random.Random(4), []
    while len(seen) < len(subjects):
        with feed(shop, after=seen[-1]["seq"] if seen else first) as ears:
            for _ in range(min(chance.randint(1, 7), len(subjects) - len(seen))):
                seen.append(ears.message())
    assert [event["subject"] for event in seen] == subjects
    with feed(shop, after=seen[-1]["seq"]) as ears:
        assert ears.until(marked(shop))[0]["seq"] > seen[-1]["seq"]


def test_who_comes_back_too_late_is_told_so(open_shop):
    shop = open_shop()
    with feed(shop) as ears:
        seqs = [ears.until(marked(shop))[-1]["seq"] for _ in range(3)]
    shop.sql(f"UPDATE outbox_kept SET after_seq = {seqs[1]}")
    shop.sql(f"DELETE FROM outbox WHERE seq <= {seqs[1]}")
    for after in (0, seqs[0], seqs[-1] + 1000):
        with feed(shop, after=after) as ears:
            assert ears.closed() == 4410, after
    with feed(shop, after=seqs[1]) as ears:
        assert ears.message()["seq"] == seqs[2]


@pytest.mark.parametrize("after", ["-1", "x", "1.5", "99999999999999999999", ""])
def test_a_place_that_is_none_is_refused(shop, after):
    with pytest.raises(Refused) as refused:
        feed(shop, after=after)
    assert refused.value.status == 400


def test_a_browser_hands_its_token_over_as_a_protocol(shop):
    protocols = {"Sec-WebSocket-Protocol": f"tradepost.v1, bearer.{shop.token}"}
    with feed(shop, False, headers=protocols) as ears:
        assert ears.headers["sec-websocket-protocol"] == "tradepost.v1"
        assert ears.until(marked(shop))
    with pytest.raises(Refused) as refused:
        feed(shop, False, headers={"Sec-WebSocket-Protocol": "tradepost.v1, bearer.nobody"})
    assert refused.value.status == 401
    with feed(shop, headers={"Sec-WebSocket-Protocol": "graphql-ws"}) as ears:
        assert "sec-websocket-protocol" not in ears.headers


def test_a_token_never_stands_in_the_address(shop):
    for token, status in ((False, 401), (None, 400)):
        answer = shop.get(f"/events?access_token={shop.token}", token=token)
        assert answer.status == status, answer


def test_without_a_token_there_is_no_feed(shop):
    with pytest.raises(Refused) as refused:
        feed(shop, False)
    assert refused.value.status == 401


def test_who_does_not_ask_for_a_websocket_is_told_how(shop):
    for answer in (shop.get("/events"), shop.get("/events?after=1"),
                   shop.get("/events", headers={"Upgrade": "h2c", "Connection": "Upgrade"})):
        assert (answer.status, answer.code) == (426, "upgrade_required")
        assert answer.headers["sec-websocket-version"] == "13"
        assert answer.headers["upgrade"] == "websocket"
    assert shop.post("/events").status == 405


def test_a_foreign_page_gets_no_feed(open_shop):
    shop = open_shop("--cors-origin", "https://till.example")
    for origin in ("https://evil.example", "null", f"https://{shop.host}:{shop.port}",
                   "https://till.example.evil.example"):
        with pytest.raises(Refused) as refused:
            feed(shop, headers={"Origin": origin})
        assert refused.value.status == 403, origin
    for origin in ("https://till.example", f"http://{shop.host}:{shop.port}"):
        feed(shop, headers={"Origin": origin}).close()


@pytest.mark.parametrize("ending", ["logout", "disabled", "roles", "password"])
def test_a_feed_ends_with_its_tokens_rights(shop, ending):
    person = Person(shop, "cashier")
    with feed(shop, person.token) as ears:
        assert ears.until(marked(shop))
        if ending == "logout":
            person.call("POST", "/api/auth/logout")
        elif ending == "disabled":
            person.change(active=False)
        elif ending == "roles":
            person.change(roles=["vendor"])
        else:
            person.change(password="pass-" + key())
        began = time.monotonic()
        assert ears.closed() == 4401
        assert time.monotonic() - began < 5


def test_who_takes_nothing_is_closed_as_too_slow(open_shop):
    shop = open_shop()
    shop.sql("INSERT INTO outbox (type, subject, readers, owner, at, data) "
             "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000) "
             "SELECT 'product.changed', 's', '', '', 0, '{\"filler\":\"" + "x" * 8000 + "\"}' "
             "FROM n")
    with feed(shop, after=0, receive_bytes=4096, timeout=60) as ears:
        with feed(shop) as quick:
            time_out = time.monotonic() + 14
            while time.monotonic() < time_out:  # Its own feed is not held up meanwhile.
                quick.until(marked(shop), most=5000)  # PostgreSQL numbers them meanwhile.
        assert ears.closed() == 4408


def test_pings_are_answered_and_words_of_clients_are_nobodys_business(shop):
    with feed(shop, behind=frame(Ping, b"early")) as ears:
        assert ears.next() == (Pong, b"early")
        ears.send(frame(Text, b'{"hello":"there"}') + frame(Ping, b"still there"))
        assert ears.next() == (Pong, b"still there")
        ears.send(close_frame(1000))
        assert ears.closed() == 1000 and ears.is_at_end()


def test_a_feed_speaks_tls(postgres):
    shop = SecureShop(postgres.database() if postgres else None)
    try:
        with feed(shop, wrap=lambda plain: shop.trust.wrap_socket(plain)) as ears:
            assert ears.until(marked(shop))
            ears.send(close_frame(1000))
            assert ears.closed() == 1000
    finally:
        shop.close()


def test_a_stop_says_that_the_server_goes_away(open_shop):
    shop = open_shop()
    with feed(shop) as ears, feed(shop):
        stopping = threading.Thread(target=shop.stop)
        stopping.start()
        with pytest.raises(Closed) as closed:
            ears.message()
        assert closed.value.code == 1001
        ears.send(close_frame(1001))
        stopping.join()
    assert shop.process.returncode == 0


def test_feeds_are_counted_and_the_relay_is_watched(shop):
    with feed(shop):
        metrics = shop.send("GET", "/metrics").body.decode()
        assert "\ntradepost_feeds 1\n" in metrics
        assert "\ntradepost_feeds_behind 0\n" in metrics
    check = {one["name"]: one for one in shop.get("/health").json["checks"]}["events"]
    assert check["status"] == "ok" and check["age_ms"] < 5000
