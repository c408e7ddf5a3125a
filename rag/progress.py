"""How far a build is, on the terminal: one bar a stage with rate and time left."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import Any, Self

from tqdm import tqdm

STAGES = {"reading": "读取文件", "encoding": "编码段落", "indexing": "更新索引"}
UNITS = {"reading": "份", "encoding": "段", "indexing": "步"}


class ProgressBars:
    """A `Progress` that draws on standard error; `quiet` draws nothing."""

    def __init__(self, quiet: bool = False) -> None:
        self._quiet = quiet
        self._stage = ""
        self._bar: Any = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._close()

    def __call__(self, stage: str, done: int, total: int, detail: str) -> None:
        if self._quiet:
            return
        if stage != self._stage:
            self._open(stage, total)
        self._bar.total = total
        self._bar.set_postfix_str(detail[-30:], refresh=False)
        self._bar.update(max(0, done - self._bar.n))

    def _open(self, stage: str, total: int) -> None:
        self._close()
        self._stage = stage
        self._bar = tqdm(total=total, desc=STAGES.get(stage, stage), unit=UNITS.get(stage, ""), file=sys.stderr)

    def _close(self) -> None:
        if self._bar is not None:
            self._bar.close()
            self._bar = None
