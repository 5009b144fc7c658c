-- Where one sells, and which computer does.
CREATE TABLE registers (
    id          TEXT    PRIMARY KEY,
    code        TEXT    NOT NULL, -- "T1": begins the numbers of its receipts
    name        TEXT    NOT NULL,
    version     INTEGER NOT NULL CHECK (version > 0),
    create_hash TEXT    NOT NULL,
    created_at  INTEGER NOT NULL,
    updated_at  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
--;;
CREATE UNIQUE INDEX registers_code ON registers (code);
--;;
INSERT INTO registers (id, code, name, version, create_hash, created_at, updated_at)
SELECT '01900000-0000-7000-8000-000000000002', 'T1', 'T1', 1, '', now_ms, now_ms
FROM (SELECT CAST(strftime('%s', 'now') AS INTEGER) * 1000 AS now_ms);
--;;
-- A computer that claimed a register. Each claim opens a series of numbers of its own.
CREATE TABLE tills (
    id          TEXT    PRIMARY KEY,
    register_id TEXT    NOT NULL REFERENCES registers (id),
    secret_hash TEXT    NOT NULL, -- SHA-256
    series      TEXT    NOT NULL, -- "T1", then "T1B", "T1C"
    claimed_by  TEXT,
    claimed_at  INTEGER NOT NULL,
    ended_at    INTEGER -- another claimed the register
) STRICT, WITHOUT ROWID;
--;;
CREATE UNIQUE INDEX tills_series ON tills (series);
--;;
CREATE UNIQUE INDEX tills_claim ON tills (register_id) WHERE ended_at IS NULL;
--;;
-- What signing in at a till rests on.
CREATE VIEW claimed_tills AS
SELECT t.id AS till_id, t.register_id, t.secret_hash, r.code
FROM tills t JOIN registers r ON r.id = t.register_id
WHERE t.ended_at IS NULL;
--;;
-- What a sale needs to know of where it happens.
CREATE VIEW sale_registers AS
SELECT r.id AS register_id, r.code,
       CASE WHEN t.id IS NULL THEN 0 ELSE 1 END AS is_claimed
FROM registers r LEFT JOIN tills t ON t.register_id = r.id AND t.ended_at IS NULL;
