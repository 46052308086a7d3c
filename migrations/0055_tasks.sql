-- SPDX-License-Identifier: Apache-2.0
-- What somebody is to do, about a record or about none.

-- owner: who answers for it. due: the last day, "2026-11-30". search: folded title and names, for the list.
CREATE TABLE task (
    id TEXT PRIMARY KEY,
    subject_kind TEXT,
    subject_id TEXT,
    title TEXT NOT NULL,
    name_key TEXT NOT NULL,
    search TEXT NOT NULL,
    note TEXT NOT NULL,
    creator TEXT NOT NULL REFERENCES account (id),
    owner TEXT NOT NULL REFERENCES account (id),
    due TEXT,
    done INTEGER,
    done_by TEXT REFERENCES account (id),
    deleted INTEGER,
    version INTEGER NOT NULL DEFAULT 1,
    created INTEGER NOT NULL,
    updated INTEGER NOT NULL,
    CHECK ((subject_kind IS NULL) = (subject_id IS NULL)),
    CHECK ((done IS NULL) = (done_by IS NULL))
);

CREATE INDEX task_by_owner ON task (owner, done, due);

CREATE INDEX task_by_creator ON task (creator, id);

CREATE INDEX task_by_subject ON task (subject_kind, subject_id);

CREATE INDEX task_by_due ON task (done, due);
