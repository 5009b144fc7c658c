-- What happened, for everybody who listens. A row is written in the transaction that caused it. One
-- writes at a time, so that the numbers follow the commits; AUTOINCREMENT gives none twice.
CREATE TABLE outbox (
    seq     INTEGER PRIMARY KEY AUTOINCREMENT,
    type    TEXT    NOT NULL CHECK (type <> ''),
    subject TEXT    NOT NULL,
    readers TEXT    NOT NULL, -- the permission that lets one hear of it; empty: everybody
    owner   TEXT    NOT NULL, -- the user whose it is; empty: nobody's
    at      INTEGER NOT NULL,
    data    TEXT    NOT NULL -- a JSON object
) STRICT;
--;;
-- What was forgotten: all with a higher number are there.
CREATE TABLE outbox_kept (
    one       INTEGER PRIMARY KEY CHECK (one = 1),
    after_seq INTEGER NOT NULL
) STRICT;
--;;
INSERT INTO outbox_kept (one, after_seq) VALUES (1, 0);
