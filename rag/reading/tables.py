"""The rows of a table → lines of text that each can be read alone.

A figure in a table means nothing without the heads of its row and column, and a passage may begin at any row. So every
row becomes one sentence that repeats them, the unit behind its number:

    指标      单位   2023年实际   2024年目标
    粮食产量  万吨   28.5         30            →   2023年实际：粮食产量28.5万吨；2024年目标：粮食产量30万吨。
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from rag.reading.table_rows import is_value, row_sentence, starts_with_number, stated_unit

Row = Sequence[str]

MOST_COLUMNS = 60
_MOST_HEAD_ROWS = 3


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell as it is written: its text and how many columns and rows it covers."""

    text: str
    columns: int = 1
    rows: int = 1


def grid(rows: Sequence[Sequence[Cell]]) -> tuple[tuple[str, ...], ...]:
    """The text at every place of the table, a merged cell's at all the places that it covers."""
    below: dict[tuple[int, int], str] = {}
    table: list[tuple[str, ...]] = []
    for y, cells in enumerate(rows):
        row: list[str] = []
        for cell in cells:
            while (y, len(row)) in below:
                row.append(below.pop((y, len(row))))
            for _ in range(min(cell.columns, MOST_COLUMNS - len(row))):
                for further in range(1, min(cell.rows, len(rows) - y)):
                    below[y + further, len(row)] = cell.text
                row.append(cell.text)
        while (y, len(row)) in below:
            row.append(below.pop((y, len(row))))
        table.append(tuple(row))
    return tuple(table)


def table_lines(rows: Sequence[Row]) -> tuple[str, ...]:
    """One line a row, heads repeated; a table without heads keeps its cells side by side. Empty rows are dropped."""
    table = _squared([tuple(_one_line(cell) for cell in row) for row in rows if any(cell.strip() for cell in row)])
    captions: list[str] = []
    unit = ""
    while table and len(filled := set(filter(None, table[0]))) == 1:
        captions += filled
        unit = stated_unit(captions[-1]) or unit
        table = table[1:]
    depth = _head_rows(table) if len(table) > 1 else 0
    if depth == 0:
        return (*captions, *("　".join(_without_repeats(row)) for row in table))
    heads = _heads(table[:depth])
    return (*captions, *(line for row in table[depth:] if (line := row_sentence(heads, row, unit))))


def _one_line(cell: str) -> str:
    """The cell without line breaks; between Chinese characters they mean nothing."""
    return re.sub(r"\s+", " ", re.sub(r"(?<=[^\x00-\x7f])\s+(?=[^\x00-\x7f])", "", cell.strip()))


def _squared(rows: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    width = max((len(row) for row in rows), default=0)
    return [(*row, *("",) * (width - len(row))) for row in rows]


def _head_rows(table: list[tuple[str, ...]]) -> int:
    """How many rows at the top hold heads: one, or more where the cells of the first are merged over others.

    None where values begin at once, and where two columns of words are names and what belongs to them.
    """
    if len(table[0]) == 2 and not any(starts_with_number(cell) for row in table for cell in row):
        return 0
    for depth, row in enumerate(table[:_MOST_HEAD_ROWS]):
        if any(is_value(cell) for cell in row):
            return depth
        if all(row) and all(left != right for left, right in pairwise(row)):
            return depth + 1
    return 1


def _heads(rows: list[tuple[str, ...]]) -> tuple[str, ...]:
    """One head a column; heads on top of each other are joined, each once."""
    return tuple("".join(_without_repeats(column)) for column in zip(*rows, strict=True))


def _without_repeats(cells: Row) -> tuple[str, ...]:
    """The filled cells, a merged cell once."""
    return tuple(cell for i, cell in enumerate(cells) if cell and (i == 0 or cells[i - 1] != cell))
