-- What storage itself remembers: which of these files were used, and answers given under a key.

CREATE TABLE schema_migrations (
    number     INTEGER PRIMARY KEY,
    name       TEXT    COLLATE "C" NOT NULL,
    hash       TEXT    COLLATE "C" NOT NULL,
    applied_at BIGINT  NOT NULL
);
--;;
-- A row without a status is claimed by the transaction that inserted it and has no answer yet.
CREATE TABLE idempotency_keys (
    scope      TEXT    COLLATE "C" NOT NULL,
    key        TEXT    COLLATE "C" NOT NULL,
    body_hash  TEXT    COLLATE "C" NOT NULL,
    created_at BIGINT  NOT NULL,
    status     INTEGER,
    headers    TEXT    COLLATE "C",
    body       TEXT    COLLATE "C",
    begun      TEXT    COLLATE "C", -- its answer follows when this has ended
    PRIMARY KEY (scope, key),
    CONSTRAINT idempotency_keys_whole CHECK ((status IS NULL) = (body IS NULL))
);
--;;
CREATE INDEX idempotency_keys_by_age ON idempotency_keys (created_at);
