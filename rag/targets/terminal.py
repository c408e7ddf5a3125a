"""Figures → a table for the terminal, aligned where a Chinese character takes two columns."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from rag.records import Figure
from rag.targets.wording import KINDS

GAP = "  "
CUT = "…"
NONE = "没有符合条件的数字"


@dataclass(frozen=True, slots=True)
class _Column:
    """Heading, value, and the number of columns of the screen that it may take."""

    heading: str
    value: Callable[[Figure], str]
    widest: int


_COLUMNS = (
    _Column("类型", lambda figure: KINDS[figure.kind], 4),
    _Column("年份", lambda figure: str(figure.year or ""), 4),
    _Column("地区", lambda figure: figure.place or "", 16),
    _Column("指标", lambda figure: figure.indicator, 40),
    _Column("数值", lambda figure: figure.text, 24),
    _Column("主题", lambda figure: "、".join(figure.topics), 24),
    _Column("出处", lambda figure: f"{figure.doc}:{figure.span.start}-{figure.span.stop}", 60),
)


def table_lines(figures: Iterable[Figure]) -> Iterator[str]:
    """The lines of the table, the heading first; one line that says so where there are no figures."""
    rows = [[printable(column.value(figure)) for column in _COLUMNS] for figure in figures]
    if not rows:
        yield NONE
        return
    headings = [column.heading for column in _COLUMNS]
    widths = [
        min(column.widest, max(width_of(row[number]) for row in (headings, *rows)))
        for number, column in enumerate(_COLUMNS)
    ]
    yield _line(headings, widths)
    yield GAP.join("─" * width for width in widths)
    for row in rows:
        yield _line(row, widths)
    yield f"共 {len(rows)} 个数字"


def printable(text: str) -> str:
    """A text on one line that cannot steer the terminal: control and other invisible characters become spaces."""
    return "".join(" " if unicodedata.category(character)[0] in "CZ" else character for character in text)


def width_of(text: str) -> int:
    """The columns of the screen that a text takes."""
    return sum(_width(character) for character in text)


def fitted(text: str, width: int) -> str:
    """The text in exactly `width` columns: cut with a mark or filled with spaces."""
    if width_of(text) > width:
        kept, taken = [], 0
        for character in text:
            taken += _width(character)
            if taken > width - _width(CUT):
                break
            kept.append(character)
        text = "".join(kept) + CUT
    return text + " " * (width - width_of(text))


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    return GAP.join(fitted(cell, width) for cell, width in zip(cells, widths, strict=True)).rstrip()


def _width(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
