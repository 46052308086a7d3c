-- SPDX-License-Identifier: Apache-2.0
-- The secret address at which a person's calendar can be subscribed to: its SHA-256 alone is kept.
CREATE TABLE calendar_feed (
    account TEXT PRIMARY KEY REFERENCES account (id),
    token_digest TEXT NOT NULL UNIQUE,
    last_read INTEGER,
    created INTEGER NOT NULL
);
