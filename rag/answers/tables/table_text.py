"""A table → the words of an answer: one sentence first, then what it rests on and what was left out.

In: a table, what is asked of it and the holdings. Out: text, citations, figures and the numbers that were counted or
worked out. Every figure that the text names has its citation.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from itertools import groupby
from statistics import median

from rag.answers.asked.table import Asks, Over, TableAsk
from rag.answers.reports.amounts_said import difference, plain, said
from rag.answers.reports.holdings import Holdings
from rag.answers.reports.quoting import quoted
from rag.answers.reports.sourcing import Sources
from rag.answers.tables.rows import Row, Table
from rag.answers.telling.compose import Composed
from rag.figures.units import unit
from rag.records import FigureKind

MOST_QUOTED, MOST_LEFT_OUT, MOST_AT_A_GLANCE = 3, 8, 5
NOUNS = {
    Over.PROVINCES: "省区市",
    Over.CITIES: "市",
    Over.COUNTIES: "县区",
    Over.TOWNSHIPS: "乡镇",
    Over.PLACES: "地区",
    Over.YEARS: "年份",
    Over.LISTED: "项",
}
KINDS = {FigureKind.TARGET: "目标", FigureKind.RESULT: "完成情况"}


@dataclass(frozen=True, slots=True)
class _Said:
    """Words, and the numbers in them that stand in no quote."""

    text: str
    computed: tuple[str, ...] = ()


def table_text(table: Table, ask: TableAsk, holdings: Holdings) -> Composed:
    """The answer that a table gives to what is asked of it."""
    sources = Sources(holdings)
    if ask.asks is Asks.COUNT and ask.condition is None:
        # who has set anything at all is counted, in whatever unit
        table = replace(table, rows=(*table.rows, *table.apart), apart=())
    table = replace(table, rows=_told_apart(table.rows)) if ask.over is not Over.LISTED else table
    answer = _both(table, ask, sources) if ask.both else _WORDED[ask.asks](table, ask, sources)
    covered = _listed(table, ask, sources) if ask.over is Over.LISTED else _coverage(table, ask)
    figures = tuple(row.figure for row in table.rows)
    computed = (*answer.computed, *covered.computed)
    return Composed(f"{answer.text}\n{covered.text}", tuple(sources.citations), figures, computed)


def _short(row: Row, sources: Sources) -> str:
    """西藏（7%以上）[1]."""
    return f"{row.label}（{row.thing}{said(row.figure)}）[{sources.cite(row.figure).n}]"


def _told_apart(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows with the name of what they are of, where it is one thing for some and another for others."""
    names = {row.figure.concept for row in rows}
    differ = len(names) > 1 and None not in names
    return tuple(replace(row, thing=row.figure.concept or "") if differ else row for row in rows)


def _long(row: Row, sources: Sources) -> str:
    """西藏：地区生产总值增长7%以上[1]."""
    cited = sources.cite(row.figure)
    return f"{row.label}：{quoted(cited).rstrip('。；，')}[{cited.n}]"


def _extreme(table: Table, ask: TableAsk, sources: Sources) -> _Said:
    """The rows of the ranks asked for, and those that share their amount."""
    high = ask.asks is Asks.HIGHEST
    ordered = sorted(table.rows, key=lambda row: row.amount, reverse=high)
    word = "最高" if high else "最低"
    if len(table.rows) == 1 < table.groups:
        return _Said(f"只有{_long(table.rows[0], sources)}。")
    if ask.ranks.start > 1:
        return _ranked(ordered, ask.ranks.start, word, sources)
    least = ordered[min(ask.ranks.stop - 1, len(ordered)) - 1].amount
    leading = [row for row in ordered if (row.amount >= least if high else row.amount <= least)]
    if len(leading) == 1:
        say = _short if ask.over is Over.LISTED else _long
        return _Said(f"{word}的是{say(leading[0], sources)}。{_rest(ordered, leading, ask, sources)}")
    tied = "（后几名数值相同，一并列出）" if ask.ranks.stop > 2 and len(leading) > len(ask.ranks) else ""
    lead = f"{word}的依次是{tied}" if ask.ranks.stop > 2 else f"并列{word}的有{len(leading)}个："
    say = _long if len(leading) <= MOST_QUOTED else _short
    told = "；".join(say(row, sources) for row in leading)
    return _Said(f"{lead}{told}。{_rest(ordered, leading, ask, sources)}", (str(len(leading)),))


