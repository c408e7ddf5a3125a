"""What the building process and its workers say to one another, beside Prepared."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from rag.store.stages import Preparation


@dataclass(frozen=True, slots=True)
class Task:
    """A file to prepare, below the corpus root."""

    path: str
    file_hash: str


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file that cannot be read, with reason and remedy for the screen; `again` where the next build is to try once
    more although the file stays as it is."""

    path: str
    reason: str
    remedy: str
    again: bool = False


@dataclass(frozen=True, slots=True)
class Orders:
    """What a worker is told first."""

    preparation: Preparation
    root: Path
    seconds: float


@dataclass(frozen=True, slots=True)
class Ready:
    """A worker has understood its orders; what ends it from now on is the file at hand."""
