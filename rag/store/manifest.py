"""What generation a derived index is of, and whether its files are what was written: size and CRC-32 of each.

A manifest may name two states while a file is being replaced; the one that the files match is the one that holds.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from rag.store.folder import write_whole

CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class State:
    """A generation and the files that it consists of: name, size in bytes, CRC-32."""

    generation: int
    files: tuple[tuple[str, int, int], ...]


def state_of(generation: int, paths: Iterable[Path]) -> State:
    """The state of these files as they are now; raises OSError where one cannot be read."""
    return State(generation, tuple((path.name, path.stat().st_size, _crc(path)) for path in sorted(paths)))


def write_states(manifest: Path, states: Sequence[State]) -> None:
    """Replace a manifest."""
    content = [{"generation": state.generation, "files": state.files} for state in states]
    write_whole(manifest, json.dumps(content).encode())


def read_states(manifest: Path) -> tuple[State, ...]:
    """The states that a manifest names; none where it is missing or damaged."""
    try:
        return tuple(
            State(
                int(state["generation"]), tuple((str(name), int(size), int(crc)) for name, size, crc in state["files"])
            )
            for state in json.loads(manifest.read_bytes())
        )
    except (OSError, ValueError, TypeError, KeyError):
        return ()


def sound_state(manifest: Path, folder: Path) -> State | None:
    """The state of `manifest` that the files in `folder` match, or None."""
    return next((state for state in read_states(manifest) if state.files and _matches(state, folder)), None)


def _matches(state: State, folder: Path) -> bool:
    try:
        return all((folder / name).stat().st_size == size for name, size, _ in state.files) and all(
            _crc(folder / name) == crc for name, _, crc in state.files
        )
    except (OSError, ValueError):
        return False


def _crc(path: Path) -> int:
    crc = 0
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            crc = zlib.crc32(chunk, crc)
    return crc
