-- SPDX-License-Identifier: Apache-2.0
-- A cluster is an organisation; what the network knows of it beside names and country stands in content: JSON, schema ClusterProfile of
-- the contract. What follows it repeats the content, for lists: joined and left_on are the days of the latest membership.
CREATE TABLE cluster (
    id TEXT PRIMARY KEY REFERENCES organisation (id),
    content TEXT NOT NULL,
    search TEXT NOT NULL,
    joined TEXT NOT NULL,
    left_on TEXT NOT NULL,
    owner TEXT NOT NULL REFERENCES account (id),
    version INTEGER NOT NULL DEFAULT 1,
    created INTEGER NOT NULL,
    updated INTEGER NOT NULL,
    deleted INTEGER
);

CREATE INDEX cluster_by_updated ON cluster (updated, id);

CREATE INDEX cluster_by_joined ON cluster (joined, id);

-- Which organisations belong to a cluster, from a day (none: since before it was written down) until before another (none: still).
CREATE TABLE cluster_member (
    id TEXT PRIMARY KEY,
    cluster TEXT NOT NULL REFERENCES cluster (id),
    organisation TEXT NOT NULL REFERENCES organisation (id),
    from_day TEXT,
    until_day TEXT,
    version INTEGER NOT NULL DEFAULT 1,
    created INTEGER NOT NULL,
    updated INTEGER NOT NULL
);

CREATE INDEX cluster_member_by_cluster ON cluster_member (cluster, organisation);

CREATE INDEX cluster_member_by_organisation ON cluster_member (organisation, cluster);

-- The desk's small registers: the rule by which clusters are valid, figures of the network's growth, HS codes, the network's bodies. content:
-- JSON, by kind a schema of the contract; sort_key orders a register's records.
CREATE TABLE network_record (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    content TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    search TEXT NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    created INTEGER NOT NULL,
    updated INTEGER NOT NULL,
    deleted INTEGER
);

CREATE INDEX network_record_by_key ON network_record (kind, sort_key, id);

INSERT INTO network_record (id, kind, content, sort_key, search, created, updated) VALUES ('cluster-rule', 'cluster_rule', '{"min_members":15,"min_fte":0.5,"min_kinds":2,"origin":"European Cluster Collaboration Platform (ECCP), profile registration","note":""}', '', '', 0, 0);
