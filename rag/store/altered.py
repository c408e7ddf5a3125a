"""Files of the corpus → those that no longer hold what the last build read of them.

Size and time of modification, as the build notes them, tell of most files that they are the same. The bytes of the others decide:
they are hashed, each once for a size and time, and so many bytes at a look at most, so that looking stays quick.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from rag.reading import SourceFile
from rag.store.catalog import SourceState
from rag.store.plan import stamp_of
from rag.store.prepare import hash_of_file

MOST_BYTES_A_LOOK = 64 << 20


class AlteredFiles:
    """Remembers the hashes that it has taken; any number of threads may ask."""

    def __init__(self, root: Path, most_bytes: int = MOST_BYTES_A_LOOK) -> None:
        self._root = root
        self._most_bytes = most_bytes
        self._hashes: dict[str, tuple[str, str]] = {}

    def among(self, files: Iterable[SourceFile], states: Iterable[SourceState]) -> tuple[str, ...]:
        """The paths of the files that a build would read once more, in the order of `files`.

        One of another time that there are too many bytes before to hash it in this look is taken for altered; one that the
        last build noted no time of is taken for the same, until a later look.
        """
        known = {state.path: state for state in states if state.hash is not None}
        left = self._most_bytes
        found = []
        for file in files:
            state, stamp = known.get(file.path), stamp_of(file)
            if state is None or stamp == state.stamp:
                continue
            held = self._hashes.get(file.path)
            if held is None or held[0] != stamp:
                left -= file.size
                held = self._look(file, stamp) if left >= 0 else None
            altered = held[1] != state.hash if held is not None else state.stamp is not None
            if altered:
                found.append(file.path)
        return tuple(found)

    def _look(self, file: SourceFile, stamp: str) -> tuple[str, str] | None:
        """None for a file that cannot be opened any more."""
        try:
            held = self._hashes[file.path] = (stamp, hash_of_file(self._root / file.path))
        except OSError:
            return None
        return held
