-- Goods that are promised to an order. stock_balances.reserved is their sum.
CREATE TABLE stock_reservations (
    order_id    TEXT    NOT NULL,
    product_id  TEXT    NOT NULL,
    location_id TEXT    NOT NULL REFERENCES locations (id),
    quantity    INTEGER NOT NULL CHECK (quantity > 0),
    expires_at  INTEGER NOT NULL,
    PRIMARY KEY (order_id, product_id, location_id)
) STRICT, WITHOUT ROWID;
--;;
CREATE INDEX stock_reservations_by_expiry ON stock_reservations (expires_at);
