"""Who is building an index, and how far: a lock that the kernel releases and a small file that others may read.

The lock is taken on index/build.lock with flock, so it goes with its process however that ends. The file says who
holds it and since when; index/build.json is rewritten while the build goes on.
"""

from __future__ import annotations

import fcntl
import json
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path

from rag.errors import IndexBusy

LOCK = "build.lock"
STATE = "build.json"
WRITE_EVERY_S = 0.3
TRIES = 6
BETWEEN_TRIES_S = 0.1


@dataclass(frozen=True, slots=True)
class BuildState:
    """How far a running build is: `stage`, `done`, `total` and `detail` as Progress is told them."""

    pid: int
    since: str
    stage: str = ""
    done: int = 0
    total: int = 0
    detail: str = ""


@contextmanager
def building(index: Path) -> Iterator[StateFile]:
    """Hold the lock of an index folder; raises IndexBusy where another build holds it."""
    with (index / LOCK).open("a+", encoding="utf-8") as file:
        if not _acquire(file.fileno()):
            raise _busy(index)
        state = BuildState(os.getpid(), datetime.now().astimezone().isoformat(timespec="seconds"))
        file.truncate(0)
        file.write(f"{state.pid} {state.since}")
        file.flush()
        state_file = StateFile(index / STATE, state)
        try:
            yield state_file
        finally:
            state_file.remove()
            file.truncate(0)


def build_state(index: Path) -> BuildState | None:
    """The build that is running on this folder, or None; never disturbs it."""
    if not is_building(index):
        return None
    try:
        return BuildState(**json.loads((index / STATE).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return _holder(index)


def is_building(index: Path) -> bool:
    """True while some process holds the lock."""
    try:
        with (index / LOCK).open("rb") as file:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except FileNotFoundError:
        return False
    except BlockingIOError:
        return True
    return False


class StateFile:
    """Keeps index/build.json up to date, a few times a second at most."""

    def __init__(self, path: Path, state: BuildState) -> None:
        self._path = path
        self._state = state
        self._written = 0.0

    def __call__(self, stage: str, done: int, total: int, detail: str) -> None:
        """A Progress."""
        now = time.monotonic()
        changed = stage != self._state.stage
        self._state = replace(self._state, stage=stage, done=done, total=total, detail=detail)
        if changed or now - self._written >= WRITE_EVERY_S:
            self._written = now
            fresh = self._path.with_suffix(".new")
            fresh.write_text(json.dumps(asdict(self._state), ensure_ascii=False), encoding="utf-8")
            fresh.replace(self._path)

    def remove(self) -> None:
        """The build is over."""
        self._path.unlink(missing_ok=True)


def _acquire(descriptor: int) -> bool:
    # a reader that asks whether a build is running holds the lock for an instant, hence more than one try
    for attempt in range(TRIES):
        if attempt:
            time.sleep(BETWEEN_TRIES_S)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            continue
        return True
    return False


def _holder(index: Path) -> BuildState:
    try:
        pid, since = (index / LOCK).read_text(encoding="utf-8").split()
        return BuildState(int(pid), since)
    except (OSError, ValueError):
        return BuildState(0, "")


def _busy(index: Path) -> IndexBusy:
    holder = _holder(index)
    who = f"进程 {holder.pid}，自 {holder.since} 起" if holder.pid else "另一个进程"
    return IndexBusy(f"索引 {index} 正在由{who}更新；请等它结束，或结束该进程后重新运行 python -m rag build")
