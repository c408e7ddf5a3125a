"""What a follow-up asks of the very statement that was told last: 花了多少钱 after 改造了多少户.

In: a reading that takes its subject over and asks for another sort of amount, the answer before it, and the holdings. Out: an
unchecked `Answer` with the amount of that sort in the cited sentence; None where the sentence has none, or gives it to
another thing.
"""

from __future__ import annotations

from dataclasses import dataclass

from rag.answers.clauses import clauses
from rag.answers.compose import source_name
from rag.answers.holdings import Holdings, recorded
from rag.answers.question import Aim, Reading
from rag.answers.quoting import citation, figure_span, quoted
from rag.answers.terms import subject_terms
from rag.answers.vocabulary import Vocabulary
from rag.answers.wanted import Wanted
from rag.figures.quantities import quantities
from rag.records import Answer, Citation, Figure, Passage, Sentence, Status


def asks_further(reading: Reading) -> bool:
    """True for a follow-up that names no thing of its own and says in what its answer is counted."""
    return "indicator" in reading.question.inherited and bool(reading.wanted.units)


@dataclass(frozen=True, slots=True)
class Continued:
    """Answers about what was told last, from one generation of one index."""

    holdings: Holdings
    vocabulary: Vocabulary

    def answer(self, reading: Reading, told: Answer) -> Answer | None:
        """The amount that is asked for, where the sentence told last gives it."""
        if told.status is not Status.ANSWERED or not told.citations:
            return None
        if any(_counted_in(reading.wanted, figure) for figure in told.figures):
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
            if not _counted_in(reading.wanted, figure) or reading.aim not in (Aim.EITHER, Aim(figure.kind.value)):
                continue
            start = next(part.start for part in parts if quantity.start < part.stop)
            if not self._of_another(reading, sentence.text[start : quantity.start]):
                return figure
        return None

    def _of_another(self, reading: Reading, before: str) -> bool:
        """True where the words before an amount name a thing that is neither what was asked about nor the sort of amount."""
        known = {t.concept or t.text for t in reading.terms} | set(reading.wanted.units)
        named = subject_terms(before, (), self.vocabulary)
        return any(t.weight >= 1 and t.need == 1 and (t.concept or t.text) not in known for t in named)


def _counted_in(wanted: Wanted, figure: Figure) -> bool:
    """True where a figure carries one of the units that are asked for, by name."""
    return (figure.unit or "").lstrip("十百千万亿").startswith(wanted.units)
