"""Bringing the library up to date in a process of its own, so that the chat keeps answering meanwhile.

In: the command to run and a way to look at how far any build of this library is, whoever started it. Out: what the
screen shows of it. At most one process is started from here, for all users together.
"""

from __future__ import annotations

import json
import signal
import subprocess
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from tempfile import TemporaryFile
from threading import Lock
from typing import IO, Any

from rag.store import BuildState

INTERRUPTED = (130, -signal.SIGINT, -signal.SIGTERM)
STOPPED = "已经完成的部分都保存了，下次接着做。"


class Phase(StrEnum):
    """Where a build stands."""

    IDLE = "idle"
    RUNNING = "running"
    ELSEWHERE = "elsewhere"
    DONE = "done"
    STOPPED = "stopped"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class BuildView:
    """What there is to show: the phase, while running the state with its rate (a second) and the seconds left, after it
    the report of the build or its message on failure."""

    phase: Phase
    state: BuildState | None = None
    per_second: float | None = None
    seconds_left: float | None = None
    report: dict[str, Any] | None = None
    message: str = ""


class Building:
    """The one build process of this server."""

    def __init__(
        self,
        command: Sequence[str],
        folder: Path,
        watch: Callable[[], BuildState | None],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """`command` is run in `folder`; `watch` tells of a build of this library, also of another process's."""
        self._command = tuple(command)
        self._folder = folder
        self._watch = watch
        self._clock = clock
        self._lock = Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._output: tuple[IO[bytes], IO[bytes]] | None = None
        self._outcome = BuildView(Phase.IDLE)
        self._first: tuple[BuildState, float] | None = None

    def start(self) -> None:
        """Start the build unless one is running; whatever the last one left is forgotten."""
        with self._lock:
            self._settle()
            if self._process is not None or self._watch() is not None:
                return
            self._outcome, self._first = BuildView(Phase.IDLE), None
            # closed when the process has ended and what it said has been read
            out, err = self._output = TemporaryFile(), TemporaryFile()  # noqa: SIM115
            self._process = subprocess.Popen(
                self._command, cwd=self._folder, stdin=subprocess.DEVNULL, stdout=out, stderr=err
            )

    def stop(self) -> None:
        """Ask the build that was started here to end; what it has committed stays, and the next one goes on there."""
        with self._lock:
            if self._process is not None and self._process.poll() is None:
                self._process.terminate()

    def forget(self) -> None:
        """Put away the report of a build that has ended."""
        with self._lock:
            self._outcome = BuildView(Phase.IDLE)

    @property
    def process_id(self) -> int | None:
        """The process that was started here and has not been seen to end."""
        return None if self._process is None else self._process.pid

    def view(self) -> BuildView:
        """What to show now."""
        with self._lock:
            self._settle()
            state = self._watch()
            if self._process is not None:
                return self._progress(Phase.RUNNING, state)
            if state is not None:
                return self._progress(Phase.ELSEWHERE, state)
            self._first = None
            return self._outcome

    def _settle(self) -> None:
        """Where the process has ended, keep what it said and let go of it."""
        if self._process is None or self._output is None or (status := self._process.poll()) is None:
            return
        out, err = (_content(stream) for stream in self._output)
        self._outcome = _outcome(status, out, err)
        self._process = self._output = None

    def _progress(self, phase: Phase, state: BuildState | None) -> BuildView:
        now = self._clock()
        if state is None:
            return BuildView(phase)
        if self._first is None or self._first[0].stage != state.stage or self._first[0].done > state.done:
            self._first = (state, now)
        first, since = self._first
        elapsed, made = now - since, state.done - first.done
        if made <= 0 or elapsed <= 0:
            return BuildView(phase, state)
        per_second = made / elapsed
        return BuildView(phase, state, per_second, max(state.total - state.done, 0) / per_second)


def _outcome(status: int, out: str, err: str) -> BuildView:
    lines = [line for line in err.splitlines() if line.strip()]
    if status in INTERRUPTED:
        return BuildView(Phase.STOPPED, message=STOPPED)
    if status != 0:
        said = lines[-1].removeprefix("错误：") if lines else f"更新程序意外结束（状态 {status}）"
        return BuildView(Phase.FAILED, message=said)
    try:
        report = json.loads(out)
    except json.JSONDecodeError:
        report = None
    return BuildView(Phase.DONE, report=report if isinstance(report, dict) else {})


def _content(stream: IO[bytes]) -> str:
    with stream:
        stream.seek(0)
        return stream.read().decode("utf-8", errors="replace")
