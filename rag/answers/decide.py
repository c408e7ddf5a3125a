"""Whether the best evidence is good enough to be an answer.

In: the findings for one reading. Out: a `Decision`: the evidence to answer with, in the order of the text, or why there is
none. A wrong answer is worse than a refusal, so a figure needs nearly all of the subject and nothing that speaks against it; a
sentence needs most of the subject.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rag.answers.evidence import Evidence
from rag.answers.finding import Findings
from rag.answers.question import Reading
from rag.places import NATION
from rag.records import QuestionKind

FIGURE_SUPPORT, TEXT_SUPPORT = 0.62, 0.5
NEAR, RIVAL = 0.97, 0.995
MOST_RUNS = 4


class Outcome(StrEnum):
    """How the search for an answer ended."""

    FOUND = "found"
    MASKED = "masked"
    MISSING = "missing"
    SEVERAL_PLACES = "several places"


@dataclass(frozen=True, slots=True)
class Decision:
    """The runs to answer with, in document order; `places` are those that answer differently, where several do."""

    outcome: Outcome
    runs: tuple[Evidence, ...] = ()
    places: tuple[str, ...] = ()


def decide(reading: Reading, findings: Findings) -> Decision:
    """Choose the best-supported evidence, and with it what answers the parts of the question that it leaves open."""
    enough = FIGURE_SUPPORT if reading.wanted.number else TEXT_SUPPORT
    good = [e for e in findings.evidence if e.support >= enough]
    if not good:
        return Decision(Outcome.MISSING)
    best = good[0]
    if reading.place is None:
        rivals = _rivals(good)
        national = [e for e in good if e.source.summary.metadata.place == NATION and e.support >= NEAR * best.support]
        if reading.wanted.number and len(rivals) > 1:
            if not national:
                return Decision(Outcome.SEVERAL_PLACES, places=rivals)
            best = national[0]
    runs = _completed(reading, best, good)
    if best.masked:
        return Decision(Outcome.MASKED, runs[:1])
    return Decision(Outcome.FOUND, runs)


def _rivals(good: list[Evidence]) -> tuple[str, ...]:
    """The places whose reports support an answer as well as the best one does."""
    near = [e.source.summary.metadata.place for e in good if e.support >= RIVAL * good[0].support]
    return tuple(dict.fromkeys(place for place in near if place is not None))


def _completed(reading: Reading, best: Evidence, good: list[Evidence]) -> tuple[Evidence, ...]:
    """The best run, and for a question of several parts the best runs of the same document for the parts it leaves open."""
    runs = [best]
    if reading.question.kind is QuestionKind.LIST or reading.wanted.parts > 1:
        held = best.held
        for other in good[1:]:
            same = other.source.passage.doc == best.source.passage.doc
            if same and other.held - held and len(runs) < MOST_RUNS:
                runs.append(other)
                held |= other.held
    return tuple(sorted(runs, key=lambda e: (e.source.passage.doc, e.sentence.span, e.start)))
