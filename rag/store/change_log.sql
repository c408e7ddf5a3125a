-- What builds did to the figures: that of the published generation, and that of the one at work.

-- One row for each document that a build wrote or dropped; its counts are exact.
CREATE TABLE IF NOT EXISTS document_changes (
    id          INTEGER PRIMARY KEY,
    generation  INTEGER NOT NULL,
    path        TEXT NOT NULL,
    added       INTEGER NOT NULL,
    changed     INTEGER NOT NULL,
    removed     INTEGER NOT NULL
);
CREATE INDEX IF NOT EXISTS document_changes_generation ON document_changes (generation, path);

-- The figures themselves, as many as change_log.py keeps; `before` and `after` are JSON objects by the columns of a figure.
CREATE TABLE IF NOT EXISTS figure_changes (
    id          INTEGER PRIMARY KEY,
    generation  INTEGER NOT NULL,
    path        TEXT NOT NULL,
    before      TEXT,
    after       TEXT
);
CREATE INDEX IF NOT EXISTS figure_changes_generation ON figure_changes (generation, path);
