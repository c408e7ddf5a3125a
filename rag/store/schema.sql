-- The catalogue: the one truth of an index. Both derived indexes can be made again from it.
--
-- A row of `documents` is one edition of a source file. Readers look at one published generation g and see the
-- editions with born <= g < died, so a build may commit document after document without a reader seeing half of it.
-- Passages, figures and topics belong to an edition and never change; ids are never used twice.

CREATE TABLE meta (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

-- What the last build found of each source file; `reason` is set where it could not be read.
CREATE TABLE files (
    path    TEXT PRIMARY KEY,
    stamp   TEXT,             -- size and time, a hint that saves hashing; NULL where it cannot be trusted
    hash    TEXT,             -- of the bytes, or NULL where they could not be had
    rules   TEXT NOT NULL,    -- version of what reading and tagging went by
    reason  TEXT,
    remedy  TEXT
) WITHOUT ROWID;

CREATE TABLE contents (
    id    INTEGER PRIMARY KEY,
    hash  TEXT NOT NULL UNIQUE,   -- of the original text
    text  TEXT NOT NULL
);

CREATE TABLE documents (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    path          TEXT NOT NULL,
    born          INTEGER NOT NULL,
    died          INTEGER,
    died_at       REAL,           -- seconds since 1970
    file_hash     TEXT NOT NULL,
    content_id    INTEGER NOT NULL REFERENCES contents (id),
    digest        TEXT NOT NULL,  -- of all that was derived, so that the same is not written again
    fold_key      TEXT NOT NULL,  -- equal for documents that are the same text, see folding.py
    duplicate_of  TEXT,           -- path of the document that stands for this one in searches
    format        TEXT NOT NULL,
    encoding      TEXT NOT NULL,
    title         TEXT NOT NULL,
    places        TEXT NOT NULL,  -- JSON list, largest first
    year          INTEGER,
    date          TEXT,
    kind          TEXT NOT NULL,
    speaker       TEXT,
    issuer        TEXT,
    source        TEXT,
    part          TEXT,
    redacted      INTEGER NOT NULL,
    notes         TEXT NOT NULL,  -- JSON list
    characters    INTEGER NOT NULL,
    passages      INTEGER NOT NULL
);
CREATE UNIQUE INDEX documents_alive ON documents (path) WHERE died IS NULL;
CREATE INDEX documents_path ON documents (path);
CREATE INDEX documents_content ON documents (content_id);
CREATE INDEX documents_fold ON documents (fold_key) WHERE died IS NULL;
CREATE INDEX documents_born ON documents (born);
CREATE INDEX documents_died ON documents (died) WHERE died IS NOT NULL;

CREATE TABLE document_places (
    document_id  INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    place        TEXT NOT NULL,
    PRIMARY KEY (document_id, place)
) WITHOUT ROWID;
CREATE INDEX document_places_place ON document_places (place, document_id);

-- The smallest hashes of the sentences of a document.
CREATE TABLE sketches (
    hash         INTEGER NOT NULL,
    document_id  INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    PRIMARY KEY (hash, document_id)
) WITHOUT ROWID;
CREATE INDEX sketches_document ON sketches (document_id);

CREATE TABLE vectors (
    id       INTEGER PRIMARY KEY,
    encoder  TEXT NOT NULL,
    key      BLOB NOT NULL,  -- hash of the text that was encoded
    vector   BLOB NOT NULL,  -- little-endian float16
    UNIQUE (encoder, key)
);

CREATE TABLE passages (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    document_id    INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    ordinal        INTEGER NOT NULL,
    start          INTEGER NOT NULL,
    stop           INTEGER NOT NULL,
    text           TEXT NOT NULL,
    headings       TEXT NOT NULL,     -- JSON list
    sentences      TEXT NOT NULL,     -- JSON list: start, stop, length of the clean text, start, …
    body_words     TEXT NOT NULL,
    context_words  TEXT NOT NULL,
    vector_id      INTEGER NOT NULL REFERENCES vectors (id),
    UNIQUE (document_id, ordinal)
);
CREATE INDEX passages_vector ON passages (vector_id);

CREATE TABLE passage_topics (
    passage_id  INTEGER NOT NULL REFERENCES passages (id) ON DELETE CASCADE,
    position    INTEGER NOT NULL,
    topic       TEXT NOT NULL,
    PRIMARY KEY (passage_id, position)
) WITHOUT ROWID;
CREATE INDEX passage_topics_topic ON passage_topics (topic, passage_id);

CREATE TABLE figures (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    document_id  INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    ordinal      INTEGER NOT NULL,
    start        INTEGER NOT NULL,
    stop         INTEGER NOT NULL,
    text         TEXT NOT NULL,
    kind         TEXT NOT NULL,
    indicator    TEXT NOT NULL,
    measure      TEXT NOT NULL,
    value        TEXT,             -- plain decimal, as exact as the text
    value_high   TEXT,
    unit         TEXT,
    bound        TEXT NOT NULL,
    year         INTEGER,
    deadline     TEXT,
    place        TEXT,
    masked       INTEGER NOT NULL,
    rule         TEXT NOT NULL,
    concept      TEXT,             -- the one name of the indicator
    dimension    TEXT NOT NULL,    -- what the unit measures; amounts compare within one
    amount       REAL,             -- the value in the first unit of its dimension, to order by and for nothing else
    UNIQUE (document_id, ordinal)
);
CREATE INDEX figures_concept ON figures (concept);
CREATE INDEX figures_year ON figures (year);
CREATE INDEX figures_unit ON figures (unit);

-- The places that a figure counts for, largest first.
CREATE TABLE figure_places (
    figure_id  INTEGER NOT NULL REFERENCES figures (id) ON DELETE CASCADE,
    position   INTEGER NOT NULL,
    place      TEXT NOT NULL,
    PRIMARY KEY (figure_id, position)
) WITHOUT ROWID;
CREATE INDEX figure_places_place ON figure_places (place, figure_id);

CREATE TABLE figure_topics (
    figure_id  INTEGER NOT NULL REFERENCES figures (id) ON DELETE CASCADE,
    position   INTEGER NOT NULL,
    topic      TEXT NOT NULL,
    PRIMARY KEY (figure_id, position)
) WITHOUT ROWID;
CREATE INDEX figure_topics_topic ON figure_topics (topic, figure_id);
