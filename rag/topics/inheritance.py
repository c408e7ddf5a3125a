"""Figures whose clause tells no topic take it from around them.

In: the figures of a document and its passages with their topics. Out: the figures; one without a topic takes those that
its sentence tells, or else the first, the strongest, of its passage.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from rag.records import Figure, Passage
from rag.topics.tagging import Topics


def with_inherited_topics(figures: Sequence[Figure], passages: Sequence[Passage], topics: Topics) -> tuple[Figure, ...]:
    """The figures in their order; `passages` are those of their document, in its order."""
    starts = [passage.span.start for passage in passages]
    found = []
    for figure in figures:
        under = bisect_right(starts, figure.span.start) - 1
        around = passages[under] if under >= 0 else None
        inherits = not figure.topics and around is not None and figure.span.start < around.span.stop
        found.append(replace(figure, topics=_around(figure, around, topics)) if inherits and around else figure)
    return tuple(found)


def _around(figure: Figure, passage: Passage, topics: Topics) -> tuple[str, ...]:
    starts = [sentence.span.start for sentence in passage.sentences]
    at = bisect_right(starts, figure.span.start) - 1
    told = topics.tag(passage.sentences[at].text) if at >= 0 else ()
    return told or passage.topics[:1]
