"""What a follow-up asks of the very statement that was told last: 花了多少钱 after 改造了多少户, 那比上年多多少 after an amount.

In: a reading that takes its subject over and asks for another sort of amount or for how much it changed, the answer before it, and the holdings. Out: an
unchecked `Answer` with the amount of that sort in the cited sentence; None where the sentence has none, or gives it to
another thing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from rag.answers.asked.question import Aim, Reading
from rag.answers.asked.wanted import Wanted
from rag.answers.reports.holdings import Holdings, recorded
from rag.answers.reports.quoting import citation, figure_span, quoted
from rag.answers.sentences.clauses import clauses
from rag.answers.telling.compose import source_name
from rag.answers.words.terms import subject_terms
from rag.answers.words.vocabulary import Vocabulary
from rag.figures.quantities import quantities
from rag.records import Answer, Citation, Figure, Measure, Passage, QuestionKind, Sentence, Status

# how much it changed: 同比呢, 比去年多多少, 涨了多少
_CHANGE_ASKED = re.compile(
    r"同比|环比|(?:比|较)(?:上一?年|去年|前一?年|上年度|头一?年|年初)|(?:增|涨|升|降|跌|减|多|少)(?:加|长|高|低|少)?(?:了|出)?(?:多少|几)"
    r"|[增涨升降跌减]幅|增速"
)
_YEAR_BEFORE = re.compile(r"(?:比|较)(?:上一?年|去年|前一?年|上年度|头一?年)")
_SINCE_ANOTHER = re.compile(r"(?:比|较)(?:19|20)\d\d年|年均|平均|五年")


def asks_further(reading: Reading) -> bool:
    """True for a follow-up that names no thing, place or year of its own and says in what its answer is counted, or asks for a change."""
    inherited = reading.question.inherited
    elsewhere = (reading.years.years and "years" not in inherited) or (reading.place and "places" not in inherited)
    return "indicator" in inherited and not elsewhere and (bool(reading.wanted.units) or asks_for_change(reading))


def asks_for_change(reading: Reading) -> bool:
    """True for 那比上年多多少, 同比呢."""
    return reading.wanted.number and _CHANGE_ASKED.search(reading.question.clean) is not None


def set_against_the_year_before(reading: Reading, before: Reading) -> Reading | None:
    """What was asked before for the year asked about and the one before it, where a change since that is asked for; else None."""
    years = reading.years.years
    if len(years) != 1 or _YEAR_BEFORE.search(reading.question.clean) is None:
        return None
    both = (years[0] - 1, years[0])
    question = replace(reading.question, years=both, kind=QuestionKind.COMPARE)
    return replace(before, question=question, places=reading.places, years=replace(reading.years, years=both))


@dataclass(frozen=True, slots=True)
class Continued:
    """Answers about what was told last, from one generation of one index."""

    holdings: Holdings
    vocabulary: Vocabulary

    def answer(self, reading: Reading, told: Answer) -> Answer | None:
        """The amount that is asked for, where the sentence told last gives it."""
        if told.status is not Status.ANSWERED or not told.citations:
            return None
        if asks_for_change(reading):
            if any(figure.measure is not Measure.LEVEL for figure in told.figures[:1]):
                return None
        elif any(_counted_in(reading.wanted, figure) for figure in told.figures):
            return None
        cited = told.citations[0]
        passage, sentence = self._cited(cited)
        figure = self._amount(reading, passage, sentence, cited.span.start) if passage and sentence else None
        if passage is None or figure is None:
            return None
        summary, original = self.holdings.shelf.by_path[cited.doc], self.holdings.original(cited.doc)
        quote = citation(1, original, figure_span(original, figure, passage), passage, summary)
        text = f"据{source_name(summary)}：{quoted(quote)}[1]"
        return Answer(Status.ANSWERED, text, reading.question, (quote,), (figure,))

    def _cited(self, cited: Citation) -> tuple[Passage | None, Sentence | None]:
        """The passage and the sentence that a citation stands in."""
        passage = next((p for p in self.holdings.passages(cited.doc) if p.span.overlaps(cited.span)), None)
        sentences = passage.sentences if passage else ()
        return passage, next((s for s in sentences if s.span.overlaps(cited.span)), None)

    def _amount(self, reading: Reading, passage: Passage, sentence: Sentence, since: int) -> Figure | None:
        """The first amount of the sort behind what was told, that its clause gives to no other thing."""
        parts, said = clauses(sentence.text), quantities(sentence.text)
        for quantity, figure in zip(said, recorded(said, self.holdings.within(passage), sentence.span), strict=True):
            if figure is None or figure.masked or figure.span.start < since:
                continue
            start = next(part.start for part in parts if quantity.start < part.stop)
            before = sentence.text[start : quantity.start]
            if asks_for_change(reading):
                if self._of_another(reading, before):
                    return None
                if _SINCE_ANOTHER.search(before) and _YEAR_BEFORE.search(reading.question.clean):
                    continue
                if figure.measure is not Measure.LEVEL and (not reading.wanted.percent or _is_rate(figure)):
                    return figure
                continue
            if not _counted_in(reading.wanted, figure) or reading.aim not in (Aim.EITHER, Aim(figure.kind.value)):
                continue
            if not self._of_another(reading, before):
                return figure
        return None

    def _of_another(self, reading: Reading, before: str) -> bool:
        """True where the words before an amount name a thing that is neither what was asked about nor the sort of amount."""
        known = {t.concept or t.text for t in reading.terms} | set(reading.wanted.units)
        named = subject_terms(before, (), self.vocabulary)
        return any(t.weight >= 1 and t.need == 1 and (t.concept or t.text) not in known for t in named)


def _is_rate(figure: Figure) -> bool:
    return (figure.unit or "").startswith(("%", "个百分点", "倍"))


def _counted_in(wanted: Wanted, figure: Figure) -> bool:
    """True where a figure carries one of the units that are asked for, by name."""
    return (figure.unit or "").lstrip("十百千万亿").startswith(wanted.units)
