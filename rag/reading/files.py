"""A path below the corpus root → its bytes, bounded in size, from a regular file inside the root and nowhere else."""

from __future__ import annotations

import hashlib
import os
import stat
from pathlib import Path

from rag.errors import ReadError

MEGABYTE = 1024 * 1024
_NO_WAITING = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOCTTY", 0)


def shown(name: str) -> str:
    """A file name that can be printed and stored: bytes that are no UTF-8 become question marks."""
    return name.encode("utf-8", "replace").decode("utf-8")


def corpus_path(path: Path, root: Path) -> str:
    """`path` relative to `root` with forward slashes; raises ReadError where it leads out of the root.

    A `path` that is neither absolute nor begins with `root` is taken from the root.
    """
    location = _location(path, root)
    try:
        relative = Path(os.path.normpath(location.absolute())).relative_to(root.absolute()).as_posix()
    except ValueError as error:
        raise ReadError(shown(str(path)), "文件不在资料文件夹里", f"请把它放到 {root} 下面") from error
    if relative != shown(relative):
        raise ReadError(shown(relative), "文件名的编码不是 UTF-8", "请把文件改名后再试")
    try:
        inside = location.resolve(strict=True).is_relative_to(root.resolve())
    except FileNotFoundError as error:
        raise ReadError(relative, "找不到文件", "它可能刚被移动或删除，请重新建立索引") from error
    except (OSError, RuntimeError, ValueError) as error:
        raise ReadError(relative, f"文件打不开（{_cause(error)}）", "请检查文件名和链接") from error
    if not inside:
        raise ReadError(relative, "链接指向资料文件夹之外", "请把文件本身复制进来")
    return relative


def contents(path: Path, root: Path, *, max_bytes: int) -> bytes:
    """The bytes of one regular file below `root`; raises ReadError for anything else, without ever waiting on it."""
    relative = corpus_path(path, root)
    try:
        descriptor = os.open(_location(path, root), os.O_RDONLY | _NO_WAITING)
    except FileNotFoundError as error:
        raise ReadError(relative, "找不到文件", "它可能刚被移动或删除，请重新建立索引") from error
    except PermissionError as error:
        raise ReadError(relative, "没有读取权限", "请修改文件权限后再试") from error
    except OSError as error:
        raise ReadError(relative, f"文件打不开（{_cause(error)}）", "请检查文件和磁盘") from error
    try:
        with os.fdopen(descriptor, "rb") as stream:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                raise ReadError(relative, "不是普通文件", "请放入文件本身，而不是管道或设备")
            data = stream.read(max_bytes + 1)
    except IsADirectoryError as error:
        raise ReadError(relative, "是文件夹，不是文件", "请给文件夹改名，去掉后缀") from error
    except OSError as error:
        raise ReadError(relative, f"读取时出错（{_cause(error)}）", "请检查磁盘后再试") from error
    check_size(relative, len(data), max_bytes)
    return data


def check_size(name: str, size: int, max_bytes: int) -> None:
    """Raises ReadError for an empty file and for one that is too large."""
    if size == 0:
        raise ReadError(name, "文件是空的", "请检查是否保存完整，或删掉它")
    if size > max_bytes:
        limit = f"{max_bytes / MEGABYTE:g} MB"
        raise ReadError(name, f"文件超过 {limit}", "请拆成几个文件，或在设置里调大 max_file_mb")


def fingerprint(data: bytes) -> str:
    """SHA-256 of a file's bytes in hexadecimal: the same for the same content under any name."""
    return hashlib.sha256(data).hexdigest()


def _location(path: Path, root: Path) -> Path:
    return path if path.is_absolute() or path.is_relative_to(root) else root / path


def _cause(error: Exception) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or type(error).__name__
