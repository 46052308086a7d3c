-- SPDX-License-Identifier: Apache-2.0
-- Doubles of organisations. merged_into: the record was found to be a double of that one and is put away.
ALTER TABLE organisation ADD COLUMN merged_into TEXT REFERENCES organisation (id);

CREATE INDEX organisation_by_merged_into ON organisation (merged_into);

-- Two records that a person said are different; one < other.
CREATE TABLE organisation_apart (
    one TEXT NOT NULL REFERENCES organisation (id),
    other TEXT NOT NULL REFERENCES organisation (id) CHECK (one < other),
    said_by TEXT NOT NULL REFERENCES account (id),
    created INTEGER NOT NULL,
    PRIMARY KEY (one, other)
);

-- What undoing a merge needs: the kept record's content before and after, as JSON.
CREATE TABLE organisation_merge (
    id TEXT PRIMARY KEY,
    kept TEXT NOT NULL REFERENCES organisation (id),
    merged TEXT NOT NULL REFERENCES organisation (id),
    kept_before TEXT NOT NULL,
    kept_after TEXT NOT NULL,
    merged_by TEXT NOT NULL REFERENCES account (id),
    undone INTEGER,
    undone_by TEXT REFERENCES account (id),
    version INTEGER NOT NULL DEFAULT 1,
    created INTEGER NOT NULL,
    updated INTEGER NOT NULL
);

CREATE INDEX organisation_merge_by_kept ON organisation_merge (kept);

-- The rows that were moved. reference: its name in the program; row_key: the row's own key, as that reference writes it.
CREATE TABLE organisation_move (
    merge TEXT NOT NULL REFERENCES organisation_merge (id),
    reference TEXT NOT NULL,
    row_key TEXT NOT NULL,
    PRIMARY KEY (merge, reference, row_key)
);
