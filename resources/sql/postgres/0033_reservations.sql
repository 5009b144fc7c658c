-- Goods that are promised to an order. stock_balances.reserved is their sum.
CREATE TABLE stock_reservations (
    order_id    TEXT COLLATE "C" NOT NULL,
    product_id  TEXT COLLATE "C" NOT NULL,
    location_id TEXT COLLATE "C" NOT NULL REFERENCES locations (id),
    quantity    BIGINT NOT NULL CHECK (quantity > 0),
    expires_at  BIGINT NOT NULL,
    PRIMARY KEY (order_id, product_id, location_id)
);
--;;
CREATE INDEX stock_reservations_by_expiry ON stock_reservations (expires_at);
