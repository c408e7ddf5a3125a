-- Conversations of the chat. `owner` is the random key of one browser; times are seconds since 1970; `deleted` is NULL for
-- a conversation that is listed. `question` and `answer` are what is searched, `content` is the whole as JSON.
CREATE TABLE conversation (
    id TEXT PRIMARY KEY,
    owner TEXT NOT NULL,
    title TEXT NOT NULL,
    changed REAL NOT NULL,
    deleted REAL
) WITHOUT ROWID;
CREATE INDEX conversation_by_owner ON conversation (owner, changed DESC, id);

CREATE TABLE exchange (
    conversation TEXT NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    key TEXT NOT NULL,
    question TEXT NOT NULL,
    answer TEXT NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (conversation, ordinal)
);

-- what a user thinks of an answer; stands by itself, so that it outlives its conversation
CREATE TABLE feedback (
    key TEXT NOT NULL,
    owner TEXT NOT NULL,
    judged REAL NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (key, owner)
) WITHOUT ROWID;
