"""What is to be reached by when within one year: 二季度末和三季度末各要完成多少.

In: a reading that sets several parts of a year side by side, and the statements found for it. Out: an unchecked `Answer` with
the figures that one report gives under each of them, in the order of the question; a part of which it says nothing is named.
None where no such parts are asked about.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import jieba

from rag.answers.asked.periods import governing
from rag.answers.asked.question import Aim, Reading
from rag.answers.evidence.finding import Finder, Findings, sentences_of
from rag.answers.evidence.fitting import fits
from rag.answers.reports.amounts_said import dimension
from rag.answers.reports.holdings import Holdings, recorded
from rag.answers.reports.quoting import quoted
from rag.answers.reports.sourcing import Sources
from rag.answers.sentences.matching import matches
from rag.answers.sentences.spoken import Spoken, spoken
from rag.answers.telling import refusals
from rag.answers.telling.compose import source_name
from rag.answers.words.term import Term
from rag.answers.words.vocabulary import Vocabulary
from rag.figures.quantities import quantities
from rag.records import Answer, Figure, Filter, Passage, Sentence, Status

SPOKEN, AROUND = 0.5, 0.9


@dataclass(frozen=True, slots=True)
class _Told:
    """What a sentence says by the end of one month, and how much of the subject it speaks of."""

    doc: str
    month: int
    figures: tuple[Figure, ...]
    coverage: float


class Milestones:
    """Answers about parts of a year from one generation of one index."""

    def __init__(self, finder: Finder, holdings: Holdings, vocabulary: Vocabulary) -> None:
        self._finder = finder
        self._holdings = holdings
        self._vocabulary = vocabulary

    def answer(self, reading: Reading, filter: Filter) -> Answer | None:
        """What is told for each part of the year that is asked about, a line each."""
        if not reading.periods:
            return None
        best = self._of_one_sort(reading, self._best(reading, self._finder.find(reading, filter)))
        if not best:
            return Answer(Status.NOT_FOUND, refusals.no_milestones(reading), reading.question)
        sources = Sources(self._holdings)
        clean, lines = reading.question.clean, []
        for period in reading.periods:
            told = best.get(period.month)
            words = "报告没有说明" if told is None else _quotes(told.figures, sources)
            lines.append(f"{clean[period.start : period.stop]}：{words}。")
        document = self._holdings.shelf.by_path[next(iter(best.values())).doc]
        text = "\n".join((f"据{source_name(document)}：", *lines))
        figures = tuple(f for p in reading.periods if p.month in best for f in best[p.month].figures)
        return Answer(Status.ANSWERED, text, reading.question, tuple(sources.citations), figures)

    def _best(self, reading: Reading, findings: Findings) -> Mapping[int, _Told]:
        """For each month the statement that speaks of most of the subject, all from the document that tells of most."""
        by_document: dict[str, dict[int, _Told]] = {}
        for passage, sentence in sentences_of(findings):
            for told in self._told(reading, passage, sentence):
                known = by_document.setdefault(told.doc, {})
                if told.month not in known or told.coverage > known[told.month].coverage:
                    known[told.month] = told
        return max(
            by_document.values(), key=lambda told: (len(told), sum(t.coverage for t in told.values())), default={}
        )

    def _told(self, reading: Reading, passage: Passage, sentence: Sentence) -> Iterator[_Told]:
        """What a sentence says for each month that is asked about."""
        said = quantities(sentence.text)
        by_month: dict[int, list[Figure]] = {}
        starts: dict[int, int] = {}
        for quantity, figure in zip(said, recorded(said, self._holdings.within(passage), sentence.span), strict=True):
            period = governing(sentence.text, quantity.start)
            if figure is None or period is None or period.month not in {p.month for p in reading.periods}:
                continue
            if fits(reading.wanted, figure.unit, figure) and reading.aim in (Aim.EITHER, Aim(figure.kind.value)):
                by_month.setdefault(period.month, []).append(figure)
                starts[period.month] = period.start
        around = " ".join((*passage.headings, passage.text))
        for month, figures in by_month.items():
            own = self._coverage(reading.subject, sentence.text[starts[month] :])
            if own and (coverage := max(own, AROUND * self._coverage(reading.subject, around))) >= SPOKEN:
                yield _Told(passage.doc, month, tuple(figures), coverage)

    def _of_one_sort(self, reading: Reading, told: Mapping[int, _Told]) -> Mapping[int, _Told]:
        """What is told for most of the months, without amounts of another sort or of another thing beside it."""
        counted = Counter(d for one in told.values() for d in dict.fromkeys(map(dimension, one.figures)))
        about = Counter(
            dimension(f) for one in told.values() for f in one.figures if self._coverage(reading.subject, f.indicator)
        )
        plain = Counter(dimension(f) for one in told.values() for f in one.figures if not f.masked)
        common = max(counted, key=lambda d: (counted[d], about[d], plain[d]), default=None)
        found = {}
        for month, one in told.items():
            same = tuple(f for f in one.figures if dimension(f) == common) or one.figures
            named = tuple(f for f in same if self._coverage(reading.subject, f.indicator) > 0)
            found[month] = replace(one, figures=named or same)
        return found

    def _coverage(self, subject: Sequence[Term], text: str) -> float:
        """The share of the subject that a text speaks of."""
        read = spoken(text, self._vocabulary)
        best = [self._quality(term, read) for term in subject]
        total = sum(t.weight if quality else t.required for t, quality in zip(subject, best, strict=True))
        return sum(t.weight * quality for t, quality in zip(subject, best, strict=True)) / total if total else 0.0

    def _quality(self, term: Term, text: Spoken) -> float:
        """How well a text speaks of a term; of a word that no dictionary has, by the pairs of its characters (巡河 of 河长巡河)."""
        known = max((m.quality for m in matches(term, text, self._vocabulary)), default=0.0)
        if known or term.concept or jieba.get_FREQ(term.text):
            return known
        pairs = [term.text[at : at + 2] for at in range(len(term.text) - 1)]
        return sum(pair in text.text for pair in pairs) / len(pairs) if pairs else 0.0


def _quotes(figures: Sequence[Figure], sources: Sources) -> str:
    """The clauses that hold these figures, each once."""
    cited = dict.fromkeys(sources.cite(figure) for figure in figures)
    return "……".join(f"{quoted(c).rstrip('。；，,;')}[{c.n}]" for c in cited)
