-- SPDX-License-Identifier: Apache-2.0
-- Mails that leave the institute. A row is written in the transaction of what it tells of; the sender takes it from here.

-- number: the order in which one reader gets their mails. recipient: the address, case folded. body: paragraphs with an empty line
-- between. secret: body and path are emptied once the mail was delivered or is too old. rhythm: only of state held.
CREATE TABLE mail (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    account TEXT REFERENCES account (id),
    address TEXT NOT NULL,
    recipient TEXT NOT NULL,
    name TEXT NOT NULL,
    language TEXT NOT NULL CHECK (language IN ('ko', 'en')),
    kind TEXT NOT NULL,
    topic TEXT NOT NULL,
    mailing TEXT,
    subject TEXT NOT NULL,
    body TEXT NOT NULL,
    action TEXT NOT NULL,
    path TEXT NOT NULL,
    secret INTEGER NOT NULL DEFAULT 0 CHECK (secret IN (0, 1)),
    state TEXT NOT NULL CHECK (state IN ('held', 'waiting', 'sending', 'sent', 'bounced', 'dead', 'cancelled', 'expired',
                                         'digested', 'kept')),
    rhythm TEXT CHECK (rhythm IN ('daily', 'weekly')),
    digest INTEGER,
    message_id TEXT UNIQUE,
    attempts INTEGER NOT NULL DEFAULT 0,
    due INTEGER NOT NULL,
    worker TEXT,
    lease_until INTEGER,
    expires INTEGER NOT NULL,
    sent INTEGER,
    failure TEXT,
    version INTEGER NOT NULL DEFAULT 1,
    created INTEGER NOT NULL,
    updated INTEGER NOT NULL
);

CREATE INDEX mail_by_state ON mail (state, due, number);

CREATE INDEX mail_by_recipient ON mail (recipient, state, number);

CREATE INDEX mail_by_account ON mail (account, state);

CREATE INDEX mail_by_mailing ON mail (mailing, state);

CREATE INDEX mail_by_created ON mail (created);

-- choices: JSON object of topic and rhythm (at_once, daily, weekly, never); what it does not name comes at once.
CREATE TABLE mail_settings (
    account TEXT PRIMARY KEY REFERENCES account (id),
    choices TEXT NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    created INTEGER NOT NULL,
    updated INTEGER NOT NULL
);

-- Addresses that get nothing more: topic '*' after a hard bounce, else the topic that the reader unsubscribed from.
CREATE TABLE mail_block (
    recipient TEXT NOT NULL,
    topic TEXT NOT NULL,
    reason TEXT NOT NULL CHECK (reason IN ('bounced', 'unsubscribed')),
    detail TEXT NOT NULL,
    created INTEGER NOT NULL,
    PRIMARY KEY (recipient, topic)
);
