# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""The disk is full: selling stops, showing goes on, and nothing that was promised is lost."""
import errno
import os
import time

from books import check_books
from clients import Line, Order
from shop import key


def fill(place):
    with open(place / "ballast", "ab", buffering=0) as ballast:
        for size in (1 << 20, 1 << 12):
            try:
                while True:
                    ballast.write(bytes(size))
            except OSError as error:
                assert error.errno == errno.ENOSPC
    assert os.statvfs(place).f_bavail == 0


def product():
    return Order("/api/products", {"sku": "SKU-" + key()[:12], "name": "Thing " + key()[:8],
                                   "description": key() * 60,
                                   "price": {"amount": 450, "currency": "EUR"}})


def send(line, order):
    answer = line.send("POST", order.path, order.body, Idempotency_Key=order.key)
    if answer.status == 201:
        order.answer = answer
    return answer


def wait_for_ready(shop, status):
    deadline = time.monotonic() + 15
    while time.monotonic() < deadline:
        answer = shop.get("/health/ready", token=False)
        if answer.status == status:
            return answer
        time.sleep(0.1)
    raise AssertionError(f"/health/ready never said {status}: {answer}")


def test_a_full_disk_is_outlived(open_shop, tiny_disk, chance):
    shop = open_shop(database=f"sqlite:{tiny_disk}/shop.db")
    line = Line(shop)
    orders = [product() for _ in range(20)]
    for order in orders:
        assert send(line, order).status == 201
    wait_for_ready(shop, 200)

    fill(tiny_disk)
    refused = []
    for _ in range(3000):
        orders.append(product())
        if send(line, orders[-1]).status != 201:
            refused.append(orders[-1])
            if len(refused) == 5:
                break
    assert len(refused) == 5, "the log never outgrew the disk"
    answer = shop.post("/api/products", product().body)
    assert answer.status == 503 and answer.headers["retry-after"], answer
    assert shop.get("/api/products?limit=200").status == 200
    assert shop.get("/health/live", token=False).status == 200
    wait_for_ready(shop, 503)
    told = shop.get("/health").json
    assert [check for check in told["checks"] if "full" in (check["detail"] or "")], told

    (tiny_disk / "ballast").unlink()
    wait_for_ready(shop, 200)
    for order in refused:
        assert send(line, order).status == 201
    check_books(shop, orders, chance)
    shop.kill()
    shop.start()
    check_books(shop, orders, chance)


def test_it_ends_and_starts_on_a_full_disk(open_shop, tiny_disk, chance):
    shop = open_shop(database=f"sqlite:{tiny_disk}/shop.db")
    line = Line(shop)
    orders = [product() for _ in range(5)]
    for order in orders:
        assert send(line, order).status == 201
    fill(tiny_disk)
    shop.kill()
    code, said = start_or_refuse(shop)
    if code is not None:
        assert code == os.EX_UNAVAILABLE and len(said) == 1 and "full" in said[0], (code, said)
    elif shop.process.poll() is None:
        assert shop.get("/api/products").status == 200
        assert shop.stop() == 0
    (tiny_disk / "ballast").unlink()
    shop.start()
    check_books(shop, orders, chance)


def test_a_shop_is_not_half_made_on_a_full_disk(open_shop, tiny_disk):
    shop = open_shop(database=f"sqlite:{tiny_disk.parent}/elsewhere.db")
    shop.kill()
    shop.database = f"sqlite:{tiny_disk}/shop.db"
    fill(tiny_disk)
    code, said = start_or_refuse(shop)
    assert code == os.EX_UNAVAILABLE and len(said) == 1, (code, said)
    assert said[0].startswith("tradepostd: "), said
    (tiny_disk / "ballast").unlink()
    shop.let_admin_in()
    shop.start()
    shop.product()


def start_or_refuse(shop):
    """(None, []) when it runs, else its exit code and what it said."""
    before = len((shop.folder / "log.txt").read_text().splitlines())
    try:
        shop.start()
        return None, []
    except AssertionError:
        code = shop.process.wait(5)
        return code, (shop.folder / "log.txt").read_text().splitlines()[before:]
