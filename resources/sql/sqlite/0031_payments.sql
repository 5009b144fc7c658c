-- What is paid for orders. A row follows its entries, which are only added. What was asked of a
-- gateway and is not known yet stands in `refunding`, so that no two askers get the same money.
CREATE TABLE payments (
    id          TEXT    PRIMARY KEY,
    order_id    TEXT    NOT NULL,
    user_id     TEXT,    -- whose order it is
    position    INTEGER NOT NULL,
    method      TEXT    NOT NULL CHECK (method = 'cash' OR method = 'card' OR
                                        method = 'gift_card' OR method = 'store_credit' OR
                                        method = 'external'),
    gateway     TEXT    NOT NULL,
    status      TEXT    NOT NULL CHECK (status = 'pending' OR status = 'authorized' OR
                                        status = 'captured' OR status = 'partially_refunded' OR
                                        status = 'refunded' OR status = 'voided' OR
                                        status = 'failed' OR status = 'unknown'),
    currency    TEXT    NOT NULL CHECK (length(currency) = 3),
    amount      INTEGER NOT NULL CHECK (amount >= 0), -- of the order
    rounding    INTEGER NOT NULL,
    tendered    INTEGER NOT NULL CHECK (tendered >= 0),
    change      INTEGER NOT NULL CHECK (change >= 0),
    captured    INTEGER NOT NULL DEFAULT 0 CHECK (captured >= 0),
    refunded    INTEGER NOT NULL DEFAULT 0,
    refunding   INTEGER NOT NULL DEFAULT 0,
    refunded_amount  INTEGER NOT NULL DEFAULT 0, -- of `amount`, as the two above are of `captured`
    refunding_amount INTEGER NOT NULL DEFAULT 0,
    token       TEXT,
    reference   TEXT,
    note        TEXT    NOT NULL DEFAULT '',
    failure     TEXT,
    version     INTEGER NOT NULL CHECK (version > 0),
    create_hash TEXT    NOT NULL,
    created_at  INTEGER NOT NULL,
    updated_at  INTEGER NOT NULL,
    CONSTRAINT payments_captured CHECK (captured <= amount + rounding),
    CONSTRAINT payments_refunded CHECK (refunded >= 0 AND refunding >= 0
                                        AND refunded + refunding <= captured),
    CONSTRAINT payments_refunded_amount CHECK (refunded_amount >= 0 AND refunding_amount >= 0
                                               AND refunded_amount + refunding_amount <= amount)
) STRICT, WITHOUT ROWID;
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
    payment_id TEXT    NOT NULL REFERENCES payments (id),
    seq        INTEGER NOT NULL CHECK (seq >= 1),
    at         INTEGER NOT NULL,
    action     TEXT    NOT NULL CHECK (action = 'authorize' OR action = 'capture' OR
                                       action = 'void' OR action = 'refund'),
    outcome    TEXT    NOT NULL CHECK (outcome = 'asked' OR outcome = 'done' OR
                                       outcome = 'refused' OR outcome = 'unknown'),
    code       TEXT,
    key        TEXT    NOT NULL CHECK (key <> ''), -- what the gateway knows this act by
    amount     INTEGER NOT NULL CHECK (amount >= 0), -- changes hands
    share      INTEGER NOT NULL CHECK (share >= 0),  -- so much of the order that is
    PRIMARY KEY (payment_id, seq)
) STRICT, WITHOUT ROWID;
--;;
-- Nothing is said twice of one act, whoever says it.
CREATE UNIQUE INDEX payment_entries_once ON payment_entries (key, outcome);
--;;
CREATE TRIGGER payment_entries_no_update BEFORE UPDATE ON payment_entries BEGIN
    SELECT RAISE(ABORT, 'payment_entries is append-only');
END;
--;;
CREATE TRIGGER payment_entries_no_delete BEFORE DELETE ON payment_entries BEGIN
    SELECT RAISE(ABORT, 'payment_entries is append-only');
END;
--;;
CREATE VIEW order_payments AS
SELECT id AS payment_id, order_id, position, method, status, amount, rounding, captured, refunded,
       refunded_amount, change
FROM payments;
