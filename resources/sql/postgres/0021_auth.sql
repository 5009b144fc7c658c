-- Who may sign in, what for, and what they are signed in with. Secrets are hashed, or sealed with
-- the key file.
CREATE TABLE users (
    id             TEXT   COLLATE "C" PRIMARY KEY,
    email          TEXT   COLLATE "C", -- lower case; none: signs in with a PIN or elsewhere
    full_name      TEXT   COLLATE "C" NOT NULL,
    name_key       TEXT   COLLATE "C" NOT NULL, -- folded: what lists are in the order of
    locale         TEXT   COLLATE "C" NOT NULL, -- BCP 47, or empty
    -- 1 customer, 2 cashier, 4 vendor, 8 manager, 16 admin
    roles          BIGINT NOT NULL CHECK (roles BETWEEN 0 AND 31),
    active         BIGINT NOT NULL CHECK (active IN (0, 1)),
    password_hash  TEXT   COLLATE "C", -- as libsodium spells Argon2id
    pin_hash       TEXT   COLLATE "C",
    pin_failures   BIGINT NOT NULL DEFAULT 0 CHECK (pin_failures >= 0), -- in a row
    pin_failed_at  BIGINT,
    totp_sealed    TEXT   COLLATE "C", -- the secret of the second factor
    totp_confirmed BIGINT NOT NULL DEFAULT 0 CHECK (totp_confirmed IN (0, 1)),
    totp_last_step BIGINT NOT NULL DEFAULT 0, -- a code is good once
    issuer         TEXT   COLLATE "C", -- whose account it is, where another issuer says who it is
    subject        TEXT   COLLATE "C",
    version        BIGINT NOT NULL CHECK (version > 0),
    create_hash    TEXT   COLLATE "C" NOT NULL,
    created_at     BIGINT NOT NULL,
    updated_at     BIGINT NOT NULL,
    signed_in_at   BIGINT,
    CONSTRAINT users_outside CHECK ((issuer IS NULL) = (subject IS NULL)),
    CONSTRAINT users_totp CHECK (totp_confirmed = 0 OR totp_sealed IS NOT NULL)
);
--;;
CREATE UNIQUE INDEX users_email ON users (email);
--;;
CREATE UNIQUE INDEX users_outside_account ON users (issuer, subject);
--;;
CREATE INDEX users_by_name ON users (name_key, id);
--;;
-- Good once each, in the place of a code of the second factor.
CREATE TABLE recovery_codes (
    user_id TEXT   COLLATE "C" NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    hash    TEXT   COLLATE "C" NOT NULL,
    used_at BIGINT,
    PRIMARY KEY (user_id, hash)
);
--;;
-- A sign-in on one device, until it is ended. Access tokens name it.
CREATE TABLE sessions (
    id           TEXT   COLLATE "C" PRIMARY KEY,
    user_id      TEXT   COLLATE "C" REFERENCES users (id) ON DELETE CASCADE,
    till_id      TEXT   COLLATE "C", -- of a till that signed in as itself
    device       TEXT   COLLATE "C" NOT NULL,
    address      TEXT   COLLATE "C" NOT NULL,
    is_pin       BIGINT NOT NULL CHECK (is_pin IN (0, 1)),
    created_at   BIGINT NOT NULL,
    last_used_at BIGINT NOT NULL,
    expires_at   BIGINT NOT NULL,
    ended_at     BIGINT,
    CONSTRAINT sessions_whose CHECK ((user_id IS NULL) <> (till_id IS NULL))
);
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
    hash       TEXT   COLLATE "C" PRIMARY KEY, -- SHA-256
    session_id TEXT   COLLATE "C" NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    created_at BIGINT NOT NULL,
    used_at    BIGINT
);
--;;
CREATE INDEX refresh_tokens_of_session ON refresh_tokens (session_id);
--;;
-- Access tokens of a user that are older than this are void: roles changed, or the user was
-- disabled. Every backend reads what is younger than a token can be.
CREATE TABLE token_cutoffs (
    user_id   TEXT   COLLATE "C" PRIMARY KEY,
    before_ms BIGINT NOT NULL
);
--;;
CREATE INDEX token_cutoffs_by_age ON token_cutoffs (before_ms);
--;;
-- Tries that went wrong, for the throttle: of an account (a hash of its name) or an address.
CREATE TABLE failed_attempts (
    kind TEXT   COLLATE "C" NOT NULL CHECK (kind IN ('account', 'address', 'registration')),
    key  TEXT   COLLATE "C" NOT NULL,
    at   BIGINT NOT NULL,
    id   TEXT   COLLATE "C" NOT NULL,
    PRIMARY KEY (kind, key, at, id)
);
--;;
CREATE INDEX failed_attempts_by_age ON failed_attempts (at);
--;;
-- What tokens are signed with. A key signs from active_from on, so that every backend has read it
-- before; it checks until retired_at.
CREATE TABLE signing_keys (
    kid         TEXT   COLLATE "C" PRIMARY KEY,
    sealed      TEXT   COLLATE "C" NOT NULL, -- the private key, sealed with the key file
    active_from BIGINT NOT NULL,
    retired_at  BIGINT,
    created_at  BIGINT NOT NULL
);
--;;
-- Names this shop in its tokens. One row.
CREATE TABLE token_issuer (
    id      BIGINT PRIMARY KEY CHECK (id = 1),
    shop_id TEXT   COLLATE "C" NOT NULL
);
--;;
-- Whom a till may show, so that they sign in there.
CREATE VIEW staff_tiles AS
SELECT id, full_name, name_key, roles, active,
       CASE WHEN pin_hash IS NULL THEN 0 ELSE 1 END AS has_pin,
       CASE WHEN pin_failures >= 10 THEN 1 ELSE 0 END AS pin_locked
FROM users;
