-- SPDX-License-Identifier: Apache-2.0
-- Organisations: what every desk refers to. name, name_key and search repeat what organisation_name says, for lists.

-- registration_key: country and number without signs, to find doubles; web_host: host without "www.", likewise.
CREATE TABLE organisation (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('company', 'university', 'institute', 'agency', 'association', 'cluster',
                                       'ministry', 'city')),
    country TEXT NOT NULL,
    registration_number TEXT,
    registration_key TEXT,
    address TEXT NOT NULL,
    web TEXT,
    web_host TEXT,
    note TEXT NOT NULL,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    search TEXT NOT NULL,
    owner TEXT NOT NULL REFERENCES account (id),
    fictitious INTEGER NOT NULL DEFAULT 0 CHECK (fictitious IN (0, 1)),
    version INTEGER NOT NULL DEFAULT 1,
    created INTEGER NOT NULL,
    updated INTEGER NOT NULL,
    deleted INTEGER
);

CREATE INDEX organisation_by_name ON organisation (name_key, id);

CREATE INDEX organisation_by_updated ON organisation (updated, id);

CREATE INDEX organisation_by_registration ON organisation (registration_key);

CREATE INDEX organisation_by_web_host ON organisation (web_host);

-- normal: the name without legal form, signs and case, to find doubles.
CREATE TABLE organisation_name (
    organisation TEXT NOT NULL REFERENCES organisation (id),
    position INTEGER NOT NULL,
    language TEXT NOT NULL,
    name TEXT NOT NULL,
    main INTEGER NOT NULL CHECK (main IN (0, 1)),
    normal TEXT NOT NULL,
    PRIMARY KEY (organisation, position)
);

CREATE INDEX organisation_name_by_normal ON organisation_name (normal);
