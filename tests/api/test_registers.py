# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""Where one sells, and which computer does."""
import base64
import concurrent.futures
import itertools
import json
import uuid

import pytest

from shop import key, note

First = "01900000-0000-7000-8000-000000000002"
Nobody = "01900000-0000-7000-8000-00000000dead"
Codes = ("R" + a + b for a, b in itertools.product("ABCDEFGHIJ", "0123456789"))


def register(shop, **members):
    answer = shop.post("/api/registers", {"code": next(Codes), **members})
    assert answer.status == 201, answer
    return answer.json


def claim(shop, one):
    answer = shop.post(f"/api/registers/{one['id']}/claim")
    assert answer.status == 201, answer
    note(answer.json["secret"])
    return answer.json


def staff(shop, one, secret):
    headers = {} if secret is None else {"X-Till-Secret": secret}
    return shop.get(f"/api/registers/{one['id']}/staff", token=False, headers=headers)


def audit_of(shop, one):
    return shop.every(f"/api/audit?subject={one['id']}")


def test_a_fresh_shop_has_one_register(open_shop):
    shop = open_shop()
    listed = shop.get("/api/registers").json["items"]
    assert [(one["code"], one["name"], one["claimed"]) for one in listed] == [("T1", "T1", False)]


def test_a_register_is_added_and_renamed(shop):
    made = register(shop, name="Front")
    path = f"/api/registers/{made['id']}"
    assert made["version"] == 1 and not made["claimed"]
    changed = shop.put(path, {"name": "Back"})
    assert changed.status == 200 and changed.json["name"] == "Back"
    assert changed.json["version"] == 2
    same = shop.put(path, {**changed.json})
    assert same.status == 200 and same.json == changed.json
    assert [row["action"] for row in audit_of(shop, made)] == \
        ["register.changed", "register.created"]


def test_a_name_left_out_is_the_code(shop):
    made = register(shop)
    assert made["name"] == made["code"]


def test_registers_are_listed_by_code_page_by_page(shop):
    made = {register(shop)["id"] for _ in range(4)}
    listed = shop.every("/api/registers", limit=2)
    codes = [one["code"] for one in listed]
    assert made <= {one["id"] for one in listed} and codes == sorted(codes)
    assert shop.get("/api/registers?cursor=x").status == 400


def test_a_code_stands_for_ever(shop):
    made = register(shop)
    path = f"/api/registers/{made['id']}"
    for change in ({"code": "ZZ9"}, {"claimed": True}, {"version": 7}, {"id": Nobody}):
        answer = shop.put(path, change)
        assert answer.status == 422, answer
        assert answer.fields() == {("/" + next(iter(change)), "read_only")}
    assert shop.get(path).json == made


@pytest.mark.parametrize("code, problem", [
    ("", "too_short"), ("t1", "invalid_text"), ("T-1", "invalid_text"),
    ("T1\u00c9", "invalid_text"), ("T 1", "invalid_text"), ("ABCDEFGHI", "too_long"),
    ("\u0661", "invalid_text"), (7, "wrong_type"), (None, "wrong_type"),
    ("T1\u0000", "invalid_text"), ("X" * 100_000, "too_long"),
])
def test_a_code_is_of_capital_letters_and_digits(shop, code, problem):
    answer = shop.post("/api/registers", {"code": code})
    assert answer.status == 422 and answer.fields() == {("/code", problem)}, answer


@pytest.mark.parametrize("members, problem", [
    ({"name": ""}, ("/name", "too_short")), ({"name": "  "}, ("/name", "too_short")),
    ({"name": "n" * 101}, ("/name", "too_long")), ({"name": 1}, ("/name", "wrong_type")),
    ({"name": "a\nb"}, ("/name", "invalid_text")), ({"id": "7"}, ("/id", "invalid_value")),
    ({"colour": "red"}, ("/colour", "unknown_member")),
])
def test_a_bad_register_is_not_added(shop, members, problem):
    answer = shop.post("/api/registers", {"code": "NEVER", **members})
    assert answer.status == 422 and answer.fields() == {problem}, answer
    assert "NEVER" not in {one["code"] for one in shop.every("/api/registers")}


def test_a_code_belongs_to_one_register(shop):
    made = register(shop)
    for code in (made["code"], "W"):
        answer = shop.post("/api/registers", {"code": code, "name": "Another"})
        assert answer.status == 409 and answer.code == "code_taken", answer
        assert answer.fields() == {("/code", "code_taken")}


def test_the_same_register_twice_is_added_once(shop):
    body = {"id": str(uuid.uuid4()), "code": next(Codes)}
    assert shop.post("/api/registers", body).status == 201
    assert shop.post("/api/registers", body).status == 200
    other = shop.post("/api/registers", {**body, "name": "Other"})
    assert other.status == 409 and other.code == "id_taken"
    keyed = {"Idempotency-Key": key()}
    body = {"code": next(Codes)}
    first = shop.post("/api/registers", body, headers=keyed)
    again = shop.post("/api/registers", body, headers=keyed)
    assert again.status == 201 and again.body == first.body


def test_a_stale_change_is_refused(shop):
    path = f"/api/registers/{register(shop)['id']}"
    etag = shop.get(path).headers["etag"]
    assert shop.get(path, headers={"If-None-Match": etag}).status == 304
    assert shop.put(path, {"name": "One"}, headers={"If-Match": etag}).status == 200
    stale = shop.put(path, {"name": "Two"}, headers={"If-Match": etag})
    assert stale.status == 412 and stale.code == "stale_version"
    assert shop.get(path).json["name"] == "One"


