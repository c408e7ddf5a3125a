"""How the amounts of many places changed from one year to another: 有几个县把目标调低了.

In: the tables of two years over the same places. Out: text, citations and figures: the places that changed in the way asked for,
with both amounts, then the others, and whose reports leave one of the two years out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rag.answers.asked.table import TableAsk
from rag.answers.asked.turned import Turn, Turned
from rag.answers.reports.amounts_said import said
from rag.answers.reports.holdings import Holdings
from rag.answers.reports.sourcing import Sources
from rag.answers.tables.rows import Table
from rag.answers.tables.table_text import KINDS, NOUNS, listed_labels
from rag.answers.telling.compose import Composed
from rag.answers.telling.turns import TURNED, way
from rag.records import Figure

MOST_TOLD = 12
# how a goal lies to what was reached before
_AGAINST_RESULT = {
    Turned.LOWERED: "目标低于上一年结果",
    Turned.RAISED: "目标高于上一年结果",
    Turned.KEPT: "目标与上一年结果相同",
}


@dataclass(frozen=True, slots=True)
class Change:
    """The amounts of one place in the earlier and the later year."""

    label: str
    before: Figure
    after: Figure

    @property
    def way(self) -> Turned | None:
        """Which way the later amount lies; None where a range grew on both sides or shrank."""
        return way(self.before, self.after)


def turned_text(earlier: Table, later: Table, turn: Turn, ask: TableAsk, holdings: Holdings) -> Composed:
    """The answer that two tables give to how their amounts changed."""
    before = {row.label: row.figure for row in earlier.rows}
    changes = [Change(row.label, before[row.label], row.figure) for row in later.rows if row.label in before]
    sources = Sources(holdings)
    asked = turn.ways or tuple(Turned)
    names = TURNED if earlier.kind is later.kind else _AGAINST_RESULT
    lines = [_told(asked_way, names, changes, True, sources) for asked_way in asked]
    lines += [
        _told(other, names, changes, len(changes) <= MOST_TOLD, sources) for other in Turned if other not in asked
    ]
    unclear = [change for change in changes if change.way is None]
    lines += [f"区间有变、说不上高低的有{_pairs(unclear, sources)}。"] if unclear else []
    left_out = [label for label in later.labels if label not in {change.label for change in changes}]
    noun, years = NOUNS[ask.over], f"{earlier.year}年和{later.year}年"
    both = f"{years}这项{KINDS[later.kind]}"
    if earlier.kind is not later.kind:
        both = f"{earlier.year}年这项{KINDS[earlier.kind]}和{later.year}年{KINDS[later.kind]}"
    lines.append(f"资料库里{later.groups}个{noun}中，有{len(changes)}个写明了{both}")
    lines[-1] += f"；没有都写明的有{listed_labels(left_out)}。" if left_out else "。"
    counts = (*(_many(w, changes) for w in Turned), later.groups, len(changes), len(left_out))
    numbers = tuple(str(n) for n in (*counts, earlier.year, later.year))
    figures = tuple(figure for change in changes for figure in (change.before, change.after))
    return Composed("\n".join(line for line in lines if line), tuple(sources.citations), figures, numbers)


def _many(asked: Turned, changes: Sequence[Change]) -> int:
    return sum(change.way is asked for change in changes)


def _told(
    asked: Turned, names: Mapping[Turned, str], changes: Sequence[Change], amounts: bool, sources: Sources
) -> str:
    """The places that changed in one way; without their `amounts` where they are many and only told beside."""
    those = [change for change in changes if change.way is asked]
    if not those:
        return f"没有{names[asked]}的。"
    told = _pairs(those, sources) if amounts else "、".join(change.label for change in those)
    return f"{names[asked]}的有{len(those)}个：{told}。"


def _pairs(changes: Sequence[Change], sources: Sources) -> str:
    return "、".join(_pair(change, sources) for change in changes)


def _pair(change: Change, sources: Sources) -> str:
    """甲县（5%左右[1]→4%左右[2]）."""
    before, after = (f"{said(f)}[{sources.cite(f).n}]" for f in (change.before, change.after))
    return f"{change.label}（{before}→{after}）"
