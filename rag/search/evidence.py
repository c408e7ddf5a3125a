"""What speaks for a passage as the place of an answer: each piece of evidence is a number, most of them shares in [0, 1].

In: a question, the passages that both searches proposed, their similarity in meaning. Out: one row of evidence a
passage. A word is looked for in the passage, in its sentences and in its context (title, place, year, headings), and
counts by its rarity: log(1 + (N - n + 0.5) / (n + 0.5)) for a word in n of N passages, as in BM25.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rag.protocols import Vectors
from rag.records import Passage
from rag.search.asked import Asked

LEAST_SPREAD = 0.005


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for one passage.

    `meaning` is the similarity of its vector in standard deviations above the mean of the proposed passages. The
    shares are of the question's words, by rarity, or of its pairs of characters: `words` in the passage or its
    context, `context` in its context, `sentence` in its best sentence or its context, `pairs` in the passage,
    `sentence_pairs` in its best sentence.
    """

    meaning: float
    words: float
    context: float
    sentence: float
    pairs: float
    sentence_pairs: float


def rarities(frequencies: Sequence[int], passages: int) -> NDArray[np.float64]:
    """The weight of each word from the number of passages that hold it, shape (len(frequencies),)."""
    n = np.minimum(np.asarray(frequencies, dtype=np.float64), passages)
    return np.log1p((passages - n + 0.5) / (n + 0.5))


def gather(
    asked: Asked,
    weights: NDArray[np.float64],
    passages: Sequence[Passage],
    contexts: Sequence[str],
    similarities: Vectors,
) -> tuple[Evidence, ...]:
    """The evidence for each passage; `weights` are of the question's words, `contexts` of the passages."""
    spread = max(float(similarities.std()), LEAST_SPREAD)
    meanings = (similarities - similarities.mean()) / spread
    return tuple(
        _evidence(asked, weights, passage, context.lower(), float(meaning))
        for passage, context, meaning in zip(passages, contexts, meanings, strict=True)
    )


def _evidence(asked: Asked, weights: NDArray[np.float64], passage: Passage, context: str, meaning: float) -> Evidence:
    total = max(float(weights.sum()), math.ulp(1.0))
    sentences = [sentence.text.lower() for sentence in passage.sentences]
    body = passage.text.lower()
    in_context = _present(asked.words, context)
    in_body = _present(asked.words, body)
    in_sentences = [_present(asked.words, sentence) | in_context for sentence in sentences]
    count = max(len(asked.pairs), 1)
    return Evidence(
        meaning=meaning,
        words=float(weights[in_body | in_context].sum()) / total,
        context=float(weights[in_context].sum()) / total,
        sentence=max((float(weights[found].sum()) for found in in_sentences), default=0.0) / total,
        pairs=sum(pair in body for pair in asked.pairs) / count,
        sentence_pairs=max((sum(pair in text for pair in asked.pairs) for text in sentences), default=0) / count,
    )


def _present(words: Sequence[str], text: str) -> NDArray[np.bool_]:
    return np.array([word in text for word in words], dtype=bool)
