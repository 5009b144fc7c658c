-- Things of many steps, and how far each is. A row is written in the transaction of what its step did.
CREATE TABLE sagas (
    id             TEXT    PRIMARY KEY, -- the newer, the greater (RFC 9562, version 7)
    kind           TEXT    NOT NULL CHECK (kind <> ''),
    definition     INTEGER NOT NULL CHECK (definition >= 1), -- the version that it began and ends with
    subject_id     TEXT    NOT NULL, -- what it is about
    data           TEXT    NOT NULL, -- what its steps need to know; never changed
    state          TEXT    NOT NULL CHECK (state = 'running' OR state = 'waiting' OR
                                           state = 'compensating' OR state = 'completed' OR
                                           state = 'compensated' OR state = 'stuck'),
    phase          TEXT    NOT NULL CHECK (phase = 'forward' OR phase = 'backward' OR
                                           phase = 'completed' OR phase = 'compensated'),
    step           INTEGER NOT NULL CHECK (step >= -1), -- the one whose turn it is; -1: all are undone
    steps          TEXT    NOT NULL, -- a line each, see backend/saga/steptext.h
    tries          INTEGER NOT NULL CHECK (tries >= 0),
    deadline_at    INTEGER NOT NULL, -- of this stage
    failure_code   TEXT   ,
    failure_detail TEXT   ,
    fence          INTEGER NOT NULL CHECK (fence >= 1), -- every lease has a higher one
    leased_by      TEXT   ,
    due_at         INTEGER, -- from then on anybody may take it up; before that its lease holds
    version        INTEGER NOT NULL CHECK (version >= 1),
    created_at     INTEGER NOT NULL,
    updated_at     INTEGER NOT NULL,
    CONSTRAINT sagas_failure CHECK ((failure_code IS NULL) = (failure_detail IS NULL)),
    -- One that is neither over nor a person's is somebody's, at the latest from due_at on.
    CONSTRAINT sagas_due CHECK ((due_at IS NULL) = (state = 'completed' OR state = 'compensated'
                                                    OR state = 'stuck')),
    CONSTRAINT sagas_leased CHECK (leased_by IS NULL OR due_at IS NOT NULL)
) STRICT, WITHOUT ROWID;
--;;
CREATE INDEX sagas_of_state ON sagas (state, id);
--;;
CREATE INDEX sagas_due ON sagas (due_at) WHERE due_at IS NOT NULL;
--;;
CREATE INDEX sagas_open ON sagas (subject_id) WHERE due_at IS NOT NULL OR state = 'stuck';
--;;
-- What is being done with something, be it by a person.
CREATE VIEW open_sagas AS
SELECT id, kind, subject_id FROM sagas WHERE due_at IS NOT NULL OR state = 'stuck';
--;;
CREATE VIEW saga_list AS
SELECT id, kind, subject_id, state, step, steps,
       CASE WHEN leased_by IS NULL THEN due_at END AS next_retry_at, created_at, updated_at
FROM sagas;
