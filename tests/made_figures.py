"""Figures for tests: one that says little, to be changed in the fields that a test is about."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

from rag.records import Bound, Figure, FigureKind, Measure, Span

PLAIN = Figure(
    doc="报告.txt",
    span=Span(10, 15),
    text="5000亩",
    kind=FigureKind.TARGET,
    indicator="粮食播种面积",
    measure=Measure.LEVEL,
    value=Decimal(5000),
    value_high=None,
    unit="亩",
    bound=Bound.EXACT,
    year=2024,
    deadline=None,
    place="溪山县",
    masked=False,
    rule="number/predicated",
    topics=("粮食安全",),
    concept="粮食播种面积",
    places=("云溪省", "溪山县"),
)


def figure(**changes: Any) -> Figure:
    """PLAIN with some fields changed."""
    return replace(PLAIN, **changes)
