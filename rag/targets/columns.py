"""The columns of a table, the same for CSV and workbook; those of a table of figures."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Generic, TypeVar

from rag.records import Figure
from rag.targets.wording import BOUNDS, KINDS, MEASURES

Cell = str | int | Decimal | date | None


Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """A column: its heading, the value of a row in it, and its width in characters of a digit."""

    heading: str
    value: Callable[[Row], Cell]
    width: int


COLUMNS: tuple[Column[Figure], ...] = (
    Column("类型", lambda figure: KINDS[figure.kind], 6),
    Column("指标", lambda figure: figure.indicator, 36),
    Column("统一名称", lambda figure: figure.concept, 24),
    Column("性质", lambda figure: MEASURES[figure.measure], 6),
    Column("界限", lambda figure: BOUNDS[figure.bound], 8),
    Column("数值", lambda figure: figure.value, 12),
    Column("数值上限", lambda figure: figure.value_high, 12),
    Column("单位", lambda figure: figure.unit, 10),
    Column("年份", lambda figure: figure.year, 8),
    Column("期限", lambda figure: figure.deadline, 12),
    Column("地区", lambda figure: figure.place, 16),
    Column("主题", lambda figure: "、".join(figure.topics), 24),
    Column("原文隐去", lambda figure: "是" if figure.masked else "", 10),
    Column("原文", lambda figure: figure.text, 20),
    Column("文件", lambda figure: figure.doc, 40),
    Column("起", lambda figure: figure.span.start, 8),
    Column("止", lambda figure: figure.span.stop, 8),
    Column("规则", lambda figure: figure.rule, 20),
)
