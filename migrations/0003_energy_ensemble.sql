-- SPDX-License-Identifier: Apache-2.0
-- Uncertainty: a plan computed many times over what is uncertain. specification, series (name → hash), technologies and
-- ranges are JSON; model and series are as they were when the ensemble was made, so that its samples can be computed later.
CREATE TABLE energy_ensemble (
    id TEXT PRIMARY KEY,
    plan TEXT NOT NULL REFERENCES energy_plan (id),
    number INTEGER NOT NULL,
    label TEXT NOT NULL,
    job TEXT REFERENCES job (id),
    owner TEXT NOT NULL REFERENCES account (id),
    specification TEXT NOT NULL,
    model TEXT NOT NULL,
    series TEXT NOT NULL,
    ranges TEXT,
    version INTEGER NOT NULL DEFAULT 1,
    created INTEGER NOT NULL,
    updated INTEGER NOT NULL,
    deleted INTEGER,
    UNIQUE (plan, number)
);

-- result: JSON of schema Sample. A sample is written once, whoever computes it.
CREATE TABLE energy_ensemble_sample (
    ensemble TEXT NOT NULL REFERENCES energy_ensemble (id),
    number INTEGER NOT NULL,
    result TEXT NOT NULL,
    PRIMARY KEY (ensemble, number)
);
