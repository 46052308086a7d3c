-- SPDX-License-Identifier: Apache-2.0
-- A plan or scenario computed for many values: kind 'sweep' over one or two parameters, 'tornado' each assumption at its low and high.
-- specification and series (name → hash) are JSON; model and series are as they were when it was made.
CREATE TABLE energy_sweep (
    id TEXT PRIMARY KEY,
    plan TEXT NOT NULL REFERENCES energy_plan (id),
    number INTEGER NOT NULL,
    label TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('sweep', 'tornado')),
    scenario TEXT REFERENCES energy_scenario (id),
    scenario_name TEXT,
    job TEXT REFERENCES job (id),
    owner TEXT NOT NULL REFERENCES account (id),
    currency TEXT NOT NULL,
    specification TEXT NOT NULL,
    points INTEGER NOT NULL,
    model TEXT NOT NULL,
    series TEXT NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    created INTEGER NOT NULL,
    updated INTEGER NOT NULL,
    deleted INTEGER,
    UNIQUE (plan, number)
);

-- result: JSON of schema SweepPoint. A point is written once, whoever computes it.
CREATE TABLE energy_sweep_point (
    sweep TEXT NOT NULL REFERENCES energy_sweep (id),
    number INTEGER NOT NULL,
    result TEXT NOT NULL,
    PRIMARY KEY (sweep, number)
);
