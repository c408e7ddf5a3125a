"""Files → what they hold, by several worker processes, in the order of the files.

A worker that takes too long is ended; one that dies, whatever killed it, costs the file that it had. Both are told as
Unreadable, and the rest goes on with a new worker.
"""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import IO, Generic

from rag.errors import StoreError
from rag.store.tasks import Orders, Ready, Result, Task, Unreadable

AHEAD = 4
POLL_S = 0.2
DYING_S = 10.0
STARTING_S = 120.0
TAIL_BYTES = 2_000


class Worker(Generic[Result]):
    """One process and the file that it has at hand."""

    def __init__(self, orders: Orders[Result]) -> None:
        ours, theirs = socket.socketpair()
        self._errors: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115
        self._process = subprocess.Popen(
            [sys.executable, "-m", "rag.store.worker", str(theirs.fileno())],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=self._errors,
            pass_fds=(theirs.fileno(),),
            process_group=0,  # with all that it starts itself, so that nothing of it goes on once it is ended
            env=os.environ
            | {"PYTHONPATH": os.pathsep.join(path or str(Path.cwd()) for path in sys.path), "OMP_NUM_THREADS": "1"},
        )
        theirs.close()
        self.connection = Connection(ours.detach())
        self.number: int | None = None
        self._task: Task | None = None
        self._started = 0.0
        self._ready = False
        self._seconds = orders.seconds
        self._send(orders)

    def take(self, number: int, task: Task) -> None:
        """Begin with a file."""
        self.number, self._task, self._started = number, task, time.monotonic()
        self._send(task)

    def outcome(self) -> Result | Unreadable | None:
        """What came of the file, once `connection` is ready, or None where the worker has only just started.

        Raises EOFError where the process has died.
        """
        message: Result | Unreadable | Ready = self.connection.recv()
        if isinstance(message, Ready):
            self._ready, self._started = True, time.monotonic()
            return None
        self.number = None
        return message

    @property
    def late(self) -> bool:
        """True where the file, or the process before it, takes longer than it may."""
        allowed = self._seconds if self._ready else max(self._seconds, STARTING_S)
        return self.number is not None and time.monotonic() - self._started > allowed

    def failure(self) -> Unreadable:
        """End the process and say what became of its file; raises StoreError where it never came to read one."""
        late = self.late
        # one that has died by itself is about to be reaped, and its status is worth having
        self._kill(0 if late else DYING_S)
        said = self._last_line()
        self._errors.close()
        assert self._task is not None, "an idle worker has died"
        if not self._ready:
            raise StoreError(
                f"读取文件的进程启动不了（{said or '没有说明原因'}）；请重新安装依赖：pip install -r requirements.txt"
            )
        if late:
            reason = f"读了 {self._seconds:g} 秒还没有读完"
            return Unreadable(self._task.path, reason, "请另存为纯文本或拆成几个文件")
        status = self._process.returncode
        died = f"被信号 {-status} 终止" if status < 0 else f"退出码 {status}"
        reason = f"读取进程意外结束（{died}{f'：{said}' if said else ''}）"
        return Unreadable(self._task.path, reason, "请另存为其他格式", again=True)

    def end(self) -> None:
        """End the process and let go of everything."""
        self._kill(POLL_S)
        self._errors.close()

    def _kill(self, patience_s: float) -> None:
        self.connection.close()
        try:
            self._process.wait(timeout=patience_s)
        except subprocess.TimeoutExpired:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()

    def _send(self, message: Orders[Result] | Task) -> None:
        try:
            self.connection.send(message)
        except (BrokenPipeError, ConnectionResetError):
            return  # the end of the process shows where its answer is waited for

    def _last_line(self) -> str:
        self._errors.seek(0, os.SEEK_END)
        self._errors.seek(max(0, self._errors.tell() - TAIL_BYTES))
        lines = self._errors.read().decode("utf-8", "replace").strip().splitlines()
        return lines[-1][:200] if lines else ""


class Workers(Generic[Result]):
    """A context manager that keeps as many workers as there is work for; all are ended at its exit."""

    def __init__(self, orders: Orders[Result], jobs: int) -> None:
        self._orders = orders
        self._jobs = jobs
        self._idle: list[Worker[Result]] = []
        self._busy: list[Worker[Result]] = []

    def __enter__(self) -> Workers[Result]:
        return self

    def __exit__(self, *_: object) -> None:
        for worker in (*self._idle, *self._busy):
            worker.end()

    def outcomes(self, tasks: Sequence[Task], cancelled: Callable[[], bool]) -> Iterator[Result | Unreadable]:
        """One outcome a task, in their order, read a few files ahead; ends early where `cancelled`."""
        waiting = deque(enumerate(tasks))
        done: dict[int, Result | Unreadable] = {}
        for number in range(len(tasks)):
            self._hand_out(waiting, len(done), number)
            while number not in done:
                if cancelled():
                    return
                self._collect(done)
                self._hand_out(waiting, len(done), number)
            yield done.pop(number)

    def _hand_out(self, waiting: deque[tuple[int, Task]], held: int, number: int) -> None:
        most = self._jobs * AHEAD
        while waiting and len(self._busy) < self._jobs and (held + len(self._busy) < most or waiting[0][0] == number):
            worker = self._idle.pop() if self._idle else Worker(self._orders)
            worker.take(*waiting.popleft())
            self._busy.append(worker)

    def _collect(self, done: dict[int, Result | Unreadable]) -> None:
        ready = wait([worker.connection for worker in self._busy], POLL_S)
        for worker in tuple(self._busy):
            number = worker.number
            assert number is not None, "a busy worker has a file"
            if worker.connection in ready:
                try:
                    outcome = worker.outcome()
                except (EOFError, ConnectionResetError):
                    outcome = worker.failure()
                else:
                    if outcome is None:
                        continue
                    self._idle.append(worker)
                done[number] = outcome
            elif worker.late:
                done[number] = worker.failure()
            else:
                continue
            self._busy.remove(worker)
