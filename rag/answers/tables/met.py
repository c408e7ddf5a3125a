"""Which of many places met a goal: 哪些县2023年完成了就业目标.

In: the tables of the goals and of the results of one year over the same places. Out: text, citations and figures: the places
whose outcome is asked for, with goal and result, then the others, and whose reports leave one of the two out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rag.answers.asked.outcomes import Outcome
from rag.answers.asked.table import TableAsk
from rag.answers.reports.amounts_said import said
from rag.answers.reports.holdings import Holdings
from rag.answers.reports.sourcing import Sources
from rag.answers.tables.rows import Table
from rag.answers.tables.table_text import NOUNS, listed_labels
from rag.answers.telling.compose import Composed
from rag.answers.telling.verdicts import NEARLY_MET, Verdict, reached
from rag.records import Figure

_NAMES = {Outcome.MET: "达成目标", Outcome.MISSED: "未达成目标"}


@dataclass(frozen=True, slots=True)
class _Pair:
    """What a place aimed at and what it reached."""

    label: str
    goal: Figure
    result: Figure

    @property
    def verdict(self) -> Verdict | None:
        """What the two come to; None where they cannot be held against each other."""
        return None if self.goal.measure is not self.result.measure else reached(self.goal, self.result)

    @property
    def outcome(self) -> Outcome | None:
        """Whether the goal was met."""
        told = self.verdict
        return None if told is None else Outcome.MET if told.met else Outcome.MISSED


def met_text(goals: Table, results: Table, asked: Sequence[Outcome], ask: TableAsk, holdings: Holdings) -> Composed:
    """The answer that the two tables give to which goals were met."""
    reached_by = {row.label: row.figure for row in results.rows}
    pairs = [_Pair(row.label, row.figure, reached_by[row.label]) for row in goals.rows if row.label in reached_by]
    sources = Sources(holdings)
    unclear = [pair for pair in pairs if pair.outcome is None]
    told = (*asked, *(o for o in Outcome if o not in asked)) if len(unclear) < len(pairs) else ()
    lines = [_told(one, pairs, sources) for one in told]
    lines += [f"目标和结果口径不同、无法比较的有{_said(unclear, sources)}。"] if unclear else []
    left_out = [label for label in goals.labels if label not in {pair.label for pair in pairs}]
    silent = f"；没有都写明的有{listed_labels(left_out)}" if left_out else ""
    noun = NOUNS[ask.over]
    lines.append(f"资料库里{goals.groups}个{noun}中，有{len(pairs)}个写明了{goals.year}年的目标和结果{silent}。")
    counts = (*(_many(one, pairs) for one in Outcome), goals.groups, len(pairs), len(left_out), goals.year)
    figures = tuple(figure for pair in pairs for figure in (pair.goal, pair.result))
    return Composed("\n".join(lines), tuple(sources.citations), figures, tuple(map(str, counts)))


def _many(outcome: Outcome, pairs: Sequence[_Pair]) -> int:
    return sum(pair.outcome is outcome for pair in pairs)


def _told(outcome: Outcome, pairs: Sequence[_Pair], sources: Sources) -> str:
    those = [pair for pair in pairs if pair.outcome is outcome]
    return f"{_NAMES[outcome]}的有{len(those)}个：{_said(those, sources)}。" if those else f"没有{_NAMES[outcome]}的。"


def _said(pairs: Sequence[_Pair], sources: Sources) -> str:
    """甲县（目标5%左右[1]，结果5.5%[2]）."""
    told = []
    for pair in pairs:
        goal, result = (f"{said(figure)}[{sources.cite(figure).n}]" for figure in (pair.goal, pair.result))
        nearly = f"，{NEARLY_MET}" if pair.verdict is not None and NEARLY_MET in pair.verdict.text else ""
        told.append(f"{pair.label}（目标{goal}，结果{result}{nearly}）")
    return "、".join(told)
