-- SPDX-License-Identifier: Apache-2.0
-- The taxonomy that the search finds other languages by. Brought in from taxonomy/terms.tsv once; what people change is kept here.
CREATE TABLE taxonomy_concept (
    id TEXT PRIMARY KEY,
    field TEXT NOT NULL,
    search TEXT NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    created INTEGER NOT NULL,
    updated INTEGER NOT NULL,
    deleted INTEGER
);

-- The first term of a concept in a language is the one to show, the others are its synonyms.
CREATE TABLE taxonomy_term (
    concept TEXT NOT NULL REFERENCES taxonomy_concept (id),
    position INTEGER NOT NULL,
    language TEXT NOT NULL,
    term TEXT NOT NULL,
    origin TEXT NOT NULL,
    reviewed INTEGER NOT NULL CHECK (reviewed IN (0, 1)),
    reviewed_by TEXT REFERENCES account (id),
    reviewed_at INTEGER,
    PRIMARY KEY (concept, position)
);

CREATE INDEX taxonomy_term_by_language ON taxonomy_term (language, concept);

-- Counts the changes, so that whoever holds the taxonomy in memory knows when to read it anew. 0: nothing was ever brought in.
CREATE TABLE taxonomy_state (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    change INTEGER NOT NULL
);

INSERT INTO taxonomy_state (id, change) VALUES (1, 0);

-- before: JSON of the concepts that the import changed, as they were.
CREATE TABLE taxonomy_import (
    id TEXT PRIMARY KEY,
    before TEXT NOT NULL,
    actor TEXT NOT NULL REFERENCES account (id),
    made INTEGER NOT NULL,
    undone INTEGER
);
