# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""The tree that products are sorted into."""
import uuid

Nobody = "01900000-0000-7000-8000-00000000dead"


def test_a_tree_grows_moves_and_is_cut(shop):
    top = shop.category()
    child = shop.category(parent_id=top["id"], position=3)
    assert child["parent_id"] == top["id"] and child["position"] == 3
    moved = shop.put(f"/api/categories/{child['id']}", {"parent_id": None, "name": child["name"]})
    assert moved.status == 200 and moved.json["parent_id"] is None
    assert moved.json["version"] == child["version"] + 1
    assert shop.delete(f"/api/categories/{child['id']}").status == 204
    assert shop.get(f"/api/categories/{child['id']}").status == 404


def test_no_category_lies_in_itself(shop):
    a = shop.category()
    b = shop.category(parent_id=a["id"])
    c = shop.category(parent_id=b["id"])
    for parent in (a, b, c):
        answer = shop.put(f"/api/categories/{a['id']}", {"parent_id": parent["id"]})
        assert answer.status == 422
        assert ("/parent_id", "category_cycle") in answer.fields()
    assert shop.get(f"/api/categories/{a['id']}").json == a


def test_what_is_in_use_stays(shop):
    parent = shop.category()
    child = shop.category(parent_id=parent["id"])
    product = shop.product(category_id=child["id"])
    for category in (parent, child):
        answer = shop.delete(f"/api/categories/{category['id']}")
        assert answer.status == 409 and answer.code == "category_in_use"
    assert shop.delete(f"/api/products/{product['id']}").status == 204
    assert shop.delete(f"/api/categories/{child['id']}").status == 204
    assert shop.delete(f"/api/categories/{parent['id']}").status == 204


def test_an_unknown_parent_is_named(shop):
    answer = shop.post("/api/categories", {"name": "x", "parent_id": Nobody})
    assert answer.status == 422 and ("/parent_id", "unknown_reference") in answer.fields()


def test_the_client_may_choose_the_id(shop):
    body = {"id": str(uuid.uuid4()), "name": "Chosen " + str(uuid.uuid4())}
    assert shop.post("/api/categories", body).status == 201
    assert shop.post("/api/categories", body).status == 200
    other = shop.post("/api/categories", {**body, "name": "Other"})
    assert other.status == 409 and other.code == "id_taken"


def test_a_stale_change_is_refused(shop):
    category = shop.category()
    path = f"/api/categories/{category['id']}"
    etag = shop.get(path).headers["etag"]
    assert shop.put(path, {"position": 9}, headers={"If-Match": etag}).status == 200
    assert shop.put(path, {"position": 8}, headers={"If-Match": etag}).status == 412
    assert shop.put(path, {"position": 8}, headers={"If-Match": "*"}).status == 200


def test_categories_are_listed_page_by_page(shop):
    made = {shop.category()["id"] for _ in range(5)}
    listed = [item["id"] for item in shop.every("/api/categories", limit=2)]
    assert made <= set(listed) and len(listed) == len(set(listed))
