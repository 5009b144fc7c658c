-- What was sold, or is to be. Amounts are minor units of the order's currency, quantities thousandths.
CREATE TABLE orders (
    id               TEXT COLLATE "C" PRIMARY KEY,
    number           TEXT COLLATE "C",    -- "T1-000123"; none before it is confirmed
    channel          TEXT COLLATE "C" NOT NULL CHECK (channel IN ('pos', 'web')),
    status           TEXT COLLATE "C" NOT NULL CHECK (status IN ('pending', 'reserved', 'confirmed', 'fulfilled',
                                             'completed', 'cancelled', 'rejected',
                                             'partially_returned', 'returned')),
    register_id      TEXT COLLATE "C",
    user_id          TEXT COLLATE "C",    -- who placed it: a user or till
    sold_by          TEXT COLLATE "C",
    user_email       TEXT COLLATE "C" NOT NULL,
    customer_id      TEXT COLLATE "C",
    delivery_address TEXT COLLATE "C" NOT NULL,
    description      TEXT COLLATE "C" NOT NULL,
    currency         TEXT COLLATE "C" NOT NULL CHECK (length(currency) = 3),
    -- How it was priced, so that it can be reckoned again.
    tax_included     BIGINT NOT NULL CHECK (tax_included IN (0, 1)),
    tax_rounding     TEXT COLLATE "C" NOT NULL CHECK (tax_rounding IN ('line', 'group')),
    cash_step        BIGINT NOT NULL CHECK (cash_step >= 1),
    subtotal         BIGINT NOT NULL CHECK (subtotal >= 0),
    discount_total   BIGINT NOT NULL CHECK (discount_total >= 0),
    tax_total        BIGINT NOT NULL CHECK (tax_total >= 0),
    total            BIGINT NOT NULL CHECK (total >= 0),
    expected_total   BIGINT, -- what pricing says, where a sale that has happened says otherwise
    rounding         BIGINT NOT NULL DEFAULT 0,
    paid_total       BIGINT NOT NULL DEFAULT 0 CHECK (paid_total >= 0),
    refunded_total   BIGINT NOT NULL DEFAULT 0,
    change_due       BIGINT NOT NULL DEFAULT 0 CHECK (change_due >= 0),
    saga_id          TEXT COLLATE "C",
    failure_code     TEXT COLLATE "C",
    failure_detail   TEXT COLLATE "C",
    version          BIGINT NOT NULL CHECK (version > 0),
    create_hash      TEXT COLLATE "C" NOT NULL,
    sold_at          BIGINT,
    created_at       BIGINT NOT NULL,
    updated_at       BIGINT NOT NULL,
    CONSTRAINT orders_refunded CHECK (refunded_total BETWEEN 0 AND paid_total),
    CONSTRAINT orders_failure CHECK ((failure_code IS NULL) = (failure_detail IS NULL))
);
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
    id          TEXT COLLATE "C" PRIMARY KEY,
    order_id    TEXT COLLATE "C" NOT NULL REFERENCES orders (id),
    position    BIGINT NOT NULL CHECK (position >= 0),
    product_id  TEXT COLLATE "C" NOT NULL,
    sku         TEXT COLLATE "C" NOT NULL,
    name        TEXT COLLATE "C" NOT NULL,
    quantity    BIGINT NOT NULL CHECK (quantity > 0),
    unit_price  BIGINT NOT NULL CHECK (unit_price >= 0),
    discount    BIGINT NOT NULL CHECK (discount >= 0),
    tax_rate    BIGINT NOT NULL CHECK (tax_rate BETWEEN 0 AND 1000000),
    tax         BIGINT NOT NULL CHECK (tax >= 0),
    net         BIGINT NOT NULL CHECK (net >= 0),
    total       BIGINT NOT NULL,
    returned    BIGINT NOT NULL DEFAULT 0,
    note        TEXT COLLATE "C" NOT NULL,
    CONSTRAINT order_lines_total CHECK (total = net + tax),
    CONSTRAINT order_lines_returned CHECK (returned BETWEEN 0 AND quantity)
);
--;;
CREATE UNIQUE INDEX order_lines_in_order ON order_lines (order_id, position);
--;;
-- What happened to an order, in the words of programs; people read them in their language.
CREATE TABLE order_events (
    order_id TEXT COLLATE "C" NOT NULL REFERENCES orders (id),
    seq      BIGINT NOT NULL,
    at       BIGINT NOT NULL,
    what     TEXT COLLATE "C" NOT NULL CHECK (what <> ''),
    text     TEXT COLLATE "C" NOT NULL,
    actor    TEXT COLLATE "C",
    PRIMARY KEY (order_id, seq)
);
--;;
-- The next number of each series. One row is one series; whoever takes a number holds it until the
-- commit, so that there are no gaps.
CREATE TABLE number_series (
    series TEXT COLLATE "C" PRIMARY KEY,
    next   BIGINT NOT NULL CHECK (next >= 1)
);
--;;
-- What a person should look at: a sale that has happened although it could not.
CREATE TABLE attention (
    id          TEXT COLLATE "C" PRIMARY KEY,
    at          BIGINT NOT NULL,
    kind        TEXT COLLATE "C" NOT NULL CHECK (kind <> ''),
    order_id    TEXT COLLATE "C" REFERENCES orders (id),
    detail      TEXT COLLATE "C" NOT NULL,
    resolved_at BIGINT,
    resolved_by TEXT
);
--;;
CREATE INDEX attention_open ON attention (at, id) WHERE resolved_at IS NULL;
--;;
CREATE VIEW order_heads AS
SELECT id AS order_id, status, user_id, total, currency, tax_included, cash_step FROM orders;
