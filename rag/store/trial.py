"""The bytes of a file on its way into the corpus → the document that it is, read by a worker process as a build reads it.

Whatever a hostile file does to its reader, for however long and with however much memory, it does there; here it is one more file
that cannot be read. So nobody else waits for it.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from threading import BoundedSemaphore

from rag.errors import ReadError
from rag.reading import read_bytes
from rag.records import Document
from rag.store.run import SECONDS_A_FILE
from rag.store.tasks import Orders, Task, Unreadable
from rag.store.workers import Workers

Read = Callable[[str, bytes], Document]

NICENESS = 10
AT_ONCE = BoundedSemaphore(4)


class TrialReading:
    """A context manager with a worker of its own, which is ended at its exit; for one thread.

    `read` takes a path below the corpus and the bytes, raises ReadError and must be picklable.
    """

    def __init__(self, read: Read = read_bytes, seconds: float = SECONDS_A_FILE) -> None:
        self._read = read
        self._seconds = seconds
        self._open = ExitStack()

    def __enter__(self) -> TrialReading:
        self._file = Path(self._open.enter_context(tempfile.TemporaryDirectory())) / "file"
        orders = Orders(partial(read_file, self._read, self._file), self._seconds, NICENESS)
        self._workers = self._open.enter_context(Workers(orders, jobs=1))
        return self

    def __exit__(self, *_: object) -> None:
        self._open.close()

    def __call__(self, name: str, data: bytes) -> Document:
        """The document that `data` is, under the relative path `name`; raises ReadError as `read` does, and where reading
        takes too long, too much memory, or ends its process."""
        with AT_ONCE:
            self._file.write_bytes(data)
            (outcome,) = self._workers.outcomes([Task(name)], lambda: False)
        if isinstance(outcome, Unreadable):
            raise ReadError(name, outcome.reason, outcome.remedy)
        return outcome


def read_file(read: Read, file: Path, task: Task) -> Document:
    """What a worker does: the name is what was sent and leads nowhere, the bytes lie in `file`."""
    return read(task.path, file.read_bytes())
