"""Targets and results, and how they are asked for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from rag.records.documents import Span


class FigureKind(StrEnum):
    """Whether a figure is to be reached or has been reached."""

    TARGET = "target"
    RESULT = "result"


class Measure(StrEnum):
    """What the number of a figure says of its indicator."""

    LEVEL = "level"
    INCREASE = "increase"
    DECREASE = "decrease"


class Bound(StrEnum):
    """How exact the number of a figure is meant."""

    EXACT = "eq"
    OVER = "over"
    ABOUT = "approx"
    AT_LEAST = "ge"
    AT_MOST = "le"
    RANGE = "range"


@dataclass(frozen=True, slots=True)
class Figure:
    """One target or result that a report states: a number with all that gives it its meaning.

    `value` is in `unit` as the text has it; `value_high` only for a range. `rule` names the rule that found it.
    `concept` is the one name of an indicator that reports word in several ways, None where it is none of these;
    `places` runs from the largest place that the figure counts for to `place` itself, by full names.
    """

    doc: str
    span: Span
    text: str
    kind: FigureKind
    indicator: str
    measure: Measure
    value: Decimal | None
    value_high: Decimal | None
    unit: str | None
    bound: Bound
    year: int | None
    deadline: date | None
    place: str | None
    masked: bool
    rule: str
    topics: tuple[str, ...] = ()
    concept: str | None = None
    places: tuple[str, ...] = ()


class FigureOrder(StrEnum):
    """In which order figures are listed; equals come by document and position.

    Values are ordered within what can be compared: by what the unit measures, then by the amount in one unit, figures
    without a value last.
    """

    DOCUMENT = "document"
    LARGEST = "largest"
    SMALLEST = "smallest"
    NEWEST = "newest"
    OLDEST = "oldest"


class FigureGroup(StrEnum):
    """By what figures are counted.

    PLACE counts a figure for its place and for every place that this lies in, OWN_PLACE for its place alone. A SCALE is
    `measure/dimension`: increase/ratio, level/money.
    """

    TOPIC = "topic"
    CONCEPT = "concept"
    PLACE = "place"
    OWN_PLACE = "own_place"
    SCALE = "scale"
    YEAR = "year"
    KIND = "kind"
    UNIT = "unit"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class FigureQuery:
    """Which figures are wanted, in what order, and which page of them; an empty field lets everything through.

    Values of one field are alternatives, fields are conditions. `places` are full names: a figure counts for its place
    and for every place that this lies in. `years` are the years that figures are for. `dimensions` are those of the units
    (rag.figures.units), also of figures that are blanked out. `indicator` is contained in the
    indicator, `text` in the indicator or in the words of the value. Figures of documents that another document
    stands for are left out, unless the document is asked for in `docs`. `limit` None: no limit.
    """

    places: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    kinds: tuple[FigureKind, ...] = ()
    concepts: tuple[str, ...] = ()
    measures: tuple[Measure, ...] = ()
    dimensions: tuple[str, ...] = ()
    indicator: str = ""
    topics: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    docs: tuple[str, ...] = ()
    masked: bool | None = None
    text: str = ""
    order: FigureOrder = FigureOrder.DOCUMENT
    limit: int | None = None
    offset: int = 0

    def __post_init__(self) -> None:
        if (self.limit or 0) < 0 or self.offset < 0:
            raise ValueError(f"limit and offset must not be negative, got {self.limit} and {self.offset}")


@dataclass(frozen=True, slots=True)
class FigurePage:
    """One page of figures, and how many there are in all."""

    figures: tuple[Figure, ...]
    total: int


@dataclass(frozen=True, slots=True)
class FigureCount:
    """A value that figures are counted by, and how many have it."""

    value: str
    figures: int
