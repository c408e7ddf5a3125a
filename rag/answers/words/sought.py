"""Whether any rule can find a word in a text at all: one pass instead of a dozen.

In: a word that is no concept, and a clean text. Out: False where nothing stands in the text that some rule of `word_matching`
needs. Most sentences of a report hold nothing of what is asked about.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import ahocorasick

from rag.answers.words.synonyms import synonyms
from rag.answers.words.vocabulary import Vocabulary
from rag.answers.words.word_forms import AFFIXED, FIRST, MEASURED, NUMBERED, contractions, made_of


def may_speak(word: str, text: str, vocabulary: Vocabulary) -> bool:
    """False where no rule can find the word in the text, since nothing that they look for stands there; much quicker than they are."""
    return any(True for _ in _sought(word, vocabulary).iter(text)) or (len(word) == 2 and _holds_both(word, text))


@lru_cache(maxsize=4096)
def _sought(word: str, vocabulary: Vocabulary) -> Any:
    """All that some rule needs to stand in a text: words whole, of what may hold a slip one half, of what is in pieces the first."""
    size = len(word)
    core, counted = AFFIXED.match(word), MEASURED.match(word)
    parts = {
        part for length in range(size - 1, max(1, size // 2), -1) for part in (word[:length], word[size - length :])
    }
    sought = {word, *vocabulary.everyday.get(word, ()), *synonyms(word), *contractions(word)}
    sought |= {part for part in parts if len(part) > 1} | {word[: size // 2], word[size // 2 :]}
    sought |= {found for match, name in ((core, "core"), (counted, "thing")) if match for found in (match[name],)}
    if FIRST.fullmatch(word):
        sought |= {"首", "第一", "头一"}
    if NUMBERED.fullmatch(word):
        sought.add(word[1])
    for piece in made_of(word)[:1]:
        sought |= {piece, *synonyms(piece), *(piece if len(piece) == 2 else ())}
    automaton = ahocorasick.Automaton()
    for found in sought:
        if found:
            automaton.add_word(found, found)
    automaton.make_automaton()
    return automaton


def _holds_both(word: str, text: str) -> bool:
    """True where the characters of an abbreviation stand in a text."""
    return word[0] in text and word[1] in text
