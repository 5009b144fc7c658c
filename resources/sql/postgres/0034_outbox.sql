-- What happened, for everybody who listens. A row is written in the transaction that caused it and
-- numbered when that is committed; without a number it is nobody's to read.
CREATE TABLE outbox (
    id      TEXT COLLATE "C" PRIMARY KEY,
    seq     BIGINT, -- follows commits
    type    TEXT COLLATE "C" NOT NULL CHECK (type <> ''),
    subject TEXT COLLATE "C" NOT NULL,
    at      BIGINT NOT NULL,
    data    TEXT COLLATE "C" NOT NULL -- a JSON object
);
--;;
CREATE UNIQUE INDEX outbox_seq ON outbox (seq);
