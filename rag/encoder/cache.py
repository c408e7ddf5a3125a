"""A name and a way of making files → a folder in the user's cache that is whole, made once for all processes.

A folder is made beside its place and renamed into it, with a manifest of sizes and SHA-256 sums written last. So what is
found under the name is either whole or was damaged later, which the manifest shows; then it is made again.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from rag.errors import EncoderError

MANIFEST = "manifest.json"

_SCRATCH = ".making-"
_STALE_SECONDS = 3600.0

Make = Callable[[Path], None]


def cached_folder(parent: Path, name: str, make: Make, needed: Sequence[str]) -> Path:
    """The folder `name` in `parent`, made by `make(empty folder)` where it is missing or damaged.

    Every file's size is checked, of those in `needed` (which are about to be loaded) the content too. Two processes
    that make it at once both succeed. Raises EncoderError where the cache cannot be written.
    """
    place = parent / name
    if is_whole(place, needed):
        return place
    try:
        parent.mkdir(parents=True, exist_ok=True)
        _sweep(parent)
        with tempfile.TemporaryDirectory(prefix=_SCRATCH, dir=parent, ignore_cleanup_errors=True) as scratch:
            made = Path(scratch) / "made"
            made.mkdir()
            make(made)
            _write_manifest(made)
            _put(made, place, Path(scratch), needed)
    except OSError as error:
        raise EncoderError(
            f"内置模型解不到缓存文件夹 {parent}（{error}）；请腾出约 200 MB 空间，或用环境变量 XDG_CACHE_HOME 另指一个可写的文件夹"
        ) from error
    return place


def is_whole(folder: Path, needed: Sequence[str]) -> bool:
    """True where all files of the manifest have their size, and those in `needed` their content."""
    try:
        listed = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        return (
            isinstance(listed, dict)
            and all((folder / name).stat().st_size == entry["bytes"] for name, entry in listed.items())
            and all(_sum(folder / name) == listed[name]["sha256"] for name in needed)
        )
    except (OSError, ValueError, KeyError, TypeError):
        return False


def _put(made: Path, place: Path, scratch: Path, needed: Sequence[str]) -> None:
    """Rename into place; what another process put there meanwhile stays if it is whole."""
    for attempt in range(3):
        try:
            made.rename(place)
            return
        except OSError:
            if is_whole(place, needed):
                return
            with suppress(FileNotFoundError):  # the other process was quicker
                place.rename(scratch / f"damaged-{attempt}")
    made.rename(place)


def _sweep(parent: Path) -> None:
    """What killed processes left behind; a folder being made is younger than this."""
    for left in parent.glob(f"{_SCRATCH}*"):
        if time.time() - left.stat().st_mtime > _STALE_SECONDS:
            shutil.rmtree(left, ignore_errors=True)


def _write_manifest(folder: Path) -> None:
    listed = {
        path.relative_to(folder).as_posix(): {"bytes": path.stat().st_size, "sha256": _sum(path)}
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
    (folder / MANIFEST).write_text(json.dumps(listed, indent=1), encoding="utf-8")


def _sum(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
