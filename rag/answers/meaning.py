"""Which of the evidence means what was asked, where its words say only a part of it.

In: a reading and its findings, none of which speaks of enough of the subject to be an answer by its words (树 for 行道树, 搞 for
改造). Out: the one that lies nearest to the question in meaning, provided that it speaks of a part of the subject, that nothing
speaks against it, and that no other statement of the passages found lies nearer: what means something else has a nearer
neighbour nearly always. Measured on questions whose words are not the report's: a third of the refused ones are
answered, and of a hundred that the reports do not answer none is. No number here depends on the model.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from rag.answers.against import told
from rag.answers.clauses import clauses
from rag.answers.decide import names_the_thing
from rag.answers.evidence import Evidence
from rag.answers.finding import Findings
from rag.answers.fitting import fits
from rag.answers.holdings import Holdings, recorded
from rag.answers.question import Reading
from rag.answers.terms import BLANK, blank
from rag.figures.quantities import quantities
from rag.protocols import Encoder
from rag.records import Figure, Passage, Sentence

# the least share of the subject that words must speak of
SPOKEN = 0.3
# the share of the things asked about that it may leave to other words
MISSING_THINGS = 0.7
# how much of the support that its words give it evidence may lose to what speaks against it
UNOPPOSED = 0.8
MOST_CANDIDATES, MOST_RIVALS, RIVAL_PASSAGES = 6, 32, 16
LONGEST = 120

Nearest = Callable[[Reading, Findings], Evidence | None]


class Meaning:
    """Holds statements against a question by their meaning; safe to share between threads."""

    def __init__(self, holdings: Holdings, encoder: Encoder) -> None:
        self._holdings = holdings
        self._encoder = encoder

    def nearest(self, reading: Reading, findings: Findings) -> Evidence | None:
        """The evidence that means what was asked, or None where none does for sure."""
        candidates = [e for e in findings.evidence if _may_answer(e, reading)][:MOST_CANDIDATES]
        if not candidates:
            return None
        stated = [_stated(e, reading) for e in candidates]
        rivals = self._rivals(reading, findings, candidates)
        vectors = self._encoder.encode_passages([*stated, *rivals])
        similarities = (vectors @ self._encoder.encode_queries([_asked(reading)])[0]).tolist()
        best = max(range(len(similarities)), key=similarities.__getitem__)
        return candidates[best] if best < len(candidates) else None

    def _rivals(self, reading: Reading, findings: Findings, candidates: Sequence[Evidence]) -> list[str]:
        """Other statements in the passages found that could be an answer by their form."""
        taken = {(e.source.passage.doc, e.sentence.span): range(e.start, e.stop) for e in candidates}
        found: dict[str, None] = {}
        for hit in findings.hits[:RIVAL_PASSAGES]:
            for sentence in hit.passage.sentences:
                own = taken.get((hit.passage.doc, sentence.span), range(0))
                found |= dict.fromkeys(self._statements(reading, hit.passage, sentence, own))
        return list(found)[:MOST_RIVALS]

    def _statements(self, reading: Reading, passage: Passage, sentence: Sentence, own: range) -> Iterator[str]:
        """What a sentence states outside the stretch `own`."""
        if not reading.wanted.number:
            if not own and told(sentence.text, self._holdings.shelf.by_path[passage.doc].metadata.title) == 1:
                yield sentence.text[:LONGEST]
            return
        said = quantities(sentence.text)
        parts = clauses(sentence.text)
        for quantity, figure in zip(said, recorded(said, self._holdings.within(passage), sentence.span), strict=True):
            if figure is not None and quantity.start not in own and fits(reading.wanted, quantity.unit, figure):
                clause = next(c for c in parts if c.start <= quantity.start < c.stop)
                yield _told(figure, sentence.text, clause.start, clause.stop)


def _may_answer(evidence: Evidence, reading: Reading) -> bool:
    """True where a part of the subject is spoken of, every concept is, and nothing speaks against the rest."""
    if not (reading.wanted.number or names_the_thing(evidence, reading, MISSING_THINGS)):
        return False
    concepts_missing = any(term.concept for term in evidence.missing)
    return (
        evidence.coverage >= SPOKEN
        and evidence.support >= UNOPPOSED * evidence.coverage
        and not concepts_missing
        and bool(evidence.held)
    )


def _stated(evidence: Evidence, reading: Reading) -> str:
    """What the evidence states; in words its whole sentence, as the statements beside it are whole."""
    text, start, stop = evidence.sentence.text, evidence.start, evidence.stop
    if reading.wanted.number:
        return _told(evidence.figure, text, start, stop)
    return text[:LONGEST] if stop <= LONGEST else text[start : start + LONGEST]


def _asked(reading: Reading) -> str:
    """The question without the words that only say in which document to look."""
    clean = reading.question.clean
    return blank(clean, reading.places.spans).replace(BLANK, "") if reading.places.documents else clean


def _told(figure: Figure | None, sentence: str, start: int, stop: int) -> str:
    """A statement with the name of what it is about, which its clause may leave to the one before."""
    name = f"{figure.indicator}：" if figure is not None else ""
    return name + sentence[start : min(stop, start + LONGEST)]
