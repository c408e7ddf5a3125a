"""What a browser sends, files and zipped folders → single files on their way in, each loaded when its turn comes.

One upload is bounded as a whole: in its files, in what all of them unpack to, and each file by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import IO

from rag.errors import ReadError
from rag.intake.archive import Member, is_archive, members
from rag.intake.names import corpus_name, is_litter, visible
from rag.reading.files import MEGABYTE, check_size, shown
from rag.reading.formats import format_of

HEAD = 8


@dataclass(frozen=True, slots=True)
class UploadLimits:
    """`file_bytes` for one file, `files` in one upload, `all_bytes` that all of them may unpack to."""

    file_bytes: int
    files: int = 1_000
    all_bytes: int = 1024 * MEGABYTE


@dataclass(frozen=True, slots=True)
class Upload:
    """One thing that was sent: its name, its size in bytes and its content."""

    name: str
    size: int
    file: IO[bytes]


@dataclass(frozen=True, slots=True)
class Arrival:
    """One file on its way in: `name` as it was sent, and `load`, which gives its path below the corpus and its bytes or
    raises ReadError."""

    name: str
    load: Callable[[], tuple[str, bytes]]


class _Budget:
    """What of the whole upload may still be loaded."""

    def __init__(self, left: int) -> None:
        self.left = left

    def spend(self, name: str, size: int) -> None:
        """Raises ReadError where so many bytes are no longer in it."""
        if size > self.left:
            raise ReadError(name, "这一次加入的文件总量太大，没有再读下去", "请分几次加入")
        self.left -= size


def arrivals(uploads: Sequence[Upload], limits: UploadLimits) -> tuple[Arrival, ...]:
    """Every file of an upload, those of archives in the place of the archive; what nobody meant to add is left out.

    Nothing is unpacked yet, and nothing raises: what is wrong with a file comes to light when it is loaded.
    """
    budget = _Budget(limits.all_bytes)
    found = [arrival for upload in uploads for arrival in _of(upload, limits, budget)]
    kept, left = found[: limits.files], found[limits.files :]
    too_many = f"一次最多加入 {limits.files:,} 份文件，这一份没有加入"
    return (*kept, *(Arrival(item.name, partial(_refuse, item.name, too_many, "请分几次加入")) for item in left))


def _of(upload: Upload, limits: UploadLimits, budget: _Budget) -> Iterator[Arrival]:
    name = visible(shown(upload.name))
    upload.file.seek(0)
    head = upload.file.read(HEAD)
    if not is_archive(upload.name, head):
        if not is_litter(upload.name):
            yield Arrival(name, partial(_plain, upload, limits, budget))
        return
    try:
        files = members(name, upload.file, 10 * limits.files)
    except ReadError as error:
        yield Arrival(name, partial(_refuse, error.path, error.reason, error.remedy))
        return
    wanted = [member for member in files if not is_litter(member.name)]
    if not wanted:
        yield Arrival(name, partial(_refuse, name, "压缩包里没有文件", "请把报告放进压缩包，或直接加入报告"))
    for member in wanted:
        yield Arrival(visible(shown(member.name)), partial(_member, member, limits, budget))


def _plain(upload: Upload, limits: UploadLimits, budget: _Budget) -> tuple[str, bytes]:
    path = corpus_name(upload.name)
    format_of(path)
    check_size(path, upload.size, limits.file_bytes)
    budget.spend(path, upload.size)
    upload.file.seek(0)
    return path, upload.file.read(limits.file_bytes + 1)


def _member(member: Member, limits: UploadLimits, budget: _Budget) -> tuple[str, bytes]:
    path = corpus_name(member.name)
    format_of(path)
    check_size(path, member.size, limits.file_bytes)
    budget.spend(path, 0 if budget.left else 1)
    data = member.content(min(limits.file_bytes, budget.left))
    budget.spend(path, len(data))
    return path, data


def _refuse(name: str, reason: str, remedy: str) -> tuple[str, bytes]:
    raise ReadError(name, reason, remedy)
