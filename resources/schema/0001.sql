-- SPDX-FileCopyrightText: Interdict contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The data set, version 1. Run in one transaction; the program then sets user_version to the file's number.
-- 0x49445354 is "IDST", an Interdict data set.
PRAGMA application_id = 1229214548;

-- About the data set itself: one row.
CREATE TABLE dataset (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    title TEXT NOT NULL,
    description TEXT NOT NULL,
    created TEXT NOT NULL,      -- UTC, ISO 8601
    written_by TEXT NOT NULL    -- version of the program that made or last migrated it
) STRICT;

-- The vocabulary. position is the order on screen.
CREATE TABLE term (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('measure', 'concern', 'scope', 'status', 'relation', 'confidence', 'milestone_kind')),
    code TEXT NOT NULL,
    position INTEGER NOT NULL,
    label TEXT NOT NULL,
    description TEXT,
    severity INTEGER NOT NULL DEFAULT 0 CHECK (severity BETWEEN 0 AND 5),
    restricts INTEGER NOT NULL DEFAULT 0 CHECK (restricts IN (0, 1)),
    in_force INTEGER NOT NULL DEFAULT 0 CHECK (in_force IN (0, 1)),
    note TEXT,
    UNIQUE (kind, code)
) STRICT;

CREATE TABLE platform (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    position INTEGER NOT NULL,
    developer TEXT,
    developer_country TEXT,
    kind TEXT
) STRICT;

-- Dates stand as the record knows them (2025-01-30, 2025-01, 2025-Q1, 2025) and as the first and last day that
-- they may mean, counted from 1970-01-01: those are what columns and filters are made of.
CREATE TABLE event (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    revision INTEGER NOT NULL CHECK (revision >= 1),
    title TEXT NOT NULL,
    start_date TEXT NOT NULL CHECK (
        start_date GLOB '[1-9][0-9][0-9][0-9]' OR start_date GLOB '[1-9][0-9][0-9][0-9]-Q[1-4]' OR
        start_date GLOB '[1-9][0-9][0-9][0-9]-[01][0-9]' OR start_date GLOB '[1-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    start_first INTEGER NOT NULL,
    start_last INTEGER NOT NULL,
    end_date TEXT CHECK (
        end_date GLOB '[1-9][0-9][0-9][0-9]' OR end_date GLOB '[1-9][0-9][0-9][0-9]-Q[1-4]' OR
        end_date GLOB '[1-9][0-9][0-9][0-9]-[01][0-9]' OR end_date GLOB '[1-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    end_first INTEGER,
    end_last INTEGER,
    country TEXT,               -- ISO 3166-1 alpha-2, XK or EU
    subdivision TEXT,           -- ISO 3166-2
    authority TEXT,
    measure INTEGER REFERENCES term (id),
    scope INTEGER REFERENCES term (id),
    status INTEGER REFERENCES term (id),
    confidence INTEGER REFERENCES term (id),
    summary TEXT,
    note TEXT,
    CHECK (start_first <= start_last),
    CHECK ((end_date IS NULL) = (end_first IS NULL) AND (end_date IS NULL) = (end_last IS NULL)),
    CHECK (end_first <= end_last AND start_first <= end_last),
    CHECK (subdivision IS NULL OR country IS NOT NULL)
) STRICT;
-- All that the columns in memory need, in result order: a million events load by one scan of this index.
CREATE INDEX event_columns ON event (
    start_first, uid, start_last, end_first, end_last, country, subdivision, measure, scope, status, confidence);

CREATE TABLE event_platform (
    event INTEGER NOT NULL REFERENCES event (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    platform INTEGER NOT NULL REFERENCES platform (id),
    PRIMARY KEY (event, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE event_concern (
    event INTEGER NOT NULL REFERENCES event (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    concern INTEGER NOT NULL REFERENCES term (id),
    PRIMARY KEY (event, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE source (
    event INTEGER NOT NULL REFERENCES event (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    title TEXT,
    publisher TEXT,
    url TEXT,
    date TEXT,
    PRIMARY KEY (event, position)
) STRICT, WITHOUT ROWID;

-- event follows, lifts, extends, implements or supersedes other.
CREATE TABLE relation (
    event INTEGER NOT NULL REFERENCES event (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    kind INTEGER NOT NULL REFERENCES term (id),
    other INTEGER NOT NULL REFERENCES event (id) CHECK (other <> event),
    PRIMARY KEY (event, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX relation_other ON relation (other, kind);

CREATE TABLE milestone (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    date TEXT NOT NULL,
    date_first INTEGER NOT NULL,
    organisation TEXT,
    country TEXT,
    kind INTEGER REFERENCES term (id),
    platform TEXT,              -- need not be one of the table: milestones also name what nobody restricts
    summary TEXT,
    metric_name TEXT,
    metric_value REAL,
    metric_unit TEXT,
    metric_of TEXT,
    confidence INTEGER REFERENCES term (id),
    note TEXT,
    CHECK ((metric_name IS NULL) = (metric_value IS NULL))
) STRICT;

CREATE TABLE milestone_source (
    milestone INTEGER NOT NULL REFERENCES milestone (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    title TEXT,
    publisher TEXT,
    url TEXT,
    date TEXT,
    PRIMARY KEY (milestone, position)
) STRICT, WITHOUT ROWID;

-- Every save of an event: who, when, and the whole event as JSON, or NULL where the save deleted it. Refers to
-- the uid, since it outlives the event.
CREATE TABLE revision (
    uid TEXT NOT NULL,
    revision INTEGER NOT NULL CHECK (revision >= 1),
    at TEXT NOT NULL,           -- UTC, ISO 8601
    editor TEXT NOT NULL,
    content TEXT,
    PRIMARY KEY (uid, revision)
) STRICT;

-- Unfinished work of an editor; based_on is the revision it was made from, NULL for a new event.
CREATE TABLE draft (
    id INTEGER PRIMARY KEY,
    uid TEXT,
    based_on INTEGER,
    at TEXT NOT NULL,
    content TEXT NOT NULL
) STRICT;

CREATE TABLE saved_view (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    position INTEGER NOT NULL,
    filter TEXT NOT NULL,       -- as filter text
    as_of TEXT
) STRICT;

-- Text by event id, as the store spaces it for search: each Chinese, Japanese or Korean character a word.
CREATE VIRTUAL TABLE event_search USING fts5 (
    title, authority, summary, note, sources, platforms, place,
    tokenize = "unicode61 remove_diacritics 2");
