-- What happened, for everybody who listens. A row is written in the transaction that caused it, and
-- numbered when that is committed, by one relay at a time: ids do not follow commits. Without a
-- number it is nobody's to read.
CREATE TABLE outbox (
    id      BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    seq     BIGINT,
    type    TEXT COLLATE "C" NOT NULL CHECK (type <> ''),
    subject TEXT COLLATE "C" NOT NULL,
    readers TEXT COLLATE "C" NOT NULL, -- the permission that lets one hear of it; empty: everybody
    owner   TEXT COLLATE "C" NOT NULL, -- the user whose it is; empty: nobody's
    at      BIGINT NOT NULL,
    data    TEXT COLLATE "C" NOT NULL -- a JSON object
);
--;;
CREATE UNIQUE INDEX outbox_seq ON outbox (seq) WHERE seq IS NOT NULL;
--;;
CREATE INDEX outbox_waiting ON outbox (id) WHERE seq IS NULL;
--;;
-- What was forgotten: all with a higher number are there.
CREATE TABLE outbox_kept (
    one       INTEGER PRIMARY KEY CHECK (one = 1),
    after_seq BIGINT NOT NULL
);
--;;
INSERT INTO outbox_kept (one, after_seq) VALUES (1, 0);
