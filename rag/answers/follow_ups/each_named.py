"""The things that a question names in a row, each told: 高标准农田、老茶园改造、新增桑园，面积任务分别是多少.

In: the reading of the whole question and the answer to it. Out: an answer that tells of every thing of the row. A report may tell of
them in several sentences, none of which speaks of enough of them, or in one that is too long to be read at a glance; then each is
asked about alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from rag.answers.asked.periods import periods
from rag.answers.asked.question import Reader, Reading
from rag.answers.sentences.matching import matches
from rag.answers.sentences.spoken import spoken
from rag.answers.telling.joined import joined
from rag.answers.words.vocabulary import Vocabulary
from rag.records import Answer, QuestionKind, Status

MOST, AT_A_GLANCE = 6, 200
_ITEM = r"[^，,、；;：:？?。！!\s的]{2,14}"
_ROW = re.compile(
    rf"(?P<row>{_ITEM}?(?:、{_ITEM}?)+?(?:(?:[和与及]|以及){_ITEM})?|{_ITEM}?(?:[和与及]|以及){_ITEM})"
    r"(?:的|[，,]|这[几两三四五六]?[项个样])?(?P<asked>(?<=[的，,项个样])[^，,、；;：:？?。！!]{1,8}?)?(?:分别|各自|各)(?P<tail>[^，,、；;？?。！!]{0,8}?(?:多少|几|百分之)[^，,、；;？?。！!]*)[？?。！!]*$"
)
_JOINS = re.compile(r"、|以及|(?<=..)[和与及](?=..)")
_KINDS = (QuestionKind.FIGURE, QuestionKind.LIST)


def each_told(whole: Answer, reading: Reading, reader: Reader, answer: Callable[[Reading], Answer]) -> Answer:
    """The answer to the whole where it tells of every thing of the row briefly, or no row is asked after; else with what it leaves
    open, or as the answers for each thing. A whole that no report answers is answered by all the things or by none."""
    asked = asked_of_each(reading, reader)
    if not asked or whole.status is Status.MASKED:
        return whole
    quotes = [citation.quote for citation in whole.citations]
    left_open = [one for name, one in asked.items() if not _speaks_of(name, one, quotes, reader.vocabulary)]
    brief = sum(map(len, quotes)) <= AT_A_GLANCE
    if whole.status is Status.ANSWERED and left_open:
        told = [whole, *(answer(one) for one in left_open)]
    elif whole.status is Status.ANSWERED and brief:
        return whole
    else:
        told = []
        for one in asked.values():
            told.append(answer(one))
            if told[-1].status is not Status.ANSWERED or (whole.citations and not _is_within(told[-1], whole)):
                return whole
    return joined(reading.question, told) or whole


def asked_of_each(reading: Reading, reader: Reader) -> dict[str, Reading]:
    """A reading for each thing of the row under its name, of the place, the year and the side that the whole names; empty where no
    row is asked after."""
    question = reading.question
    if question.kind not in _KINDS or reading.table is not None or reading.members or question.inherited:
        return {}
    clean = question.clean
    if periods(clean):
        return {}
    begins = max((stop for _, stop in (*reading.places.spans, *reading.years.spans)), default=0)
    row = _ROW.search(clean, begins)
    names = _JOINS.split(row["row"]) if row is not None else []
    if row is None or not 2 <= len(names) <= MOST or not all(names):
        return {}
    within = reading.places.places[0].path if reading.places.places else ()
    asked = f"{row['asked'] or ''}{row['tail']}"
    read = {name: reader.read(f"{clean[: row.start()]}{name}{asked}", within) for name in names}
    alike = all(one.places == reading.places and one.years == reading.years and one.subject for one in read.values())
    return {name: replace(one, aim=reading.aim) for name, one in read.items()} if alike else {}


def _speaks_of(name: str, one: Reading, quotes: Sequence[str], vocabulary: Vocabulary) -> bool:
    """True where some quote has every thing that the name of a member says."""
    told = [spoken(quote, vocabulary) for quote in quotes]
    own = [t for t in one.subject if t.text in name] or list(one.subject)
    things = [t for t in own if t.need == 1] or own
    return any(all(matches(t, text, vocabulary) for t in things) for text in told)


def _is_within(one: Answer, whole: Answer) -> bool:
    """True where an answer cites nothing but what the whole does."""
    return all(any(c.doc == o.doc and c.span.overlaps(o.span) for o in whole.citations) for c in one.citations)
