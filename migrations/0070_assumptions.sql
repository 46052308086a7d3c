-- SPDX-License-Identifier: Apache-2.0
-- Where each number of a plan comes from. at: its address in the model (engine/energy/parameters.hpp); the value stands there alone.
-- A number without a row, or with neither source nor figure, is an assumption without source. reason: why it was last changed.
CREATE TABLE energy_assumption (
    plan TEXT NOT NULL REFERENCES energy_plan (id),
    at TEXT NOT NULL,
    source TEXT REFERENCES source (id),
    figure TEXT REFERENCES figure (id),
    price_year INTEGER,
    low REAL,
    high REAL,
    note_ko TEXT NOT NULL,
    note_en TEXT NOT NULL,
    reason TEXT NOT NULL,
    owner TEXT NOT NULL REFERENCES account (id),
    version INTEGER NOT NULL DEFAULT 1,
    created INTEGER NOT NULL,
    updated INTEGER NOT NULL,
    PRIMARY KEY (plan, at)
);

CREATE INDEX energy_assumption_by_source ON energy_assumption (source);

CREATE INDEX energy_assumption_by_figure ON energy_assumption (figure);

-- How many assumptions the run rested on when it was made, and how many of them had no source; none: it was made before.
ALTER TABLE energy_run ADD COLUMN assumptions INTEGER;

ALTER TABLE energy_run ADD COLUMN without_source INTEGER;
