"""The words that say how a figure is meant, by role, from lexicon.yaml."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml


class Words:
    """A set of words that is asked for the longest one at the beginning or the end of a text."""

    def __init__(self, words: list[str]) -> None:
        self._words = frozenset(words)
        self._longest = max(map(len, self._words))

    def prefix(self, text: str) -> str:
        """The longest word that `text` begins with, or ""."""
        lengths = range(min(self._longest, len(text)), 0, -1)
        return next((text[:n] for n in lengths if text[:n] in self._words), "")

    def suffix(self, text: str) -> str:
        """The longest word that `text` ends with, or ""."""
        lengths = range(min(self._longest, len(text)), 0, -1)
        return next((text[-n:] for n in lengths if text[-n:] in self._words), "")

    def __contains__(self, word: str) -> bool:
        return word in self._words


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The roles of lexicon.yaml."""

    level: Words
    increase: Words
    decrease: Words
    action: Words
    taking: Words
    adverb: Words
    general_head: Words
    verb_inside: Words


@cache
def lexicon() -> Lexicon:
    """The lexicon of this process."""
    data = yaml.safe_load(files("rag.figures").joinpath("lexicon.yaml").read_text(encoding="utf-8"))
    return Lexicon(**{role: Words([str(word) for word in words]) for role, words in data.items()})
