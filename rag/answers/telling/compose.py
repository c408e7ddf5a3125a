"""Chosen evidence → the words of an answer and its citations.

In: the decisions for the parts of a question and the original texts. Out: text and citations. The text is a short
lead-in and the cited words themselves, so that every number in it stands in a quote.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from rag.answers.asked.question import Aim, Reading
from rag.answers.evidence.decide import Decision, Outcome
from rag.answers.evidence.weighing import Evidence
from rag.answers.reports.quoting import citation, original_span, quoted
from rag.answers.telling.verdicts import verdict
from rag.answers.telling.widening import widened
from rag.places import NATION
from rag.records import Citation, DocumentSummary, Figure, FigureKind, ReportKind

LONGEST_TITLE = 36
# a full stop, a line end and what indents the next line
LINE_END = 6
_KINDS = {
    ReportKind.WORK_REPORT: "政府工作报告",
    ReportKind.INTERVIEW: "访谈",
    ReportKind.SPEECH: "讲话",
    ReportKind.NEWS: "新闻报道",
    ReportKind.POLICY: "政策文件",
    ReportKind.OTHER: "文档",
}
_YEARS = re.compile(r"(?<!\d)(?:19|20)\d\d(?:年|(?=\D|$))")

OriginalText = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Labelled:
    """What one part of a question came to."""

    label: str
    decision: Decision
    aim: Aim = Aim.EITHER


@dataclass(frozen=True, slots=True)
class Composed:
    """The words of an answer with their sources."""

    text: str
    citations: tuple[Citation, ...]
    figures: tuple[Figure, ...] = ()
    computed: tuple[str, ...] = ()


def compose(found: Sequence[Labelled], reading: Reading, original: OriginalText) -> Composed:
    """The answer of all parts together: what they come to, then each; a part that found nothing says so."""
    citations: list[Citation] = []
    lines = []
    for part in _named_goals(found):
        if part.decision.outcome in (Outcome.MISSING, Outcome.SEVERAL_PLACES):
            lines.append(f"{part.label}：报告没有说明。")
            continue
        new = _cited(widened(part.decision.runs, reading), len(citations) + 1, original)
        also = _cited(part.decision.agreeing, len(citations) + len(new) + 1, original)
        against = _cited(part.decision.contrary, len(citations) + len(new) + len(also) + 1, original)
        citations += [*new, *also, *against]
        lines.append(_lead(part) + _joined(new) + _elsewhere(also) + _otherwise(part, against))
    told = verdict([(p.label, p.aim, p.decision) for p in found], reading)
    text = "\n".join((told.text, *lines) if told else lines)
    figures = tuple(f for part in found for run in part.decision.runs for f in run.figures)
    # the year before one that is asked about stands in no quote
    years = tuple(year.removesuffix("年") for part in found for year in _YEARS.findall(part.label))
    return Composed(text, tuple(citations), figures, (*(told.computed if told else ()), *years))


def _named_goals(found: Sequence[Labelled]) -> Sequence[Labelled]:
    """The parts, with the goals among results called so where neither was asked for."""
    kinds = [run.figure.kind if run.figure is not None else run.kind for p in found for run in p.decision.runs[:1]]
    if len({*kinds}) < 2 or any(part.aim is not Aim.EITHER or not part.label for part in found):
        return found
    return [
        replace(p, label=f"{p.label}目标") if p.decision.runs and _is_goal(p.decision.runs[0]) else p for p in found
    ]


def _is_goal(run: Evidence) -> bool:
    return (run.figure.kind if run.figure is not None else run.kind) is FigureKind.TARGET


def _elsewhere(also: Sequence[Citation]) -> str:
    return f"（另见{''.join(f'[{c.n}]' for c in also)}）" if also else ""


def _otherwise(part: Labelled, against: Sequence[Citation]) -> str:
    """What another report says instead, with its source."""
    pairs = zip(against, part.decision.contrary, strict=True)
    return "".join(f"\n另一份材料说法不同，{source_name(e.source.summary)}：{quoted(c)}[{c.n}]" for c, e in pairs)


def _cited(runs: Sequence[Evidence], first: int, original: OriginalText) -> list[Citation]:
    found = []
    for n, run in enumerate(runs, start=first):
        text = original(run.source.passage.doc)
        span = original_span(text, run.sentence, run.start, run.stop)
        found.append(citation(n, text, span, run.source.passage, run.source.summary))
    return found


def _lead(part: Labelled) -> str:
    summary = part.decision.runs[0].source.summary
    source = f"据{source_name(summary)}" if not part.label else f"{part.label}（{source_name(summary)}）"
    if part.decision.outcome is Outcome.MASKED:
        return f"{source}，这里的数字在原文中被隐去或缺失："
    return f"{source}："


def source_name(summary: DocumentSummary) -> str:
    """《2024年澄溪县政府工作报告》, with the place before a title that names none.

    A title that is long or that holds a number besides years would put words into the answer that are no part of it; then the
    place and the kind of document stand for it.
    """
    title, place = summary.metadata.title.strip(), summary.metadata.place
    if not title or len(title) > LONGEST_TITLE or re.search(r"\d", _YEARS.sub("", title)):
        whose = "" if place is None or place == NATION else place
        return f"{whose}的{_KINDS[summary.metadata.kind]}" if whose else _KINDS[summary.metadata.kind]
    shown = "" if place is None or place == NATION or place[:2] in title else place
    return f"{shown}《{title}》"


def _joined(citations: Sequence[Citation]) -> str:
    """The quotes one behind the other, with a mark where something is left out between them."""
    parts = [f"{quoted(c)}[{c.n}]" for c in citations]
    marks = ["" if _follows(c, before) else "……" for before, c in pairwise(citations)]
    return "".join(word for pair in zip(["", *marks], parts, strict=True) for word in pair) if parts else ""


def _follows(citation: Citation, before: Citation) -> bool:
    """True where nothing but a line end stands between two quotes of one document."""
    return citation.doc == before.doc and 0 <= citation.span.start - before.span.stop <= LINE_END
