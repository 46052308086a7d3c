-- SPDX-License-Identifier: Apache-2.0
-- Meetings of the network's bodies. content: JSON, schema MeetingContent of the contract; day repeats it, for lists.
CREATE TABLE network_meeting (
    id TEXT PRIMARY KEY,
    body TEXT NOT NULL REFERENCES network_record (id),
    content TEXT NOT NULL,
    day TEXT NOT NULL,
    search TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('draft', 'published')),
    published_by TEXT REFERENCES account (id),
    published_at INTEGER,
    owner TEXT NOT NULL REFERENCES account (id),
    version INTEGER NOT NULL DEFAULT 1,
    created INTEGER NOT NULL,
    updated INTEGER NOT NULL,
    deleted INTEGER
);

CREATE INDEX network_meeting_by_day ON network_meeting (day, id);
