"""Which of the things that one report lists together has the most: 几样作物里哪样面积最大.

In: a reading that asks for the highest or lowest without saying over which places or years, and the statements found for it.
Out: an unchecked `Answer` from one sentence that names several amounts of one sort, with all that it lists; None where none
does. The sentence is the one that speaks of the subject, or, where words fail, the one that lies nearest in meaning of all
statements found.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rag.answers.asked.question import Aim, Reading
from rag.answers.asked.routes import whose_most
from rag.answers.asked.table import Over, TableAsk
from rag.answers.evidence.decide import FIGURE_SUPPORT
from rag.answers.evidence.finding import Finder, Findings, sentences_of
from rag.answers.evidence.fitting import fits
from rag.answers.reports.amounts_said import amount, dimension
from rag.answers.reports.holdings import Holdings, recorded
from rag.answers.sentences.clauses import clauses
from rag.answers.tables.rows import Row, Table
from rag.answers.tables.table_text import table_text
from rag.answers.words.blanking import blank
from rag.figures.quantities import Quantity, quantities
from rag.protocols import Encoder
from rag.records import Answer, Figure, Filter, Measure, Passage, Sentence, Status

MOST_LISTS, MOST_RIVALS, LONGEST = 8, 24, 160


@dataclass(frozen=True, slots=True)
class _Listed:
    """A stretch of a sentence with the amounts of one sort that it lists, the names of what has them, and those blanked out."""

    text: str
    names: tuple[str, ...]
    figures: tuple[Figure, ...]
    masked: tuple[Figure, ...]


class Within:
    """Answers from what single sentences list, over one generation of one index."""

    def __init__(self, finder: Finder, holdings: Holdings, encoder: Encoder) -> None:
        self._finder = finder
        self._holdings = holdings
        self._encoder = encoder

    def answer(self, reading: Reading, ask: TableAsk, filter: Filter) -> Answer | None:
        """The highest or lowest of what is listed, with all of it; None where no sentence lists what is asked about."""
        findings = self._finder.find(reading, filter)
        either = replace(reading, aim=Aim.EITHER)
        listed = self._listed(reading, findings) or self._listed(either, findings)
        if listed is None:
            return None
        rows = tuple(Row(name, figure) for name, figure in zip(listed.names, listed.figures, strict=True))
        masked = tuple(figure.indicator for figure in listed.masked)
        table = Table(rows, (), masked, (), None, listed.figures[0].kind)
        made = table_text(table, replace(ask, over=Over.LISTED), self._holdings)
        return Answer(Status.ANSWERED, made.text, reading.question, made.citations, made.figures, made.computed)

    def _listed(self, reading: Reading, findings: Findings) -> _Listed | None:
        """The list of the best evidence that has one, else the one nearest in meaning."""
        for evidence in findings.evidence:
            if evidence.support < FIGURE_SUPPORT:
                break
            passage, whole = evidence.source.passage, range(len(evidence.sentence.text))
            run = _whole_row(evidence.sentence.text, evidence.start, evidence.stop)
            for within in (run, whole):
                if (found := self._list_of(reading, passage, evidence.sentence, within)) is not None:
                    return found
        return self._nearest(reading, findings)

    def _nearest(self, reading: Reading, findings: Findings) -> _Listed | None:
        """The list that lies nearest to the question, unless another statement lies nearer: of such an amount, or, where the
        question names a thing, of any. What stands beside a list speaks of what it lists and is none of these."""
        named = any(term.need == 1 and term.weight >= 1 for term in reading.subject)
        lists: list[tuple[_Listed, Passage]] = []
        rivals: list[tuple[str, Passage]] = []
        for passage, sentence in sentences_of(findings):
            rows = {_whole_row(sentence.text, c.start, c.stop) for c in clauses(sentence.text)}
            parts = [range(0, len(sentence.text)), *sorted(rows, key=lambda row: row.start)]
            listed = [self._list_of(reading, passage, sentence, part) for part in parts]
            lists += ((one, passage) for one in {one.figures: one for one in listed if one is not None}.values())
            if not any(listed) and (named or any(_is_asked(reading, f) for f in self._within(passage, sentence))):
                rivals.append((sentence.text, passage))
        lists, rivals = lists[:MOST_LISTS], rivals[:MOST_RIVALS]
        if not lists:
            return None
        told = [text[:LONGEST] for text in (*(found.text for found, _ in lists), *(text for text, _ in rivals))]
        near = self._encoder.encode_passages(told) @ self._encoder.encode_queries([_subject(reading)])[0]
        best = int(near[: len(lists)].argmax())
        found, around = lists[best]
        others = (near[len(lists) + i] for i, (_, passage) in enumerate(rivals) if not _beside(passage, around))
        return found if near[best] >= max(others, default=-1.0) else None

    def _list_of(self, reading: Reading, passage: Passage, sentence: Sentence, within: range) -> _Listed | None:
        """What a stretch of a sentence lists of the sort that is asked for, without what the question names itself and
        without the sum of the rest."""
        said = quantities(sentence.text)
        records = recorded(said, self._holdings.within(passage), sentence.span)
        by_depth: dict[int, list[Figure]] = {}
        for quantity, figure in zip(said, records, strict=True):
            if figure is not None and quantity.start in within and _is_asked(reading, figure):
                by_depth.setdefault(_depth(sentence.text, quantity.start), []).append(figure)
        # what stands in brackets is a part of what stands before them, or all that is listed stands there
        found = max(by_depth.values(), key=len, default=[])
        plain = [f for f in found if not f.masked]
        counted = Counter(dimension(f) for f in plain)
        common = max(counted, key=lambda d: counted[d], default=None)
        rows = tuple(_without_sum([f for f in plain if dimension(f) == common]))
        in_row = {f.span: _in_row(sentence.text, q) for q, f in zip(said, records, strict=True) if f is not None}
        whose = whose_most(reading)
        told_apart = len({f.indicator for f in rows}) > 1 or (len(rows) > 1 and all(in_row[f.span] for f in rows))
        if not told_apart or (whose is not None and whose not in sentence.text):
            return None
        names = tuple(in_row[f.span] or _name(f) for f in rows)
        return _Listed(sentence.text[within.start : within.stop], names, rows, tuple(f for f in found if f.masked))

    def _within(self, passage: Passage, sentence: Sentence) -> Iterator[Figure]:
        return (f for f in self._holdings.within(passage) if sentence.span.covers(f.span))


def _beside(passage: Passage, other: Passage) -> bool:
    return passage.doc == other.doc and abs(passage.ordinal - other.ordinal) <= 1


def _subject(reading: Reading) -> str:
    """The question without the names of places and years, which say where to look and not what is meant."""
    return blank(reading.question.clean, (*reading.places.spans, *reading.years.spans)).replace("\x00", "")


def _is_asked(reading: Reading, figure: Figure) -> bool:
    """True for an amount of the sort, the side and the year that are asked for."""
    changed = figure.measure is not Measure.LEVEL
    return (
        fits(reading.wanted, figure.unit, figure)
        and changed is reading.wanted.change
        and reading.aim in (Aim.EITHER, figure.kind.value)
        and (figure.year is None or not reading.years.years or figure.year in reading.years.years)
        and figure.text not in reading.question.clean
    )


def _whole_row(text: str, start: int, stop: int) -> range:
    """A run of clauses with those that stand in one row with it: 教师60人、医师20人、工程师20人."""
    for clause in clauses(text):
        if clause.start == stop and text[stop - 1] == "、":
            stop = clause.stop
    for clause in reversed(clauses(text)):
        if clause.stop == start and text[start - 1] == "、":
            start = clause.start
    return range(start, stop)


_BEFORE_BRACKET = re.compile(r"(?P<name>[一-龥A-Za-zＸ×*]{2,12})[（(]$")


def _in_row(text: str, quantity: Quantity) -> str:
    """What an amount that fills a bracket belongs to: 青筏镇 of 在柏坞镇（3000亩）、青筏镇（2000亩）; "" elsewhere."""
    found = _BEFORE_BRACKET.search(text, 0, quantity.start)
    return found["name"].removeprefix("在") if found and text[quantity.stop : quantity.stop + 1] in "）)" else ""


def _name(figure: Figure) -> str:
    """What is listed, without the preposition that its clause begins with."""
    return figure.indicator.removeprefix("在") or figure.indicator


def _depth(text: str, at: int) -> int:
    """How many brackets are open at a place of a text."""
    return sum(text.count(c, 0, at) for c in "(（") - sum(text.count(c, 0, at) for c in ")）")


def _without_sum(figures: Sequence[Figure]) -> Iterator[Figure]:
    """The amounts without the one that the others come to."""
    total = sum(amount(f) for f in figures)
    for figure in figures:
        if len(figures) < 3 or 2 * amount(figure) != total:
            yield figure
