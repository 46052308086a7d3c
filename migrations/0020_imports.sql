-- SPDX-License-Identifier: Apache-2.0
-- Tables that become records. content: the file as it was uploaded, gone once it is no longer needed. sheets, headings, sample
-- and mapping are JSON, as the contract has them. head_row: number of the last row of headings, head_rows: how many there are.
-- rows and what follows are counts of the last check; written and undone of what was done.
CREATE TABLE table_import (
    id TEXT PRIMARY KEY,
    resource TEXT NOT NULL,
    owner TEXT NOT NULL REFERENCES account (id),
    state TEXT NOT NULL CHECK (state IN ('draft', 'checking', 'checked', 'writing', 'stopped', 'done', 'undoing', 'undone')),
    file_name TEXT NOT NULL,
    format TEXT NOT NULL,
    size INTEGER NOT NULL,
    content BLOB,
    sheets TEXT NOT NULL,
    sheet TEXT NOT NULL,
    separator TEXT NOT NULL,
    encoding TEXT NOT NULL,
    head_row INTEGER NOT NULL,
    head_rows INTEGER NOT NULL,
    headings TEXT NOT NULL,
    sample TEXT NOT NULL,
    mapping TEXT NOT NULL,
    twins TEXT NOT NULL CHECK (twins IN ('skip', 'update', 'add')),
    bad TEXT NOT NULL CHECK (bad IN ('refuse', 'skip')),
    rows INTEGER NOT NULL DEFAULT 0,
    bad_rows INTEGER NOT NULL DEFAULT 0,
    bad_cells INTEGER NOT NULL DEFAULT 0,
    twin_rows INTEGER NOT NULL DEFAULT 0,
    written INTEGER NOT NULL DEFAULT 0,
    undone INTEGER NOT NULL DEFAULT 0,
    job TEXT,
    error TEXT,
    version INTEGER NOT NULL DEFAULT 1,
    created INTEGER NOT NULL,
    updated INTEGER NOT NULL
);

CREATE INDEX table_import_by_owner ON table_import (owner, id);

-- Rows that a person must look at, and those that were mended: cells (JSON, in the order of the resource's columns) stand
-- for what the file says. errors and twins are JSON. decision: of a row with twins; none: the import's own.
CREATE TABLE table_import_row (
    import TEXT NOT NULL REFERENCES table_import (id),
    number INTEGER NOT NULL,
    cells TEXT NOT NULL,
    errors TEXT NOT NULL,
    twins TEXT NOT NULL,
    bad INTEGER NOT NULL,
    twin INTEGER NOT NULL CHECK (twin IN (0, 1)),
    mended INTEGER NOT NULL CHECK (mended IN (0, 1)),
    decision TEXT CHECK (decision IN ('skip', 'update', 'add')),
    PRIMARY KEY (import, number)
);

-- What was written: undo needs it. before: JSON of the record as it was; none: the record was new.
CREATE TABLE table_import_written (
    import TEXT NOT NULL REFERENCES table_import (id),
    number INTEGER NOT NULL,
    record TEXT NOT NULL,
    version INTEGER NOT NULL,
    before TEXT,
    undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1)),
    PRIMARY KEY (import, number)
);

-- What a person chose for headings like these.
CREATE TABLE table_import_mapping (
    account TEXT NOT NULL REFERENCES account (id),
    resource TEXT NOT NULL,
    headings TEXT NOT NULL,
    mapping TEXT NOT NULL,
    updated INTEGER NOT NULL,
    PRIMARY KEY (account, resource, headings)
);
