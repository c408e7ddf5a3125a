"""The last check before an answer leaves: no number in it that its sources do not hold.

In: an `Answer` and the conversation it answers. Out: the numbers in its text that stand neither in a cited quote, nor
in the question or an earlier one, nor in `computed`. The title of a cited document and the year in it are a source
too.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from rag.records import Answer, Status, Turn

_GROUPED = re.compile(r"(?<=\d),(?=\d{3})")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_CITATION_MARK = re.compile(r"\[\d+\]")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?=[年、—至，。]|$)")


def numbers(text: str) -> frozenset[str]:
    """The numbers written in digits of any width, without their separators: １,２００ → 1200."""
    folded = _GROUPED.sub("", unicodedata.normalize("NFKC", re.sub(r"\s+", "", text)))
    return frozenset(_NUMBER.findall(folded))


def unsupported(answer: Answer, history: Sequence[Turn] = ()) -> frozenset[str]:
    """The numbers that the answer says on nobody's authority; empty for an answer that may leave.

    A reply that answers nothing (not_found, unclear) may name years, since those say which reports there are.
    """
    known = {n for c in answer.citations for words in (c.quote, c.title) for n in numbers(words)}
    known |= numbers(answer.question.text) | numbers(answer.question.clean)
    # the years that 近三年 stands for
    known |= {str(year) for year in answer.question.years}
    known |= {n for turn in history for n in numbers(turn.content)} | {n for c in answer.computed for n in numbers(c)}
    # a mark parts the numbers around it
    text = _CITATION_MARK.sub("|", answer.text)
    if answer.status in (Status.NOT_FOUND, Status.UNCLEAR):
        text = _YEAR.sub("", text)
    return numbers(text) - known
