"""What is to be done: the files of the corpus against what the last build found of them.

The hash of the bytes decides what has changed. Size and time of modification only save hashing, and not for a file
modified within the last moments, which may be modified once more without either showing it.
"""

from __future__ import annotations

import sqlite3
import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from rag.reading import Listing, SourceFile
from rag.store.catalog import SourceState
from rag.store.prepare import hash_of_file

STILL_MOVING_NS = 2_000_000_000


@dataclass(frozen=True, slots=True)
class Work:
    """A file to read: `new` where the index has no document of that path, `altered` where its bytes have changed."""

    path: str
    stamp: str | None
    file_hash: str
    new: bool
    altered: bool


@dataclass(frozen=True, slots=True)
class Plan:
    """`work` to read, `removed` paths of documents to drop, `noted` states of files that need no reading, `gone` paths
    of files to forget, `renamed` new path → old path of removed documents of the same bytes."""

    work: tuple[Work, ...]
    removed: tuple[str, ...]
    noted: tuple[SourceState, ...]
    gone: tuple[str, ...]
    renamed: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Before:
    """What the last build knew of a path: the state of its file, and the hash of the file of its document."""

    path: str
    state: SourceState | None
    file_hash: str | None


def plan(
    listing: Listing,
    root: Path,
    known: Mapping[str, SourceState],
    documents: Mapping[str, str],
    rules: Callable[[str], str],
) -> Plan:
    """`documents` are the hashes of the files of the documents in the index, by path."""
    now = time.time_ns()
    work: list[Work] = []
    noted: list[SourceState] = []
    for file in listing.files:
        before = _Before(file.path, known.get(file.path), documents.get(file.path))
        stamp = stamp_of(file) if now - file.modified_ns > STILL_MOVING_NS else None
        found = _inspect(root / file.path, stamp, before, rules(file.path))
        if isinstance(found, Work):
            work.append(found)
        elif found != before.state:
            noted.append(found)
    for error in listing.rejected:
        state = SourceState(error.path, None, None, rules(error.path), error.reason, error.remedy)
        if state != known.get(error.path):
            noted.append(state)
    present = {file.path for file in listing.files} | {error.path for error in listing.rejected}
    removed = tuple(path for path in documents if path not in present and not _below(path, listing))
    gone = tuple(path for path in known if path not in present and (path not in documents or path in removed))
    return Plan(tuple(work), removed, tuple(noted), gone, _renamed(work, removed, documents))


def stamp_of(file: SourceFile) -> str:
    """Size and time of modification, which change with the content but for rare cases."""
    return f"{file.size}:{file.modified_ns}"


def documents_alive(connection: sqlite3.Connection) -> dict[str, str]:
    """The hashes of the files of the documents in the catalogue, by path."""
    return dict(connection.execute("SELECT path, file_hash FROM documents WHERE died IS NULL ORDER BY path"))


def _inspect(location: Path, stamp: str | None, before: _Before, rules: str) -> Work | SourceState:
    """What is to be done with a file, or its state where nothing is."""
    known = before.state if before.state is not None and before.state.rules == rules else None
    if known is not None and stamp is not None and stamp == known.stamp:
        return known
    try:
        file_hash = hash_of_file(location)
    except OSError as error:
        return SourceState(before.path, None, None, rules, f"文件打不开（{error.strerror}）", "请检查文件和权限")
    if known is not None and file_hash == known.hash:
        return replace(known, stamp=stamp)
    new = before.file_hash is None
    return Work(before.path, stamp, file_hash, new, altered=not new and before.file_hash != file_hash)


def _renamed(work: Sequence[Work], removed: Sequence[str], documents: Mapping[str, str]) -> dict[str, str]:
    """New paths with the removed one of the same bytes, each used once, both in order."""
    former: dict[str, deque[str]] = {}
    for path in removed:
        former.setdefault(documents[path], deque()).append(path)
    return {item.path: former[item.file_hash].popleft() for item in work if item.new and former.get(item.file_hash)}


def _below(path: str, listing: Listing) -> bool:
    """True for a document in a folder that cannot be opened at the moment; it is not taken for removed."""
    return any(path.startswith(f"{error.path}/") for error in listing.rejected)
