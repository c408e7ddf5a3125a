"""Files on their way in → the corpus: each is read in trial, and only one that can be read and is not there yet is kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from rag.errors import ReadError
from rag.intake.arrivals import Arrival
from rag.intake.corpus_folder import alone, place_bytes, told
from rag.intake.names import corpus_name
from rag.reading import contents, read_bytes, source_files
from rag.records import Document

Read = Callable[[str, bytes], Document]
Told = Callable[[int, int, str], None]


class Fate(StrEnum):
    """What became of a file that was sent."""

    ADDED = "added"
    SAME = "same"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Outcome:
    """One file that was sent: `name` as it was, `path` where it lies now or the same content lay already.

    `reason` and `remedy` tell why it was refused, `title`, `notes` and the marks what its trial reading found.
    """

    name: str
    fate: Fate
    path: str = ""
    reason: str = ""
    remedy: str = ""
    title: str = ""
    notes: tuple[str, ...] = ()
    part: str | None = None
    redacted: bool = False


def receive(
    files: Sequence[Arrival], root: Path, folder: str = "", *, read: Read = read_bytes, told_how_far: Told | None = None
) -> tuple[Outcome, ...]:
    """What became of each file, in order; `folder` below the corpus is where they go.

    `told_how_far` hears after each file how many are done, how many there are, and its name. Raises IntakeError where
    the corpus folder cannot be written, ReadError where `folder` cannot be one.
    """
    below = f"{corpus_name(f'{folder}/folder').rpartition('/')[0]}/" if folder.strip("/ ") else ""
    with told(root):
        root.mkdir(parents=True, exist_ok=True)
    shelf = _Shelf(root)
    outcomes: list[Outcome] = []
    for number, arrival in enumerate(files, 1):
        outcomes.append(_received(arrival, shelf, below, read))
        if told_how_far is not None:
            told_how_far(number, len(files), arrival.name)
    return tuple(outcomes)


class _Shelf:
    """The corpus with the sizes of its files, so that the same content is found without reading all of it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._by_size: defaultdict[int, list[str]] = defaultdict(list)
        for file in source_files(root).files:
            self._by_size[file.size].append(file.path)

    def same(self, data: bytes) -> str | None:
        """The path of a file with the same content."""
        return next((path for path in self._by_size[len(data)] if self._holds(path, data)), None)

    def place(self, path: str, data: bytes) -> tuple[str, Fate]:
        """Put a file there unless somebody has just put the same one there; returns where it lies."""
        with alone(self.root), told(self.root):
            if self._holds(path, data):
                return path, Fate.SAME
            placed = place_bytes(self.root, path, data)
        self._by_size[len(data)].append(placed)
        return placed, Fate.ADDED

    def _holds(self, path: str, data: bytes) -> bool:
        try:
            return contents(self.root / path, self.root, max_bytes=len(data)) == data
        except ReadError:
            return False


def _received(arrival: Arrival, shelf: _Shelf, below: str, read: Read) -> Outcome:
    try:
        name, data = arrival.load()
        document = read(f"{below}{name}", data)
        if (there := shelf.same(data)) is not None:
            return Outcome(arrival.name, Fate.SAME, there)
        path, fate = shelf.place(document.path, data)
    except ReadError as error:
        return Outcome(arrival.name, Fate.REFUSED, reason=error.reason, remedy=error.remedy)
    return Outcome(
        arrival.name,
        fate,
        path,
        title=document.metadata.title,
        notes=document.notes,
        part=document.part,
        redacted=document.redacted,
    )