def _rest(ordered: Sequence[Row], leading: Sequence[Row], ask: TableAsk, sources: Sources) -> str:
    """The other rows, where each is asked for or they are the places or years that it names, and they can be seen at a glance."""
    rest = [row for row in ordered if row not in leading]
    if not (ask.each or ask.over in (Over.YEARS, Over.PLACES)) or len(rest) > MOST_AT_A_GLANCE or not rest:
        return ""
    return f"\n其余：{'；'.join(_short(row, sources) for row in rest)}。"


def _ranked(ordered: Sequence[Row], rank: int, word: str, sources: Sources) -> _Said:
    """The rows with the amount of one rank, and those before them; rows of one amount share a rank."""
    steps = [list(rows) for _, rows in groupby(ordered, key=lambda row: row.amount)]
    numbers = (str(rank), str(len(steps)))
    if rank > len(steps):
        return _Said(f"按数值只分得出{len(steps)}个名次，没有第{rank}名。", numbers)
    those = "；".join(_short(row, sources) for row in steps[rank - 1])
    before = "、".join(_short(row, sources) for rows in steps[: rank - 1] for row in rows)
    return _Said(f"{word}数起第{rank}位的是{those}。\n排在前面的是{before}。", numbers)


def _both(table: Table, ask: TableAsk, sources: Sources) -> _Said:
    """The highest and the lowest, a line each."""
    told = [_extreme(table, replace(ask, asks=asks), sources) for asks in (Asks.HIGHEST, Asks.LOWEST)]
    return _Said("\n".join(one.text for one in told), tuple(n for one in told for n in one.computed))


def _spread(table: Table, ask: TableAsk, sources: Sources) -> _Said:
    """The highest, the lowest, and how far they lie apart."""
    told = _both(table, ask, sources)
    ordered = sorted(table.rows, key=lambda row: row.amount)
    apart = difference(ordered[-1].figure, ordered[0].figure)
    if apart is None:
        return told
    return _Said(f"最高与最低相差{apart.text}。\n{told.text}", (*told.computed, apart.number))


def _first(table: Table, ask: TableAsk, sources: Sources) -> _Said:
    """The earliest row that meets the condition; rows are in the order of time."""
    found = next((row for row in table.rows if ask.condition is not None and ask.condition.met_by(row.figure)), None)
    if found is None:
        return _Said(f"没有符合条件的{NOUNS[ask.over]}。")
    return _Said(f"最早符合的是{_long(found, sources)}。")


def _silent(table: Table, ask: TableAsk, sources: Sources) -> _Said:
    """How many give no figure, and who they are."""
    if not table.silent:
        return _Said(f"没有哪个{NOUNS[ask.over]}的报告没有写明。")
    count = str(len(table.silent))
    return _Said(f"报告没有写明的有{count}个{NOUNS[ask.over]}：{'、'.join(table.silent)}。", (count,))


def _count(table: Table, ask: TableAsk, sources: Sources) -> _Said:
    """How many rows meet the condition, and which."""
    meeting = [row for row in table.rows if ask.condition is None or ask.condition.met_by(row.figure)]
    others = [row for row in table.rows if row not in meeting] if ask.each else []
    if not meeting:
        told = f"\n写明的有：{_named(others, ask, sources)}。" if others else ""
        return _Said(f"没有符合条件的{NOUNS[ask.over]}。{told}")
    named = _named(meeting, ask, sources)
    rest = f"\n其余：{_named(others, ask, sources)}。" if others else ""
    return _Said(f"有{len(meeting)}个{NOUNS[ask.over]}：{named}。{rest}", (str(len(meeting)),))


def _named(rows: Sequence[Row], ask: TableAsk, sources: Sources) -> str:
    """The rows in one line, the highest first; years in their order."""
    ordered = rows if ask.over is Over.YEARS else sorted(rows, key=lambda row: -row.amount)
    return "、".join(_short(row, sources) for row in ordered)


