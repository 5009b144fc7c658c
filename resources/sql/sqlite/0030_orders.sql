-- What was sold, or is to be. Amounts are minor units of the order's currency, quantities thousandths.
-- Checks spell OR out where there are more than two words: for IN, SQLite makes a table of them
-- each time that it checks.
CREATE TABLE orders (
    id               TEXT    PRIMARY KEY,
    number           TEXT,    -- "T1-000123"; none before it is confirmed
    channel          TEXT    NOT NULL CHECK (channel IN ('pos', 'web')),
    status           TEXT    NOT NULL CHECK (status = 'pending' OR status = 'reserved' OR
                                             status = 'confirmed' OR status = 'fulfilled' OR
                                             status = 'completed' OR status = 'cancelled' OR
                                             status = 'rejected' OR
                                             status = 'partially_returned' OR status = 'returned'),
    register_id      TEXT,
    user_id          TEXT,    -- who placed it: a user or till
    sold_by          TEXT,
    user_email       TEXT    NOT NULL,
    customer_id      TEXT,
    delivery_address TEXT    NOT NULL,
    description      TEXT    NOT NULL,
    currency         TEXT    NOT NULL CHECK (length(currency) = 3),
    -- How it was priced, so that it can be reckoned again.
    tax_included     INTEGER NOT NULL CHECK (tax_included IN (0, 1)),
    tax_rounding     TEXT    NOT NULL CHECK (tax_rounding IN ('line', 'group')),
    cash_step        INTEGER NOT NULL CHECK (cash_step >= 1),
    subtotal         INTEGER NOT NULL CHECK (subtotal >= 0),
    discount_total   INTEGER NOT NULL CHECK (discount_total >= 0),
    tax_total        INTEGER NOT NULL CHECK (tax_total >= 0),
    total            INTEGER NOT NULL CHECK (total >= 0),
    expected_total   INTEGER, -- what pricing says, where a sale that has happened says otherwise
    rounding         INTEGER NOT NULL DEFAULT 0,
    paid_total       INTEGER NOT NULL DEFAULT 0 CHECK (paid_total >= 0),
    refunded_total   INTEGER NOT NULL DEFAULT 0,
    change_due       INTEGER NOT NULL DEFAULT 0 CHECK (change_due >= 0),
    saga_id          TEXT,
    failure_code     TEXT,
    failure_detail   TEXT,
    version          INTEGER NOT NULL CHECK (version > 0),
    create_hash      TEXT    NOT NULL,
    sold_at          INTEGER,
    created_at       INTEGER NOT NULL,
    updated_at       INTEGER NOT NULL,
    CONSTRAINT orders_refunded CHECK (refunded_total BETWEEN 0 AND paid_total),
    CONSTRAINT orders_failure CHECK ((failure_code IS NULL) = (failure_detail IS NULL))
) STRICT, WITHOUT ROWID;
--;;
CREATE UNIQUE INDEX orders_number ON orders (number);
--;;
CREATE INDEX orders_newest ON orders (created_at, id);
--;;
CREATE INDEX orders_of_status ON orders (status, created_at, id);
--;;
CREATE INDEX orders_of_user ON orders (user_id, created_at, id);
--;;
CREATE TABLE order_lines (
    id          TEXT    PRIMARY KEY,
    order_id    TEXT    NOT NULL REFERENCES orders (id),
    position    INTEGER NOT NULL CHECK (position >= 0),
    product_id  TEXT    NOT NULL,
    sku         TEXT    NOT NULL,
    name        TEXT    NOT NULL,
    quantity    INTEGER NOT NULL CHECK (quantity > 0),
    unit_price  INTEGER NOT NULL CHECK (unit_price >= 0),
    discount    INTEGER NOT NULL CHECK (discount >= 0),
    tax_rate    INTEGER NOT NULL CHECK (tax_rate BETWEEN 0 AND 1000000),
    tax         INTEGER NOT NULL CHECK (tax >= 0),
    net         INTEGER NOT NULL CHECK (net >= 0),
    total       INTEGER NOT NULL,
    returned    INTEGER NOT NULL DEFAULT 0,
    note        TEXT    NOT NULL,
    CONSTRAINT order_lines_total CHECK (total = net + tax),
    CONSTRAINT order_lines_returned CHECK (returned BETWEEN 0 AND quantity)
) STRICT, WITHOUT ROWID;
--;;
CREATE UNIQUE INDEX order_lines_in_order ON order_lines (order_id, position);
--;;
-- What happened to an order, in the words of programs; people read them in their language.
CREATE TABLE order_events (
    order_id TEXT    NOT NULL REFERENCES orders (id),
    seq      INTEGER NOT NULL,
    at       INTEGER NOT NULL,
    what     TEXT    NOT NULL CHECK (what <> ''),
    text     TEXT    NOT NULL,
    actor    TEXT,
    PRIMARY KEY (order_id, seq)
) STRICT, WITHOUT ROWID;
--;;
-- The next number of each series. One row is one series; whoever takes a number holds it until the
-- commit, so that there are no gaps.
CREATE TABLE number_series (
    series TEXT    PRIMARY KEY,
    next   INTEGER NOT NULL CHECK (next >= 1)
) STRICT, WITHOUT ROWID;
--;;
-- What a person should look at: a sale that has happened although it could not.
CREATE TABLE attention (
    id          TEXT    PRIMARY KEY,
    at          INTEGER NOT NULL,
    kind        TEXT    NOT NULL CHECK (kind <> ''),
    order_id    TEXT    REFERENCES orders (id),
    detail      TEXT    NOT NULL,
    resolved_at INTEGER,
    resolved_by TEXT
) STRICT, WITHOUT ROWID;
--;;
CREATE INDEX attention_open ON attention (at, id) WHERE resolved_at IS NULL;
--;;
CREATE VIEW order_heads AS
SELECT id AS order_id, status, user_id, total, currency, tax_included, cash_step FROM orders;
