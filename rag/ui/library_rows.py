"""Figures → the rows of the table on the page 目标库. Pure functions; cells are plain text on one line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rag.records import Figure
from rag.ui.escaping import SPACES, UNSHOWABLE, shortened
from rag.ui.wording import figure_nature

LONGEST_CELL = 160
NOTHING = "—"
COLUMNS = ("指标", "数值", "目标或完成", "年份", "期限", "地区", "主题", "出处")


def table(figures: Sequence[Figure], titles: Mapping[str, str]) -> dict[str, list[str]]:
    """The columns of the table by name; `titles` are those of the documents by path."""
    rows = [_row(figure, titles) for figure in figures]
    return {name: [row[at] for row in rows] for at, name in enumerate(COLUMNS)}


def _row(figure: Figure, titles: Mapping[str, str]) -> tuple[str, ...]:
    cells = (
        figure.indicator,
        "原文隐去" if figure.masked else figure.text,
        figure_nature(figure),
        str(figure.year) if figure.year else "",
        figure.deadline.isoformat() if figure.deadline else "",
        figure.place or "",
        "、".join(figure.topics),
        titles.get(figure.doc) or figure.doc,
    )
    return tuple(_cell(cell) or NOTHING for cell in cells)


def _cell(text: str) -> str:
    return shortened(SPACES.sub(" ", UNSHOWABLE.sub("", text)).strip(), LONGEST_CELL)
