"""Greetings, requests and thanks around a question.

In: a clean question. Out: the question without the clauses at its head and its end that only address somebody, so that
neither the subject nor a follow-up is read from them.
"""

from __future__ import annotations

import re

from rag.answers.vocabulary import Vocabulary

_MARKS = r"[，,。！!？?：:；;～~…\s]"


def without_courtesy(clean: str, vocabulary: Vocabulary) -> str:
    """The question itself; the whole text where nothing else is left of it."""
    courtesy = vocabulary.courtesy.pattern
    head = re.match(rf"(?:(?:{courtesy})+(?:{_MARKS}+|$))+", clean)
    rest = clean[head.end() :] if head else clean
    tail = re.search(rf"(?:{_MARKS}+(?:{courtesy})+)+{_MARKS}*$", rest)
    rest = rest[: tail.start() + 1] if tail else rest
    return rest if rest.strip() else clean
