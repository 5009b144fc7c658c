-- What is paid for orders. A row follows its entries, which are only added. What was asked of a
-- gateway and is not known yet stands in `refunding`, so that no two askers get the same money.
CREATE TABLE payments (
    id          TEXT COLLATE "C" PRIMARY KEY,
    order_id    TEXT COLLATE "C" NOT NULL,
    user_id     TEXT COLLATE "C",    -- whose order it is
    position    BIGINT NOT NULL,
    method      TEXT COLLATE "C" NOT NULL CHECK (method IN ('cash', 'card', 'gift_card', 'store_credit',
                                        'external')),
    gateway     TEXT COLLATE "C" NOT NULL,
    status      TEXT COLLATE "C" NOT NULL CHECK (status IN ('pending', 'authorized', 'captured',
                                        'partially_refunded', 'refunded', 'voided', 'failed',
                                        'unknown')),
    currency    TEXT COLLATE "C" NOT NULL CHECK (length(currency) = 3),
    amount      BIGINT NOT NULL CHECK (amount >= 0), -- of the order
    rounding    BIGINT NOT NULL,
    tendered    BIGINT NOT NULL CHECK (tendered >= 0),
    change      BIGINT NOT NULL CHECK (change >= 0),
    captured    BIGINT NOT NULL DEFAULT 0 CHECK (captured >= 0),
    refunded    BIGINT NOT NULL DEFAULT 0,
    refunding   BIGINT NOT NULL DEFAULT 0,
    refunded_amount  BIGINT NOT NULL DEFAULT 0, -- of `amount`, as the two above are of `captured`
    refunding_amount BIGINT NOT NULL DEFAULT 0,
    token       TEXT COLLATE "C",
    reference   TEXT COLLATE "C",
    note        TEXT COLLATE "C" NOT NULL DEFAULT '',
    failure     TEXT COLLATE "C",
    version     BIGINT NOT NULL CHECK (version > 0),
    create_hash TEXT COLLATE "C" NOT NULL,
    created_at  BIGINT NOT NULL,
    updated_at  BIGINT NOT NULL,
    CONSTRAINT payments_captured CHECK (captured <= amount + rounding),
    CONSTRAINT payments_refunded CHECK (refunded >= 0 AND refunding >= 0
                                        AND refunded + refunding <= captured),
    CONSTRAINT payments_refunded_amount CHECK (refunded_amount >= 0 AND refunding_amount >= 0
                                               AND refunded_amount + refunding_amount <= amount)
);
--;;
CREATE INDEX payments_of_order ON payments (order_id, position);
--;;
CREATE INDEX payments_newest ON payments (created_at, id);
--;;
CREATE INDEX payments_of_status ON payments (status, created_at, id);
--;;
CREATE INDEX payments_of_user ON payments (user_id, created_at, id);
--;;
CREATE TABLE payment_entries (
    payment_id TEXT COLLATE "C" NOT NULL REFERENCES payments (id),
    seq        BIGINT NOT NULL CHECK (seq >= 1),
    at         BIGINT NOT NULL,
    action     TEXT COLLATE "C" NOT NULL CHECK (action IN ('authorize', 'capture', 'void', 'refund')),
    outcome    TEXT COLLATE "C" NOT NULL CHECK (outcome IN ('asked', 'done', 'refused', 'unknown')),
    code       TEXT COLLATE "C",
    key        TEXT COLLATE "C" NOT NULL CHECK (key <> ''), -- what the gateway knows this act by
    amount     BIGINT NOT NULL CHECK (amount >= 0), -- changes hands
    share      BIGINT NOT NULL CHECK (share >= 0),  -- so much of the order that is
    PRIMARY KEY (payment_id, seq)
);
--;;
-- Nothing is said twice of one act, whoever says it.
CREATE UNIQUE INDEX payment_entries_once ON payment_entries (key, outcome);
--;;
CREATE FUNCTION payment_entries_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'payment_entries is append-only' USING ERRCODE = 'check_violation';
END $$;
--;;
CREATE TRIGGER payment_entries_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON payment_entries
FOR EACH STATEMENT EXECUTE FUNCTION payment_entries_append_only();
--;;
CREATE VIEW order_payments AS
SELECT id AS payment_id, order_id, position, method, status, amount, rounding, captured, refunded,
       refunded_amount, change
FROM payments;
