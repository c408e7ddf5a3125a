"""Read-only connections to a catalogue for many threads: borrowed for one call, kept for the next one."""

from __future__ import annotations

import sqlite3
from collections import deque
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from rag.store.catalog import BUSY_MS, check_format

KEPT = 16


class Connections:
    """Any number of threads may borrow at once; each has a connection of its own for as long as it needs it."""

    def __init__(self, path: Path) -> None:
        """Raises sqlite3.DatabaseError or IndexUnusable where the file is no catalogue."""
        self._path = path
        self._idle: deque[sqlite3.Connection] = deque()
        self._closed = False
        with self.borrowed() as connection:
            check_format(connection, path)

    @contextmanager
    def borrowed(self) -> Iterator[sqlite3.Connection]:
        """A connection for this thread; given back at the end."""
        try:
            connection = self._idle.pop()
        except IndexError:
            connection = self._connect()
        with ExitStack() as over:
            over.callback(connection.close)
            yield connection
            if not self._closed and len(self._idle) < KEPT:
                over.pop_all()
                self._idle.append(connection)

    def close(self) -> None:
        """Close the idle ones now and the borrowed ones when they come back."""
        self._closed = True
        while self._idle:
            self._idle.pop().close()

    def _connect(self) -> sqlite3.Connection:
        address = f"{self._path.resolve().as_uri()}?mode=ro"
        connection = sqlite3.connect(address, uri=True, timeout=BUSY_MS / 1000, check_same_thread=False)
        connection.row_factory = sqlite3.Row
        return connection
