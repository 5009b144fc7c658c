-- What happened, for everybody who listens. A row is written in the transaction that caused it and
-- numbered when that is committed; without a number it is nobody's to read.
CREATE TABLE outbox (
    id      TEXT    PRIMARY KEY,
    seq     INTEGER, -- follows commits
    type    TEXT    NOT NULL CHECK (type <> ''),
    subject TEXT    NOT NULL,
    at      INTEGER NOT NULL,
    data    TEXT    NOT NULL -- a JSON object
) STRICT, WITHOUT ROWID;
--;;
CREATE UNIQUE INDEX outbox_seq ON outbox (seq);
