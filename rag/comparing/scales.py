"""What figures of one indicator can be drawn on together: amounts or changes, of one dimension.

Amounts of 亿元 and 万元 share a scale, growth in % and growth in 亿元 do not.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from statistics import median

from rag.figures.units import Unit, comparable, unit
from rag.records import Figure, FigureCount, Measure


@dataclass(frozen=True, slots=True, order=True)
class Scale:
    """Changes or amounts, and the dimension of their units (rag.figures.units)."""

    change: bool
    dimension: str

    @property
    def measures(self) -> tuple[Measure, ...]:
        """The measures that lie on it."""
        return (Measure.INCREASE, Measure.DECREASE) if self.change else (Measure.LEVEL,)


def scale_of(figure: Figure) -> Scale:
    """The scale of a figure; one that is blanked out has that of its unit."""
    dimension = comparable(figure.value or Decimal(0), figure.unit)[0]
    return Scale(figure.measure is not Measure.LEVEL, dimension)


def scales(counts: Iterable[FigureCount]) -> tuple[tuple[Scale, int], ...]:
    """Scales with the figures on each, most first, from counts by FigureGroup.SCALE."""
    found: dict[Scale, int] = {}
    for count in counts:
        measure, _, dimension = count.value.partition("/")
        scale = Scale(Measure(measure) is not Measure.LEVEL, dimension)
        found[scale] = found.get(scale, 0) + count.figures
    return tuple(sorted(found.items(), key=lambda pair: (-pair[1], pair[0])))


def shown_unit(figures: Sequence[Figure]) -> Unit | None:
    """The largest of the units of these figures in which the middle one of them is at least 1; None where there are none.

    The figures have values and share a dimension.
    """
    known = {figure.unit: _unit(figure) for figure in figures}
    if not known:
        return None
    middle = median(comparable(figure.value or Decimal(0), figure.unit)[1] for figure in figures)
    fitting = [found for found in known.values() if found.factor <= middle]
    if fitting:
        return max(fitting, key=lambda found: found.factor)
    return min(known.values(), key=lambda found: found.factor)


def _unit(figure: Figure) -> Unit:
    """The unit of a figure; one that is not known is comparable only with itself."""
    return unit(figure.unit) or Unit(figure.unit or "", comparable(Decimal(0), figure.unit)[0], Decimal(1))
