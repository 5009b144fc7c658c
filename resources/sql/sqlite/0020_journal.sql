-- Who did what. Append-only; whoever may read it reads all of it.
CREATE TABLE audit_entries (
    seq        INTEGER PRIMARY KEY, -- newest first is by this
    at         INTEGER NOT NULL,
    actor      TEXT,    -- the user or till; none: nobody known, or the command line
    action     TEXT    NOT NULL CHECK (action <> ''),
    subject    TEXT,    -- what it was done to
    address    TEXT,    -- where the request came from
    request_id TEXT,
    details    TEXT    NOT NULL -- a JSON object
) STRICT;
--;;
CREATE INDEX audit_entries_of_actor ON audit_entries (actor, seq);
--;;
CREATE INDEX audit_entries_of_subject ON audit_entries (subject, seq);
--;;
CREATE INDEX audit_entries_of_action ON audit_entries (action, seq);
--;;
CREATE TRIGGER audit_entries_no_update BEFORE UPDATE ON audit_entries BEGIN
    SELECT RAISE(ABORT, 'audit_entries is append-only');
END;
--;;
CREATE TRIGGER audit_entries_no_delete BEFORE DELETE ON audit_entries BEGIN
    SELECT RAISE(ABORT, 'audit_entries is append-only');
END;
--;;
CREATE VIEW audit_trail AS
SELECT seq, at, actor, action, subject, address, request_id, details FROM audit_entries;
