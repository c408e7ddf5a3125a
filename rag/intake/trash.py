"""Documents taken out of the corpus, kept where no build looks, and put back.

    corpus/.removed/
      20240118093000-1f2e3d4c/
        record.json    where the file was, its title, when it was removed
        content        the file

A name that begins with a full stop is no document to a build. Nothing in here is ever deleted but by being put back.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from itertools import islice
from pathlib import Path, PurePosixPath
from uuid import uuid4

from rag.errors import IntakeError, ReadError
from rag.intake.corpus_folder import alone, drop_empty_folders, place_file, told
from rag.reading.files import corpus_path

FOLDER = ".removed"
RECORD, CONTENT = "record.json", "content"
MOST_LISTED = 1_000
LARGEST_RECORD = 64 * 1024
_ID = re.compile(r"\d{14}-[0-9a-f]{8}")


@dataclass(frozen=True, slots=True)
class Removed:
    """A file in the trash: its `id` there, the `path` that it had, its title, when it went (ISO), its size in bytes."""

    id: str
    path: str
    title: str
    removed_at: str
    size: int


def remove(root: Path, path: str, title: str, now: datetime) -> Removed:
    """Move a file of the corpus into the trash; raises ReadError where there is none, IntakeError where it cannot go."""
    with alone(root), told(root):
        place = corpus_path(root / path, root)
        file = root / place
        if not file.is_file():
            raise ReadError(place, "不是普通文件", "请在文件夹里处理它")
        kept = Removed(f"{now:%Y%m%d%H%M%S}-{uuid4().hex[:8]}", place, title, now.isoformat(), file.lstat().st_size)
        folder = _trash(root) / kept.id
        folder.mkdir(parents=True)
        # the record comes first, so that no file is ever in the trash without it
        (folder / RECORD).write_text(json.dumps(asdict(kept), ensure_ascii=False), encoding="utf-8")
        file.replace(folder / CONTENT)
        drop_empty_folders(root, place)
    return kept


def restore(root: Path, id: str) -> str:
    """Put a file back; returns its path, a numbered one where the old one is taken by now.

    Raises IntakeError where the trash has no such file.
    """
    with alone(root), told(root):
        found = _removed(_trash(root) / id) if _ID.fullmatch(id) else None
        if found is None:
            raise IntakeError("移走的文件里已经没有这一份；可能刚被放回")
        folder = _trash(root) / id
        path = place_file(root, _inside(found.path), folder / CONTENT)
        (folder / RECORD).unlink()
        folder.rmdir()
    return path


def removed(root: Path) -> tuple[Removed, ...]:
    """What is in the trash, the last one first; at most MOST_LISTED."""
    if not (root / FOLDER).is_dir():
        return ()
    with told(root):
        folders = sorted((path for path in _trash(root).iterdir() if _ID.fullmatch(path.name)), reverse=True)
        return tuple(islice(_all(folders), MOST_LISTED))


def _all(folders: list[Path]) -> Iterator[Removed]:
    for folder in folders:
        if (found := _removed(folder)) is not None:
            yield found


def _removed(folder: Path) -> Removed | None:
    """What lies in one folder of the trash; None where that is not a file with its record."""
    record = folder / RECORD
    if not (folder / CONTENT).is_file() or not record.is_file() or record.stat().st_size > LARGEST_RECORD:
        return None
    try:
        said = json.loads(record.read_text(encoding="utf-8"))
        path, title, removed_at = (str(said[name]) for name in ("path", "title", "removed_at"))
    except (ValueError, KeyError, TypeError):
        return None
    return Removed(folder.name, path, title, removed_at, (folder / CONTENT).stat().st_size)


def _inside(path: str) -> str:
    """A path from a record, which anybody may have written, if it stays below the corpus."""
    parts = PurePosixPath(path).parts
    if not parts or ".." in parts or path.startswith("/") or "\0" in path:
        raise IntakeError("这份文件原来的位置不在资料文件夹里，不能放回")
    return path


def _trash(root: Path) -> Path:
    folder = root / FOLDER
    if folder.is_symlink():
        raise IntakeError(f"{folder} 是链接；请把它改成普通文件夹")
    return folder
