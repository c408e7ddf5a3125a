"""Which sorts of a thing there are, and how many of each: 培育哪几类县，每类几个, from 5个甲县、3个乙县.

In: a reading that asks for sorts with their numbers, and the evidence for what is said of them. Out: an unchecked `Answer` that quotes
the row; None where that is not asked, or no sentence counts two sorts of the thing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

import jieba

from rag.answers.asked.question import Aim, Reading
from rag.answers.asked.wanted import Wanted
from rag.answers.evidence.amounts import proper
from rag.answers.evidence.finding import Finder
from rag.answers.evidence.weighing import Evidence
from rag.answers.reports.holdings import Holdings
from rag.answers.reports.quoting import citation, original_span, quoted
from rag.answers.sentences.clauses import clauses
from rag.answers.telling.compose import source_name
from rag.records import Answer, Filter, QuestionKind, Status

FEWEST, COVERAGE = 2, 0.5
_SORTS = re.compile(
    r"(?:哪(?:几|些|[两三四五六七八九十])|什么|啥)(?:大|个)?[类种样](?:型|别)?的?(?P<what>[\u4e00-\u9fff]{1,8}?)(?=[，,。？?；;、\s]|$|每|各|分别|都)"
)
_OF_EACH = re.compile(
    r"(?:每|各)(?:一?[类种样])?[^，,。；;？?]{0,4}?(?:多少|几)|数量|分别[^，,。；;？?]{0,4}?(?:多少|几)"
)
_PART = re.compile("[^；;]+")
_ITEM = re.compile(r"(?:[^，,；;。、：:和及与]|和(?=美|谐))+")


class Sorts:
    """Answers from rows of counted sorts, over one generation of one index."""

    def __init__(self, finder: Finder, holdings: Holdings) -> None:
        self._finder = finder
        self._holdings = holdings

    def answer(self, reading: Reading, filter: Filter) -> Answer | None:
        """The row that counts the sorts of the thing."""
        clean = reading.question.clean
        asked = _SORTS.search(clean)
        if asked is None or _OF_EACH.search(clean, asked.end()) is None or len(reading.places.places) > 1:
            return None
        named = [t.text for t in reading.terms if t.text in asked["what"]]
        names = (*named, jieba.lcut(asked["what"], HMM=False)[-1])
        terms = tuple(t for t in reading.terms if t.text not in named)
        question = replace(reading.question, kind=QuestionKind.LIST)
        sought = replace(reading, question=question, wanted=Wanted(), terms=terms or reading.terms)
        for found in self._finder.find(sought, filter).evidence:
            row = _row(found.sentence.text, names)
            if row is not None and _tells(found, row, reading.aim):
                return self._told(reading, found, row)
        return None

    def _told(self, reading: Reading, found: Evidence, row: tuple[int, int]) -> Answer:
        passage, summary = found.source.passage, found.source.summary
        original = self._holdings.original(passage.doc)
        parts = clauses(found.sentence.text)
        start = next(c.start for c in parts if c.start <= row[0] < c.stop)
        span = original_span(original, found.sentence, start, row[1])
        cited = citation(1, original, span, passage, summary)
        figures = tuple(f for f in self._holdings.within(passage) if span.start <= f.span.start < span.stop)
        return Answer(
            Status.ANSWERED, f"据{source_name(summary)}：{quoted(cited)}[1]", reading.question, (cited,), figures
        )


def _tells(found: Evidence, row: tuple[int, int], aim: Aim) -> bool:
    """True where all that is asked of the sorts is said before or in their row, on the side asked about."""
    said = all(found.sentence.text.find(held) < row[1] for held in found.held)
    other_side = aim is not Aim.EITHER and found.kind.value != aim.value
    return said and not other_side and found.coverage >= COVERAGE and all(term.aside for term in found.missing)


def _row(text: str, names: tuple[str, ...]) -> tuple[int, int] | None:
    """Where a sentence counts most sorts of the thing one behind another, from the first to the last; None for fewer than two."""
    rows = [
        [item.span() for item in _ITEM.finditer(text, *part.span()) if any(map(_has_name(names), _counted(text, item)))]
        for part in _PART.finditer(text)
    ]
    most = max(rows, key=len, default=[])
    return (most[0][0], most[-1][1]) if len(most) >= FEWEST else None


def _counted(text: str, item: re.Match[str]) -> Iterator[str]:
    """What a member of a row counts: 特色农业县 of 5个特色农业县 and 高新技术企业 of 高新技术企业3000家."""
    for quantity in proper(text):
        if item.start() <= quantity.start and quantity.stop <= item.end() and quantity.unit not in (None, "%"):
            yield text[quantity.stop : item.end()].rstrip("左右以上") or text[item.start() : quantity.start]


def _has_name(names: tuple[str, ...]) -> Callable[[str], bool]:
    """What is true of the name of a sort: it has a word of what is asked for, 绿色园区 and 绿色工厂 of 绿色单位."""
    return lambda sort: any(sort.endswith(name) if len(name) == 1 else name in sort for name in names)
