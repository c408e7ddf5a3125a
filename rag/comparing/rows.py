"""What a comparison is made of: a point for each place, year and kind, what was left out and why."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from rag.comparing.scales import Scale, shown_unit
from rag.figures.units import Unit, comparable
from rag.records import Figure, FigureKind, Measure

PlacePath = tuple[str, ...]


class Reason(StrEnum):
    """Why a figure is not drawn."""

    MASKED = "masked"
    NO_YEAR = "no_year"
    NO_PLACE = "no_place"
    OTHER_UNIT = "other_unit"
    LATE_TARGET = "late_target"
    EARLY_RESULT = "early_result"
    SEVERAL_YEARS = "several_years"
    PART_OF_YEAR = "part_of_year"
    PART_OF_PLACE = "part_of_place"
    DEFINES = "defines"
    OTHER_SUBJECT = "other_subject"
    LISTED = "listed"
    OTHER_YEAR = "other_year"
    OTHER_AMOUNT = "other_amount"


class Outcome(StrEnum):
    """What became of a target."""

    MET = "met"
    NEARLY = "nearly"
    MISSED = "missed"
    UNSURE = "unsure"
    UNREPORTED = "unreported"
    NO_TARGET = "no_target"


@dataclass(frozen=True, slots=True)
class Judged:
    """An outcome with the difference in words (高 0.3 个百分点), empty where there is none."""

    outcome: Outcome
    apart: str = ""


@dataclass(frozen=True, slots=True)
class Point:
    """The figure that stands for a place, a year and a kind.

    `otherwise` are figures for the same that state another amount, `ambitions` what the same report also strives for.
    `report_year` is the year of the report that states the figure. `doubtful` points lie far from those of the years around.
    """

    places: PlacePath
    year: int
    kind: FigureKind
    figure: Figure
    report_year: int | None = None
    otherwise: tuple[Figure, ...] = ()
    ambitions: tuple[Figure, ...] = ()
    doubtful: bool = False

    @property
    def low(self) -> Decimal:
        """The amount in the first unit of its dimension, the lower end of a range; below zero for what falls."""
        return signed(self.figure, self.figure.value)

    @property
    def high(self) -> Decimal:
        """The upper end of a range, else `low`."""
        return signed(self.figure, self.figure.value_high or self.figure.value)


@dataclass(frozen=True, slots=True)
class Row:
    """A place in a year: target and result where the reports give them.

    `reported` are the kinds that some report of the place could have given: a target the report of the year, a result
    that of the year after. Of the kinds in `unclear` that report states figures of the scale, none of which could be taken.
    """

    places: PlacePath
    year: int
    target: Point | None
    result: Point | None
    judged: Judged | None
    reported: frozenset[FigureKind] = frozenset()
    unclear: frozenset[FigureKind] = frozenset()

    @property
    def points(self) -> tuple[Point, ...]:
        """Target and result, as far as there are any."""
        return tuple(point for point in (self.target, self.result) if point is not None)

    @property
    def place(self) -> str:
        """The place itself."""
        return self.places[-1]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A figure for what was asked that is not drawn, and the year of its report."""

    figure: Figure
    reason: Reason
    report_year: int | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Rows that compare with one another, what was left out, and in which unit the rows are drawn (None: no points).

    `kinds` are those that were asked for. `cut` is set where there are more figures than are looked at.
    """

    concept: str
    scale: Scale
    kinds: tuple[FigureKind, ...]
    rows: tuple[Row, ...]
    left_out: tuple[LeftOut, ...]
    unit: Unit | None
    cut: bool = False

    @property
    def points(self) -> tuple[Point, ...]:
        """All points, row by row."""
        return tuple(point for row in self.rows for point in row.points)

    def of(self, rows: tuple[Row, ...]) -> Comparison:
        """The comparison of some of the rows alone, in a unit of their own."""
        return replace(self, rows=rows, unit=shown_unit([point.figure for row in rows for point in row.points]))

    def drawn(self, amount: Decimal) -> Decimal:
        """An amount of a point in the unit in which the rows are drawn."""
        return amount / (self.unit.factor if self.unit else Decimal(1))


def signed(figure: Figure, value: Decimal | None) -> Decimal:
    """A value of a figure in the first unit of its dimension, below zero where the figure says by how much it fell."""
    assert value is not None
    amount = comparable(value, figure.unit)[1]
    return -amount if figure.measure is Measure.DECREASE else amount
