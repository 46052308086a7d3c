-- SPDX-License-Identifier: Apache-2.0
-- A link that lets a person choose a password once: hex SHA-256 of its token. It is gone when it was used.
CREATE TABLE account_link (
    token_hash TEXT PRIMARY KEY,
    account TEXT NOT NULL REFERENCES account (id),
    kind TEXT NOT NULL CHECK (kind IN ('invitation', 'reset')),
    expires INTEGER NOT NULL,
    created INTEGER NOT NULL
);

CREATE INDEX account_link_by_account ON account_link (account);

-- secret: base32, as the person's authenticator holds it too. last_step: the last time step whose code was taken.
CREATE TABLE second_factor (
    account TEXT PRIMARY KEY REFERENCES account (id),
    secret TEXT NOT NULL,
    confirmed INTEGER,
    last_step INTEGER NOT NULL DEFAULT 0,
    created INTEGER NOT NULL
);

-- One row a code that has not been used.
CREATE TABLE recovery_code (
    account TEXT NOT NULL REFERENCES account (id),
    code_hash TEXT NOT NULL,
    PRIMARY KEY (account, code_hash)
);

-- Sessions can be listed and ended one by one: those from before have no name to be called by.
DELETE FROM session;

ALTER TABLE session ADD COLUMN id TEXT;

ALTER TABLE session ADD COLUMN address TEXT;

ALTER TABLE session ADD COLUMN agent TEXT;

CREATE UNIQUE INDEX session_by_id ON session (id);

ALTER TABLE api_token ADD COLUMN scope TEXT NOT NULL DEFAULT 'write';
