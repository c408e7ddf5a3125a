"""What speaks for a passage as the place of an answer: each piece of evidence is a number, most of them shares in [0, 1].

In: a question, the passages that both searches proposed, their similarity in meaning. Out: a row of evidence for each
passage. A word is looked for in every sentence of the passage and in its context (title, places, year, headings), and
counts by its rarity: log(1 + (N - n + 0.5) / (n + 0.5)) for a word in n of N passages, as in BM25.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rag.protocols import Vectors
from rag.records import Passage
from rag.search.asked import Asked

Matrix = NDArray[np.float64]

LEAST_SPREAD = 0.005
EQUIVALENT = 0.6
ENOUGH_CHARACTERS = 100
_BREAK = "\n"
_NUMBER = re.compile(
    r"\d+|[一二三四五六七八九十百千万亿两]{2,}|[一二两三四五六七八九十百千万亿][个名件项条座户人次家类种所亩吨倍成]"
)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for one passage.

    `meaning` is the similarity of its vector in standard deviations above the mean of the proposed passages. The
    shares are of the question's words, by rarity, or of its pairs of characters: `words` in the passage or its
    context, `sentence` in its best sentence or its context, `pairs` in the passage or its context, `sentence_pairs` in
    one sentence. `number` is 1 where a number is asked for and the best sentence has one. `length` is below 1 for a
    passage of less than 100 characters, which seldom says enough to answer.
    """

    meaning: float
    words: float
    sentence: float
    pairs: float
    sentence_pairs: float
    number: float
    length: float


def rarities(frequencies: Sequence[int], passages: int) -> Matrix:
    """The weight of each word from the number of passages that hold it, shape (len(frequencies),)."""
    n = np.minimum(np.asarray(frequencies, dtype=np.float64), passages)
    weights: Matrix = np.log1p((passages - n + 0.5) / (n + 0.5))
    return weights


def gather(
    asked: Asked, weights: Matrix, passages: Sequence[Passage], contexts: Sequence[str], similarities: Vectors
) -> Matrix:
    """The evidence for each passage in the order of the fields of Evidence, shape (len(passages), 7).

    `weights` are of the question's words, `contexts` of the passages; there is at least one passage.
    """
    texts = _Texts([sentence.text for passage in passages for sentence in passage.sentences])
    around = _Texts(contexts)
    counts = [len(passage.sentences) for passage in passages]
    owner = np.repeat(np.arange(len(passages)), counts)
    first = np.concatenate(([0], np.cumsum(counts)[:-1]))

    shares = weights / max(float(weights.sum()), LEAST_SPREAD)
    words, words_around = texts.strength(asked.forms), around.strength(asked.forms)
    pairs, pairs_around = (found.strength([(pair,) for pair in asked.pairs]) for found in (texts, around))
    of_sentence = shares @ np.maximum(words, words_around[:, owner])
    best = np.maximum.reduceat(of_sentence, first)
    number = texts.matching(_NUMBER) & (of_sentence >= best[owner]) & asked.number
    columns = (
        (similarities - similarities.mean()) / max(float(similarities.std()), LEAST_SPREAD),
        shares @ np.maximum(np.maximum.reduceat(words, first, axis=1), words_around),
        best,
        np.maximum(np.maximum.reduceat(pairs, first, axis=1), pairs_around).mean(axis=0),
        np.maximum.reduceat(pairs.mean(axis=0), first),
        np.maximum.reduceat(number, first),
        np.minimum([len(passage.text) / ENOUGH_CHARACTERS for passage in passages], 1.0),
    )
    return np.stack([np.asarray(column, dtype=np.float64) for column in columns], axis=1)


class _Texts:
    """Many short texts that are searched as one long one, which is far faster than one by one."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._joined = _BREAK.join(texts).lower()
        self._starts = np.concatenate(([0], np.cumsum([len(text) + 1 for text in texts])[:-1]))

    def strength(self, forms: Sequence[tuple[str, ...]]) -> Matrix:
        """How well each text has each word, shape (words, texts): 1 for itself, less for an equivalent, or 0."""
        found = np.zeros((len(forms), len(self._starts)))
        for row, (word, *equivalents) in zip(found, forms, strict=True):
            for other in equivalents:
                row[self._having(re.escape(other))] = EQUIVALENT
            row[self._having(re.escape(word))] = 1.0
        return found

    def matching(self, pattern: re.Pattern[str]) -> NDArray[np.bool_]:
        """Which texts have a match, shape (texts,)."""
        found = np.zeros(len(self._starts), dtype=bool)
        found[self._having(pattern)] = True
        return found

    def _having(self, pattern: str | re.Pattern[str]) -> NDArray[np.int64]:
        places = np.fromiter((match.start() for match in re.finditer(pattern, self._joined)), dtype=np.int64)
        return np.searchsorted(self._starts, places, side="right") - 1
