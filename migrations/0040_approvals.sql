-- SPDX-License-Identifier: Apache-2.0
-- Approvals: a document goes in rounds through the steps of a line. Rounds that ended stay as they were.

-- most_krw: the line holds up to this amount, without one for any. delegated: the last step decides in the head's place.
-- basis: where the institute's rule stands.
CREATE TABLE approval_line (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    kind TEXT NOT NULL,
    most_krw INTEGER CHECK (most_krw >= 0),
    delegated INTEGER NOT NULL CHECK (delegated IN (0, 1)),
    basis TEXT NOT NULL,
    fictitious INTEGER NOT NULL DEFAULT 0 CHECK (fictitious IN (0, 1)),
    version INTEGER NOT NULL DEFAULT 1,
    created INTEGER NOT NULL,
    updated INTEGER NOT NULL,
    deleted INTEGER
);

CREATE INDEX approval_line_by_kind ON approval_line (kind, most_krw);

CREATE TABLE approval_line_step (
    line TEXT NOT NULL REFERENCES approval_line (id),
    position INTEGER NOT NULL,
    task TEXT NOT NULL CHECK (task IN ('review', 'agreement', 'approval')),
    title TEXT NOT NULL,
    role TEXT,
    account TEXT REFERENCES account (id),
    days INTEGER NOT NULL CHECK (days > 0),
    PRIMARY KEY (line, position),
    CHECK ((role IS NULL) <> (account IS NULL))
);

-- record: what the desk hands in of its record as JSON, when the round begins. number_serial: given at the final approval.
CREATE TABLE approval (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    desk TEXT NOT NULL,
    subject TEXT,
    title TEXT NOT NULL,
    name_key TEXT NOT NULL,
    search TEXT NOT NULL,
    body TEXT NOT NULL,
    amount_krw INTEGER CHECK (amount_krw >= 0),
    drafter TEXT NOT NULL REFERENCES account (id),
    state TEXT NOT NULL CHECK (state IN ('draft', 'submitted', 'approved', 'rejected', 'recalled', 'withdrawn')),
    round INTEGER NOT NULL DEFAULT 0,
    number_year INTEGER,
    number_serial INTEGER,
    fictitious INTEGER NOT NULL DEFAULT 0 CHECK (fictitious IN (0, 1)),
    version INTEGER NOT NULL DEFAULT 1,
    created INTEGER NOT NULL,
    updated INTEGER NOT NULL,
    UNIQUE (desk, number_year, number_serial),
    CHECK ((state = 'approved') = (number_serial IS NOT NULL))
);

CREATE INDEX approval_by_drafter ON approval (drafter, updated);

CREATE INDEX approval_by_updated ON approval (updated, id);

CREATE INDEX approval_by_name ON approval (name_key, id);

CREATE INDEX approval_by_subject ON approval (kind, subject);

CREATE TABLE approval_round (
    approval TEXT NOT NULL REFERENCES approval (id),
    round INTEGER NOT NULL,
    line TEXT NOT NULL REFERENCES approval_line (id),
    line_name TEXT NOT NULL,
    delegated INTEGER NOT NULL CHECK (delegated IN (0, 1)),
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    amount_krw INTEGER,
    record TEXT NOT NULL,
    content_hash TEXT NOT NULL,
    outcome TEXT NOT NULL CHECK (outcome IN ('submitted', 'approved', 'rejected', 'recalled')),
    submitted INTEGER NOT NULL,
    ended INTEGER,
    PRIMARY KEY (approval, round)
);

-- decided_by is another than account where a deputy decided.
CREATE TABLE approval_step (
    approval TEXT NOT NULL,
    round INTEGER NOT NULL,
    position INTEGER NOT NULL,
    task TEXT NOT NULL CHECK (task IN ('review', 'agreement', 'approval')),
    title TEXT NOT NULL,
    account TEXT NOT NULL REFERENCES account (id),
    days INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'current', 'approved', 'rejected', 'skipped')),
    due INTEGER,
    decided_by TEXT REFERENCES account (id),
    decided INTEGER,
    note TEXT NOT NULL DEFAULT '',
    reminded INTEGER,
    PRIMARY KEY (approval, round, position),
    FOREIGN KEY (approval, round) REFERENCES approval_round (approval, round),
    CHECK ((decided_by IS NULL) = (state IN ('waiting', 'current', 'skipped')))
);

CREATE INDEX approval_step_by_account ON approval_step (account, state);

CREATE INDEX approval_step_by_decider ON approval_step (decided_by);

CREATE TABLE approval_reader (
    approval TEXT NOT NULL REFERENCES approval (id),
    account TEXT NOT NULL REFERENCES account (id),
    position INTEGER NOT NULL,
    PRIMARY KEY (approval, account)
);

CREATE INDEX approval_reader_by_account ON approval_reader (account);

-- step: the place of the step in the round that the comment speaks of, where it speaks of one.
CREATE TABLE approval_comment (
    id TEXT PRIMARY KEY,
    approval TEXT NOT NULL REFERENCES approval (id),
    round INTEGER NOT NULL,
    step INTEGER,
    author TEXT NOT NULL REFERENCES account (id),
    text TEXT NOT NULL,
    created INTEGER NOT NULL
);

CREATE INDEX approval_comment_by_approval ON approval_comment (approval, id);

-- The last number given in a year and series.
CREATE TABLE document_number (
    series TEXT NOT NULL,
    year INTEGER NOT NULL,
    last INTEGER NOT NULL CHECK (last > 0),
    PRIMARY KEY (series, year)
);
