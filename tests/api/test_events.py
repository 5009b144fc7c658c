# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""What GET /events tells, and to whom: whoever may read it."""
import jsonschema

from feed import begun, feed, marked, names
from people import Person
from shop import key
from test_orders import euro, order


def hold_to_contract(shop, event):
    """A message is as the contract says, and so is its data."""
    assert set(event) == {"seq", "type", "at", "subject", "data"}
    schema = shop.contract.document["x-events"][event["type"]]
    jsonschema.Draft202012Validator(schema, resolver=shop.contract.resolver).validate(event["data"])
    return event


def heard(shop, acts):
    """What a fresh feed of the admin hears of `acts`."""
    with begun(shop) as ears:
        acts()
        return [hold_to_contract(shop, event) for event in ears.until(marked(shop))][:-1]


def test_a_sale_is_its_order_its_payment_and_the_stock_after_it(shop):
    tea, cake = (shop.product(price=euro(450), low_stock="3") for _ in range(2))
    for product in (tea, cake):
        shop.adjust(product, delta=5)
    sold = []
    events = heard(shop, lambda: sold.append(order(shop, [(tea, 2), (cake, 1)]).json))
    assert sorted(names(events)) == ["order.confirmed", "payment.captured", "stock.changed",
                                     "stock.low"]
    by_type = {event["type"]: event for event in events}
    told = by_type["order.confirmed"]
    assert told["subject"] == told["data"]["id"] == sold[0]["id"]
    for member in ("number", "status", "total", "paid_total", "version", "user_id"):
        assert told["data"][member] == sold[0][member]
    assert by_type["payment.captured"]["subject"] == sold[0]["payments"][0]
    levels = {item["product_id"]: item["on_hand"] for item in
              by_type["stock.changed"]["data"]["items"]}
    assert levels == {tea["id"]: "3", cake["id"]: "4"}
    assert by_type["stock.low"]["data"]["product_id"] == tea["id"]
    assert [event["seq"] for event in events] == sorted({event["seq"] for event in events})


def test_low_is_told_when_it_falls_and_not_again(shop):
    tea = shop.product(price=euro(450), low_stock="2")

    def lows(delta):
        events = heard(shop, lambda: shop.adjust(tea, delta=delta))
        return [event["data"]["available"] for event in events if event["type"] == "stock.low"]

    assert lows(5) == []
    assert lows(-2) == []
    assert lows(-1) == ["2"]
    assert lows(-1) == []
    assert lows(4) == []
    assert lows(-4) == ["1"]


def test_a_refused_sale_is_a_rejected_order_and_moves_no_stock(shop):
    none = shop.product(price=euro(1))
    events = heard(shop, lambda: order(shop, [(none, 1)]))
    assert [event for event in events if event["type"] == "order.rejected"][0]["data"][
        "failure"] == "out_of_stock"
    assert "stock.changed" not in names(events)


def test_an_order_goes_through_its_states(shop):
    tea = shop.product(price=euro(450))
    shop.adjust(tea, delta=5)

    def acts():
        placed = order(shop, [(tea, 1)], None).json
        shop.put(f"/orders/{placed['id']}", {"description": "at the door"})
        sold = order(shop, [(tea, 1)]).json
        shop.post(f"/orders/{sold['id']}/fulfil")
        shop.post(f"/orders/{sold['id']}/complete")

    assert [name for name in names(heard(shop, acts)) if name.startswith("order.")] == \
        ["order.placed", "order.changed", "order.confirmed", "order.fulfilled", "order.completed"]


def test_what_a_shop_is_made_of_tells_its_changes(shop):
    def acts():
        product = shop.product()
        shop.put(f"/api/products/{product['id']}", {"price": euro(99)})
        shop.put(f"/api/products/{product['id']}", {"active": False})
        shop.delete(f"/api/products/{product['id']}")
        category = shop.category()
        shop.put(f"/api/categories/{category['id']}", {"position": 7})
        shop.delete(f"/api/categories/{category['id']}")
        shop.post("/api/locations", {"name": "Cellar " + key()[:8]})
        register = shop.post("/api/registers", {"code": "R" + key()[:5].upper(), "name": "x"}).json
        shop.put(f"/api/registers/{register['id']}", {"name": "y"})
        claim = shop.post(f"/api/registers/{register['id']}/claim")
        assert claim.status == 201
        shop.put("/api/settings", {"shop": {"name": "Shop " + key()[:8]}})
        Person(shop, "vendor").change(full_name="Somebody Else")

    events = heard(shop, acts)
    assert names(events) == [
        "product.created", "product.changed", "product.archived", "product.deleted",
        "category.created", "category.changed", "category.deleted", "location.created",
        "register.created", "register.changed", "register.claimed", "settings.changed",
        "user.created", "user.changed"]
    assert events[1]["data"]["price"] == euro(99)
    assert set(events[-1]["data"]) == {"id"}, "nothing about the person"


def test_a_file_of_products_is_a_row_for_many(open_shop, tmp_path):
    shop = open_shop()
    rows = "".join(f"S{i},Thing {i},1.00,4\n" for i in range(120))
    (tmp_path / "file.csv").write_text("sku,name,price,stock\n" + rows)
    with feed(shop) as ears:
        shop.cli("import", "products", str(tmp_path / "file.csv"))
        ids = set()
        while len(ids) < 120:
            event = hold_to_contract(shop, ears.message())
            assert event["type"] == "products.imported"
            ids |= set(event["data"]["ids"])
    assert len(ids) == 120


def test_a_customer_hears_of_their_own_orders_alone(shop):
    tea = shop.product(price=euro(450))
    shop.adjust(tea, delta=50)
    one, two = Person(shop, "customer"), Person(shop, "customer")
    with begun(shop, one.token) as ears:
        mine = order(shop, [(tea, 1)], None, token=one.token, channel="web").json
        order(shop, [(tea, 1)], None, token=two.token, channel="web")
        order(shop, [(tea, 1)])
        Person(shop, "vendor")
        shop.put("/api/settings", {"shop": {"name": "Shop " + key()[:8]}})
        events = ears.until(marked(shop))
    assert {event["subject"] for event in events if event["type"].startswith("order.")} == \
        {mine["id"]}
    assert set(names(events)) == {"order.placed", "stock.changed", "category.created"}


def test_staff_hear_what_their_role_may_read(shop):
    tea = shop.product(price=euro(450), low_stock="9")
    shop.adjust(tea, delta=10)
    people = [Person(shop, role) for role in ("cashier", "vendor")]
    with begun(shop, people[0].token) as cashier, begun(shop, people[1].token) as vendor:
        order(shop, [(tea, 1)])
        Person(shop, "customer")
        shop.put("/api/settings", {"shop": {"name": "Shop " + key()[:8]}})
        mark = marked(shop)
        for ears in (cashier, vendor):
            assert set(names(ears.until(mark))) == {
                "order.confirmed", "payment.captured", "stock.changed", "stock.low",
                "category.created"}
