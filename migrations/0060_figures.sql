-- SPDX-License-Identifier: Apache-2.0
-- One provenance for all of Dure: a source, and the figures read in it or derived from figures; see server/figures/figure.hpp.

-- A country, its provinces and cities, their districts. code: dotted down the tree, "kr.daegu.jung".
CREATE TABLE region (
    code TEXT PRIMARY KEY,
    parent TEXT REFERENCES region (code),
    name_ko TEXT NOT NULL,
    name_en TEXT NOT NULL,
    position INTEGER NOT NULL
);

-- What a figure measures. nature: 'flow' over its period, 'stock' at its end, 'ratio' neither. unit: what it is shown in, where that
-- is not the source's; its dimension is that of all its figures.
CREATE TABLE indicator (
    code TEXT PRIMARY KEY,
    topic TEXT NOT NULL,
    name_ko TEXT NOT NULL,
    name_en TEXT NOT NULL,
    nature TEXT NOT NULL CHECK (nature IN ('flow', 'stock', 'ratio')),
    unit TEXT NOT NULL,
    note_ko TEXT NOT NULL,
    note_en TEXT NOT NULL,
    position INTEGER NOT NULL
);

-- What figures of an indicator are told apart by. kind: 'sector' who uses, 'item' which fuel, technology or programme.
CREATE TABLE figure_term (
    kind TEXT NOT NULL CHECK (kind IN ('sector', 'item')),
    code TEXT NOT NULL,
    name_ko TEXT NOT NULL,
    name_en TEXT NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (kind, code)
);

-- code: the short name that files refer to it by. published: "2020", "2020-06" or "2020-06-05". owner: none where it came with Dure.
CREATE TABLE source (
    id TEXT PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    document TEXT NOT NULL,
    publisher TEXT NOT NULL,
    page TEXT NOT NULL,
    published TEXT,
    read_on TEXT,
    link TEXT,
    note TEXT NOT NULL,
    name_key TEXT NOT NULL,
    search TEXT NOT NULL,
    owner TEXT REFERENCES account (id),
    version INTEGER NOT NULL DEFAULT 1,
    created INTEGER NOT NULL,
    updated INTEGER NOT NULL,
    deleted INTEGER
);

CREATE INDEX source_by_name ON source (name_key, id);

-- Against what targets are said: two versions stand side by side, none is put in the other's place.
CREATE TABLE baseline (
    code TEXT PRIMARY KEY,
    indicator TEXT NOT NULL REFERENCES indicator (code),
    region TEXT NOT NULL REFERENCES region (code),
    period TEXT NOT NULL,
    name_ko TEXT NOT NULL,
    name_en TEXT NOT NULL,
    note_ko TEXT NOT NULL,
    note_en TEXT NOT NULL,
    position INTEGER NOT NULL
);

-- code: what formulas and files refer to it by. period: see engine/energy/period.hpp; period_key its first and last month
-- "2018-07/2018-12", empty where the source gives none. kind 'baseline': the value that the targets of that baseline are said against.
-- method: 'read' in the source, 'derived' by the formula, 'estimate', 'assumption'. basis: how it differs from others of its series.
-- reason: why it was last changed.
CREATE TABLE figure (
    id TEXT PRIMARY KEY,
    code TEXT UNIQUE,
    region TEXT NOT NULL REFERENCES region (code),
    indicator TEXT NOT NULL REFERENCES indicator (code),
    sector TEXT NOT NULL,
    item TEXT NOT NULL,
    period TEXT NOT NULL,
    period_key TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('actual', 'baseline', 'target', 'forecast', 'assumption')),
    value REAL NOT NULL,
    low REAL,
    high REAL,
    unit TEXT NOT NULL,
    price_year INTEGER,
    method TEXT NOT NULL CHECK (method IN ('read', 'derived', 'estimate', 'assumption')),
    source TEXT REFERENCES source (id),
    formula TEXT,
    basis_ko TEXT NOT NULL,
    basis_en TEXT NOT NULL,
    note_ko TEXT NOT NULL,
    note_en TEXT NOT NULL,
    baseline TEXT REFERENCES baseline (code),
    reason TEXT NOT NULL,
    search TEXT NOT NULL,
    owner TEXT REFERENCES account (id),
    version INTEGER NOT NULL DEFAULT 1,
    created INTEGER NOT NULL,
    updated INTEGER NOT NULL,
    deleted INTEGER,
    CHECK (source IS NOT NULL OR method IN ('derived', 'assumption')),
    CHECK ((method = 'derived') = (formula IS NOT NULL)),
    CHECK (kind NOT IN ('target', 'baseline') OR baseline IS NOT NULL)
);

CREATE INDEX figure_by_series ON figure (indicator, region, sector, item, period_key, id);

CREATE INDEX figure_by_period ON figure (period_key, id);

CREATE INDEX figure_by_updated ON figure (updated, id);

CREATE INDEX figure_by_source ON figure (source);

CREATE INDEX figure_by_region ON figure (region, period_key, id);

-- What a derived figure is made of.
CREATE TABLE figure_input (
    figure TEXT NOT NULL REFERENCES figure (id),
    input TEXT NOT NULL REFERENCES figure (id),
    PRIMARY KEY (figure, input)
);

CREATE INDEX figure_input_by_input ON figure_input (input, figure);
