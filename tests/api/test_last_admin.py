# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""A shop never loses its last admin, by whatever way and however many try at once."""
import pytest

from people import Person, at_once, at_one_row, login
from shop import Admin


def admins(shop):
    return [user["id"] for user in shop.get("/api/users?role=admin&active=true").json["items"]]


@pytest.fixture
def lonely(open_shop):
    """(a shop with one admin, her id)"""
    shop = open_shop()
    return shop, admins(shop)[0]


def test_the_last_admin_stays(lonely):
    shop, admin = lonely
    assert shop.put(f"/api/users/{admin}", {"roles": ["customer"]}).code == "last_admin"
    assert shop.put(f"/api/users/{admin}", {"active": False}).code == "last_admin"
    assert shop.delete(f"/api/users/{admin}").code == "last_admin"
    answer = shop.put(f"/api/users/{admin}", {"roles": ["manager"], "active": False})
    assert (answer.status, answer.code) == (409, "last_admin")
    # More roles, and everything else, are fine.
    assert shop.put(f"/api/users/{admin}", {"roles": ["admin", "cashier"],
                                            "full_name": "The owner"}).status == 200
    assert shop.get("/api/users").status == 401  # By a token of the roles before.
    shop.admin_token = login(shop, *Admin).json["access_token"]
    assert admins(shop) == [admin]


def test_a_disabled_admin_is_none(lonely):
    shop, admin = lonely
    other = Person(shop, "admin")
    assert other.change(active=False).status == 200
    assert shop.delete(f"/api/users/{admin}").code == "last_admin"
    assert other.change(active=True).status == 200
    assert shop.delete(f"/api/users/{admin}").status == 200
    other.sign_in()
    assert shop.delete(f"/api/users/{other.id}", token=other.token).code == "last_admin"


def remove(shop, whom, token):
    return shop.put(f"/api/users/{whom}", {"roles": ["cashier"]}, token=token)


def test_two_admins_who_remove_each_other_leave_one(lonely):
    shop, admin = lonely
    for _ in range(5):
        other = Person(shop, "admin")
        answers = at_once([lambda: remove(shop, admin, other.token),
                           lambda: remove(shop, other.id, shop.token)])
        left = shop_admins(shop, admin, other)
        assert len(left) == 1, answers
        if left == [other.id]:
            other.sign_in()
            assert other.shop.put(f"/api/users/{admin}", {"roles": ["admin"]},
                                  token=other.token).status == 200
            shop.admin_token = login(shop, *Admin).json["access_token"]
            assert remove(shop, other.id, shop.token).status == 200


def shop_admins(shop, *known):
    rows = shop.sql("SELECT id FROM users WHERE active = 1 AND roles >= 16")
    return [row[0] for row in rows if row[0] in [getattr(one, "id", one) for one in known]]


def test_two_admins_whose_removals_met_leave_one(lonely, on_postgres):
    shop, admin = lonely
    other = Person(shop, "admin")
    answers = at_one_row(shop, "users", [lambda: remove(shop, admin, other.token),
                                         lambda: remove(shop, other.id, shop.token)])
    assert sorted(answer.status for answer in answers) in ([200, 401], [200, 409])
    assert len(shop_admins(shop, admin, other)) == 1
