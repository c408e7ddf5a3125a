"""The answers to several questions that were asked at once, as one.

In: the question as a whole, and the answer to each part of it. Out: one unchecked `Answer`, a paragraph for each part in their
order, with its citations counted on.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rag.records import Answer, Citation, Question, Status

_FOUND = (Status.ANSWERED, Status.MASKED)
_MARK = re.compile(r"\[(\d+)\]")


def joined(question: Question, answers: Sequence[Answer]) -> Answer | None:
    """All answers together; None where no part has one."""
    found = [answer.status for answer in answers if answer.status in _FOUND]
    if not found:
        return None
    citations: list[Citation] = []
    lines = []
    for answer in answers:
        lines.append(_counted_on(answer, len(citations)))
        citations += [replace(c, n=c.n + len(citations)) for c in answer.citations]
    return Answer(
        Status.ANSWERED if Status.ANSWERED in found else Status.MASKED,
        "\n".join(lines),
        question,
        tuple(citations),
        tuple(figure for answer in answers for figure in answer.figures),
        tuple(number for answer in answers for number in answer.computed),
        searched=tuple(hit for answer in answers for hit in answer.searched),
    )


def tells_more(told: Answer, than: Answer) -> bool:
    """True for an answer that cites what the other leaves out, and all that it does not where that is an answer at all."""
    new = any(not any(c.doc == o.doc and c.span.overlaps(o.span) for o in than.citations) for c in told.citations)
    kept = all(any(c.doc == o.doc and c.span.overlaps(o.span) for c in told.citations) for o in than.citations)
    return new and (kept or than.status not in _FOUND)


def _counted_on(answer: Answer, before: int) -> str:
    """The words of an answer with its marks counted on from the citations before it; years of reports that do not answer are no
    part of an answer."""
    if answer.status not in _FOUND:
        return f"{answer.question.indicator or answer.question.clean}：报告没有说明。"
    marks = {c.n for c in answer.citations}
    return _MARK.sub(lambda m: f"[{int(m[1]) + before}]" if int(m[1]) in marks else m[0], answer.text)
