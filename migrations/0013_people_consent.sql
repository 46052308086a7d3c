-- SPDX-License-Identifier: Apache-2.0
-- What a person has agreed to. given: when they did, expires: the first instant at which it no longer holds.
CREATE TABLE consent (
    id TEXT PRIMARY KEY,
    person TEXT NOT NULL REFERENCES person (id),
    purpose TEXT NOT NULL CHECK (purpose IN ('directory', 'partners', 'abroad', 'mailing', 'events')),
    text_version TEXT NOT NULL,
    given INTEGER NOT NULL,
    given_by TEXT NOT NULL CHECK (given_by IN ('paper', 'web', 'mail', 'spoken')),
    expires INTEGER NOT NULL,
    withdrawn INTEGER,
    withdrawn_by TEXT CHECK (withdrawn_by IN ('paper', 'web', 'mail', 'spoken')),
    owner TEXT NOT NULL REFERENCES account (id),
    version INTEGER NOT NULL DEFAULT 1,
    created INTEGER NOT NULL,
    updated INTEGER NOT NULL
);

CREATE INDEX consent_by_person ON consent (person, purpose);

CREATE INDEX consent_by_expiry ON consent (expires);

-- Who read whose personal data: apart from the audit, which is of changes. person: none for a list, of which `count` were shown.
CREATE TABLE personal_read (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    account TEXT NOT NULL REFERENCES account (id),
    operation TEXT NOT NULL,
    person TEXT REFERENCES person (id),
    count INTEGER NOT NULL,
    request_id TEXT NOT NULL
);

CREATE INDEX personal_read_by_person ON personal_read (person, number);

CREATE INDEX personal_read_by_account ON personal_read (account, number);
