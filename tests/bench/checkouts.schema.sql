-- The tables of rawcheckouts.cpp for PostgreSQL, with the counter of numbers.
CREATE TABLE product (id BIGINT PRIMARY KEY, sku TEXT UNIQUE NOT NULL, name TEXT NOT NULL,
                      price BIGINT NOT NULL);
CREATE TABLE stock (product_id BIGINT PRIMARY KEY, qty BIGINT NOT NULL, reserved BIGINT NOT NULL,
                    version BIGINT NOT NULL);
CREATE TABLE orders (id BIGSERIAL PRIMARY KEY, number TEXT UNIQUE, customer_id BIGINT,
                     status TEXT NOT NULL, total BIGINT NOT NULL, created_at BIGINT NOT NULL);
CREATE INDEX ON orders (created_at);
CREATE TABLE order_line (id BIGSERIAL PRIMARY KEY, order_id BIGINT NOT NULL REFERENCES orders (id),
                         product_id BIGINT NOT NULL REFERENCES product (id), qty BIGINT NOT NULL,
                         price BIGINT NOT NULL);
CREATE INDEX ON order_line (order_id);
CREATE TABLE payment (id BIGSERIAL PRIMARY KEY, order_id BIGINT NOT NULL REFERENCES orders (id),
                      idem TEXT UNIQUE NOT NULL, method TEXT, amount BIGINT NOT NULL,
                      status TEXT NOT NULL, created_at BIGINT);
CREATE TABLE stock_ledger (id BIGSERIAL PRIMARY KEY, product_id BIGINT NOT NULL, order_id BIGINT,
                           delta BIGINT NOT NULL, reason TEXT, created_at BIGINT);
CREATE INDEX ON stock_ledger (product_id);
CREATE TABLE outbox (id BIGSERIAL PRIMARY KEY, topic TEXT NOT NULL, payload TEXT NOT NULL,
                     created_at BIGINT, sent_at BIGINT);
CREATE INDEX ON outbox (id) WHERE sent_at IS NULL;
CREATE TABLE saga (id BIGSERIAL PRIMARY KEY, order_id BIGINT UNIQUE NOT NULL, state TEXT NOT NULL,
                   step BIGINT, data TEXT, updated_at BIGINT);
CREATE TABLE counter (series TEXT PRIMARY KEY, next BIGINT NOT NULL);
INSERT INTO counter VALUES ('T1', 1);
INSERT INTO product SELECT n, 'SKU-' || n, 'Product number ' || n, 1999
FROM generate_series(1, 10000) n;
INSERT INTO stock SELECT n, 100000000, 0, 0 FROM generate_series(1, 10000) n;
