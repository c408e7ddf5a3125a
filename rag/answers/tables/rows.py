"""A table of figures that can be compared with one another, and what it leaves out.

In: the figures chosen for places or years. Out: `Row` and `Table`, values that the words of an answer are made of.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from rag.figures.units import comparable
from rag.records import Figure, FigureKind


@dataclass(frozen=True, slots=True)
class Row:
    """A place or year, and the one figure that stands for it; `thing` is what that is of, where rows differ in it."""

    label: str
    figure: Figure
    thing: str = ""

    @property
    def amount(self) -> Decimal:
        """The value in the first unit of its dimension; the lower end of a range."""
        assert self.figure.value is not None
        return comparable(self.figure.value, self.figure.unit)[1]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows in the order of their groups.

    `silent` are the labels whose reports do not give the figure, `masked` those where it is blanked out, `apart` those
    that give it in a unit that does not compare. `year` is the year that all rows are for, None in a table of years.
    """

    rows: tuple[Row, ...]
    silent: tuple[str, ...]
    masked: tuple[str, ...]
    apart: tuple[Row, ...]
    year: int | None
    kind: FigureKind

    @property
    def labels(self) -> tuple[str, ...]:
        """The places or years that were looked at."""
        return (*(row.label for row in self.rows), *self.silent, *self.masked, *(row.label for row in self.apart))

    @property
    def told(self) -> frozenset[str]:
        """Those that have a row."""
        return frozenset(row.label for row in self.rows)

    @property
    def groups(self) -> int:
        """How many they are."""
        return len(self.labels)
