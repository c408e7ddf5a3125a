"""A text of a report, read for what it speaks of."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from rag.answers.words.vocabulary import ConceptMention, Vocabulary


@dataclass(frozen=True, slots=True)
class Match:
    """Where a text speaks of a term: text[start:stop], and how sure that is, in (0, 1]."""

    start: int
    stop: int
    quality: float


@dataclass(frozen=True, slots=True)
class Spoken:
    """A clean text with the concepts in it."""

    text: str
    concepts: tuple[ConceptMention, ...]


@lru_cache(maxsize=32768)
def spoken(text: str, vocabulary: Vocabulary) -> Spoken:
    """A clean text, read for concepts; sentences of reports come up again with every question about them."""
    return Spoken(text, vocabulary.concepts(text))