def test_a_claim_shows_in_the_etag_but_is_no_change(shop):
    made = register(shop)
    path = f"/api/registers/{made['id']}"
    etag = shop.get(path).headers["etag"]
    claim(shop, made)
    now = shop.get(path, headers={"If-None-Match": etag})
    assert now.status == 200 and now.json["claimed"] and now.json["version"] == 1
    assert shop.put(path, {"name": "Fine"}, headers={"If-Match": etag}).status == 200


def test_a_claim_gives_a_secret_and_a_series(shop):
    made = register(shop)
    till = claim(shop, made)
    assert till["register_id"] == made["id"] and till["code"] == till["series"] == made["code"]
    assert till["next_number"] == 1 and uuid.UUID(till["till_id"])
    assert len(base64.urlsafe_b64decode(till["secret"] + "=")) == 32
    row = audit_of(shop, made)[0]
    assert row["action"] == "register.claimed" and row["actor_id"]
    assert row["details"] == {"till_id": till["till_id"], "series": till["series"]}
    assert till["secret"] not in json.dumps(shop.every("/api/audit", limit=200))
    assert till["secret"] not in (shop.folder / "log.txt").read_text()


def test_claiming_again_opens_the_next_series(shop):
    made = register(shop)
    series = [claim(shop, made)["series"] for _ in range(29)]
    ends = [""] + list("BCDEFGHIJKLMNOPQRSTUVWXYZ") + ["AA", "AB", "AC"]
    assert series == [made["code"] + end for end in ends]


def test_no_series_is_ever_a_code_of_another_register(shop):
    made = register(shop)
    code = made["code"]
    register(shop, code=code + "B")
    register(shop, code=code + "D")
    assert [claim(shop, made)["series"] for _ in range(4)] == \
        [code, code + "C", code + "E", code + "F"]
    answer = shop.post("/api/registers", {"code": code + "C"})
    assert answer.status == 409 and answer.code == "code_taken"


def test_two_registers_never_share_a_series(shop):
    """T1's 28th claim and T1A's second could both be T1AB."""
    outer, inner = register(shop), None
    inner = register(shop, code=outer["code"] + "A")
    series = [claim(shop, inner)["series"] for _ in range(4)]
    series += [claim(shop, outer)["series"] for _ in range(31)]
    assert len(series) == len(set(series))


def test_only_the_last_till_is_the_register(shop):
    made = register(shop)
    before, after = claim(shop, made), claim(shop, made)
    assert before["till_id"] != after["till_id"] and before["secret"] != after["secret"]
    assert staff(shop, made, after["secret"]).status == 200
    assert staff(shop, made, before["secret"]).status == 401


def test_claims_at_once_leave_one_till(shop):
    made = register(shop)
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        tills = list(pool.map(lambda _: claim(shop, made), range(8)))
    series = [till["series"] for till in tills]
    assert sorted(series) == [made["code"]] + [made["code"] + end for end in "BCDEFGH"]
    admitted = [till for till in tills if staff(shop, made, till["secret"]).status == 200]
    assert [till["series"] for till in admitted] == [made["code"] + "H"]


def test_a_code_and_a_series_made_at_once_differ(shop):
    made = register(shop)
    claim(shop, made)
    code = made["code"] + "B"
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        new = pool.submit(shop.post, "/api/registers", {"code": code})
        till = pool.submit(claim, shop, made)
        assert (new.result().status, till.result()["series"]) in \
            {(201, made["code"] + "C"), (409, code)}


def test_a_claim_is_not_kept_under_a_key(shop):
    made = register(shop)
    headers = {"Idempotency-Key": key()}
    path = f"/api/registers/{made['id']}/claim"
    one, two = shop.post(path, headers=headers), shop.post(path, headers=headers)
    assert one.status == two.status == 201
    assert one.json["till_id"] != two.json["till_id"]


def test_a_claim_takes_no_body_and_a_known_register(shop):
    assert shop.post(f"/api/registers/{Nobody}/claim").status == 404
    assert shop.get(f"/api/registers/{Nobody}").status == 404
    assert shop.put(f"/api/registers/{Nobody}", {"name": "x"}).status == 404
    made = register(shop)
    assert shop.post(f"/api/registers/{made['id']}/claim", {"code": "T9"}).status == 400
    assert not shop.get(f"/api/registers/{made['id']}").json["claimed"]


def test_staff_are_shown_to_the_till_alone(shop):
    made, other = register(shop), register(shop)
    secret, others = claim(shop, made)["secret"], claim(shop, other)["secret"]
    answer = staff(shop, made, secret)
    assert answer.status == 200
    assert answer.json["next_cursor"] is None or answer.json["items"]
    for wrong in (None, "", others, secret[:-1], secret + "A", secret.swapcase(), "x" * 4000,
                  "Bearer " + secret):
        refused = staff(shop, made, wrong)
        assert refused.status == 401 and refused.code == "unauthorized", wrong
    # A person's token opens nothing here, and an id that nobody has tells nothing.
    assert shop.get(f"/api/registers/{made['id']}/staff").status == 401
    assert staff(shop, {"id": Nobody}, secret).status == 401
    assert staff(shop, register(shop), secret).status == 401


def test_staff_are_a_list_like_any_other(shop):
    made = register(shop)
    headers = {"X-Till-Secret": claim(shop, made)["secret"]}
    path = f"/api/registers/{made['id']}/staff"
    for query in ("limit=0", "limit=201", "cursor=x", "colour=red"):
        assert shop.get(f"{path}?{query}", token=False, headers=headers).status == 400, query


def test_registers_need_a_token(shop):
    made = register(shop)
    for method, path in (("GET", ""), ("POST", ""), ("GET", "/" + made["id"]),
                         ("PUT", "/" + made["id"]), ("POST", f"/{made['id']}/claim")):
        body = b"{}" if method != "GET" else None
        assert shop.call(method, "/api/registers" + path, raw=body, token=False).status == 401
