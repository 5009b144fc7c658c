-- Things of many steps, and how far each is. A row is written in the transaction of what its step did.
CREATE TABLE sagas (
    id             TEXT COLLATE "C" PRIMARY KEY, -- the newer, the greater (RFC 9562, version 7)
    kind           TEXT COLLATE "C" NOT NULL CHECK (kind <> ''),
    definition     BIGINT NOT NULL CHECK (definition >= 1), -- the version that it began and ends with
    subject_id     TEXT COLLATE "C" NOT NULL, -- what it is about
    data           TEXT COLLATE "C" NOT NULL, -- what its steps need to know; never changed
    state          TEXT COLLATE "C" NOT NULL CHECK (state IN ('running', 'waiting', 'compensating',
                                           'completed', 'compensated', 'stuck')),
    phase          TEXT COLLATE "C" NOT NULL CHECK (phase IN ('forward', 'backward', 'completed',
                                           'compensated')),
    step           BIGINT NOT NULL CHECK (step >= -1), -- the one whose turn it is; -1: all are undone
    steps          TEXT COLLATE "C" NOT NULL, -- a line each, see backend/saga/steptext.h
    tries          BIGINT NOT NULL CHECK (tries >= 0),
    deadline_at    BIGINT NOT NULL, -- of this stage
    failure_code   TEXT COLLATE "C",
    failure_detail TEXT COLLATE "C",
    fence          BIGINT NOT NULL CHECK (fence >= 1), -- every lease has a higher one
    leased_by      TEXT COLLATE "C",
    due_at         BIGINT, -- from then on anybody may take it up; before that its lease holds
    version        BIGINT NOT NULL CHECK (version >= 1),
    created_at     BIGINT NOT NULL,
    updated_at     BIGINT NOT NULL,
    CONSTRAINT sagas_failure CHECK ((failure_code IS NULL) = (failure_detail IS NULL)),
    -- One that is neither over nor a person's is somebody's, at the latest from due_at on.
    CONSTRAINT sagas_due CHECK ((due_at IS NULL) = (state IN ('completed', 'compensated', 'stuck'))),
    CONSTRAINT sagas_leased CHECK (leased_by IS NULL OR due_at IS NOT NULL)
);
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
