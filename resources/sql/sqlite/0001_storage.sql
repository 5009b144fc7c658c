-- What storage itself remembers: which of these files were used, and answers given under a key.

CREATE TABLE schema_migrations (
    number     INTEGER PRIMARY KEY,
    name       TEXT    NOT NULL,
    hash       TEXT    NOT NULL,
    applied_at INTEGER NOT NULL
) STRICT;
--;;
-- A row without a status is claimed by the transaction that inserted it and has no answer yet.
CREATE TABLE idempotency_keys (
    scope      TEXT    NOT NULL,
    key        TEXT    NOT NULL,
    body_hash  TEXT    NOT NULL,
    created_at INTEGER NOT NULL,
    status     INTEGER,
    headers    TEXT,
    body       TEXT,
    begun      TEXT, -- its answer follows when this has ended
    PRIMARY KEY (scope, key),
    CONSTRAINT idempotency_keys_whole CHECK ((status IS NULL) = (body IS NULL))
) STRICT;
--;;
CREATE INDEX idempotency_keys_by_age ON idempotency_keys (created_at);
