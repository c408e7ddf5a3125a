"""Points that lie far from those of the years around them: a slip of the report or of its reading more often than a fact.

In: points. Out: the same points, those that call for a look at the source marked.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from statistics import median

from rag.comparing.rows import PlacePath, Point
from rag.records import FigureKind, Measure

AROUND = 6
ENOUGH = 3
TIMES = Decimal(4)


def marked(points: Sequence[Point]) -> tuple[Point, ...]:
    """Each point, `doubtful` where it is a level and at least TIMES as large or small as the middle one of the years around."""
    series: dict[tuple[PlacePath, FigureKind], list[Point]] = defaultdict(list)
    for point in points:
        series[point.places, point.kind].append(point)
    return tuple(replace(p, doubtful=_is_apart(p, series[p.places, p.kind])) for p in points)


def _is_apart(point: Point, series: Iterable[Point]) -> bool:
    near = [abs(p.low) for p in series if p is not point and abs(p.year - point.year) <= AROUND]
    if len(near) < ENOUGH or point.figure.measure is not Measure.LEVEL:
        return False
    usual, own = median(near), abs(point.low)
    return own > usual * TIMES or own * TIMES < usual
