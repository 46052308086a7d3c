-- SPDX-License-Identifier: Apache-2.0
-- What a person looks at often: the filters, order and columns of a list, as its address has them. list: "organisations".
CREATE TABLE saved_view (
    id TEXT PRIMARY KEY,
    account TEXT NOT NULL REFERENCES account (id),
    list TEXT NOT NULL,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    query TEXT NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    created INTEGER NOT NULL,
    updated INTEGER NOT NULL
);

CREATE UNIQUE INDEX saved_view_by_name ON saved_view (account, list, name);
