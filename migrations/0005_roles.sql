-- SPDX-License-Identifier: Apache-2.0
-- A role is held for a period: from valid_from until before valid_until, without one for good. organisation: within which
-- organisation only. A deputy holds the roles of another account while that person is away.
CREATE TABLE role_grant (
    id TEXT PRIMARY KEY,
    account TEXT NOT NULL REFERENCES account (id),
    role TEXT NOT NULL,
    organisation TEXT,
    valid_from INTEGER NOT NULL,
    valid_until INTEGER CHECK (valid_until >= valid_from),
    version INTEGER NOT NULL DEFAULT 1,
    created INTEGER NOT NULL,
    updated INTEGER NOT NULL
);

CREATE INDEX role_grant_by_account ON role_grant (account, valid_from);

CREATE INDEX role_grant_by_role ON role_grant (role, account);

CREATE TABLE deputy (
    id TEXT PRIMARY KEY,
    account TEXT NOT NULL REFERENCES account (id),
    deputy TEXT NOT NULL REFERENCES account (id) CHECK (deputy <> account),
    valid_from INTEGER NOT NULL,
    valid_until INTEGER NOT NULL CHECK (valid_until >= valid_from),
    version INTEGER NOT NULL DEFAULT 1,
    created INTEGER NOT NULL,
    updated INTEGER NOT NULL
);

CREATE INDEX deputy_by_account ON deputy (account, valid_from);

CREATE INDEX deputy_by_deputy ON deputy (deputy, valid_until);

INSERT INTO role_grant (id, account, role, valid_from, created, updated)
SELECT id || '-a', id, 'administrator', created, created, created FROM account WHERE roles LIKE '%"administrator"%';

INSERT INTO role_grant (id, account, role, valid_from, created, updated)
SELECT id || '-p', id, 'planner', created, created, created FROM account WHERE roles LIKE '%"planner"%';

ALTER TABLE account DROP COLUMN roles;

CREATE INDEX account_by_sign_in ON account (COALESCE(last_sign_in, 0), id);
