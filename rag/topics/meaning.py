"""Topics by meaning: what a passage without a topic's words is about, from its vector.

In: the vectors of the words and examples of the topics, and of passages. Out: the topic that a passage is nearest to and
how near, or nothing where it is nearer to a matter that is no topic. Encoding itself is the caller's.

All texts of an encoder lie close together, and long texts closer to one another than to a list of words. So what counts
is the direction in which a passage differs from an average example, against that in which a topic differs from an average
topic. Nearness is told in spreads: the standard deviation of that similarity between each topic and the examples of the
others, which makes it mean the same under every encoder.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from rag.protocols import Vectors
from rag.records import Passage
from rag.topics.tagging import Topic, Topics

# Measured with most words of the topics withheld: from here on 0.92 of what is added is right, beside a hint 0.97.
NEAR = 2.5
NEAR_WITH_A_HINT = 2.0
SHORTEST = 40
WORDS_AT_ONCE = 8


@dataclass(frozen=True, slots=True)
class Descriptions:
    """What is to be encoded once: `lists` of words as queries, `examples` as passages.

    `names` are the lower-level topics and then the other matters, `topics` how many of them are topics; `owners` gives for
    each list the position of its name, examples are those of the topics in their order.
    """

    names: tuple[str, ...]
    topics: int
    lists: tuple[str, ...]
    owners: tuple[int, ...]
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Nearest:
    """The topic that a passage is nearest to, and how near, in spreads."""

    name: str
    nearness: float


def described(topics: Topics, others: Sequence[Topic]) -> Descriptions:
    """The texts that tell the lower-level topics, and what is no topic, from one another."""
    lower = [topic for topic in topics if topic.parent is not None]
    lists = [
        (owner, "、".join(words[at : at + WORDS_AT_ONCE]))
        for owner, topic in enumerate((*lower, *others))
        for words in [(topic.name, *topic.synonyms)]
        for at in range(0, len(words), WORDS_AT_ONCE)
    ]
    return Descriptions(
        names=tuple(topic.name for topic in (*lower, *others)),
        topics=len(lower),
        lists=tuple(words for _, words in lists),
        owners=tuple(owner for owner, _ in lists),
        examples=tuple(f"政府工作报告\n{topic.name}\n{topic.example}" for topic in lower),
    )


class Meanings:
    """The directions of topics and of other matters under one encoder; immutable once made."""

    def __init__(self, descriptions: Descriptions, lists: Vectors, examples: Vectors) -> None:
        """`lists` and `examples` are the vectors of those texts, one row each; two topics at least."""
        owners = np.array(descriptions.owners)
        means = _unit(np.stack([lists[owners == owner].mean(axis=0) for owner in range(len(descriptions.names))]))
        self._names = descriptions.names
        self._topics = descriptions.topics
        self._average_example = examples.mean(axis=0)
        self._directions = _unit(means - means[: self._topics].mean(axis=0))
        similarities = self._similarities(examples)[:, : self._topics]
        self._spread = float(similarities[~np.eye(self._topics, dtype=bool)].std()) or 1.0

    def nearest(self, vectors: Vectors) -> Iterator[Nearest | None]:
        """For each row the topic that it is nearest to; None where it is nearer to another matter."""
        for row in self._similarities(vectors) / self._spread:
            best = int(row.argmax())
            yield Nearest(self._names[best], float(row[best])) if best < self._topics else None

    def _similarities(self, vectors: Vectors) -> Vectors:
        return _unit(vectors - self._average_example) @ self._directions.T


def told_by_words(passage: Passage, topics: Topics) -> bool:
    """True where words or headings give a passage a topic of the lower level, or it is too short to mean much."""
    return len(passage.text) < SHORTEST or any(topics.parent(name) is not None for name in passage.topics)


def with_topics_by_meaning(
    passages: Iterable[Passage], vectors: Vectors, topics: Topics, meanings: Meanings
) -> Iterator[Passage]:
    """Passages that words give no topic, one row of `vectors` each, with the one that they are near to.

    Nearness alone decides from NEAR on, beside a single hint from NEAR_WITH_A_HINT on. Where words give an upper topic, only
    those below it come into question.
    """
    for passage, nearest in zip(passages, meanings.nearest(vectors), strict=True):
        yield replace(passage, topics=(nearest.name,)) if nearest and _holds(passage, nearest, topics) else passage


def _holds(passage: Passage, nearest: Nearest, topics: Topics) -> bool:
    if passage.topics and topics.parent(nearest.name) not in passage.topics:
        return False
    if nearest.nearness >= NEAR:
        return True
    return nearest.nearness >= NEAR_WITH_A_HINT and nearest.name in topics.hinted(passage.text, passage.headings)


def _unit(rows: Vectors) -> Vectors:
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    unit: Vectors = (rows / np.where(lengths == 0, 1, lengths)).astype(np.float32)
    return unit
