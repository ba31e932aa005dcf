-- SPDX-FileCopyrightText: Interdict contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Version 3: what is published and what waits for review, with reviewers' comments; colours of terms and
-- platforms; what the vocabulary was and became.

-- 0 published, 1 submitted for review, 2 draft
ALTER TABLE event ADD COLUMN review INTEGER NOT NULL DEFAULT 0 CHECK (review BETWEEN 0 AND 2);
DROP INDEX event_columns;
CREATE INDEX event_columns ON event (
    start_first, uid, start_last, end_first, end_last, country, subdivision, measure, scope, status, confidence,
    review);

CREATE TABLE event_comment (
    event INTEGER NOT NULL REFERENCES event (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    field TEXT,                 -- a key of the event's fields; NULL: the event as a whole
    text TEXT NOT NULL,
    editor TEXT NOT NULL,
    at TEXT NOT NULL,           -- UTC, ISO 8601
    resolved INTEGER NOT NULL DEFAULT 0 CHECK (resolved IN (0, 1)),
    PRIMARY KEY (event, position)
) STRICT, WITHOUT ROWID;

ALTER TABLE term ADD COLUMN colour TEXT;        -- #rrggbb; NULL: as the program draws it
ALTER TABLE platform ADD COLUMN colour TEXT;

-- The whole vocabulary as JSON, before and after a step that changed it.
CREATE TABLE vocabulary_revision (
    change INTEGER PRIMARY KEY REFERENCES change (id),
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    renamed TEXT                -- what was renamed or merged: list, from and to of each, as JSON
) STRICT;
