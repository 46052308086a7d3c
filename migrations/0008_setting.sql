-- SPDX-License-Identifier: Apache-2.0
-- Without a choice the fallback holds; the row stays, so that its version goes on.
ALTER TABLE setting ADD COLUMN chosen INTEGER NOT NULL DEFAULT 1 CHECK (chosen IN (0, 1));

-- When the database was last written to a file.
CREATE TABLE backup_log (
    at INTEGER PRIMARY KEY,
    rows INTEGER NOT NULL
);
