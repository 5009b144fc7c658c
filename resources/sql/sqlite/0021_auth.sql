-- Who may sign in, what for, and what they are signed in with. Secrets are hashed, or sealed with
-- the key file.
CREATE TABLE users (
    id             TEXT    PRIMARY KEY,
    email          TEXT,    -- lower case; none: signs in with a PIN or elsewhere
    full_name      TEXT    NOT NULL,
    name_key       TEXT    NOT NULL, -- folded: what lists are in the order of
    locale         TEXT    NOT NULL, -- BCP 47, or empty
    -- 1 customer, 2 cashier, 4 vendor, 8 manager, 16 admin
    roles          INTEGER NOT NULL CHECK (roles BETWEEN 0 AND 31),
    active         INTEGER NOT NULL CHECK (active IN (0, 1)),
    password_hash  TEXT,    -- as libsodium spells Argon2id
    pin_hash       TEXT,
    pin_failures   INTEGER NOT NULL DEFAULT 0 CHECK (pin_failures >= 0), -- in a row
    pin_failed_at  INTEGER,
    totp_sealed    TEXT,    -- the secret of the second factor
    totp_confirmed INTEGER NOT NULL DEFAULT 0 CHECK (totp_confirmed IN (0, 1)),
    totp_last_step INTEGER NOT NULL DEFAULT 0, -- a code is good once
    issuer         TEXT,    -- whose account it is, where another issuer says who it is
    subject        TEXT,
    version        INTEGER NOT NULL CHECK (version > 0),
    create_hash    TEXT    NOT NULL,
    created_at     INTEGER NOT NULL,
    updated_at     INTEGER NOT NULL,
    signed_in_at   INTEGER,
    CONSTRAINT users_outside CHECK ((issuer IS NULL) = (subject IS NULL)),
    CONSTRAINT users_totp CHECK (totp_confirmed = 0 OR totp_sealed IS NOT NULL)
) STRICT, WITHOUT ROWID;
--;;
CREATE UNIQUE INDEX users_email ON users (email);
--;;
CREATE UNIQUE INDEX users_outside_account ON users (issuer, subject);
--;;
CREATE INDEX users_by_name ON users (name_key, id);
--;;
-- Good once each, in the place of a code of the second factor.
CREATE TABLE recovery_codes (
    user_id TEXT    NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    hash    TEXT    NOT NULL,
    used_at INTEGER,
    PRIMARY KEY (user_id, hash)
) STRICT, WITHOUT ROWID;
--;;
-- A sign-in on one device, until it is ended. Access tokens name it.
CREATE TABLE sessions (
    id           TEXT    PRIMARY KEY,
    user_id      TEXT    REFERENCES users (id) ON DELETE CASCADE,
    till_id      TEXT,    -- of a till that signed in as itself
    device       TEXT    NOT NULL,
    address      TEXT    NOT NULL,
    is_pin       INTEGER NOT NULL CHECK (is_pin IN (0, 1)),
    created_at   INTEGER NOT NULL,
    last_used_at INTEGER NOT NULL,
    expires_at   INTEGER NOT NULL,
    ended_at     INTEGER,
    CONSTRAINT sessions_whose CHECK ((user_id IS NULL) <> (till_id IS NULL))
) STRICT, WITHOUT ROWID;
--;;
CREATE INDEX sessions_of_user ON sessions (user_id, ended_at, last_used_at);
--;;
CREATE INDEX sessions_of_till ON sessions (till_id, ended_at);
--;;
CREATE INDEX sessions_by_end ON sessions (ended_at) WHERE ended_at IS NOT NULL;
--;;
CREATE INDEX sessions_by_expiry ON sessions (expires_at);
--;;
-- All of a session's, so that one that was used already is known when it comes again.
CREATE TABLE refresh_tokens (
    hash       TEXT    PRIMARY KEY, -- SHA-256
    session_id TEXT    NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    created_at INTEGER NOT NULL,
    used_at    INTEGER
) STRICT, WITHOUT ROWID;
--;;
CREATE INDEX refresh_tokens_of_session ON refresh_tokens (session_id);
--;;
-- Access tokens of a user that are older than this are void: roles changed, or the user was
-- disabled. Every backend reads what is younger than a token can be.
CREATE TABLE token_cutoffs (
    user_id   TEXT    PRIMARY KEY,
    before_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
--;;
CREATE INDEX token_cutoffs_by_age ON token_cutoffs (before_ms);
--;;
-- Tries that went wrong, for the throttle: of an account (a hash of its name) or an address.
CREATE TABLE failed_attempts (
    kind TEXT    NOT NULL CHECK (kind IN ('account', 'address', 'registration')),
    key  TEXT    NOT NULL,
    at   INTEGER NOT NULL,
    id   TEXT    NOT NULL,
    PRIMARY KEY (kind, key, at, id)
) STRICT, WITHOUT ROWID;
--;;
CREATE INDEX failed_attempts_by_age ON failed_attempts (at);
--;;
-- What tokens are signed with. A key signs from active_from on, so that every backend has read it
-- before; it checks until retired_at.
CREATE TABLE signing_keys (
    kid         TEXT    PRIMARY KEY,
    sealed      TEXT    NOT NULL, -- the private key, sealed with the key file
    active_from INTEGER NOT NULL,
    retired_at  INTEGER,
    created_at  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
--;;
-- Names this shop in its tokens. One row.
CREATE TABLE token_issuer (
    id      INTEGER PRIMARY KEY CHECK (id = 1),
    shop_id TEXT    NOT NULL
) STRICT;
--;;
-- Whom a till may show, so that they sign in there.
CREATE VIEW staff_tiles AS
SELECT id, full_name, name_key, roles, active,
       CASE WHEN pin_hash IS NULL THEN 0 ELSE 1 END AS has_pin,
       CASE WHEN pin_failures >= 10 THEN 1 ELSE 0 END AS pin_locked
FROM users;
