"""An index of the two documents of fakes.py with their figures, their problems and what a build changed of them."""

from __future__ import annotations

from collections.abc import Sequence

from rag.records import Figure
from rag.store import ChangedFigure, FigureChange, Problem
from tests.ui.fakes import HOSTILE, REPORT, FakeIndex, corn_targets


class FakeDocuments(FakeIndex):
    """REPORT has the figures of `corn_targets`; the last build is known once `logged`."""

    def __init__(self, logged: bool = False) -> None:
        super().__init__()
        self._logged = logged

    def figures_of(self, path: str) -> tuple[Figure, ...]:
        return corn_targets() if path == REPORT.path else ()

    def problems(self) -> Sequence[Problem]:
        return (Problem(f"{HOSTILE}.pdf", HOSTILE, "请重新导出"),)

    def changes(self) -> tuple[FigureChange, ...] | None:
        return (FigureChange(REPORT.path, 1, 0, 1), FigureChange("走了.txt", 0, 0, 0)) if self._logged else None

    def changed_figures(self, path: str) -> tuple[ChangedFigure, ...]:
        grown, film, *_ = corn_targets()
        return (ChangedFigure(None, grown), ChangedFigure(film, None))
