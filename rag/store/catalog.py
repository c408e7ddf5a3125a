"""catalog.sqlite, opened for writing by the one process that holds the build lock.

Everything that a build commits goes into the generation after the published one; `publish` makes it visible. The
tables are described in schema.sql and change_log.sql, the editions of documents are the business of editions.py.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import numpy as np

from rag.errors import IndexUnusable
from rag.protocols import Vectors
from rag.store.columns import json_list, sound
from rag.store.failures import damaged

SCHEMA = Path(__file__).with_name("schema.sql")
CHANGE_LOG = Path(__file__).with_name("change_log.sql")
FORMAT = 2
APPLICATION = 0x7A77  # "zw", so that another program's database is not taken for an index
BUSY_MS = 30_000
BATCH = 500


@dataclass(frozen=True, slots=True)
class SourceState:
    """What the last build found of one source file; `reason` and `remedy` are set where it could not be read."""

    path: str
    stamp: str | None
    hash: str | None
    rules: str
    reason: str | None = None
    remedy: str | None = None


class Catalog:
    """The writing side of the catalogue. Use as a context manager, in one thread."""

    def __init__(self, path: Path) -> None:
        """Open or create; raises IndexUnusable where the file is of another or newer format."""
        self.path = path
        self.connection = sqlite3.connect(path, timeout=BUSY_MS / 1000, isolation_level=None)
        self.connection.row_factory = sqlite3.Row
        with ExitStack() as unusable:
            unusable.callback(self.connection.close)
            for pragma in ("journal_mode = WAL", "synchronous = NORMAL", "foreign_keys = ON", "temp_store = MEMORY"):
                self.connection.execute(f"PRAGMA {pragma}")
            if not self._tables():
                self._create()
            check_format(self.connection, path)
            # an index of a program that kept no log is given one
            self.connection.executescript(CHANGE_LOG.read_text(encoding="utf-8"))
            unusable.pop_all()

    def __enter__(self) -> Catalog:
        return self

    def __exit__(self, *_: object) -> None:
        self.connection.close()

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """All of it or nothing."""
        self.connection.execute("BEGIN IMMEDIATE")
        try:
            yield self.connection
            self.connection.execute("COMMIT")
        finally:
            # after the commit nothing is left to take back, and a full disk may have ended the transaction already
            if self.connection.in_transaction:
                self.connection.execute("ROLLBACK")

    @property
    def published(self) -> int:
        """The generation that readers see."""
        return whole_number(self.get("generation", "0"))

    @property
    def working(self) -> int:
        """The generation that is being built."""
        return self.published + 1

    def publish(self) -> None:
        """Let readers see what was committed."""
        with self.transaction():
            self.set("generation", str(self.working))
            self.set("built_at", datetime.now().astimezone().isoformat(timespec="seconds"))

    def purge(self, grace_s: float) -> None:
        """Drop the editions that readers have not seen for `grace_s` seconds, and texts that nothing refers to.

        An answer that is being written may still show what it found before the last publication.
        """
        values = {"published": self.published, "before": time.time() - grace_s}
        with self.transaction() as connection:
            old = "died <= :published AND died_at <= :before"
            latest = connection.execute(f"SELECT max(died) FROM documents WHERE {old}", values).fetchone()[0]
            if latest is not None:
                connection.execute(f"DELETE FROM documents WHERE {old}", values)
                connection.execute("DELETE FROM contents WHERE id NOT IN (SELECT content_id FROM documents)")
                self.set("purged", str(max(latest, whole_number(self.get("purged", "0")))))

    def prune(self) -> int:
        """Drop the vectors that no passage refers to; returns how many."""
        with self.transaction() as connection:
            sql = "DELETE FROM vectors WHERE id NOT IN (SELECT vector_id FROM passages)"
            return connection.execute(sql).rowcount

    def check(self) -> None:
        """Raises IndexUnusable where the file is not sound from page to page."""
        found = self.connection.execute("PRAGMA quick_check(1)").fetchone()[0]
        if found != "ok":
            raise damaged(self.path.parent, str(found))

    def get(self, key: str, default: str = "") -> str:
        """A value of the table `meta`."""
        row = self.connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return str(row[0]) if row else default

    def set(self, key: str, value: str) -> None:
        """Write a value of the table `meta`."""
        self.connection.execute("INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)", (key, value))

    def sources(self) -> dict[str, SourceState]:
        """What the last build found of each source file, by path."""
        return {state.path: state for state in source_states(self.connection)}

    def set_source(self, state: SourceState) -> None:
        """Note what was found of one source file; belongs into the transaction of its document."""
        values = (state.path, state.stamp, state.hash, state.rules, state.reason, state.remedy)
        self.connection.execute(
            "INSERT OR REPLACE INTO files (path, stamp, hash, rules, reason, remedy) VALUES (?, ?, ?, ?, ?, ?)", values
        )

    def forget_source(self, path: str) -> None:
        """The source file is no more."""
        self.connection.execute("DELETE FROM files WHERE path = ?", (path,))

    def vector_ids(self, encoder: str, keys: Iterable[bytes]) -> dict[bytes, int]:
        """The vectors that are there, by key."""
        wanted = list(dict.fromkeys(keys))
        found: dict[bytes, int] = {}
        for at in range(0, len(wanted), BATCH):
            part = wanted[at : at + BATCH]
            marks = ", ".join("?" * len(part))
            sql = f"SELECT key, id FROM vectors WHERE encoder = ? AND key IN ({marks})"
            found.update((bytes(key), number) for key, number in self.connection.execute(sql, (encoder, *part)))
        return found

    def add_vectors(self, encoder: str, keys: Sequence[bytes], vectors: Vectors) -> Mapping[bytes, int]:
        """Store vectors of shape (len(keys), dimension) in one transaction; returns their ids by key."""
        halves = vectors.astype("<f2")
        with self.transaction() as connection:
            connection.executemany(
                "INSERT OR IGNORE INTO vectors (encoder, key, vector) VALUES (?, ?, ?)",
                ((encoder, key, half.tobytes()) for key, half in zip(keys, halves, strict=True)),
            )
        return self.vector_ids(encoder, keys)

    def vectors(self, ids: Sequence[int], dimension: int) -> Vectors:
        """The vectors of these ids, shape (len(ids), dimension), in this order; an id may stand twice."""
        sql = "SELECT id, vector FROM vectors WHERE id IN (SELECT value FROM json_each(?))"
        found = dict(self.connection.execute(sql, (json_list(list(ids)),)))
        return halves_to_rows([found[number] for number in ids], dimension)

    def take_vectors(self, other: Path) -> None:
        """Copy the vectors of another catalogue, so that nothing is encoded twice."""
        self.connection.execute("ATTACH ? AS other", (str(other),))
        try:
            with self.transaction() as connection:
                connection.execute(
                    "INSERT OR IGNORE INTO vectors (encoder, key, vector) SELECT encoder, key, vector FROM other.vectors"
                )
        finally:
            self.connection.execute("DETACH other")

    def _tables(self) -> bool:
        return self.connection.execute("SELECT 1 FROM sqlite_schema LIMIT 1").fetchone() is not None

    def _create(self) -> None:
        script = SCHEMA.read_text(encoding="utf-8")
        self.connection.executescript(
            f"BEGIN IMMEDIATE; {script} PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {FORMAT}; COMMIT;"
        )


def source_states(connection: sqlite3.Connection) -> tuple[SourceState, ...]:
    """What the last build found of each source file, by path."""
    rows = connection.execute("SELECT path, stamp, hash, rules, reason, remedy FROM files ORDER BY path")
    return tuple(SourceState(*row) for row in rows)


def check_format(connection: sqlite3.Connection, path: Path) -> None:
    """Raises IndexUnusable where the database is not a catalogue of this format."""
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if application != APPLICATION:
        raise IndexUnusable(f"{path} 不是本程序的索引；请换一个索引文件夹，或删除该文件后重新运行 python -m rag build")
    if version > FORMAT:
        raise IndexUnusable(f"{path} 的格式版本是 {version}，本程序只认 {FORMAT}；请升级程序，或换一个索引文件夹")
    if version < FORMAT:
        raise IndexUnusable(
            f"{path} 是旧版程序建立的（格式版本 {version}，现为 {FORMAT}）；请删除 {path.parent} 中的内容，"
            "重新运行 python -m rag build"
        )


@sound
def halves_to_rows(blobs: Sequence[bytes], dimension: int) -> Vectors:
    """Stored float16 vectors as float32 rows of shape (len(blobs), dimension)."""
    return np.frombuffer(b"".join(blobs), dtype="<f2").reshape(len(blobs), dimension).astype(np.float32)


@sound
def whole_number(text: str) -> int:
    """A number of the table `meta`."""
    return int(text)
