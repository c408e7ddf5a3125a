"""Rows of figures ↔ records; beside schema.sql the only place where their columns are named."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from rag.figures.units import comparable
from rag.records import Bound, Figure, FigureKind, Measure, Span
from rag.store.columns import Value, plain, sound

FIGURE_COLUMNS = (
    "document_id",
    "ordinal",
    "start",
    "stop",
    "text",
    "kind",
    "indicator",
    "measure",
    "value",
    "value_high",
    "unit",
    "bound",
    "year",
    "deadline",
    "place",
    "masked",
    "rule",
    "concept",
    "dimension",
    "amount",
)
# where a figure stands and what it says
STATED_COLUMNS = FIGURE_COLUMNS[2:]
# what a figure says, wherever in its document it stands
MEANING_COLUMNS = FIGURE_COLUMNS[4:]


def figure_values(figure: Figure) -> tuple[Value, ...]:
    """The values of STATED_COLUMNS."""
    return (
        figure.span.start,
        figure.span.stop,
        figure.text,
        figure.kind.value,
        figure.indicator,
        figure.measure.value,
        plain(figure.value),
        plain(figure.value_high),
        figure.unit,
        figure.bound.value,
        figure.year,
        figure.deadline.isoformat() if figure.deadline else None,
        figure.place,
        int(figure.masked),
        figure.rule,
        figure.concept,
        *_comparable(figure),
    )


@sound
def figure_of(row: sqlite3.Row, topics: tuple[str, ...], places: tuple[str, ...]) -> Figure:
    """A figure from a row of `figures` with the document's `path`."""
    return _figure(row["path"], row, topics, places)


@sound
def stated_figure(path: str, stated: str) -> Figure:
    """A figure from a JSON object with STATED_COLUMNS; it knows neither topics nor places."""
    return _figure(path, json.loads(stated), (), ())


def _figure(
    path: str, row: sqlite3.Row | Mapping[str, Any], topics: tuple[str, ...], places: tuple[str, ...]
) -> Figure:
    return Figure(
        doc=path,
        span=Span(row["start"], row["stop"]),
        text=row["text"],
        kind=FigureKind(row["kind"]),
        indicator=row["indicator"],
        measure=Measure(row["measure"]),
        value=None if row["value"] is None else Decimal(row["value"]),
        value_high=None if row["value_high"] is None else Decimal(row["value_high"]),
        unit=row["unit"],
        bound=Bound(row["bound"]),
        year=row["year"],
        deadline=date.fromisoformat(row["deadline"]) if row["deadline"] else None,
        place=row["place"],
        masked=bool(row["masked"]),
        rule=row["rule"],
        topics=topics,
        concept=row["concept"],
        places=places,
    )


def _comparable(figure: Figure) -> tuple[str, float | None]:
    """Dimension and amount to order by; the exact value is `value`."""
    dimension, amount = comparable(figure.value or Decimal(0), figure.unit)
    return dimension, None if figure.value is None else float(amount)
