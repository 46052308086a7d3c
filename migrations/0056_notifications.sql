-- SPDX-License-Identifier: Apache-2.0
-- That something happened which a person is told of. What happened is read from the record when it is shown, with the rights of then.

-- about: id of the comment or task. once: what makes it one and the same, so that nobody is told twice.
CREATE TABLE notification (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    account TEXT NOT NULL REFERENCES account (id),
    kind TEXT NOT NULL CHECK (kind IN ('mention', 'comment', 'task_assigned', 'task_done', 'task_due')),
    about TEXT NOT NULL,
    actor TEXT REFERENCES account (id),
    once TEXT NOT NULL,
    read INTEGER,
    created INTEGER NOT NULL
);

CREATE UNIQUE INDEX notification_once ON notification (account, once);

CREATE INDEX notification_by_account ON notification (account, number);

CREATE INDEX notification_unread ON notification (account, read);
