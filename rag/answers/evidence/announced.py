"""What a sentence only announces stands in the sentences behind it.

In: the chosen evidence of a question in words. Out: it and what follows in the same passage, where it is no more than a
heading (三是壮大集体经济。) or where a reason is asked for that it does not give.
"""

from __future__ import annotations

import re
from dataclasses import replace

from rag.answers.asked.forms import FORMS, asks
from rag.answers.asked.question import Reading
from rag.answers.evidence.weighing import Evidence

LONGEST_HEADING, LONGEST = 30, 220
_MARKER = re.compile(r"(?:[一二三四五六七八九十]+[是要、]|[(（][一二三四五六七八九十\d]+[)）]|\d+[.、])")
_COLON = re.compile(r"[:：]\s*$")
_REASON = next(form.said for form in FORMS if form.name == "why")


def with_what_follows(best: Evidence, reading: Reading) -> tuple[Evidence, ...]:
    """The evidence, and the sentences behind it that say what it leaves to them; at most LONGEST characters of them."""
    sentences = best.source.passage.sentences
    at = next(i for i, sentence in enumerate(sentences) if sentence.span == best.sentence.span)
    if not _announces(best, reading) or best.masked:
        return (best,)
    found = [best]
    for sentence in sentences[at + 1 :]:
        if sum(len(e.sentence.text) for e in found[1:]) + len(sentence.text) > LONGEST or _MARKER.match(sentence.text):
            break
        found.append(
            replace(best, sentence=sentence, start=0, stop=len(sentence.text), quantities=(), figures=(), others=())
        )
        if not _is_heading(best.sentence.text):
            break
    return tuple(found)


def _announces(best: Evidence, reading: Reading) -> bool:
    text = best.sentence.text
    return _is_heading(text) or (asks(reading.question.clean, "why") and _REASON.search(text) is None)


def _is_heading(text: str) -> bool:
    words = text.strip()
    return _COLON.search(words) is not None or (len(words) <= LONGEST_HEADING and _MARKER.match(words) is not None)
