"""The rows of a table → lines of text that each can be read alone.

A figure in a table means nothing without the heads of its row and column, and a passage may begin at any row. So every
row becomes one sentence that repeats them, the unit behind its number:

    指标      单位   2023年实际   2024年目标
    粮食产量  万吨   28.5         30            →   粮食产量：2023年实际28.5万吨；2024年目标30万吨。
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

Row = Sequence[str]

MOST_COLUMNS = 60

_NUMBER = re.compile(r"[-+−±≥≤><＞＜约超近]?\s*\d[\d,，.]*(?:\s*[-—~～至]\s*\d[\d,.]*)?")
_BARE_NUMBER = re.compile(rf"(?P<number>{_NUMBER.pattern})\s*(?P<qualifier>左右|以上|以下|以内|上下|[+＋]?)")
_UNIT_IN_HEAD = re.compile(r"\s*[（(]\s*(?:单位[:：]?)?\s*(?P<unit>[%％‰\w/·㎡²³]{1,8})\s*[）)]\s*$")
_UNITS = re.compile(
    r"""[%％‰] | 个?百分点
        | (?:[十百千万亿]* (?:元|美元|人|人次|亩|吨|公斤|斤|户|个|家|名|项|件|辆|台|套|头|只|羽|株|张|处|座|所|公里|千米|米|公顷
          |平方米|平方公里|立方米|千瓦|千瓦时|吨标准煤|岁|年|天|次|篇|倍|位|条|件/万人|人/万人))""",
    re.VERBOSE,
)
_VALUE = re.compile(rf"{_NUMBER.pattern}\s*(?:{_UNITS.pattern})?(?:左右|以上|以下|以内|上下)?", re.VERBOSE)
_YEAR = re.compile(r"(?:19|20)\d{2}\s*年?")
_UNIT_NOTE = re.compile(rf"单位\s*[:：]\s*(?P<unit>{_UNITS.pattern})", re.VERBOSE)
_RUNS_INTO_NUMBER = re.compile(r"[0-9A-Za-z）)]$")
_MOST_HEAD_ROWS = 3
_UNIT_HEAD = re.compile(r"(?:计量|计算)?单位")
_ORDINAL_HEAD = re.compile(r"序号|编号|No\.?", re.IGNORECASE)
_LABEL_HEAD = re.compile(r"指标|项目|名称|事项|任务|内容")
_EMPTY = frozenset({"", "-", "—", "--", "——", "/", "\\", "…"})


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
        caption = filled.pop()
        if stated := _UNIT_NOTE.search(caption):
            unit = stated["unit"]
        captions.append(caption)
        table = table[1:]
    depth = _head_rows(table) if len(table) > 1 else 0
    if depth == 0:
        return (*captions, *("　".join(_without_repeats(row)) for row in table))
    heads = _heads(table[:depth])
    return (*captions, *(line for row in table[depth:] if (line := _sentence(heads, row, unit))))


def _one_line(cell: str) -> str:
    """The cell without line breaks; between Chinese characters they mean nothing."""
    return re.sub(r"\s+", " ", re.sub(r"(?<=[^\x00-\x7f])\s+(?=[^\x00-\x7f])", "", cell.strip()))


def _squared(rows: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    width = max((len(row) for row in rows), default=0)
    return [(*row, *("",) * (width - len(row))) for row in rows]


def _is_number(cell: str) -> bool:
    return _NUMBER.match(cell) is not None and _YEAR.fullmatch(cell) is None


def _is_value(cell: str) -> bool:
    """True for a number with nothing but its unit and qualifier: what can stand in no head."""
    return _VALUE.fullmatch(cell) is not None and _YEAR.fullmatch(cell) is None


def _head_rows(table: list[tuple[str, ...]]) -> int:
    """How many rows at the top hold heads: one, or more where the cells of the first are merged over others.

    None where values begin at once, and where two columns of words are names and what belongs to them.
    """
    if len(table[0]) == 2 and not any(_is_number(cell) for row in table for cell in row):
        return 0
    for depth, row in enumerate(table[:_MOST_HEAD_ROWS]):
        if any(_is_value(cell) for cell in row):
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


def _sentence(heads: tuple[str, ...], row: tuple[str, ...], table_unit: str) -> str:
    """The row as one sentence; the unit of its numbers is that of its own column, its label or the whole table."""
    if len(set(filter(None, row))) == 1:
        return next(filter(None, row))
    unit_column = next((i for i, head in enumerate(heads) if _UNIT_HEAD.fullmatch(head)), None)
    label_column = _label_column(heads, row, unit_column)
    label = row[label_column] if label_column is not None else ""
    unit = row[unit_column] if unit_column is not None and row[unit_column] not in _EMPTY else ""
    if not unit and (stated := _bracketed_unit(label)):
        label, unit = stated
    parts = [
        _part(head, cell, unit or table_unit)
        for i, (head, cell) in enumerate(zip(heads, row, strict=True))
        if cell not in _EMPTY and i not in (unit_column, label_column) and not _ORDINAL_HEAD.fullmatch(head)
    ]
    sentence = f"{label}：{'；'.join(parts)}" if label and parts else label or "；".join(parts)
    return sentence + ("" if sentence.endswith(("。", "！", "？", "；")) or not sentence else "。")


def _label_column(heads: tuple[str, ...], row: tuple[str, ...], unit_column: int | None) -> int | None:
    """The column that names the row: the one whose head says so, or else the first that holds words."""
    words = [
        i
        for i, (head, cell) in enumerate(zip(heads, row, strict=True))
        if i != unit_column and cell not in _EMPTY and not _is_number(cell) and not _ORDINAL_HEAD.fullmatch(head)
    ]
    return next((i for i in words if _LABEL_HEAD.search(heads[i])), next(iter(words), None))


def _part(head: str, cell: str, unit: str) -> str:
    """Head and value; a number takes its unit from the head's brackets, or else from the row."""
    if not _is_number(cell):
        return f"{head}：{cell}" if head else cell
    if _YEAR.fullmatch(head):
        head = head.removesuffix("年").strip() + "年"
    if bare := _BARE_NUMBER.fullmatch(cell):
        head, unit = _bracketed_unit(head) or (head, unit)
        cell = f"{bare['number']}{unit}{bare['qualifier']}"
    return f"{head}：{cell}" if _RUNS_INTO_NUMBER.search(head) else f"{head}{cell}"


def _bracketed_unit(head: str) -> tuple[str, str] | None:
    """玉米面积（亩） → 玉米面积 and 亩; None where there is no unit in brackets at the end."""
    stated = _UNIT_IN_HEAD.search(head)
    return (head[: stated.start()], stated["unit"]) if stated and _UNITS.fullmatch(stated["unit"]) else None
