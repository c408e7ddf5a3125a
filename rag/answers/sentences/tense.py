"""Whether a statement looks back or forward, and the year that it is for.

In: the passages of one document in their order, and a place in a clean sentence. Out: for each passage the part of
the report that it belongs to, and for the place in the sentence a `Standing`. The words that decide are those that
decide for figures (`rag.figures.stances`, `rag.figures.periods`); here a passage without a heading is in the part of
the one before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rag.answers.words.vocabulary import Vocabulary
from rag.figures.periods import stated_year, summed_up
from rag.figures.stances import heading_year, looked_forward, part_of, part_of_title, stance
from rag.records import Figure, FigureKind, Metadata, Passage, ReportKind

REACH = 200
_BACKWARD = (ReportKind.WORK_REPORT, ReportKind.SPEECH)


@dataclass(frozen=True, slots=True)
class Standing:
    """What a statement is and the years that it may be for; no year where nothing says so.

    `sure` is set where the part of the report or plain words decide, not the want of a sign of a plan; `dated` where words say the
    year, not the sort of report.
    """

    kind: FigureKind
    years: frozenset[int]
    sure: bool
    dated: bool = True


def parts_of_report(
    passages: Sequence[Passage], metadata: Metadata, vocabulary: Vocabulary
) -> tuple[FigureKind | None, ...]:
    """The part of the report that each passage is in, None where nothing has said so yet; news has no parts."""
    if metadata.kind is ReportKind.NEWS:
        return (None,) * len(passages)
    found: list[FigureKind | None] = []
    title = part_of_title(metadata.title)
    current = FigureKind.TARGET if vocabulary.statements["plan_title"].search(metadata.title) else None
    for passage in passages:
        if (part := part_of(passage.headings, title)) is not None:
            current = part
        elif vocabulary.statements["plan_opening"].search(passage.text):
            current = FigureKind.TARGET
        found.append(current)
    return tuple(found)


def standing(
    sentence: str, at: int, part: FigureKind | None, headings: tuple[str, ...], metadata: Metadata
) -> Standing:
    """What stands at sentence[at:]: the nearest year before it, else that of the heading, else what its kind says."""
    before = sentence[max(0, at - REACH) : at]
    nearest = stated_year(before, metadata.year, FigureKind.RESULT)
    if nearest is not None and nearest.year is not None and metadata.year is not None and nearest.year < metadata.year:
        # 2022年完成5亿元 under the goals of 2023, 增加到2015年的15亿元: what is for a year that is over has been reached
        return Standing(FigureKind.RESULT, frozenset({nearest.year}), True)
    meant = stance(part, before, sentence[: 2 * REACH], None)
    stated = stated_year(before, metadata.year, meant.kind)
    meant = looked_forward(meant, stated.year if stated else None, metadata.year)
    sure = meant.evidence != "no sign of a plan"
    if stated is not None:
        return Standing(meant.kind, frozenset() if stated.year is None else frozenset({stated.year}), sure)
    return Standing(meant.kind, _unstated(meant.kind, sure, headings, metadata), sure, dated=False)


def confirmed(said: Standing, figure: Figure) -> Standing:
    """What the record of a figure says, and where its words read by themselves say otherwise, that this is less than sure; a year
    that only the sort of report suggests gives way to that of the record."""
    known = said.years if said.dated or figure.year is None else frozenset[int]()
    years = known if figure.year is None else known | {figure.year}
    return Standing(figure.kind, years, said.sure and said.kind is figure.kind, said.dated)


def _unstated(kind: FigureKind, sure: bool, headings: tuple[str, ...], metadata: Metadata) -> frozenset[int]:
    """The years of what names none: a work report looks back on the year before it, news tells of its own."""
    named = heading_year(headings)
    if named is not None:
        return frozenset({named})
    if metadata.year is None:
        return frozenset()
    if (summed := summed_up(metadata, kind)) is not None:
        return frozenset({summed})
    if kind is FigureKind.TARGET or metadata.kind is ReportKind.NEWS:
        return frozenset({metadata.year})
    back = frozenset({metadata.year - 1})
    return back if sure and metadata.kind in _BACKWARD else back | {metadata.year}
