"""A build in a process of its own, which ends itself where it is told to.

    python -m tests.store.child FOLDER WHERE NUMBER

WHERE is a stage of the progress and NUMBER which call of that stage, or "derived" (the lexical index is written, the
rest is not), "published" (all derived indexes are, the catalogue is not told) or "never".
"""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from rag.errors import ZhengwenError
from rag.protocols import Vectors
from rag.store import derived
from rag.store.catalog import Catalog
from tests.fakes import HashEncoder
from tests.store.small import build_small


class SlowEncoder(HashEncoder):
    """Takes a moment for each batch, so that there is time to be killed in."""

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        time.sleep(0.05)
        return super().encode_passages(texts)


class Ender:
    """A Progress that ends the process at the given call of a stage."""

    def __init__(self, stage: str, number: int) -> None:
        self._stage = stage
        self._left = number

    def __call__(self, stage: str, done: int, total: int, detail: str) -> None:
        if stage == self._stage:
            self._left -= 1
            if self._left < 0:
                end()


def end(*_: object) -> None:
    """As `kill -9` does it."""
    os.kill(os.getpid(), signal.SIGKILL)


def main(folder: Path, where: str, number: int) -> int:
    """Exit status 1 and the message for an error raised on purpose."""
    if where == "derived":
        derived.write_states = end  # type: ignore[assignment]
    if where == "published":
        Catalog.publish = end  # type: ignore[method-assign]
    try:
        build_small(folder, encoder=SlowEncoder(), progress=Ender(where, number))
    except ZhengwenError as error:
        sys.stderr.write(f"{type(error).__name__}: {error}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])))
