"""Which of the evidence means what was asked, where its words say only a part of it.

In: a reading and its findings, none of which speaks of enough of the subject to be an answer by its words (树 for 行道树, 雹 for
防雹网). Out: the one that lies nearest to the question in meaning. An amount is sought among all that are of the sort, the side
and the year asked for; it must tell of a part of the subject, and every other amount must lie clearly farther off: where
the reports do not say what was asked, several lie about equally far. Words are sought among the evidence that speaks of a part of
the subject; no other statement of the passages found may lie nearer.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rag.answers.asked.question import Reading
from rag.answers.evidence.against import told
from rag.answers.evidence.decide import names_the_thing
from rag.answers.evidence.finding import Findings
from rag.answers.evidence.statements import names_the_last, statements, told_share
from rag.answers.evidence.weighing import Evidence
from rag.answers.reports.holdings import Holdings
from rag.answers.words.blanking import BLANK, blank
from rag.answers.words.vocabulary import Vocabulary
from rag.places import NATION
from rag.protocols import Encoder

# how much nearer an amount must lie than any other, by the share of the subject that it tells of: the less it tells, the clearer
CLEAR = ((0.7, 0.003), (0.4, 0.01), (0.36, 0.02))
LEAST_TOLD = min(told for told, _ in CLEAR)
# how much nearer it must lie where it does not tell of the thing named last
LAST_UNTOLD = 0.015
# the share that it must tell of where the question names no place and no report
UNPLACED = 0.7
# how far amounts of one thing may lie apart where their side and sort decide between them
OF_ONE_THING = 0.02
# the least share of the subject that words must speak of
SPOKEN = 0.3
# the share of the things asked about that it may leave to other words
MISSING_THINGS = 0.7
# how much of the support that its words give it evidence may lose to what speaks against it
UNOPPOSED = 0.8
MOST_CANDIDATES, MOST_RIVALS, RIVAL_PASSAGES = 6, 32, 16
LONGEST, LONGEST_CLAUSE = 120, 80

Nearest = Callable[[Reading, Findings], Evidence | None]


class Meaning:
    """Holds statements against a question by their meaning; safe to share between threads."""

    def __init__(self, holdings: Holdings, encoder: Encoder, vocabulary: Vocabulary) -> None:
        self._holdings = holdings
        self._encoder = encoder
        self._vocabulary = vocabulary

    def nearest(self, reading: Reading, findings: Findings) -> Evidence | None:
        """The evidence that means what was asked, or None where none does for sure."""
        return self._amount(reading, findings) if reading.wanted.number else self._words(reading, findings)

    def _amount(self, reading: Reading, findings: Findings) -> Evidence | None:
        """The amount that lies clearly nearer than every other and tells of enough of the subject."""
        stated = statements(reading, findings, self._vocabulary)
        if not stated or not reading.subject:
            return None
        # to encode them all takes longer than to read them
        if not any(told_share(e, reading, self._vocabulary) >= LEAST_TOLD for e in stated):
            return None
        near = self._similarities(reading, [_told(e) for e in stated])
        best = max(range(len(stated)), key=near.__getitem__)
        others = [i for i, e in enumerate(stated) if _is_another(e, stated[best])]
        rivals = [i for i in others if not _is_counted_otherwise(stated[i], stated[best], reading.wanted.counted)]
        nearer, nearest = (near[best] - max((near[i] for i in of), default=0.0) for of in (rivals, others))
        share = told_share(stated[best], reading, self._vocabulary)
        sure = any(share >= told and nearer >= clear for told, clear in CLEAR) and (
            nearest >= LAST_UNTOLD or names_the_last(stated[best], reading, self._vocabulary)
        )
        if not sure or (share < UNPLACED and _is_anywhere(reading, stated[best])):
            return None
        alike = [
            i for i, e in enumerate(stated) if _is_of_one(e, stated[best]) and near[i] >= near[best] - OF_ONE_THING
        ]
        return stated[max(alike, key=lambda i: (stated[i].support, near[i]))]

    def _words(self, reading: Reading, findings: Findings) -> Evidence | None:
        candidates = [e for e in findings.evidence if _may_answer(e, reading)][:MOST_CANDIDATES]
        if not candidates:
            return None
        rivals = self._rivals(findings, candidates)
        near = self._similarities(reading, [*(_stated(e) for e in candidates), *rivals])
        best = max(range(len(near)), key=near.__getitem__)
        return candidates[best] if best < len(candidates) else None

    def _similarities(self, reading: Reading, told: Sequence[str]) -> list[float]:
        """How near each text lies to the question."""
        once = list(dict.fromkeys(told))
        vectors = self._encoder.encode_passages(once)
        near: list[float] = (vectors @ self._encoder.encode_queries([_asked(reading)])[0]).tolist()
        of = dict(zip(once, near, strict=True))
        return [of[text] for text in told]

    def _rivals(self, findings: Findings, candidates: Sequence[Evidence]) -> list[str]:
        """Other sentences of the passages found."""
        taken = {(e.source.passage.doc, e.sentence.span) for e in candidates}
        found: dict[str, None] = {}
        for hit in findings.hits[:RIVAL_PASSAGES]:
            title = self._holdings.shelf.by_path[hit.passage.doc].metadata.title
            for sentence in hit.passage.sentences:
                if (hit.passage.doc, sentence.span) not in taken and told(sentence.text, title) == 1:
                    found[sentence.text[:LONGEST]] = None
        return list(found)[:MOST_RIVALS]


def _may_answer(evidence: Evidence, reading: Reading) -> bool:
    """True where a part of the subject is spoken of, every concept is, and nothing speaks against the rest."""
    return (
        names_the_thing(evidence, reading, MISSING_THINGS)
        and evidence.coverage >= SPOKEN
        and evidence.support >= UNOPPOSED * evidence.coverage
        and not any(term.concept for term in evidence.missing)
        and bool(evidence.held)
    )


def _is_anywhere(reading: Reading, nearest: Evidence) -> bool:
    """True where the question names no place or report, and what lies nearest is not told of the country."""
    named = reading.place is not None or reading.places.documents
    return not named and nearest.source.summary.metadata.place != NATION


def _is_counted_otherwise(evidence: Evidence, best: Evidence, counted: tuple[str, ...]) -> bool:
    """True for an amount of things that are counted otherwise than those asked about, where the best is not: 31栋 for 多少部."""
    one, other = ((e.quantities[0].unit or "").lstrip("十百千万亿") for e in (evidence, best))
    return other in counted and one not in counted


def _is_another(evidence: Evidence, than: Evidence) -> bool:
    """True for another amount of another thing that stands in another clause."""
    one, other = evidence.quantities[0], than.quantities[0]
    if (one.value, one.high, one.unit) == (other.value, other.high, other.unit) or _is_of_one(evidence, than):
        return False
    return (evidence.sentence.span, evidence.start) != (than.sentence.span, than.start)


def _is_of_one(evidence: Evidence, than: Evidence) -> bool:
    """True for an amount of the same thing: what was aimed at and what was reached, the level and how far it rose."""
    one, other = evidence.figure, than.figure
    if one is None or other is None:
        return one is other
    return one.indicator == other.indicator or (one.concept is not None and one.concept == other.concept)


def _stated(evidence: Evidence) -> str:
    """The whole sentence of the evidence, as the statements beside it are whole."""
    text, start = evidence.sentence.text, evidence.start
    return text[:LONGEST] if evidence.stop <= LONGEST else text[start : start + LONGEST]


def _told(evidence: Evidence) -> str:
    """The clause of an amount with the name of what it is about, which the clause may leave to the one before."""
    name = f"{evidence.figure.indicator}：" if evidence.figure is not None else ""
    return name + evidence.sentence.text[evidence.start : min(evidence.stop, evidence.start + LONGEST_CLAUSE)]


def _asked(reading: Reading) -> str:
    """The question with what it takes over, without the words that only say in which document to look."""
    clean = reading.question.clean
    if reading.places.documents and not reading.question.inherited:
        clean = blank(clean, reading.places.spans).replace(BLANK, "")
    taken_over = [t.text for t in reading.subject if t.text not in clean]
    return "".join((*taken_over, clean)) if reading.question.inherited else clean
