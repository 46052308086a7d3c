-- SPDX-License-Identifier: Apache-2.0
-- What every row of a large import pays for and nobody asks: entries of an index for columns that are nearly always empty, and a
-- look at table_import for each row of its own log, which only its own job writes and which goes with it.
DROP INDEX organisation_by_merged_into;

CREATE INDEX organisation_by_merged_into ON organisation (merged_into) WHERE merged_into IS NOT NULL;

DROP INDEX organisation_by_registration;

CREATE INDEX organisation_by_registration ON organisation (registration_key) WHERE registration_key IS NOT NULL;

DROP INDEX organisation_by_web_host;

CREATE INDEX organisation_by_web_host ON organisation (web_host) WHERE web_host IS NOT NULL;

-- Entries that are not sealed have no place in the chain. SQLite cannot take a UNIQUE from a table without writing it anew.
@postgresql ALTER TABLE audit_entry DROP CONSTRAINT audit_entry_chain_number_key;

@postgresql CREATE UNIQUE INDEX audit_entry_by_chain_number ON audit_entry (chain_number) WHERE chain_number IS NOT NULL;

CREATE TABLE table_import_log (
    import TEXT NOT NULL,
    number INTEGER NOT NULL,
    record TEXT NOT NULL,
    version INTEGER NOT NULL,
    before TEXT,
    undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1)),
    PRIMARY KEY (import, number)
);

INSERT INTO table_import_log (import, number, record, version, before, undone)
    SELECT import, number, record, version, before, undone FROM table_import_written;

DROP TABLE table_import_written;

ALTER TABLE table_import_log RENAME TO table_import_written;
