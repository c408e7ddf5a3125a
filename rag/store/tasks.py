"""What a process and its workers say to one another, beside what comes of a file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Task:
    """A file to read, below the corpus root; `file_hash` is of the bytes that are meant, empty where any are."""

    path: str
    file_hash: str = ""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file that cannot be read, with reason and remedy for the screen; `again` where the next build is to try once
    more although the file stays as it is."""

    path: str
    reason: str
    remedy: str
    again: bool = False


@dataclass(frozen=True, slots=True)
class Orders(Generic[Result]):
    """What a worker is told first: what to do with each file, which must be picklable and raises ReadError, how many `seconds`
    it has for one, and by how much it yields to other processes (see nice(2))."""

    work: Callable[[Task], Result]
    seconds: float
    niceness: int = 0


@dataclass(frozen=True, slots=True)
class Ready:
    """A worker has understood its orders; what ends it from now on is the file at hand."""
