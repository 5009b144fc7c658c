-- The books of the test gateway, in a file of their own: no table of a shop is here.

CREATE TABLE schema_migrations (
    number     INTEGER PRIMARY KEY,
    name       TEXT    NOT NULL,
    hash       TEXT    NOT NULL,
    applied_at INTEGER NOT NULL
) STRICT;
--;;
-- What was asked under each key, and what came of it. 'failed' is neither yes nor no: asked again,
-- it is tried again.
CREATE TABLE gateway_asks (
    key       TEXT    PRIMARY KEY,
    action    TEXT    NOT NULL CHECK (action IN ('authorize', 'capture', 'void', 'refund')),
    subject   TEXT    NOT NULL, -- the token of an authorization, else the reference
    currency  TEXT    NOT NULL,
    amount    INTEGER NOT NULL CHECK (amount >= 0),
    outcome   TEXT    NOT NULL CHECK (outcome IN ('done', 'refused', 'failed')),
    reference TEXT    NOT NULL,
    code      TEXT    NOT NULL
) STRICT, WITHOUT ROWID;
--;;
-- Money that is held, taken and given back, by authorization.
CREATE TABLE gateway_holds (
    reference  TEXT    PRIMARY KEY,
    token      TEXT    NOT NULL,
    currency   TEXT    NOT NULL CHECK (length(currency) = 3),
    authorized INTEGER NOT NULL CHECK (authorized >= 0),
    captured   INTEGER,
    refunded   INTEGER NOT NULL DEFAULT 0,
    voided     INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1)),
    CONSTRAINT gateway_holds_captured CHECK (captured IS NULL OR (voided = 0 AND captured >= 0
                                             AND captured <= authorized)),
    CONSTRAINT gateway_holds_refunded CHECK (refunded >= 0 AND refunded <= coalesce(captured, 0))
) STRICT, WITHOUT ROWID;
--;;
-- Every act, once, in order.
CREATE TABLE gateway_acts (
    seq      INTEGER PRIMARY KEY AUTOINCREMENT,
    at       INTEGER NOT NULL,
    action   TEXT    NOT NULL CHECK (action IN ('authorize', 'capture', 'void', 'refund')),
    key      TEXT    NOT NULL UNIQUE,
    currency TEXT    NOT NULL CHECK (length(currency) = 3),
    amount   INTEGER NOT NULL CHECK (amount >= 0)
) STRICT;
--;;
CREATE TRIGGER gateway_acts_no_update BEFORE UPDATE ON gateway_acts BEGIN
    SELECT RAISE(ABORT, 'gateway_acts is append-only');
END;
--;;
CREATE TRIGGER gateway_acts_no_delete BEFORE DELETE ON gateway_acts BEGIN
    SELECT RAISE(ABORT, 'gateway_acts is append-only');
END;
