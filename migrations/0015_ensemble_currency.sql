-- SPDX-License-Identifier: Apache-2.0
-- The currency of an ensemble's model, so that a list need not read the models.
ALTER TABLE energy_ensemble ADD COLUMN currency TEXT NOT NULL DEFAULT 'KRW';

UPDATE energy_ensemble SET currency = coalesce(
    (SELECT max(r.currency) FROM energy_run r WHERE r.plan = energy_ensemble.plan), 'KRW');
