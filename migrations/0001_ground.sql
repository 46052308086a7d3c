-- SPDX-License-Identifier: Apache-2.0
-- The ground: who may enter, who did what, what is being computed. Instants are microseconds since 1970 UTC,
-- truth values 0 or 1, ids UUIDv7 text, columns of JSON are TEXT. *_key columns are the hex of an ICU sort key.

CREATE TABLE account (
    id TEXT PRIMARY KEY,
    email TEXT NOT NULL,
    email_folded TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    search TEXT NOT NULL,
    password_hash TEXT NOT NULL,
    roles TEXT NOT NULL,
    active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
    example INTEGER NOT NULL DEFAULT 0 CHECK (example IN (0, 1)),
    language TEXT NOT NULL DEFAULT 'ko' CHECK (language IN ('ko', 'en')),
    last_sign_in INTEGER,
    version INTEGER NOT NULL DEFAULT 1,
    created INTEGER NOT NULL,
    updated INTEGER NOT NULL
);

CREATE INDEX account_by_name ON account (name_key, id);

-- id_hash: hex SHA-256 of the cookie's value.
CREATE TABLE session (
    id_hash TEXT PRIMARY KEY,
    account TEXT NOT NULL REFERENCES account (id),
    created INTEGER NOT NULL,
    last_seen INTEGER NOT NULL,
    expires INTEGER NOT NULL
);

CREATE INDEX session_by_account ON session (account);

CREATE INDEX session_by_expiry ON session (expires);

CREATE TABLE api_token (
    id TEXT PRIMARY KEY,
    account TEXT NOT NULL REFERENCES account (id),
    name TEXT NOT NULL,
    token_hash TEXT NOT NULL UNIQUE,
    expires INTEGER,
    revoked INTEGER,
    last_used INTEGER,
    version INTEGER NOT NULL DEFAULT 1,
    created INTEGER NOT NULL,
    updated INTEGER NOT NULL
);

CREATE INDEX api_token_by_account ON api_token (account);

-- before and after are JSON texts. chain_number and chain_hash are filled when a batch of entries is sealed: the order of
-- numbers is the order in which entries began, not in which they were committed.
CREATE TABLE audit_entry (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    actor TEXT,
    action TEXT NOT NULL,
    record_kind TEXT NOT NULL,
    record_id TEXT NOT NULL,
    before TEXT,
    after TEXT,
    request_id TEXT NOT NULL,
    chain_number INTEGER UNIQUE,
    chain_hash BLOB
);

CREATE INDEX audit_entry_by_record ON audit_entry (record_kind, record_id, number);

CREATE INDEX audit_entry_by_actor ON audit_entry (actor, number);

-- lease_until: while a job runs, its worker moves this forward; a running job whose lease has passed lost its worker.
CREATE TABLE job (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    subject TEXT,
    parent TEXT,
    owner TEXT NOT NULL REFERENCES account (id),
    payload TEXT NOT NULL DEFAULT '{}',
    state TEXT NOT NULL CHECK (state IN ('queued', 'running', 'done', 'failed', 'cancelled', 'interrupted')),
    progress REAL NOT NULL DEFAULT 0,
    stage TEXT,
    details TEXT NOT NULL DEFAULT '{}',
    attempts INTEGER NOT NULL DEFAULT 0,
    error TEXT,
    cancel_asked INTEGER NOT NULL DEFAULT 0 CHECK (cancel_asked IN (0, 1)),
    worker TEXT,
    lease_until INTEGER,
    queued INTEGER NOT NULL,
    started INTEGER,
    finished INTEGER,
    version INTEGER NOT NULL DEFAULT 1,
    created INTEGER NOT NULL,
    updated INTEGER NOT NULL
);

CREATE INDEX job_by_state ON job (state, queued, id);

CREATE INDEX job_by_owner ON job (owner, id);

CREATE INDEX job_by_subject ON job (subject);

-- The first answer to a key of a person; a repeated request gets it again.
CREATE TABLE idempotency_key (
    account TEXT NOT NULL REFERENCES account (id),
    idempotency_key TEXT NOT NULL,
    operation TEXT NOT NULL,
    request_hash TEXT NOT NULL,
    status INTEGER NOT NULL,
    etag TEXT,
    body TEXT NOT NULL,
    created INTEGER NOT NULL,
    PRIMARY KEY (account, idempotency_key)
);

CREATE INDEX idempotency_key_by_created ON idempotency_key (created);

CREATE TABLE setting (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    updated INTEGER NOT NULL
);
