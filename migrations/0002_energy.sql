-- SPDX-License-Identifier: Apache-2.0
-- The energy desk. Blobs of values are little-endian IEEE doubles, one a period.

-- search: the name folded for finding parts of it. periods repeats what the model says, for lists.
CREATE TABLE energy_plan (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    search TEXT NOT NULL,
    description TEXT NOT NULL,
    language TEXT NOT NULL CHECK (language IN ('ko', 'en')),
    owner TEXT NOT NULL REFERENCES account (id),
    example INTEGER NOT NULL DEFAULT 0 CHECK (example IN (0, 1)),
    model TEXT NOT NULL,
    periods INTEGER NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    created INTEGER NOT NULL,
    updated INTEGER NOT NULL,
    deleted INTEGER
);

CREATE INDEX energy_plan_by_name ON energy_plan (name_key, id);

CREATE INDEX energy_plan_by_updated ON energy_plan (updated, id);

-- Values by the hex SHA-256 of their bytes: written once, never changed.
CREATE TABLE energy_series_data (
    hash TEXT PRIMARY KEY,
    length INTEGER NOT NULL,
    data BLOB NOT NULL,
    total REAL NOT NULL,
    minimum REAL NOT NULL,
    maximum REAL NOT NULL,
    created INTEGER NOT NULL
);

CREATE TABLE energy_plan_series (
    plan TEXT NOT NULL REFERENCES energy_plan (id),
    name TEXT NOT NULL,
    hash TEXT NOT NULL REFERENCES energy_series_data (hash),
    PRIMARY KEY (plan, name)
);

-- model and series (JSON: name → hash) are as they were when the run was made. The figures behind result repeat what lists
-- show.
CREATE TABLE energy_run (
    id TEXT PRIMARY KEY,
    plan TEXT NOT NULL REFERENCES energy_plan (id),
    number INTEGER NOT NULL,
    label TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('queued', 'running', 'optimal', 'infeasible', 'unbounded', 'limit',
                                           'cancelled', 'failed', 'interrupted')),
    job TEXT REFERENCES job (id),
    owner TEXT NOT NULL REFERENCES account (id),
    method TEXT NOT NULL,
    time_limit_seconds REAL,
    model TEXT NOT NULL,
    series TEXT NOT NULL,
    result TEXT,
    error TEXT,
    currency TEXT NOT NULL,
    total_cost REAL,
    co2_t REAL,
    self_sufficiency REAL,
    renewable_share REAL,
    version INTEGER NOT NULL DEFAULT 1,
    created INTEGER NOT NULL,
    updated INTEGER NOT NULL,
    deleted INTEGER,
    UNIQUE (plan, number)
);

CREATE INDEX energy_run_by_job ON energy_run (job);

-- One hourly result: kind is load, generator, link, store, store_level, line, shedding or price.
CREATE TABLE energy_run_series (
    run TEXT NOT NULL REFERENCES energy_run (id),
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    component TEXT NOT NULL,
    bus TEXT NOT NULL,
    carrier TEXT NOT NULL,
    unit TEXT NOT NULL,
    data BLOB NOT NULL,
    PRIMARY KEY (run, position)
);

CREATE INDEX energy_run_series_by_bus ON energy_run_series (run, bus, position);
