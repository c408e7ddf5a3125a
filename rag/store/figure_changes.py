"""The figures that a document had and those that it has now → how many were added, changed and removed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from rag.store.rows import MEANING_COLUMNS, Value

Meanings = Counter[tuple[Value, ...]]
TEXT, INDICATOR = MEANING_COLUMNS.index("text"), MEANING_COLUMNS.index("indicator")


@dataclass(frozen=True, slots=True)
class FigureChange:
    """How many figures a document gained, saw changed and lost.

    One that merely moved in its text counts as none of these; one is changed where the same words of value, or else
    the same indicator, are now read or stated otherwise.
    """

    path: str
    added: int
    changed: int
    removed: int

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed)


def figure_change(path: str, before: Meanings, after: Meanings) -> FigureChange:
    """The change from the figures `before` to those `after`, each as the values of MEANING_COLUMNS."""
    gone, come = before - after, after - before
    changed = _paired(gone, come, TEXT) + _paired(gone, come, INDICATOR)
    return FigureChange(path, come.total(), changed, gone.total())


def _paired(gone: Meanings, come: Meanings, column: int) -> int:
    """Take out of both what is alike in one column; returns how many pairs that makes."""
    successors: dict[Value, list[tuple[Value, ...]]] = {}
    for figure in come.elements():
        successors.setdefault(figure[column], []).append(figure)
    pairs = 0
    for figure in list(gone.elements()):
        if same := successors.get(figure[column]):
            come[same.pop(0)] -= 1
            gone[figure] -= 1
            pairs += 1
    return pairs
