"""Keeps conversations and what users think of the answers.

In: questions with their answers as text to search and content to show again. Out: the list of a browser's
conversations, and each as it was. Only its owner changes a conversation; whoever has its link may read it.
"""

from __future__ import annotations

import secrets
import sqlite3
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from rag.conversations.codec import read, written
from rag.conversations.database import Database
from rag.conversations.feedback import LONGEST_REMARK, Feedback
from rag.errors import ConversationsUnusable

ID_BYTES = 15
LONGEST_TITLE = 60
LONGEST_SEARCH = 100
MOST_WORDS = 5
MOST_ENTRIES = 200
MOST_CONVERSATIONS = 2_000
LARGEST_CONTENT = 4_000_000
DELETED_FOR_S = 7 * 86_400.0


@dataclass(frozen=True, slots=True)
class Entry:
    """One question and what came of it: `answer` as it is searched, `content` as it is shown again."""

    key: str
    question: str
    answer: str
    content: str


@dataclass(frozen=True, slots=True)
class Listed:
    """A conversation in a list; `changed` in seconds since 1970."""

    id: str
    title: str
    changed: float


@dataclass(frozen=True, slots=True)
class Page:
    """The first of the conversations asked for, newest first, and how many there are in all."""

    listed: tuple[Listed, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Conversation:
    """A whole conversation; `owner` is the key of the browser that it belongs to."""

    id: str
    owner: str
    title: str
    changed: float
    entries: tuple[Entry, ...]


class Conversations:
    """The conversations in one folder; safe to share between threads and processes.

    Every method raises ConversationsUnusable where the file is damaged, of a newer version, or cannot be written.
    """

    def __init__(self, folder: Path, clock: Callable[[], float] = time.time) -> None:
        self._database = Database(folder)
        self._clock = clock

    def append(self, owner: str, id: str | None, entry: Entry) -> str:
        """Add to the owner's conversation, or begin one where `id` is None or not theirs; returns its id."""
        _refuse_oversize(entry)
        with self._database.writing() as db:
            known = id is not None and _owned(db, owner, id)
            if not known:
                id = self._begun(db, owner, entry.question)
            (count,) = db.execute(
                "SELECT COALESCE(MAX(ordinal) + 1, 0) FROM exchange WHERE conversation = ?", (id,)
            ).fetchone()
            if count >= MOST_ENTRIES:
                raise ConversationsUnusable(f"这个对话已有 {MOST_ENTRIES} 个问题；请点“新对话”接着问")
            _insert(db, str(id), count, entry)
            db.execute("UPDATE conversation SET changed = ?, deleted = NULL WHERE id = ?", (self._clock(), id))
        return str(id)

    def replace(self, owner: str, id: str, key: str, entry: Entry) -> None:
        """Put an answer in the place of the one with this key; nothing happens where there is none of the owner's."""
        _refuse_oversize(entry)
        with self._database.writing() as db:
            if _owned(db, owner, id):
                db.execute(
                    "UPDATE exchange SET key = ?, question = ?, answer = ?, content = ? WHERE conversation = ? AND key = ?",
                    (entry.key, _sayable(entry.question), _sayable(entry.answer), entry.content, id, key),
                )

    def copy(self, owner: str, id: str) -> str | None:
        """A conversation of the owner's own with all that this one holds; None where there is no such one."""
        found = self.opened(id)
        if found is None:
            return None
        with self._database.writing() as db:
            new = self._begun(db, owner, found.title)
            for ordinal, entry in enumerate(found.entries):
                _insert(db, new, ordinal, entry)
        return new

    def opened(self, id: str) -> Conversation | None:
        """A conversation with all it holds; None where there is none, or it has been deleted."""
        with self._database.reading() as db:
            row = db.execute("SELECT * FROM conversation WHERE id = ? AND deleted IS NULL", (_sayable(id),)).fetchone()
            if row is None:
                return None
            entries = db.execute(
                "SELECT key, question, answer, content FROM exchange WHERE conversation = ? ORDER BY ordinal", (id,)
            )
            return Conversation(
                row["id"], row["owner"], row["title"], row["changed"], tuple(Entry(*entry) for entry in entries)
            )

    def listed(self, owner: str, search: str = "", limit: int = 30) -> Page:
        """The owner's conversations in whose title, questions or answers every word of `search` stands."""
        words = _sayable(search[:LONGEST_SEARCH]).lower().split()[:MOST_WORDS]
        condition = " AND ".join(["owner = ?", "deleted IS NULL", *[_HOLDS] * len(words)])
        given = (owner, *(word for word in words for _ in range(3)))
        with self._database.reading() as db:
            (total,) = db.execute(f"SELECT COUNT(*) FROM conversation WHERE {condition}", given).fetchone()
            rows = db.execute(
                f"SELECT id, title, changed FROM conversation WHERE {condition} ORDER BY changed DESC, id LIMIT ?",
                (*given, limit),
            )
            return Page(tuple(Listed(*row) for row in rows), total)

    def rename(self, owner: str, id: str, title: str) -> None:
        """Give a conversation another title; a blank one changes nothing."""
        if name := titled(title):
            with self._database.writing() as db:
                db.execute("UPDATE conversation SET title = ? WHERE id = ? AND owner = ?", (name, id, owner))

    def delete(self, owner: str, id: str) -> None:
        """Take a conversation out of the list; it can be restored for some days."""
        with self._database.writing() as db:
            db.execute("UPDATE conversation SET deleted = ? WHERE id = ? AND owner = ?", (self._clock(), id, owner))

    def restore(self, owner: str, id: str) -> None:
        """Undo a deletion."""
        with self._database.writing() as db:
            db.execute("UPDATE conversation SET deleted = NULL WHERE id = ? AND owner = ?", (id, owner))

    def judge(self, owner: str, feedback: Feedback) -> None:
        """Keep what a user thinks of an answer, in place of what the same user thought of it before."""
        kept = replace(feedback, remark=feedback.remark[:LONGEST_REMARK], judged=self._clock())
        with self._database.writing() as db:
            db.execute(
                "INSERT OR REPLACE INTO feedback (key, owner, judged, content) VALUES (?, ?, ?, ?)",
                (kept.key, owner, kept.judged, written(kept)),
            )

    def unjudge(self, owner: str, key: str) -> None:
        """Take back what a user thought of an answer."""
        with self._database.writing() as db:
            db.execute("DELETE FROM feedback WHERE key = ? AND owner = ?", (key, owner))

    def judged(self, owner: str, keys: Sequence[str]) -> tuple[Feedback, ...]:
        """What this user thinks of the answers with these keys."""
        with self._database.reading() as db:
            found = [
                db.execute("SELECT content FROM feedback WHERE key = ? AND owner = ?", (key, owner)).fetchone()
                for key in keys
            ]
        return tuple(read(Feedback, row["content"]) for row in found if row is not None)

    def all_feedback(self) -> tuple[Feedback, ...]:
        """What anybody thinks of any answer, oldest first."""
        with self._database.reading() as db:
            rows = db.execute("SELECT content FROM feedback ORDER BY judged, key").fetchall()
        return tuple(read(Feedback, row["content"]) for row in rows)

    def _begun(self, db: sqlite3.Connection, owner: str, title: str) -> str:
        """A new conversation; what is long deleted, and the oldest of too many, go for good."""
        now, id = self._clock(), secrets.token_urlsafe(ID_BYTES)
        db.execute("DELETE FROM conversation WHERE deleted < ?", (now - DELETED_FOR_S,))
        db.execute(
            "DELETE FROM conversation WHERE id IN "
            "(SELECT id FROM conversation WHERE owner = ? ORDER BY changed DESC LIMIT -1 OFFSET ?)",
            (owner, MOST_CONVERSATIONS - 1),
        )
        db.execute(
            "INSERT INTO conversation (id, owner, title, changed) VALUES (?, ?, ?, ?)", (id, owner, titled(title), now)
        )
        return id


_HOLDS = """(instr(lower(title), ?) OR EXISTS (
    SELECT 1 FROM exchange WHERE exchange.conversation = conversation.id
    AND (instr(lower(question), ?) OR instr(lower(answer), ?))))"""


def titled(text: str) -> str:
    """A title on one line, not longer than fits a list."""
    flat = " ".join(_sayable(text).split())
    return flat if len(flat) <= LONGEST_TITLE else flat[: LONGEST_TITLE - 1] + "…"


def _owned(db: sqlite3.Connection, owner: str, id: str) -> bool:
    return db.execute("SELECT 1 FROM conversation WHERE id = ? AND owner = ?", (id, owner)).fetchone() is not None


def _insert(db: sqlite3.Connection, id: str, ordinal: int, entry: Entry) -> None:
    db.execute(
        "INSERT INTO exchange (conversation, ordinal, key, question, answer, content) VALUES (?, ?, ?, ?, ?, ?)",
        (id, ordinal, entry.key, _sayable(entry.question), _sayable(entry.answer), entry.content),
    )


def _refuse_oversize(entry: Entry) -> None:
    if len(entry.content) > LARGEST_CONTENT:
        raise ConversationsUnusable(f"这个回答有 {len(entry.content):,} 个字符，太长，没有存进对话记录")


def _sayable(text: str) -> str:
    """Without halves of characters, which no file can hold."""
    return text.encode("utf-8", "replace").decode("utf-8")
