"""How far a build is, on the terminal: one bar a stage with rate and time left."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import Any, Self

from tqdm import tqdm

STAGES = {"reading": ("读取文件", "份"), "encoding": ("编码段落", "段"), "indexing": ("更新索引", "步")}
DETAIL = 24


class ProgressBars:
    """A `Progress` that draws on standard error; reading and encoding go on side by side. `quiet` draws nothing."""

    def __init__(self, quiet: bool = False) -> None:
        self._quiet = quiet
        self._bars: dict[str, Any] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for bar in self._bars.values():
            bar.close()

    def __call__(self, stage: str, done: int, total: int, detail: str) -> None:
        """Move the bar of `stage` to `done` of `total`."""
        if self._quiet:
            return
        bar = self._bars.get(stage) or self._open(stage)
        bar.total = total
        bar.set_postfix_str(detail[-DETAIL:], refresh=False)
        bar.update(max(0, done - bar.n))

    def _open(self, stage: str) -> Any:
        name, unit = STAGES.get(stage, (stage, ""))
        self._bars[stage] = tqdm(desc=name, unit=unit, file=sys.stderr, position=len(self._bars), dynamic_ncols=True)
        return self._bars[stage]
