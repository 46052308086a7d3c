-- SPDX-License-Identifier: Apache-2.0
-- Persons, where they work, and what was said with them. languages: JSON array of language tags.
-- erased: all that told who it was is gone, on request; the row holds its id for what must stay.
CREATE TABLE person (
    id TEXT PRIMARY KEY,
    title TEXT NOT NULL,
    email TEXT,
    telephone TEXT,
    languages TEXT NOT NULL,
    note TEXT NOT NULL,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    search TEXT NOT NULL,
    owner TEXT NOT NULL REFERENCES account (id),
    fictitious INTEGER NOT NULL DEFAULT 0 CHECK (fictitious IN (0, 1)),
    version INTEGER NOT NULL DEFAULT 1,
    created INTEGER NOT NULL,
    updated INTEGER NOT NULL,
    deleted INTEGER,
    erased INTEGER
);

CREATE INDEX person_by_name ON person (name_key, id);

CREATE INDEX person_by_updated ON person (updated, id);

CREATE TABLE person_name (
    person TEXT NOT NULL REFERENCES person (id),
    position INTEGER NOT NULL,
    language TEXT NOT NULL,
    name TEXT NOT NULL,
    main INTEGER NOT NULL CHECK (main IN (0, 1)),
    PRIMARY KEY (person, position)
);

-- Days as YYYY-MM-DD: from the first to the last, either may be unknown.
CREATE TABLE employment (
    id TEXT PRIMARY KEY,
    person TEXT NOT NULL REFERENCES person (id),
    position INTEGER NOT NULL,
    organisation TEXT NOT NULL REFERENCES organisation (id),
    job TEXT NOT NULL,
    first_day TEXT,
    last_day TEXT
);

CREATE INDEX employment_by_person ON employment (person, position);

CREATE INDEX employment_by_organisation ON employment (organisation);

-- A call, a visit, a mail, a meeting. due: the day of the next step; done: when it was taken.
CREATE TABLE contact_entry (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('call', 'visit', 'mail', 'meeting')),
    at INTEGER NOT NULL,
    organisation TEXT REFERENCES organisation (id),
    summary TEXT NOT NULL,
    next_step TEXT NOT NULL,
    due TEXT,
    done INTEGER,
    owner TEXT NOT NULL REFERENCES account (id),
    version INTEGER NOT NULL DEFAULT 1,
    created INTEGER NOT NULL,
    updated INTEGER NOT NULL,
    deleted INTEGER
);

CREATE INDEX contact_entry_by_organisation ON contact_entry (organisation, at);

CREATE INDEX contact_entry_by_at ON contact_entry (at, id);

CREATE TABLE contact_entry_person (
    entry TEXT NOT NULL REFERENCES contact_entry (id),
    person TEXT NOT NULL REFERENCES person (id),
    PRIMARY KEY (entry, person)
);

CREATE INDEX contact_entry_person_by_person ON contact_entry_person (person);

-- Who of ours took part.
CREATE TABLE contact_entry_account (
    entry TEXT NOT NULL REFERENCES contact_entry (id),
    account TEXT NOT NULL REFERENCES account (id),
    PRIMARY KEY (entry, account)
);
