"""Which places speak of a thing in their reports: 哪些省提到了低空经济, 有几个县的报告没有提到养老.

In: a reading that asks for such places or for how many they are. Out: an unchecked `Answer` that names and counts them, each with the
first clause that has the words; None where that is not asked, or where what is spoken of is an indicator: those are read
from its figures.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from rag.answers.asked.groups import Group, groups
from rag.answers.asked.question import Aim, Reading
from rag.answers.asked.table import Asks, Over, TableAsk
from rag.answers.reports.holdings import Holdings
from rag.answers.sentences.clauses import clauses
from rag.answers.tables.said import Said, cited, named, reports_of, rest
from rag.answers.tables.table_text import NOUNS
from rag.answers.telling import refusals
from rag.answers.words.term import Term
from rag.places import Gazetteer
from rag.records import Answer, DocumentSummary, Filter, Status

_MENTION = re.compile(r"提[到及过]|写[进入到]|[说讲谈]到|出现|点[到名]|涉及|强调|提出")
_AMOUNT = re.compile(r"目标|指标|增速|增幅|数[字值据额量]|多少(?!个)|百分")
_QUOTED = re.compile(r"[“\"《「『]([^“”\"《》「」『』]{2,20})[”\"》」』]")
_ASKS = (Asks.COUNT, Asks.ROWS, Asks.SILENT)
_NO_PLACES = (Over.YEARS, Over.LISTED)
# what is done about a thing (发展) weighs less, and the reports may word it in any way
LIGHT = 1.0


@dataclass(frozen=True, slots=True)
class Mentions:
    """Answers from the wording of the reports of one generation of one index."""

    holdings: Holdings
    gazetteer: Gazetteer

    def answer(self, reading: Reading, filter: Filter) -> Answer | None:
        """The places whose newest report, or that of the year named, has the words asked about, and those whose has not."""
        ask, words = reading.table, _words(reading)
        if ask is None or not words or not _is_asked(reading, ask):
            return None
        passing = partial(self.holdings.passing, filter=filter)
        found = groups(reading, ask, self.holdings.shelf, self.gazetteer, passing)
        read = [(group, reports) for group in found if (reports := reports_of(group, reading))]
        if not read:
            return Answer(Status.NOT_FOUND, refusals.no_rows(reading, found), reading.question) if found else None
        said = [one for group, reports in read if (one := self._said(group, reports, words)) is not None]
        silent = [group.label for group, _ in read if group.label not in {one.label for one in said}]
        name, noun = "、".join(words), NOUNS[ask.over]
        if not said and _has_concept(reading):
            return None
        if not said:
            text = f"资料库里{len(read)}个{noun}的报告都没有提到“{name}”。"
            return Answer(Status.NOT_FOUND, text, reading.question, computed=(str(len(read)),))
        citations = cited(said, self.holdings)
        lines = [
            f"有{len(said)}个{noun}的报告提到“{name}”：{named(said, citations)}。",
            rest(silent, len(read), noun, "提到"),
        ]
        if ask.asks is Asks.SILENT and silent:
            lines = [f"有{len(silent)}个{noun}的报告没有提到“{name}”：{'、'.join(silent)}。", lines[0]]
        computed = (str(len(said)), str(len(silent)), str(len(read)))
        return Answer(Status.ANSWERED, "\n".join(lines), reading.question, citations, computed=computed)

    def _said(self, group: Group, reports: Sequence[DocumentSummary], words: Sequence[str]) -> Said | None:
        """The first sentence of a place's reports that has all the words."""
        for document in reports:
            for passage in self.holdings.passages(document.path):
                if not all(word in passage.text for word in words):
                    continue
                for sentence in passage.sentences:
                    if all(word in sentence.text for word in words):
                        start, stop = _around(sentence.text, words)
                        return Said(group.label, document, passage, sentence, start, stop)
        return None


def _is_asked(reading: Reading, ask: TableAsk) -> bool:
    """True where it is the wording of reports that is asked about, and of places that the question names by their level."""
    plain = ask.condition is None and ask.than is None and ask.asks in _ASKS
    worded = _MENTION.search(reading.question.clean) is not None
    amount = _AMOUNT.search(reading.question.clean) or (reading.aim is not Aim.EITHER and _has_concept(reading))
    return plain and worded and ask.explicit and ask.over not in _NO_PLACES and not amount


def _has_concept(reading: Reading) -> bool:
    return any(t.concept for t in _own(reading))


def _own(reading: Reading) -> tuple[Term, ...]:
    return tuple(t for t in reading.subject if t.need == 1 or t.weight >= LIGHT)


def _words(reading: Reading) -> tuple[str, ...]:
    """What the reports are to say: what the question quotes, else its terms, those that follow each other as one (低空经济)."""
    clean = reading.question.clean
    if quoted := tuple(_QUOTED.findall(clean)):
        return quoted
    words: list[str] = []
    for term in _own(reading):
        if words and words[-1] + term.text in clean:
            words[-1] += term.text
        elif term.text in clean:
            words.append(term.text)
    return tuple(words)


def _around(sentence: str, words: Sequence[str]) -> tuple[int, int]:
    """The clauses from the first to the last that hold the words."""
    held = [c for c in clauses(sentence) if any(word in sentence[c.start : c.stop] for word in words)]
    return (held[0].start, held[-1].stop) if held else (0, len(sentence))
