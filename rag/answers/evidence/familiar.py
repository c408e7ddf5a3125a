"""Which sentences of a passage speak of what was asked.

In: a `Reading` and one passage with what is known of its document. Out: the sentences that speak of a good part of the
subject, each with where it speaks of which term, how much stands around it, and the amounts in it that can be the answer.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rag.answers.asked.question import Aim, Reading
from rag.answers.evidence.amounts import KNOWN, Amount, amounts
from rag.answers.reports.sources import Source
from rag.answers.sentences.likeness import likeness
from rag.answers.sentences.matching import matches, shortened
from rag.answers.sentences.spoken import Match, spoken
from rag.answers.words.synonyms import synonyms
from rag.answers.words.term import Term
from rag.answers.words.vocabulary import Vocabulary
from rag.records import Passage, QuestionKind, Sentence

IN_TITLE, IN_HEADING, IN_PASSAGE, HEADLINE = 0.9, 0.6, 0.6, 0.02
FAMILIAR, FAMILIAR_IN_LIST = 0.34, 0.1


@dataclass(frozen=True, slots=True)
class Familiar:
    """One sentence with what every run in it shares: where it speaks of each term, and what stands around it."""

    sentence: Sentence
    found: tuple[tuple[Term, tuple[Match, ...]], ...]
    around: tuple[float, ...]
    headline: float
    answers: tuple[Amount, ...]


def is_about(reading: Reading, passage: Passage, vocabulary: Vocabulary) -> bool:
    """True where a passage holds some term of the question in its own words or another form: cheap enough for any passage."""
    named = any(t.concept for t in reading.terms)
    concepts = {m.concept for s in passage.sentences for m in spoken(s.text, vocabulary).concepts} if named else set()
    written = {
        t.text: (t.text, *vocabulary.everyday.get(t.text, ()), *synonyms(t.text))
        for t in reading.terms
        if t.concept is None
    }
    return any(
        t.concept in concepts or not concepts.isdisjoint(vocabulary.narrower.get(t.concept, ()))
        if t.concept
        else any(word in passage.text for word in written[t.text])
        for t in reading.terms
    )


def familiar(reading: Reading, source: Source, vocabulary: Vocabulary) -> Iterator[Familiar]:
    """The sentences of a passage that speak of enough of the subject, or hold a record of it."""
    titled = _spoken_of(reading.terms, source.summary.metadata.title, vocabulary)
    headings = " ".join(source.passage.headings)
    headed = _spoken_of(reading.terms, headings, vocabulary)
    above = [max(IN_TITLE * t, IN_HEADING * h) for t, h in zip(titled, headed, strict=True)]
    subject = tuple(t for t, in_title in zip(reading.terms, titled, strict=True) if not in_title) or reading.terms
    before = [0.0 for _ in reading.terms]
    headline = _headline(reading, source.passage, vocabulary)
    listed = reading.question.kind is QuestionKind.LIST
    enough = sum(t.required for t in reading.terms) * (FAMILIAR_IN_LIST if listed else FAMILIAR)
    for sentence in source.passage.sentences:
        text = spoken(sentence.text, vocabulary)
        found = tuple(
            (term, matches(term, text, vocabulary) or (shortened(term, text) if said else ()))
            for term, said in zip(reading.terms, before, strict=True)
        )
        own = [best(m) for _, m in found]
        around = tuple(max(h, b) for h, b in zip(above, before, strict=True))
        before = [max(b, o * IN_PASSAGE) for b, o in zip(before, own, strict=True)]
        covered = sum(t.weight * max(o, a) for t, o, a in zip(reading.terms, own, above, strict=True)) * any(own)
        if not speaks(source, sentence):
            continue
        told = covered >= enough > 0
        if not told and not (reading.wanted.number and _may_be_named(subject, sentence, source, vocabulary)):
            continue
        answers = (
            amounts(reading, subject, source, sentence, found, vocabulary=vocabulary) if reading.wanted.number else ()
        )
        if (told and not reading.wanted.number) or any(told or a.named >= KNOWN for a in answers):
            yield Familiar(sentence, found, around, headline, answers)


def _may_be_named(subject: tuple[Term, ...], sentence: Sentence, source: Source, vocabulary: Vocabulary) -> bool:
    """False where no record of a sentence can be one of the subject by its name: much quicker than to read its amounts. A part
    goes by the name of its whole too."""
    own = [f for f in source.figures if sentence.span.start <= f.span.start < sentence.span.stop]
    return bool(own) and ("其中" in sentence.text or any(likeness(subject, f, vocabulary).named >= KNOWN for f in own))


def speaks(source: Source, sentence: Sentence) -> bool:
    """True where a sentence speaks for the place asked about: that of its document, or one that it names itself."""
    headings = " ".join(source.passage.headings)
    return not source.spoken_for or any(name in sentence.text or name in headings for name in source.spoken_for)


def _headline(reading: Reading, passage: Passage, vocabulary: Vocabulary) -> float:
    """Of several places that state a goal, the list of the main goals is the one to quote."""
    goals_asked = reading.aim is Aim.TARGET or bool(reading.years.reports)
    return HEADLINE if goals_asked and vocabulary.statements["headline"].search(passage.text) else 0.0


@lru_cache(maxsize=1024)
def _spoken_of(terms: tuple[Term, ...], heading: str, vocabulary: Vocabulary) -> tuple[float, ...]:
    """How well a title or headings speak of each term."""
    text = spoken(heading, vocabulary)
    return tuple(best(matches(term, text, vocabulary)) for term in terms)


def best(found: Sequence[Match]) -> float:
    """How sure the surest of these matches is; 0 where there is none."""
    return max(m.quality for m in found) if found else 0.0
