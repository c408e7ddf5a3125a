"""The file that conversations are kept in: one connection an operation, so that threads and processes share it safely.

SQLite with a write-ahead log: a transaction is in the file whole or not at all, whenever the process is ended. The threads of one
process write one after another, each as soon as the one before it is done; SQLite's own waiting, which looks again only now and then
and may leave one out for seconds, is for other processes. Whatever goes wrong becomes ConversationsUnusable with a remedy.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from rag.errors import ConversationsUnusable

FILE = "conversations.sqlite"
VERSION = 1
LOG = "wal"
PATIENCE_S = 30.0
SCHEMA = Path(__file__).with_name("schema.sql")


class Database:
    """Opens the file in `folder`, making both where they are not there yet."""

    def __init__(self, folder: Path, patience_s: float = PATIENCE_S) -> None:
        """`patience_s` is how long to wait for another process."""
        self.path = folder / FILE
        self._patience_s = patience_s
        self._writing = threading.Lock()

    def reading(self) -> AbstractContextManager[sqlite3.Connection]:
        """A connection that sees the file as it is at one moment."""
        return self._transaction("DEFERRED")

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A connection inside one transaction, committed at the end, rolled back where anything is raised."""
        with self._writing, self._transaction("IMMEDIATE") as connection:
            yield connection

    @contextmanager
    def _transaction(self, kind: str) -> Iterator[sqlite3.Connection]:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            connection = sqlite3.connect(self.path, timeout=self._patience_s, isolation_level=None)
        except (OSError, sqlite3.Error) as error:
            raise self._unusable(error) from error
        try:
            self._prepare(connection)
            with _begun(connection, kind):
                yield connection
        except sqlite3.Error as error:
            raise self._unusable(error) from error
        finally:
            connection.close()

    def _prepare(self, connection: sqlite3.Connection) -> None:
        connection.row_factory = sqlite3.Row
        connection.execute("PRAGMA foreign_keys = ON")
        if _version(connection) == 0:
            _create(connection)
        if (version := _version(connection)) > VERSION:
            raise ConversationsUnusable(
                f"对话记录 {self.path} 是更新版本的程序写的（格式 {version}，这里只认得 {VERSION}）；"
                "请升级程序，或者在 rag.toml 里把 state 换成另一个文件夹"
            )
        _keep_log(connection)

    def _unusable(self, error: Exception) -> ConversationsUnusable:
        if isinstance(error, sqlite3.OperationalError) and "locked" in str(error):
            return ConversationsUnusable(f"对话记录 {self.path} 正被另一个程序占用；请稍后再试")
        if isinstance(error, OSError | sqlite3.OperationalError):
            return ConversationsUnusable(
                f"对话记录 {self.path} 打不开或写不进去（{error}）；请检查文件夹的权限和磁盘空间"
            )
        return ConversationsUnusable(f"对话记录 {self.path} 已损坏（{error}）；把这个文件移到别处，程序会重新建一个")


def _version(connection: sqlite3.Connection) -> int:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)


def _create(connection: sqlite3.Connection) -> None:
    with _begun(connection, "IMMEDIATE"):
        # another connection may have been first
        if _version(connection) == 0:
            for statement in SCHEMA.read_text(encoding="utf-8").split(";\n"):
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {VERSION}")


def _keep_log(connection: sqlite3.Connection) -> None:
    """A write-ahead log from now on, in a new file; where another connection is at work in it, a later one sees to that,
    since SQLite does not wait for this."""
    (mode,) = connection.execute("PRAGMA journal_mode").fetchone()
    if mode == LOG:
        return
    try:
        connection.execute(f"PRAGMA journal_mode = {LOG}")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
            raise


@contextmanager
def _begun(connection: sqlite3.Connection, kind: str) -> Iterator[None]:
    connection.execute(f"BEGIN {kind}")
    try:
        yield
        connection.commit()
    finally:
        # nothing is left to take back after the commit
        connection.rollback()
