-- SPDX-License-Identifier: Apache-2.0
-- What people say about a record of any kind. shared: those outside the institute to whom the record belongs read it too.

-- subject_kind: "organisation", "energy_plan", as the program registers them. edited: when its text was last changed.
CREATE TABLE comment (
    id TEXT PRIMARY KEY,
    subject_kind TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    author TEXT NOT NULL REFERENCES account (id),
    language TEXT NOT NULL,
    text TEXT NOT NULL,
    shared INTEGER NOT NULL DEFAULT 0 CHECK (shared IN (0, 1)),
    edited INTEGER,
    deleted INTEGER,
    deleted_by TEXT REFERENCES account (id),
    version INTEGER NOT NULL DEFAULT 1,
    created INTEGER NOT NULL,
    updated INTEGER NOT NULL,
    CHECK ((deleted IS NULL) = (deleted_by IS NULL))
);

CREATE INDEX comment_by_subject ON comment (subject_kind, subject_id, id);

CREATE INDEX comment_by_author ON comment (author, id);

CREATE TABLE comment_mention (
    comment TEXT NOT NULL REFERENCES comment (id),
    account TEXT NOT NULL REFERENCES account (id),
    position INTEGER NOT NULL,
    PRIMARY KEY (comment, account)
);

CREATE INDEX comment_mention_by_account ON comment_mention (account);
