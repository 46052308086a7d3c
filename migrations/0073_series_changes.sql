-- SPDX-License-Identifier: Apache-2.0
-- Series of a plan that were made from a weather file, each time with its reason. items: JSON, for each series what it was and what it is
-- (hash of its values, what was said of it, where it came from), so that it can be put back. undone: when that was done.
CREATE TABLE energy_series_change (
    id TEXT PRIMARY KEY,
    plan TEXT NOT NULL REFERENCES energy_plan (id),
    file TEXT NOT NULL,
    place TEXT NOT NULL,
    reason TEXT NOT NULL,
    items TEXT NOT NULL,
    owner TEXT NOT NULL REFERENCES account (id),
    created INTEGER NOT NULL,
    undone INTEGER,
    undone_by TEXT REFERENCES account (id)
);

CREATE INDEX energy_series_change_by_plan ON energy_series_change (plan, created);
