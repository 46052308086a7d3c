-- SPDX-License-Identifier: Apache-2.0
-- What the energy centre plans and does. A record is kept whole: content is its JSON as the contract has it (schemas MeasureContent,
-- ProgrammeContent, CentreYearContent, ForecastContent), since its parts are read and changed with it alone (docs/adr/0070).
-- search: its texts folded for finding parts of them.
CREATE TABLE energy_measure (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    search TEXT NOT NULL,
    content TEXT NOT NULL,
    owner TEXT NOT NULL REFERENCES account (id),
    fictitious INTEGER NOT NULL DEFAULT 0 CHECK (fictitious IN (0, 1)),
    version INTEGER NOT NULL DEFAULT 1,
    created INTEGER NOT NULL,
    updated INTEGER NOT NULL,
    deleted INTEGER
);

CREATE INDEX energy_measure_by_name ON energy_measure (name_key, id);

CREATE TABLE energy_programme (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    search TEXT NOT NULL,
    content TEXT NOT NULL,
    owner TEXT NOT NULL REFERENCES account (id),
    fictitious INTEGER NOT NULL DEFAULT 0 CHECK (fictitious IN (0, 1)),
    version INTEGER NOT NULL DEFAULT 1,
    created INTEGER NOT NULL,
    updated INTEGER NOT NULL,
    deleted INTEGER
);

CREATE INDEX energy_programme_by_name ON energy_programme (name_key, id);

CREATE TABLE energy_centre_year (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    search TEXT NOT NULL,
    content TEXT NOT NULL,
    owner TEXT NOT NULL REFERENCES account (id),
    fictitious INTEGER NOT NULL DEFAULT 0 CHECK (fictitious IN (0, 1)),
    version INTEGER NOT NULL DEFAULT 1,
    created INTEGER NOT NULL,
    updated INTEGER NOT NULL,
    deleted INTEGER
);

CREATE INDEX energy_centre_year_by_name ON energy_centre_year (name_key, id);

CREATE TABLE energy_forecast (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    search TEXT NOT NULL,
    content TEXT NOT NULL,
    owner TEXT NOT NULL REFERENCES account (id),
    fictitious INTEGER NOT NULL DEFAULT 0 CHECK (fictitious IN (0, 1)),
    version INTEGER NOT NULL DEFAULT 1,
    created INTEGER NOT NULL,
    updated INTEGER NOT NULL,
    deleted INTEGER
);

CREATE INDEX energy_forecast_by_name ON energy_forecast (name_key, id);
