"""The figures that a document had and those that it has now → which were added, changed and removed."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Sequence
from dataclasses import dataclass

from rag.store.columns import Value
from rag.store.figure_rows import MEANING_COLUMNS, STATED_COLUMNS

Stated = tuple[Value, ...]
"""A figure as the values of STATED_COLUMNS."""

MEANING = len(STATED_COLUMNS) - len(MEANING_COLUMNS)
TEXT, INDICATOR = STATED_COLUMNS.index("text"), STATED_COLUMNS.index("indicator")


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


@dataclass(frozen=True, slots=True)
class Changed:
    """One figure that is another than before; None where there was or is none."""

    before: Stated | None
    after: Stated | None


def changed_figures(before: Sequence[Stated], after: Sequence[Stated]) -> tuple[Changed, ...]:
    """What came of the figures `before`: those changed and added in the order of `after`, then those removed."""
    gone, come = _less(before, after), _less(after, before)
    former: dict[int, Stated] = {}
    for column in (TEXT, INDICATOR):
        former |= _paired(gone, come, column)
    found = (Changed(former.get(place), after[place]) for place in sorted(former.keys() | come.keys()))
    return (*found, *(Changed(figure, None) for figure in gone.values()))


def counted(path: str, changes: Sequence[Changed]) -> FigureChange:
    """How many there are of each sort."""
    added = sum(change.before is None for change in changes)
    removed = sum(change.after is None for change in changes)
    return FigureChange(path, added, len(changes) - added - removed, removed)


def _less(these: Sequence[Stated], those: Sequence[Stated]) -> dict[int, Stated]:
    """`these` by their places, without those that mean the same as one of `those`, each of which takes one away."""
    left = Counter(figure[MEANING:] for figure in those)
    kept: dict[int, Stated] = {}
    for place, figure in enumerate(these):
        if left[figure[MEANING:]] > 0:
            left[figure[MEANING:]] -= 1
        else:
            kept[place] = figure
    return kept


def _paired(gone: dict[int, Stated], come: dict[int, Stated], column: int) -> dict[int, Stated]:
    """Take out of both what is alike in one column; returns the former figure by the place of the one that came."""
    successors: defaultdict[Value, deque[int]] = defaultdict(deque)
    for place, figure in come.items():
        successors[figure[column]].append(place)
    pairs: dict[int, Stated] = {}
    for place, figure in list(gone.items()):
        if same := successors[figure[column]]:
            pairs[same[0]] = gone.pop(place)
            del come[same.popleft()]
    return pairs