def _added(table: Table, ask: TableAsk, sources: Sources) -> _Said:
    """The sum, the mean or the median of all rows, in the unit of the first, and the rows."""
    if ask.asks is Asks.MEDIAN:
        name, value = "中位数", _in_unit(table, median(row.amount for row in table.rows))
    elif ask.asks is Asks.MEAN:
        name, value = "平均", _total(table, len(table.rows))
    else:
        name, value = "合计", _total(table)
    words = f"{name}{value}{table.rows[0].figure.unit or ''}"
    rows = "、".join(_short(row, sources) for row in table.rows)
    return _Said(f"按各报告写明的数字，{words}：{rows}。", (value,))


def _total(table: Table, shared_by: int = 1) -> str:
    """What the rows come to in the unit of the first, or the share of each of so many in it."""
    total = sum((row.amount for row in table.rows), Decimal(0))
    return _in_unit(table, total) if shared_by == 1 else _in_unit(table, total / shared_by, Decimal("0.01"))


def _in_unit(table: Table, amount: Decimal, rounded: Decimal | None = None) -> str:
    """An amount in the unit of the first row."""
    shown = unit(table.rows[0].figure.unit)
    value = amount / (shown.factor if shown else Decimal(1))
    return plain(value if rounded is None else value.quantize(rounded, ROUND_HALF_UP))


def _rows(table: Table, ask: TableAsk, sources: Sources) -> _Said:
    """All rows, a line each, the highest first; years in their order."""
    ordered = sorted(table.rows, key=lambda row: row.amount if ask.rising else -row.amount)
    ordered = list(table.rows) if ask.over is Over.YEARS else ordered
    count = str(len(ordered))
    return _Said(
        "\n".join((f"{count}个{NOUNS[ask.over]}写明了：", *(_short(row, sources) for row in ordered))), (count,)
    )


_WORDED: dict[Asks, Callable[[Table, TableAsk, Sources], _Said]] = {
    Asks.HIGHEST: _extreme,
    Asks.LOWEST: _extreme,
    Asks.SPREAD: _spread,
    Asks.COUNT: _count,
    Asks.FIRST: _first,
    Asks.SILENT: _silent,
    Asks.SUM: _added,
    Asks.MEAN: _added,
    Asks.MEDIAN: _added,
    Asks.ROWS: _rows,
}


def _coverage(table: Table, ask: TableAsk) -> _Said:
    """Of how many reports the answer rests on, and which were left out."""
    whose = f"{table.year}年" if table.year is not None else ""
    noun = NOUNS[ask.over]
    rests = f"资料库里{table.groups}个{noun}中，有{len(table.rows)}个写明了{whose}这项{KINDS[table.kind]}"
    left = (
        ("没有写明", table.silent),
        ("数字被隐去", table.masked),
        ("单位不同、无法比较", tuple(row.label for row in table.apart)),
    )
    out = [f"{why}的有{listed_labels(labels)}" for why, labels in left if labels]
    counts = [len(labels) for _, labels in left if len(labels) > MOST_LEFT_OUT]
    labels = (table.labels if ask.over is Over.YEARS else ()) + ((whose,) if whose else ())
    years = tuple(label.removesuffix("年") for label in labels)
    numbers = tuple(str(n) for n in (table.groups, len(table.rows), *counts))
    return _Said(f"{'；'.join((rests, *out))}。", (*numbers, *years))


def _listed(table: Table, ask: TableAsk, sources: Sources) -> _Said:
    """All that the sentence lists, what of it is blanked out, and what it comes to."""
    count = str(table.groups)
    rows = "、".join(_short(row, sources) for row in table.rows)
    masked = f"；数字被隐去的有{'、'.join(table.masked)}" if table.masked else ""
    total = _total(table)
    summed = f"；合计{total}{table.rows[0].figure.unit or ''}" if ask.total else ""
    return _Said(f"原文同一句列出{count}项：{rows}{masked}{summed}。", (count, total) if ask.total else (count,))


def listed_labels(labels: Sequence[str]) -> str:
    """The labels, or how many they are."""
    return f"{len(labels)}个" if len(labels) > MOST_LEFT_OUT else "、".join(labels)
