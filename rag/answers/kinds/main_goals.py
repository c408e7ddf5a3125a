"""The main goals of a report, and the words for one of its figures.

In: the passages of a report and what the index holds of them. Out: the figures of the passage that lists the main goals, or the
results that the report begins with; and a figure with its indicator and the way it moves.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rag.answers.reports.amounts_said import said
from rag.answers.reports.holdings import Holdings
from rag.answers.reports.sourcing import Sources
from rag.answers.words.vocabulary import Vocabulary
from rag.records import Figure, FigureKind, Measure, Passage

_MOVES = {Measure.LEVEL: "", Measure.INCREASE: "增长", Measure.DECREASE: "下降"}


def main_goals(
    passages: Iterable[Passage], kind: FigureKind, holdings: Holdings, vocabulary: Vocabulary
) -> Iterator[Figure]:
    """The figures of the passage that lists the main goals; of results those that a report begins with."""
    for passage in passages:
        figures = [f for f in holdings.within(passage) if f.kind is kind and not f.masked]
        listed = kind is FigureKind.RESULT or vocabulary.statements["headline"].search(passage.text)
        if listed and len(figures) > 1:
            yield from figures
            if kind is FigureKind.TARGET:
                return


def line(figure: Figure, sources: Sources) -> str:
    """地区生产总值增长5.5%左右[1]."""
    return f"{named(figure)}{said(figure)}[{sources.cite(figure).n}]"


def named(figure: Figure) -> str:
    """The indicator and, where the number is of a change, which way: 地区生产总值增长, 居民消费价格上涨."""
    moves = _MOVES[figure.measure]
    if figure.measure is Measure.INCREASE and figure.indicator.endswith("价格"):
        moves = "上涨"
    return figure.indicator if figure.indicator.endswith(("幅", "速", "率")) else figure.indicator + moves
