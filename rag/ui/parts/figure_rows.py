"""Figures → the rows of the table on the page 目标库. Pure functions; cells are plain text on one line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rag.records import Figure
from rag.ui.parts.escaping import SPACES, UNSHOWABLE, fitted
from rag.ui.parts.wording import figure_nature

LONGEST_CELL = 160
NOTHING = "—"
# in pixels; what does not fit ends with an ellipsis
WIDTHS = {"指标": 170, "数值": 112, "目标或完成": 104, "年份": 60, "期限": 98, "地区": 84, "主题": 112, "出处": 190}
COLUMNS = tuple(WIDTHS)
PADDING = 18


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
    return tuple(table_cell(cell, width) for cell, width in zip(cells, WIDTHS.values(), strict=True))


def table_cell(text: str, width: int) -> str:
    """A text on one line of a column of this width, a dash where there is none."""
    flat = SPACES.sub(" ", UNSHOWABLE.sub("", text[:LONGEST_CELL])).strip()
    return fitted(flat, width - PADDING) or NOTHING
