-- SPDX-License-Identifier: Apache-2.0
-- A mailing: one text for many readers. Its mails stand in the outbox. roles: JSON list; empty: everyone with an account.
-- language: only who reads in it. A language without text gets the other one.
CREATE TABLE mailing (
    id TEXT PRIMARY KEY,
    subject_ko TEXT NOT NULL,
    body_ko TEXT NOT NULL,
    subject_en TEXT NOT NULL,
    body_en TEXT NOT NULL,
    roles TEXT NOT NULL,
    language TEXT CHECK (language IN ('ko', 'en')),
    state TEXT NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'sent', 'stopped')),
    readers INTEGER NOT NULL DEFAULT 0,
    owner TEXT NOT NULL REFERENCES account (id),
    sent INTEGER,
    version INTEGER NOT NULL DEFAULT 1,
    created INTEGER NOT NULL,
    updated INTEGER NOT NULL
);

CREATE INDEX mailing_by_created ON mailing (created, id);
