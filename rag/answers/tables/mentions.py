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
from rag.answers.reports.quoting import citation, original_span
from rag.answers.sentences.clauses import clauses
from rag.answers.tables.table_text import NOUNS
from rag.answers.telling import refusals
from rag.answers.words.term import Term
from rag.places import Gazetteer
from rag.records import Answer, Citation, DocumentSummary, Filter, Passage, Sentence, Status

MOST_LEFT_OUT = 12
_MENTION = re.compile(r"提[到及过]|写[进入到]|[说讲谈]到|出现|点[到名]|涉及|强调|提出")
_AMOUNT = re.compile(r"目标|指标|增速|增幅|数[字值据额量]|多少(?!个)|百分")
_QUOTED = re.compile(r"[“\"《「『]([^“”\"《》「」『』]{2,20})[”\"》」』]")
_ASKS = (Asks.COUNT, Asks.ROWS, Asks.SILENT)
_NO_PLACES = (Over.YEARS, Over.LISTED)
# what is done about a thing (发展) weighs less, and the reports may word it in any way
LIGHT = 1.0


@dataclass(frozen=True, slots=True)
class _Said:
    """Where a place's report has the words."""

    label: str
    document: DocumentSummary
    passage: Passage
    sentence: Sentence
    start: int
    stop: int


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
        read = [(group, reports) for group in found if (reports := _reports(group, reading))]
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
        cited = [self._cited(n, one) for n, one in enumerate(said, start=1)]
        those = f"{'、'.join(f'{one.label}[{c.n}]' for one, c in zip(said, cited, strict=True))}"
        lines = [f"有{len(said)}个{noun}的报告提到“{name}”：{those}。", _rest(silent, len(read), noun)]
        if ask.asks is Asks.SILENT and silent:
            lines = [f"有{len(silent)}个{noun}的报告没有提到“{name}”：{'、'.join(silent)}。", lines[0]]
        computed = (str(len(said)), str(len(silent)), str(len(read)))
        return Answer(Status.ANSWERED, "\n".join(lines), reading.question, tuple(cited), computed=computed)

    def _said(self, group: Group, reports: Sequence[DocumentSummary], words: Sequence[str]) -> _Said | None:
        """The first sentence of a place's reports that has all the words."""
        for document in reports:
            for passage in self.holdings.passages(document.path):
                if not all(word in passage.text for word in words):
                    continue
                for sentence in passage.sentences:
                    if all(word in sentence.text for word in words):
                        start, stop = _around(sentence.text, words)
                        return _Said(group.label, document, passage, sentence, start, stop)
        return None

    def _cited(self, n: int, said: _Said) -> Citation:
        original = self.holdings.original(said.document.path)
        span = original_span(original, said.sentence, said.start, said.stop)
        return citation(n, original, span, said.passage, said.document)


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


def _reports(group: Group, reading: Reading) -> tuple[DocumentSummary, ...]:
    """A place's reports of the years that the question names, else the newest ones."""
    # a plan period is what is spoken of (“十五五”), not when
    years = reading.years.reports or (reading.years.years if reading.years.plan is None else ())
    own = [d for d in group.documents if d.metadata.year is not None]
    newest = max((d.metadata.year or 0 for d in own), default=0)
    return tuple(d for d in own if (d.metadata.year in years if years else d.metadata.year == newest))


def _around(sentence: str, words: Sequence[str]) -> tuple[int, int]:
    """The clauses from the first to the last that hold the words."""
    held = [c for c in clauses(sentence) if any(word in sentence[c.start : c.stop] for word in words)]
    return (held[0].start, held[-1].stop) if held else (0, len(sentence))


def _rest(silent: Sequence[str], read: int, noun: str) -> str:
    """Of how many places the reports were read, and which do not say it."""
    if not silent:
        return f"读了资料库里{read}个{noun}的报告。"
    named = f"：{'、'.join(silent)}" if len(silent) <= MOST_LEFT_OUT else ""
    return f"读了资料库里{read}个{noun}的报告，没有提到的有{len(silent)}个{named}。"
