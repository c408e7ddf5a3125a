"""An index of the two documents of fakes.py with their figures, their problems and what a build changed of them."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from rag.records import Figure
from rag.store import ChangedFigure, FigureChange, Problem, SourceState
from tests.ui.fakes import HOSTILE, REPORT, TRICK, FakeIndex, corn_targets


class FakeDocuments(FakeIndex):
    """REPORT has the figures of `corn_targets`; the last build is known once `logged`."""

    def __init__(self, logged: bool = False) -> None:
        super().__init__()
        self._logged = logged

    def figures_of(self, path: str) -> tuple[Figure, ...]:
        return corn_targets() if path == REPORT.path else ()

    def problems(self) -> Sequence[Problem]:
        return (Problem(f"{HOSTILE}.pdf", HOSTILE, "请重新导出"),)

    def sources(self) -> Sequence[SourceState]:
        return tuple(
            SourceState(document.path, None, hashlib.sha256(document.text.encode()).hexdigest(), "")
            for document in (REPORT, TRICK)
        )

    def changes(self) -> tuple[FigureChange, ...] | None:
        return (FigureChange(REPORT.path, 1, 0, 1), FigureChange("走了.txt", 0, 0, 0)) if self._logged else None

    def changed_figures(self, path: str) -> tuple[ChangedFigure, ...]:
        grown, film, *_ = corn_targets()
        return (ChangedFigure(None, grown), ChangedFigure(film, None))
