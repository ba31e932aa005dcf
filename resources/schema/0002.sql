-- SPDX-FileCopyrightText: Interdict contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Version 2: who changed what, step by step; where a source is kept besides its own address; drafts with all
-- that was typed.

-- One step of an editor: a save, a batch, an import. Numbers only grow, so whoever has seen step N asks for
-- what came after it.
CREATE TABLE change (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,           -- UTC, ISO 8601
    editor TEXT NOT NULL,
    what TEXT NOT NULL          -- "Edit of …", "Import of …"
) STRICT;
ALTER TABLE revision ADD COLUMN change INTEGER REFERENCES change (id);
CREATE INDEX revision_change ON revision (change, uid);

ALTER TABLE source ADD COLUMN kind TEXT;
ALTER TABLE source ADD COLUMN archived_url TEXT;
ALTER TABLE milestone_source ADD COLUMN kind TEXT;
ALTER TABLE milestone_source ADD COLUMN archived_url TEXT;
CREATE INDEX source_url ON source (url) WHERE url IS NOT NULL;

-- The program at work on a draft, as host:process; NULL where none is. One that lives is left alone.
ALTER TABLE draft ADD COLUMN owner TEXT;
