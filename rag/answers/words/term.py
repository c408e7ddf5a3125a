"""One part of the subject of a question."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Term:
    """One thing that the answer must speak of.

    `text` is the question's own wording. `concept` names the concept that it belongs to, if any; `weight` says how much
    of the subject it is: longer words name more. `need` is the share of the weight that counts against evidence that
    does not speak of it: all of it for a thing, little for what is done to it. `beside` is set where it stands in a clause that
    asks nothing and names nothing else. `other` is what else the question calls it, in brackets: 民营经济（非公经济）.
    """

    text: str
    weight: float
    concept: str | None = None
    need: float = 1.0
    beside: bool = False
    other: str = ""

    @property
    def aside(self) -> bool:
        """True for what says once more what is said otherwise: it may help to find the answer and is not needed."""
        return self.need == 0

    @property
    def required(self) -> float:
        """How much evidence loses that does not speak of it."""
        return self.weight * self.need


def own_terms(terms: Iterable[Term]) -> tuple[Term, ...]:
    """The terms that an answer is to speak of."""
    return tuple(term for term in terms if not term.aside)
