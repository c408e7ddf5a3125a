"""Figures whose clause tells no topic, and what they take it from."""

from __future__ import annotations

from decimal import Decimal

import pytest

from rag.records import Bound, Figure, FigureKind, Measure, Passage, Sentence, Span
from rag.topics import load_topics
from rag.topics.inheritance import with_inherited_topics

TOPICS = load_topics()
FIRST, SECOND = "新建幼儿园2所。", "全镇再添3处，共12处。"


def figure(at: int, topics: tuple[str, ...] = ()) -> Figure:
    """A figure at one place of the text."""
    return Figure(
        doc="报告.txt", span=Span(at, at + 2), text="3处", kind=FigureKind.TARGET, indicator="新增", measure=Measure.LEVEL,
        value=Decimal(3), value_high=None, unit="处", bound=Bound.EXACT, year=2024, deadline=None, place=None, masked=False,
        rule="test", topics=topics,
    )  # fmt: skip


PASSAGE = Passage(
    "报告.txt",
    0,
    Span(10, 10 + len(FIRST + SECOND)),
    FIRST + SECOND,
    (),
    (
        Sentence(Span(10, 10 + len(FIRST)), FIRST),
        Sentence(Span(10 + len(FIRST), 10 + len(FIRST + SECOND)), SECOND),
    ),
    ("医疗卫生", "教育"),
)
CASES = [
    ("its own stands", figure(12, ("水利",)), ("水利",)),
    ("of its sentence", figure(12), ("教育",)),
    ("the strongest of its passage", figure(10 + len(FIRST) + 3), ("医疗卫生",)),
    ("before every passage", figure(2), ()),
    ("behind its passage", figure(PASSAGE.span.stop + 4), ()),
]


@pytest.mark.parametrize(("given", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_a_figure_without_a_topic_takes_it_from_around_it(given: Figure, expected: tuple[str, ...]) -> None:
    (found,) = with_inherited_topics([given], [PASSAGE], TOPICS)
    assert found.topics == expected
    assert found.span == given.span


def test_without_passages_nothing_is_inherited() -> None:
    assert with_inherited_topics([figure(12)], [], TOPICS) == (figure(12),)
