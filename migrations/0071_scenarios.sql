-- SPDX-License-Identifier: Apache-2.0
-- What a scenario changes of its parent, or of the plan where it has none. changes: JSON, a list of {at, value}; see
-- engine/energy/parameters.hpp.
CREATE TABLE energy_scenario (
    id TEXT PRIMARY KEY,
    plan TEXT NOT NULL REFERENCES energy_plan (id),
    parent TEXT REFERENCES energy_scenario (id),
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    description TEXT NOT NULL,
    changes TEXT NOT NULL,
    owner TEXT NOT NULL REFERENCES account (id),
    version INTEGER NOT NULL DEFAULT 1,
    created INTEGER NOT NULL,
    updated INTEGER NOT NULL,
    deleted INTEGER
);

CREATE INDEX energy_scenario_by_plan ON energy_scenario (plan, name_key, id);

CREATE INDEX energy_scenario_by_parent ON energy_scenario (parent);

-- The scenario that a run computed, under the name that it had then.
ALTER TABLE energy_run ADD COLUMN scenario TEXT REFERENCES energy_scenario (id);

ALTER TABLE energy_run ADD COLUMN scenario_name TEXT;
