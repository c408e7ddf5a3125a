"""What the reports of each of many places say in words, and how it is told: named, counted and quoted.

In: the rows to be and where the report of each says what is asked about. Out: their reports, citations, and the sentence that says of
how many the reports were read.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rag.answers.asked.groups import Group
from rag.answers.asked.question import Reading
from rag.answers.reports.holdings import Holdings
from rag.answers.reports.quoting import citation, original_span
from rag.records import Citation, DocumentSummary, Passage, Sentence

MOST_LEFT_OUT = 12


@dataclass(frozen=True, slots=True)
class Said:
    """Where the report of a place says it: sentence.text[start:stop]."""

    label: str
    document: DocumentSummary
    passage: Passage
    sentence: Sentence
    start: int
    stop: int


def reports_of(group: Group, reading: Reading) -> tuple[DocumentSummary, ...]:
    """A place's reports of the years that the question names, else the newest ones."""
    # a plan period is what is spoken of (“十五五”), not when
    years = reading.years.reports or (reading.years.years if reading.years.plan is None else ())
    own = [d for d in group.documents if d.metadata.year is not None]
    newest = max((d.metadata.year or 0 for d in own), default=0)
    return tuple(d for d in own if (d.metadata.year in years if years else d.metadata.year == newest))


def cited(said: Sequence[Said], holdings: Holdings) -> tuple[Citation, ...]:
    """A citation of each, numbered from 1."""
    return tuple(_cited(n, one, holdings) for n, one in enumerate(said, start=1))


def _cited(n: int, said: Said, holdings: Holdings) -> Citation:
    original = holdings.original(said.document.path)
    span = original_span(original, said.sentence, said.start, said.stop)
    return citation(n, original, span, said.passage, said.document)


def named(said: Sequence[Said], citations: Sequence[Citation]) -> str:
    """The places in a row, each with the number of its citation."""
    return "、".join(f"{one.label}[{c.n}]" for one, c in zip(said, citations, strict=True))


def rest(silent: Sequence[str], read: int, noun: str, deed: str) -> str:
    """Of how many places the reports were read, and which do not do the `deed` (提到)."""
    if not silent:
        return f"读了资料库里{read}个{noun}的报告。"
    those = f"：{'、'.join(silent)}" if len(silent) <= MOST_LEFT_OUT else ""
    return f"读了资料库里{read}个{noun}的报告，没有{deed}的有{len(silent)}个{those}。"
