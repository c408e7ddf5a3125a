"""The index folder: where its parts lie, and which of two places is the one that serves.

    index/
      catalog.sqlite  lexical/  lexical.json  vectors.faiss  vectors.json     the slot "."
      beside/…                                                                the other slot, with the same parts
      current        the name of the slot that serves; absent means "."
      build.lock     held by the process that builds
      build.json     how far that process is

An index that must be made anew (another encoder, other passages) is built in the slot that does not serve, and one
rename of `current` puts it in place. The slot left behind is emptied by a later build, when no reader uses it any more.
"""

from __future__ import annotations

import os
import shutil
import time
from dataclasses import dataclass
from pathlib import Path

from rag.errors import IndexUnusable

SLOTS = (".", "beside")
POINTER = "current"


@dataclass(frozen=True, slots=True)
class Slot:
    """One complete index: a catalogue and the two indexes derived from it."""

    folder: Path

    @property
    def catalog(self) -> Path:
        """The SQLite file that holds the truth."""
        return self.folder / "catalog.sqlite"

    @property
    def lexical(self) -> Path:
        """The folder that tantivy keeps."""
        return self.folder / "lexical"

    @property
    def lexical_manifest(self) -> Path:
        """Generation and checksums of `lexical`."""
        return self.folder / "lexical.json"

    @property
    def vectors(self) -> Path:
        """The file that FAISS reads."""
        return self.folder / "vectors.faiss"

    @property
    def vectors_manifest(self) -> Path:
        """Generation and checksum of `vectors`."""
        return self.folder / "vectors.json"

    def clear(self) -> None:
        """Remove every part; running readers keep what they have open."""
        for name in ("", "-wal", "-shm", "-journal"):
            self.catalog.with_name(self.catalog.name + name).unlink(missing_ok=True)
        for file in (self.lexical_manifest, self.vectors, self.vectors_manifest):
            file.unlink(missing_ok=True)
        if self.lexical.is_dir():
            shutil.rmtree(self.lexical)


def live_slot(index: Path) -> Slot:
    """The slot that serves; raises IndexUnusable where the pointer names none."""
    try:
        name = (index / POINTER).read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        name = SLOTS[0]
    except UnicodeDecodeError:
        name = ""
    if name not in SLOTS:
        raise IndexUnusable(f"{index / POINTER} 的内容不是 {' 或 '.join(SLOTS)}；删除该文件即可")
    return Slot(index / name)


def spare_slot(index: Path) -> Slot:
    """The slot that does not serve."""
    live = live_slot(index)
    return next(Slot(index / name) for name in SLOTS if index / name != live.folder)


def switch(index: Path, slot: Slot) -> None:
    """Let `slot` serve from now on, in one step."""
    name = next(name for name in SLOTS if index / name == slot.folder)
    write_whole(index / POINTER, name.encode())


def seconds_since_switch(index: Path) -> float:
    """How long the slot that serves has been doing so; for ever where there never was another."""
    try:
        return time.time() - (index / POINTER).stat().st_mtime
    except FileNotFoundError:
        return float("inf")


def write_whole(path: Path, content: bytes) -> None:
    """Replace a small file so that every reader finds the old content or the new, also after a crash."""
    fresh = path.with_name(path.name + ".new")
    with fresh.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)
