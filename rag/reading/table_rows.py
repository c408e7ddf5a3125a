"""One row of a table under its heads → one sentence.

In: the heads, the cells and the unit of the whole table. Out: the row as it would be said, the unit behind its number.
A unit is supplied only where the number surely has it: a rate or a rank never takes that of its row.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_NUMBER = r"[-+−±≥≤><＞＜约超近]?\s*\d[\d,，.]*(?:\s*[-—~～至]\s*\d[\d,.]*)?"
_QUALIFIER = r"(?:左右|以上|以下|以内|上下)"
_UNIT = r"""(?:
    [%％‰] | 个?百分点
  | [十百千万亿]* (?:元|美元|人|人次|亩|吨|公斤|斤|户|个|家|名|项|件|辆|台|套|头|只|羽|株|张|处|座|所|公里|千米|米|公顷
    |平方米|平方公里|立方米|千瓦|千瓦时|吨标准煤|岁|年|天|次|篇|倍|位|条|件/万人|人/万人)
)"""
_IN_YEAR = r"(?:19|20)\d{2}"

_STARTS_WITH_NUMBER = re.compile(_NUMBER)
_BARE_NUMBER = re.compile(rf"(?P<number>{_NUMBER})\s*(?P<qualifier>{_QUALIFIER}?)")
_VALUE = re.compile(rf"{_NUMBER}\s*{_UNIT}?{_QUALIFIER}?", re.VERBOSE)
_YEAR = re.compile(rf"{_IN_YEAR}\s*年?")
# 玉米面积（亩）, 增长率（单位：%）, 同比增长%
_UNIT_IN_HEAD = re.compile(
    rf"\s*(?:[（(]\s*(?:单位[:：]?)?\s*(?P<bracketed>{_UNIT})\s*[）)]|(?P<sign>[%％‰]))\s*$", re.VERBOSE
)
_UNIT_NOTE = re.compile(rf"单位\s*[:：]\s*(?P<unit>{_UNIT})", re.VERBOSE)
_UNIT_HEAD = re.compile(r"(?:计量|计算)?单位")
_ORDINAL_HEAD = re.compile(r"序号|编号|No\.?", re.IGNORECASE)
_LABEL_HEAD = re.compile(r"指标|项目|名称|事项|任务|内容")
_YEAR_HEAD = re.compile(r"年份|年度")
# heads that say when or in what sense, not what is counted
_PERIOD_HEAD = re.compile(rf"{_IN_YEAR}|目标|实际|完成|预计|预期|计划数|任务数|指标值|数值|基数")
_PERIOD = re.compile(rf"{_IN_YEAR}\s*年?(?:度?(?:目标|实际|实绩|完成|预计|预期|计划)[数值]?)?")
_RATE_HEAD = re.compile(r"增长|增速|增幅|下降|降幅|同比|比重|占比|比例|率|排名|位次|名次|±")
# 增长6.5%以上, 不低于30万吨: what a target cell says of its indicator
_CHANGE = re.compile(
    rf"(?:增长|下降|提高|提升|降低|减少|增加|压减|达到|完成|新增|控制在|保持在|稳定在|不低于|不少于|不高于|不超过|高于|低于|超过|力争|确保)\D{{0,6}}{_NUMBER}"
)
_RUNS_INTO_NUMBER = re.compile(r"[0-9A-Za-z）)]$")
_EMPTY = frozenset({"", "-", "—", "--", "——", "/", "\\", "…"})


@dataclass(frozen=True, slots=True)
class _Row:
    """A row read: what it is about, its unit and year where columns of their own give them, and all other cells."""

    label: str
    unit: str
    year: str
    cells: tuple[tuple[str, str], ...]


def starts_with_number(cell: str) -> bool:
    """True for 30, 约30万吨, 3千米以上; not for a year."""
    return _STARTS_WITH_NUMBER.match(cell) is not None and _YEAR.fullmatch(cell) is None


def is_value(cell: str) -> bool:
    """True for a number with nothing but its unit and qualifier: what can stand in no head."""
    return _VALUE.fullmatch(cell) is not None and _YEAR.fullmatch(cell) is None


def stated_unit(caption: str) -> str:
    """The unit of a whole table from the line above it (单位：万元), "" where it states none."""
    stated = _UNIT_NOTE.search(caption)
    return stated["unit"] if stated else ""


def row_sentence(heads: Sequence[str], cells: Sequence[str], table_unit: str) -> str:
    """The row as a sentence; a row of one merged cell is its text."""
    if len(filled := set(filter(None, cells))) == 1:
        return filled.pop()
    row = _read(tuple(zip(heads, cells, strict=True)), table_unit)
    over_time = [_at_period(row, head, cell) for head, cell in row.cells if _is_over_time(row, head, cell)]
    about = [_part(row, head, cell) for head, cell in row.cells if not _is_over_time(row, head, cell)]
    described = f"{row.label}：{'；'.join(about)}" if row.label and about else "；".join(about)
    sentence = "；".join(filter(None, (*over_time, described))) or row.label
    return sentence if not sentence or sentence.endswith(("。", "！", "？", "；")) else f"{sentence}。"


def _read(columns: tuple[tuple[str, str], ...], table_unit: str) -> _Row:
    filled = [(head, cell) for head, cell in columns if cell not in _EMPTY and not _ORDINAL_HEAD.fullmatch(head)]
    unit = next((cell for head, cell in filled if _UNIT_HEAD.fullmatch(head)), "")
    year = next((cell for head, cell in filled if _YEAR_HEAD.fullmatch(head) and _YEAR.fullmatch(cell)), "")
    named = [(head, cell) for head, cell in filled if cell not in (unit, year) and not starts_with_number(cell)]
    label_column = next((item for item in named if _LABEL_HEAD.search(item[0])), next(iter(named), None))
    label = label_column[1] if label_column else ""
    if not unit:
        label, unit = _without_unit(label)
    rest = [item for item in filled if item != label_column and not _UNIT_HEAD.fullmatch(item[0])]
    if label:
        rest = [(head, cell) for head, cell in rest if not (year and _YEAR_HEAD.fullmatch(head))]
    return _Row(label, unit or table_unit, year, tuple(rest))


def _is_over_time(row: _Row, head: str, cell: str) -> bool:
    says_how_much = starts_with_number(cell) or _CHANGE.match(cell) is not None
    return bool(row.label) and says_how_much and _PERIOD_HEAD.search(head) is not None


def _at_period(row: _Row, head: str, cell: str) -> str:
    """2024年目标：粮食产量30万吨, 2024年粮食产量增长6%: when and in what sense comes first, the number last."""
    head, value = _valued(row, head, cell)
    if not re.search(_IN_YEAR, head):
        head = row.year + head
    period = _PERIOD.match(head)
    when, what = (period[0], head[period.end() :]) if period else (head, "")
    when = f"{when.removesuffix('年').strip()}年" if _YEAR.fullmatch(when) else f"{when}："
    said = f"{when}{row.label}{what}"
    return f"{said}：{value}" if _RUNS_INTO_NUMBER.search(said) else f"{said}{value}"


def _part(row: _Row, head: str, cell: str) -> str:
    """Head and value: 玉米面积1500亩, 责任单位：农业农村局."""
    if not starts_with_number(cell):
        return f"{head}：{cell}" if head else cell
    head, value = _valued(row, head, cell)
    return f"{head}：{value}" if _RUNS_INTO_NUMBER.search(head) else f"{head}{value}"


def _valued(row: _Row, head: str, cell: str) -> tuple[str, str]:
    """The head without its unit, and the number with the unit of the head, or else of the row where it can be that."""
    bare = _BARE_NUMBER.fullmatch(cell)
    if bare is None:
        return head, cell
    name, unit = _without_unit(head)
    if not unit and not _RATE_HEAD.search(head):
        unit = row.unit
    return name, f"{bare['number']}{unit}{bare['qualifier']}"


def _without_unit(head: str) -> tuple[str, str]:
    """玉米面积（亩） → 玉米面积 and 亩; the head as it is and "" where it ends in no unit."""
    stated = _UNIT_IN_HEAD.search(head)
    return (head[: stated.start()], stated["bracketed"] or stated["sign"]) if stated else (head, "")
