"""What SQLite, FAISS, tantivy and the disk raise → the errors of this project, with the folder and the remedy."""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rag.errors import IndexUnusable

FULL = frozenset({errno.ENOSPC, errno.EFBIG, errno.EDQUOT})
FULL_CODES = frozenset({"SQLITE_FULL"})
DENIED_CODES = frozenset({"SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM"})
BROKEN_CODES = frozenset({"SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_ERROR", "SQLITE_CONSTRAINT"})


@contextmanager
def reported(folder: Path) -> Iterator[None]:
    """Turns what goes wrong with the catalogue or the disk below `folder` into IndexUnusable."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        raise _of_sqlite(folder, error) from error
    except UnicodeDecodeError as error:  # bytes that are no text, in a row or in SQLite's own message about them
        raise damaged(folder, str(error)) from error
    except OSError as error:
        raise of_disk(folder, error) from error


def of_disk(folder: Path, error: OSError) -> IndexUnusable:
    """The error for what the operating system refused."""
    if error.errno in FULL:
        return full(folder)
    return refused(folder, error.strerror or str(error))


def full(folder: Path) -> IndexUnusable:
    """The error for a disk without room; what was committed before stays usable."""
    return IndexUnusable(f"磁盘已满，索引 {folder} 没有写完；原有索引不受影响，腾出空间后重新运行 python -m rag build")


def damaged(folder: Path, why: str) -> IndexUnusable:
    """The error for a catalogue that cannot be trusted any more."""
    return IndexUnusable(f"索引 {folder} 已损坏（{why}）；请删除该文件夹中的内容，重新运行 python -m rag build")


def refused(folder: Path, why: str) -> IndexUnusable:
    """The error for what the disk would not take or give; what was committed before stays usable."""
    if any(os.strerror(code) in why for code in FULL):
        return full(folder)
    return IndexUnusable(
        f"索引 {folder} 读写失败（{why}）；原有索引不受影响，请检查磁盘空间和权限后重新运行 python -m rag build"
    )


def _of_sqlite(folder: Path, error: sqlite3.DatabaseError) -> IndexUnusable:
    if isinstance(error, sqlite3.DataError):
        return damaged(folder, str(error))
    name = getattr(error, "sqlite_errorname", None) or "SQLITE_UNKNOWN"
    code = "_".join(name.split("_")[:2])
    if code in FULL_CODES:
        return full(folder)
    if code in DENIED_CODES:
        return IndexUnusable(f"索引 {folder} 打不开或不能写入（{error}）；请检查文件夹权限")
    if code in BROKEN_CODES:
        return damaged(folder, str(error))
    if code == "SQLITE_BUSY":
        return IndexUnusable(f"索引 {folder} 正被另一个程序占用；请稍后再试")
    return refused(folder, str(error))
