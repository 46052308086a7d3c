-- SPDX-License-Identifier: Apache-2.0
-- A sign-in at an OpenID Connect provider that opens an account; at most one of each provider.
CREATE TABLE account_identity (
    issuer TEXT NOT NULL,
    subject TEXT NOT NULL,
    account TEXT NOT NULL REFERENCES account (id),
    created INTEGER NOT NULL,
    last_used INTEGER NOT NULL,
    PRIMARY KEY (issuer, subject)
);

CREATE UNIQUE INDEX account_identity_by_account ON account_identity (account, issuer);
