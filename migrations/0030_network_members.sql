-- SPDX-License-Identifier: Apache-2.0
-- What the search index must know is written here in the transaction of the change; the index catches up to it before it answers.
CREATE TABLE search_change (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    record TEXT NOT NULL,
    at INTEGER NOT NULL
);

-- What an organisation shows of itself as a member of the network. content: JSON, schema MemberProfile of the contract. What follows it
-- repeats the content, for lists: missing: what is not filled, blanks between; *_until: the earliest day on which something ends.
CREATE TABLE member_profile (
    organisation TEXT PRIMARY KEY REFERENCES organisation (id),
    content TEXT NOT NULL,
    listing TEXT NOT NULL CHECK (listing IN ('nobody', 'network', 'everyone')),
    completeness INTEGER NOT NULL CHECK (completeness BETWEEN 0 AND 100),
    missing TEXT NOT NULL,
    consent_until TEXT,
    certificate_until TEXT,
    owner TEXT NOT NULL REFERENCES account (id),
    version INTEGER NOT NULL DEFAULT 1,
    created INTEGER NOT NULL,
    updated INTEGER NOT NULL,
    deleted INTEGER
);

CREATE INDEX member_profile_by_completeness ON member_profile (completeness, organisation);

CREATE INDEX member_profile_by_consent ON member_profile (consent_until, organisation);

CREATE INDEX member_profile_by_certificate ON member_profile (certificate_until, organisation);

-- query: JSON, as it was asked. notify: whether a mail is wanted.
CREATE TABLE saved_search (
    id TEXT PRIMARY KEY,
    account TEXT NOT NULL REFERENCES account (id),
    name TEXT NOT NULL,
    query TEXT NOT NULL,
    notify INTEGER NOT NULL CHECK (notify IN (0, 1)),
    seen INTEGER NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    created INTEGER NOT NULL,
    updated INTEGER NOT NULL
);

CREATE INDEX saved_search_by_account ON saved_search (account, created);

-- What a saved search has found before: others are new. told: whether a mail has named it.
CREATE TABLE saved_search_hit (
    search TEXT NOT NULL REFERENCES saved_search (id),
    record TEXT NOT NULL,
    told INTEGER NOT NULL CHECK (told IN (0, 1)),
    found INTEGER NOT NULL,
    PRIMARY KEY (search, record)
);
