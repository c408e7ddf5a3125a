"""The corpus folder as files come and go in it: one change at a time, never over an existing file, never outside.

The lock is flock on the folder itself, so it goes with its process and leaves nothing behind; it also keeps the threads
of one server apart, each of which opens the folder anew.
"""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from uuid import uuid4

from rag.errors import IntakeError, ReadError
from rag.intake.names import numbered

WAIT_S = 10.0
BETWEEN_TRIES_S = 0.05


@contextmanager
def alone(root: Path, wait_s: float = WAIT_S) -> Iterator[None]:
    """Hold the corpus folder against every other change; raises IntakeError where somebody else holds it too long."""
    with told(root):
        descriptor = os.open(root, os.O_RDONLY)
    try:
        _acquire(descriptor, root, time.monotonic() + wait_s)
        yield
    finally:
        os.close(descriptor)


@contextmanager
def told(root: Path) -> Iterator[None]:
    """Turns what the disk refuses into IntakeError."""
    try:
        yield
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise IntakeError(f"资料文件夹 {root} 不能写入（{why}）；请检查磁盘空间和文件夹权限") from error


def place_bytes(root: Path, path: str, data: bytes) -> str:
    """Put a new file at `path` or, where that is taken, under a numbered name; returns where. Call it `alone`."""
    folder = folder_of(root, path)
    fresh = folder / f".{uuid4().hex}.part"
    try:
        with fresh.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        return place_file(root, path, fresh)
    finally:
        fresh.unlink(missing_ok=True)


def place_file(root: Path, path: str, file: Path) -> str:
    """Move a file of the same disk to `path` or, where that is taken, to a numbered name; returns where."""
    folder_of(root, path)
    for candidate in numbered(path):
        target = root / candidate
        try:
            # the name is taken before it is filled, so that nothing is ever written over
            os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o644))
        except FileExistsError:
            continue
        file.replace(target)
        return candidate
    raise IntakeError(f"{path} 的同名文件太多；请改名后再加入")


def folder_of(root: Path, path: str) -> Path:
    """The folder of a path below the root, made where it is missing; raises ReadError where a link or a file stands
    in its place."""
    folder = root
    for part in PurePosixPath(path).parts[:-1]:
        folder = folder / part
        if folder.is_symlink():
            raise ReadError(path, f"文件夹 {part} 是链接", "请换一个文件夹")
        try:
            folder.mkdir(exist_ok=True)
        except FileExistsError as error:
            raise ReadError(path, f"{part} 已经是一份文件，不能当作文件夹", "请换一个文件夹") from error
    return folder


def drop_empty_folders(root: Path, path: str) -> None:
    """Remove the folders of a path that nothing is left in."""
    for folder in (root / path).parents:
        if folder == root or folder.is_symlink():
            return
        try:
            folder.rmdir()
        except OSError:
            return


def _acquire(descriptor: int, root: Path, deadline: float) -> None:
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > deadline:
                raise IntakeError(f"资料文件夹 {root} 正被别人改动；请稍后再试") from None
            time.sleep(BETWEEN_TRIES_S)
        else:
            return
