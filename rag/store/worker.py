"""A worker process: files named by the process that started it → what they hold, one after the other.

Run as `python -m rag.store.worker DESCRIPTOR`, with one end of a socket pair. An exception that nobody foresaw ends
the process, and with it only the file at hand: the other process sees the end, reports the file and starts another.
"""

from __future__ import annotations

import os
import resource
import signal
import sys
from contextlib import suppress
from multiprocessing.connection import Connection

from rag.errors import ReadError
from rag.store.tasks import Orders, Ready, Result, Task, Unreadable

MEMORY_BYTES = 4 << 30
GRACE_S = 15


def serve(connection: Connection) -> None:
    """Answer tasks until the other process is gone."""
    orders: Orders[object] = connection.recv()
    os.nice(orders.niceness)
    connection.send(Ready())
    while True:
        try:
            task: Task = connection.recv()
        except EOFError:
            return
        # should the other process be killed, nobody else would end a file that never does
        signal.alarm(int(orders.seconds) + GRACE_S)
        answer = _answer(orders, task)
        signal.alarm(0)
        with suppress(BrokenPipeError, ConnectionResetError):
            connection.send(answer)


def _answer(orders: Orders[Result], task: Task) -> Result | Unreadable:
    try:
        return orders.work(task)
    except ReadError as error:
        return Unreadable(task.path, error.reason, error.remedy)
    except MemoryError:
        return Unreadable(task.path, "读这个文件需要的内存太多", "请拆成几个文件")
    except RecursionError:
        return Unreadable(task.path, "文件里的结构嵌套太深", "请另存为纯文本")


def _limit_memory() -> None:
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    wanted = MEMORY_BYTES if most == resource.RLIM_INFINITY else min(MEMORY_BYTES, most)
    with suppress(ValueError, OSError):  # not every system has this limit
        resource.setrlimit(resource.RLIMIT_AS, (wanted, most))


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _limit_memory()
    serve(Connection(int(sys.argv[1])))
