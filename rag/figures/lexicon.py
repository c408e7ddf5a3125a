"""The words that say how a figure is meant, by role, from lexicon.yaml, and patterns made of words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, fields
from functools import cache, cached_property
from importlib.resources import files

import yaml


def alternation(words: Iterable[str]) -> str:
    """A pattern for any of `words`, the longest first where one begins another."""
    return rf"(?:{'|'.join(re.escape(word) for word in sorted(set(words), key=lambda w: (-len(w), w)))})"


class Words:
    """A set of words that is asked for the longest one at the beginning or the end of a text."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = frozenset(words)
        self._longest = max(map(len, self._words))

    def prefix(self, text: str) -> str:
        """The longest word that `text` begins with, or ""."""
        for length in range(min(self._longest, len(text)), 0, -1):
            if text[:length] in self._words:
                return text[:length]
        return ""

    def suffix(self, text: str) -> str:
        """The longest word that `text` ends with, or ""."""
        for length in range(min(self._longest, len(text)), 0, -1):
            if text[-length:] in self._words:
                return text[-length:]
        return ""

    @cached_property
    def pattern(self) -> str:
        """The words as an alternation."""
        return alternation(self._words)

    def __contains__(self, word: str) -> bool:
        return word in self._words


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The roles of lexicon.yaml; what each role means stands there."""

    level: Words
    increase: Words
    decrease: Words
    action: Words
    predicated_action: Words
    added: Words
    nominal_verb: Words
    taking: Words
    takes_what_follows: Words
    adverb: Words
    final_adverb: Words
    adjective: Words
    word_beginning: Words
    general_head: Words
    standing_alone: Words
    head: Words
    verb_inside: Words
    structural: Words
    abstract: Words
    countable: Words
    scope: Words


@cache
def lexicon() -> Lexicon:
    """The lexicon of this process; raises TypeError where lexicon.yaml lacks a role or has an unknown one."""
    data = yaml.safe_load(files("rag.figures").joinpath("lexicon.yaml").read_text(encoding="utf-8"))
    return Lexicon(**{role: Words(str(word) for word in words) for role, words in data.items()})


ROLES = tuple(field.name for field in fields(Lexicon))
