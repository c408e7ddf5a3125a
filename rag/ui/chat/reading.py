"""How a question was understood, as chips below its answer that can be changed. Pure functions."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from rag.protocols import Index
from rag.records import Correction, FigureGroup, FigureQuery, Question
from rag.ui.chat.conversation import Exchange, merged
from rag.ui.parts.wording import QUESTION_KINDS


class Field(StrEnum):
    """A field of a reading that a user can correct."""

    PLACES = "places"
    YEARS = "years"
    INDICATOR = "indicator"
    TOPICS = "topics"
    KIND = "kind"


NAMES = {
    Field.PLACES: "地区",
    Field.YEARS: "年份",
    Field.INDICATOR: "指标",
    Field.TOPICS: "主题",
    Field.KIND: "问法",
}
UNSAID = {Field.PLACES: "不限地区", Field.YEARS: "不限年份", Field.INDICATOR: "指标不限"}


@dataclass(frozen=True, slots=True)
class Chip:
    """One field as it was understood: `values` in words, `inherited` from the conversation, `changed` by the user."""

    field: Field
    values: tuple[str, ...]
    inherited: bool = False
    changed: bool = False

    @property
    def text(self) -> str:
        """What the chip says."""
        said = "、".join(self.values) or UNSAID.get(self.field, NAMES[self.field])
        return said + ("（沿用上文）" if self.inherited else "")


@dataclass(frozen=True, slots=True)
class Choices:
    """What can be chosen for each field, most frequent first; years newest first."""

    places: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    indicators: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()


def choices(index: Index) -> Choices:
    """What an index has to choose from."""
    facets = index.facets()
    return Choices(
        places=tuple(facet.value for facet in facets.places),
        years=tuple(sorted((int(facet.value) for facet in facets.years), reverse=True)),
        indicators=tuple(count.value for count in index.figure_counts(FigureQuery(), FigureGroup.CONCEPT)),
        topics=tuple(facet.value for facet in facets.topics),
    )


def chips(said: Exchange) -> tuple[Chip, ...]:
    """The chips of an answer: what was understood, and place and year also where the question named none.

    None where nothing was made out of the question.
    """
    if said.answer is None:
        return ()
    question = said.answer.question
    corrected = merged(said.carried, said.correction)
    if not (corrected or question.places or question.years or question.indicator or question.topics):
        return ()
    values = {field: values_of(question, field) for field in Field}
    shown = [f for f in Field if values[f] or f in (Field.PLACES, Field.YEARS) or _said(said.correction, f)]
    carried = {f for f in Field if _said(said.carried, f) and not _said(said.correction, f)}
    return tuple(
        Chip(f, values[f], f.value in question.inherited or f in carried, _said(said.correction, f)) for f in shown
    )


def values_of(question: Question, field: Field) -> tuple[str, ...]:
    """What a question says of a field, in words."""
    return {
        Field.PLACES: question.places,
        Field.YEARS: tuple(f"{year} 年" for year in question.years),
        Field.INDICATOR: (question.indicator,) if question.indicator else (),
        Field.TOPICS: question.topics,
        Field.KIND: (QUESTION_KINDS[question.kind],),
    }[field]


def without(correction: Correction, field: Field) -> Correction:
    """The correction with nothing in this field; a question always has a kind."""
    return {
        Field.PLACES: replace(correction, places=()),
        Field.YEARS: replace(correction, years=()),
        Field.TOPICS: replace(correction, topics=()),
        Field.INDICATOR: replace(correction, indicator=""),
        Field.KIND: correction,
    }[field]


def _said(correction: Correction, field: Field) -> bool:
    return getattr(correction, field.value) is not None
