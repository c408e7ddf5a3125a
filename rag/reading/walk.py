"""A corpus folder → the files in it that can be read, and those that cannot with the reason.

Hidden files, Office lock files, README and metadata.csv are not documents and are passed over in silence.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from rag.errors import ReadError
from rag.reading.files import corpus_path, shown
from rag.reading.formats import format_of

MAX_DEPTH = 32
MAX_ENTRIES = 1_000_000
_NOT_DOCUMENTS = frozenset({"metadata.csv", "thumbs.db", "desktop.ini"})


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A readable file: `path` relative to the root with forward slashes, `size` in bytes, `modified_ns` since 1970."""

    path: str
    size: int
    modified_ns: int


@dataclass(frozen=True, slots=True)
class Listing:
    """What a corpus folder holds, both sorted by path."""

    files: tuple[SourceFile, ...]
    rejected: tuple[ReadError, ...]


def source_files(root: Path) -> Listing:
    """Every file below `root`; links to folders are not followed, links to files only inside `root`.

    Raises ReadError where the folder itself cannot be listed.
    """
    if not root.is_dir():
        raise ReadError(str(root), "找不到资料文件夹", "请建立这个文件夹，或用 --corpus 指定另一个")
    root = root.absolute()
    files: list[SourceFile] = []
    rejected: list[ReadError] = []
    pending = [(root, 0)]
    entries = 0
    while pending:
        folder, depth = pending.pop()
        for entry in _entries(folder, root, rejected):
            entries += 1
            if entries > MAX_ENTRIES:
                raise ReadError(str(root), f"文件夹里的文件超过 {MAX_ENTRIES} 个", "请分成几个资料文件夹")
            if _is_no_document(entry.name):
                continue
            if entry.is_dir(follow_symlinks=False):
                if depth < MAX_DEPTH:
                    pending.append((Path(entry.path), depth + 1))
                else:
                    rejected.append(ReadError(_relative(entry.path, root), "文件夹嵌套太深", "请减少层数"))
                continue
            try:
                files.append(_source_file(Path(entry.path), root))
            except ReadError as error:
                rejected.append(error)
    return Listing(
        tuple(sorted(files, key=lambda file: file.path)),
        tuple(sorted(rejected, key=lambda error: error.path)),
    )


def _entries(folder: Path, root: Path, rejected: list[ReadError]) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except OSError as error:
        if folder == root:
            raise ReadError(str(root), "资料文件夹打不开", "请检查权限") from error
        rejected.append(ReadError(_relative(str(folder), root), "文件夹打不开", "请检查权限"))
        return []


def _is_no_document(name: str) -> bool:
    lowered = name.lower()
    return name.startswith((".", "~$")) or lowered in _NOT_DOCUMENTS or lowered.split(".")[0] == "readme"


def _source_file(path: Path, root: Path) -> SourceFile:
    relative = corpus_path(path, root)
    if path.is_symlink() and path.is_dir():
        raise ReadError(relative, "是指向文件夹的链接，没有跟进去", "请把文件夹本身复制进来")
    if not path.is_file():
        raise ReadError(relative, "不是普通文件", "请放入文件本身，而不是管道或设备")
    format_of(relative)
    try:
        state = path.stat()
    except OSError as error:
        raise ReadError(relative, "找不到文件", "它可能刚被移动或删除，请重新建立索引") from error
    return SourceFile(relative, state.st_size, state.st_mtime_ns)


def _relative(path: str, root: Path) -> str:
    return shown(Path(path).relative_to(root).as_posix())
