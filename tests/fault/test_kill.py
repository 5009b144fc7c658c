# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""The backend, or its database, dies at any moment: what was answered is there, once."""
import os
import struct
import threading
import time
import zlib

from books import check_books
from clients import Gone, Writers
from kills import kill_again_and_again, start_in_vain

Kills = 10


def test_killed_while_it_is_set_up(shop, postgres, chance):
    """The first start makes the database; it may take several."""
    shop.kill()
    shop.database = postgres.database() if postgres else f"sqlite:{shop.folder}/other.db"
    for _ in range(8):
        start_in_vain(shop, chance)
    shop.let_admin_in()
    shop.start()
    shop.product()
    assert shop.stop() == 0


def test_three_set_up_one_database_at_once(on_postgres, open_shop, tmp_path):
    database, shops, key_file = on_postgres.database(), [], tmp_path / "shared.key"
    threads = [threading.Thread(target=lambda: shops.append(
        open_shop(database=database, admin=False, key_file=key_file))) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert len(shops) == 3
    for one in shops:
        one.admin = True
    shops[0].let_admin_in()
    product = shops[0].product()
    for one in shops:
        assert one.get(f"/api/products/{product['id']}").json == product


def picture(side):
    """A PNG that no other size resembles."""
    def chunk(kind, data):
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    rows = (b"\0" + os.urandom(3 * side)) * side
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0))
    return (b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(rows, 1))
            + chunk(b"IEND", b""))


def test_a_picture_is_there_whole_or_not_at_all(shop, chance):
    product = shop.product()
    path = f"/api/products/{product['id']}/image"
    fields = {"Authorization": "Bearer ", "Content-Type": "image/png"}
    is_promised, number = False, 0
    for _ in range(5):
        kill = threading.Timer(0.05 + chance.random() * 0.3, shop.kill)
        kill.start()
        try:
            while True:
                number += 1
                fields["Authorization"] = "Bearer " + shop.token
                answer = shop.send("PUT", path, picture(100 + number), fields)
                assert answer.status == 200, answer
                is_promised = True
        except Gone:
            kill.join()
        shop.start()
        told = shop.get(f"/api/products/{product['id']}").json
        if not is_promised and told["image_url"] is None:
            continue
        there = shop.send("GET", path)
        assert there.status == 200 and there.headers["content-type"] == "image/jpeg", there
        assert there.body.endswith(b"\xff\xd9")  # How a JPEG ends.
    assert is_promised


def test_killed_at_any_moment_it_keeps_its_promises(open_shop, chance):
    shop = open_shop()
    with Writers(shop, chance) as writers:
        kills = kill_again_and_again(shop, chance, Kills)
    assert len(writers.done) > 5 * Kills
    print(f"{kills} kills, {len(writers.done)} promises")
    check_books(shop, writers.done, chance)


def test_a_crash_of_the_server_is_outlived(on_postgres, open_shop, chance):
    shop = open_shop()
    with Writers(shop, chance) as writers:
        for _ in range(3):
            time.sleep(0.2 + chance.random() * 0.5)
            assert on_postgres.ask("crash") == "ok"
        time.sleep(0.5)
    assert shop.process.poll() is None
    check_books(shop, writers.done, chance)
