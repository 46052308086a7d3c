-- SPDX-License-Identifier: Apache-2.0
-- Meetings of the board: convened, attended, voted, with resolutions numbered a year, and minutes in versions.

-- One row: the rules in force. Quorum and majorities are fractions; more_than: the fraction itself is not enough.
-- majority_of: 'present' counts those who abstain, 'cast' does not.
CREATE TABLE board_rule (
    id TEXT PRIMARY KEY CHECK (id = 'board'),
    quorum_numerator INTEGER NOT NULL CHECK (quorum_numerator > 0),
    quorum_denominator INTEGER NOT NULL CHECK (quorum_denominator >= quorum_numerator),
    quorum_more_than INTEGER NOT NULL CHECK (quorum_more_than IN (0, 1)),
    majority_of TEXT NOT NULL CHECK (majority_of IN ('present', 'cast')),
    proxies INTEGER NOT NULL CHECK (proxies IN (0, 1)),
    chair_decides_ties INTEGER NOT NULL CHECK (chair_decides_ties IN (0, 1)),
    basis TEXT NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    updated INTEGER NOT NULL
);

-- rule: JSON of the rule as it was when the meeting was convened.
CREATE TABLE board_meeting (
    id TEXT PRIMARY KEY,
    title TEXT NOT NULL,
    name_key TEXT NOT NULL,
    search TEXT NOT NULL,
    place TEXT NOT NULL,
    begins INTEGER NOT NULL,
    notice TEXT NOT NULL,
    chair TEXT NOT NULL REFERENCES account (id),
    secretary TEXT NOT NULL REFERENCES account (id),
    state TEXT NOT NULL CHECK (state IN ('draft', 'convened', 'open', 'closed', 'cancelled')),
    rule TEXT,
    fictitious INTEGER NOT NULL DEFAULT 0 CHECK (fictitious IN (0, 1)),
    version INTEGER NOT NULL DEFAULT 1,
    created INTEGER NOT NULL,
    updated INTEGER NOT NULL
);

CREATE INDEX board_meeting_by_begin ON board_meeting (begins, id);

-- present_count and the votes are filled when the vote ends.
CREATE TABLE board_item (
    id TEXT PRIMARY KEY,
    meeting TEXT NOT NULL REFERENCES board_meeting (id),
    position INTEGER NOT NULL,
    title TEXT NOT NULL,
    proposal TEXT NOT NULL,
    ballot TEXT NOT NULL CHECK (ballot IN ('open', 'secret', 'report')),
    majority TEXT NOT NULL CHECK (majority IN ('simple', 'two_thirds')),
    state TEXT NOT NULL CHECK (state IN ('pending', 'voting', 'carried', 'rejected', 'reported')),
    yes_votes INTEGER NOT NULL DEFAULT 0,
    no_votes INTEGER NOT NULL DEFAULT 0,
    abstentions INTEGER NOT NULL DEFAULT 0,
    present_count INTEGER,
    resolution_year INTEGER,
    resolution_serial INTEGER,
    decided INTEGER,
    UNIQUE (resolution_year, resolution_serial),
    CHECK ((state = 'carried') = (resolution_serial IS NOT NULL))
);

CREATE INDEX board_item_by_meeting ON board_item (meeting, position);

-- Made when the meeting is convened: who was a member then. proxy: the member who votes in their place.
CREATE TABLE board_attendance (
    meeting TEXT NOT NULL REFERENCES board_meeting (id),
    account TEXT NOT NULL REFERENCES account (id),
    state TEXT NOT NULL CHECK (state IN ('expected', 'present', 'proxy', 'absent')),
    proxy TEXT REFERENCES account (id),
    PRIMARY KEY (meeting, account),
    CHECK ((state = 'proxy') = (proxy IS NOT NULL))
);

-- choice: none of a secret vote, of which only the counts in board_item are kept.
CREATE TABLE board_vote (
    item TEXT NOT NULL REFERENCES board_item (id),
    member TEXT NOT NULL REFERENCES account (id),
    cast_by TEXT NOT NULL REFERENCES account (id),
    choice TEXT CHECK (choice IN ('yes', 'no', 'abstain')),
    PRIMARY KEY (item, member)
);

-- content: JSON of the meeting as the minutes hold it. remarks: what the secretary writes beside it.
CREATE TABLE board_minutes (
    id TEXT PRIMARY KEY,
    meeting TEXT NOT NULL REFERENCES board_meeting (id),
    number INTEGER NOT NULL,
    content TEXT NOT NULL,
    remarks TEXT NOT NULL,
    correction TEXT NOT NULL,
    author TEXT NOT NULL REFERENCES account (id),
    created INTEGER NOT NULL,
    UNIQUE (meeting, number)
);

-- The usual rule until the institute enters its own.
INSERT INTO board_rule (id, quorum_numerator, quorum_denominator, quorum_more_than, majority_of, proxies,
                        chair_decides_ties, basis, updated)
VALUES ('board', 1, 2, 1, 'present', 0, 0, '', 0);
