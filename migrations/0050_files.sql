-- SPDX-License-Identifier: Apache-2.0
-- Files that belong to records. Their bytes stand in the data folder under the SHA-256 of their content, each content once.

-- type: media type as found in the content. unreferenced: since when no attachment has it.
CREATE TABLE file_content (
    hash TEXT PRIMARY KEY,
    size INTEGER NOT NULL CHECK (size > 0),
    type TEXT NOT NULL,
    created INTEGER NOT NULL,
    unreferenced INTEGER
);

CREATE INDEX file_content_by_unreferenced ON file_content (unreferenced);

-- subject_kind: a kind that a desk has registered ("approval"), subject_id: the record's id.
CREATE TABLE attachment (
    id TEXT PRIMARY KEY,
    subject_kind TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    description TEXT NOT NULL,
    content TEXT NOT NULL REFERENCES file_content (hash),
    owner TEXT NOT NULL REFERENCES account (id),
    version INTEGER NOT NULL DEFAULT 1,
    created INTEGER NOT NULL,
    updated INTEGER NOT NULL,
    deleted INTEGER
);

CREATE INDEX attachment_by_subject ON attachment (subject_kind, subject_id, name_key);

CREATE INDEX attachment_by_subject_id ON attachment (subject_id);

CREATE INDEX attachment_by_content ON attachment (content);

CREATE INDEX attachment_by_owner ON attachment (owner);

CREATE INDEX attachment_by_deleted ON attachment (deleted);

-- A file on its way in (tus 1.0.0). received: bytes that are on the disk for good. fingerprint: by which the page knows the file
-- again. received whole: hash and type are known; done: attached; refused: error says why, as JSON.
CREATE TABLE file_upload (
    id TEXT PRIMARY KEY,
    owner TEXT NOT NULL REFERENCES account (id),
    subject_kind TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    name TEXT NOT NULL,
    description TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    length INTEGER NOT NULL CHECK (length > 0),
    received INTEGER NOT NULL DEFAULT 0 CHECK (received BETWEEN 0 AND length),
    state TEXT NOT NULL CHECK (state IN ('receiving', 'received', 'done', 'refused')),
    hash TEXT,
    type TEXT,
    attachment TEXT REFERENCES attachment (id),
    error TEXT,
    created INTEGER NOT NULL,
    updated INTEGER NOT NULL,
    expires INTEGER NOT NULL
);

CREATE INDEX file_upload_by_owner ON file_upload (owner, subject_kind, subject_id);

CREATE INDEX file_upload_by_expires ON file_upload (expires);
