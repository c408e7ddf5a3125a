"""Which figures say what a place comes to in a year, and why others do not."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from rag.comparing.rows import Reason
from rag.comparing.standing import Stated, against, inherited
from rag.comparing.surroundings import surroundings
from rag.records import FigureKind, Measure, Span
from tests.made_figures import figure

LEVEL, RISE = Measure.LEVEL, Measure.INCREASE
# text with the figure in 【】, its measure, and the reason against it; of 2023, stated in the report of 2024
SAID = [
    ("过去一年，全县粮食产量达到【42万吨】。", LEVEL, None),
    ("粮食产量比上年增长【5%】。", RISE, None),
    ("五年来，粮食产量年均增长【5%】。", RISE, Reason.SEVERAL_YEARS),
    ("去年粮食产量增长4%，五年年均增长【5%】。", RISE, Reason.SEVERAL_YEARS),
    ("五年年均增长5%；粮食产量增长【4%】。", RISE, Reason.SEVERAL_YEARS),
    ("五年来粮食产量年均增长5%，2023年粮食产量增长【4%】。", RISE, None),
    ("粮食产量比2018年增长【20%】。", RISE, Reason.SEVERAL_YEARS),
    ("粮食产量比2022年增长【4%】。", RISE, None),
    ("粮食产量比二〇一八年增长【20%】。", RISE, Reason.SEVERAL_YEARS),
    ("“十三五”期间，粮食产量增长【20%】。", RISE, Reason.SEVERAL_YEARS),
    ("2023年是“十四五”规划承上启下之年，粮食产量增长【4%】。", RISE, None),
    ("五年来，粮食产量由30万吨增加到【42万吨】。", LEVEL, None),
    ("五年来，生产粮食产量【200万吨】。", LEVEL, Reason.SEVERAL_YEARS),
    ("粮食产量创近10年来新高，粮食产量【42万吨】。", LEVEL, None),
    ("上半年，粮食产量【20万吨】。", LEVEL, Reason.PART_OF_YEAR),
    ("前三季度，粮食产量【30万吨】；全年粮食产量42万吨。", LEVEL, Reason.PART_OF_YEAR),
    ("9月底，粮食产量【30万吨】。", LEVEL, Reason.PART_OF_YEAR),
    ("6月底前建成粮库；粮食产量【42万吨】。", LEVEL, None),
    ("一九三六年的粮食产量是【30万吨】。", LEVEL, Reason.OTHER_YEAR),
    ("2015年粮食产量30万吨。粮食产量【42万吨】。", LEVEL, None),
    ("粮食产量【超10万吨】的乡镇达到5个。", LEVEL, Reason.DEFINES),
    ("粮食产量【超10万吨】乡镇5个。", LEVEL, Reason.DEFINES),
    ("粮食产量【42万吨】、总产创新高。", LEVEL, None),
    ("粮食产量增长4%，出口增长【9%】。", RISE, Reason.OTHER_SUBJECT),
    ("粮食产量42万吨，同比增长【5%】。", RISE, None),
    ("粮食产量42万吨，按可比口径增长【5%】。", RISE, None),
    ("粮食产量、油料产量分别增长【5%】和4%。", RISE, None),
    ("一、过去五年的工作\n农业稳步发展。\n生产粮食产量【200万吨】。", LEVEL, Reason.SEVERAL_YEARS),
    ("一、过去五年的工作\n五年来，发展很快。\n过去一年，工作扎实。\n粮食产量【42万吨】。", LEVEL, None),
    ("一、过去五年的工作\n五年来，发展很快。\n二、2023年工作回顾\n粮食产量【42万吨】。", LEVEL, None),
]


def said(marked: str, **changes: Any) -> Stated:
    """The figure in 【】 of a text, stated in the report of 2024."""
    before, inside = marked.split("【")
    value, after = inside.split("】")
    span = Span(len(before), len(before) + len(value))
    made = figure(span=span, text=value, indicator="粮食产量", concept="粮食产量", kind=FigureKind.RESULT, year=2023)
    return Stated(replace(made, **changes), surroundings(before + value + after, span), 2024)


@pytest.mark.parametrize(("marked", "measure", "reason"), SAID)
def test_the_words_around_a_figure_decide_whether_it_is_taken(
    marked: str, measure: Measure, reason: Reason | None
) -> None:
    assert against(said(marked, measure=measure)) is reason


FIELDS = [
    ({"value": None, "masked": True}, Reason.MASKED),
    ({"year": None}, Reason.NO_YEAR),
    ({"places": ()}, Reason.NO_PLACE),
    ({"year": 2024}, Reason.EARLY_RESULT),
    ({"kind": FigureKind.TARGET}, Reason.LATE_TARGET),
    ({"kind": FigureKind.TARGET, "year": 2024}, None),
    ({"indicator": "乡镇粮食产量"}, Reason.PART_OF_PLACE),
]


@pytest.mark.parametrize(("changes", "reason"), FIELDS)
def test_what_is_known_of_a_figure_decides_too(changes: dict[str, Any], reason: Reason | None) -> None:
    assert against(said("全县粮食产量达到【42万吨】。", **changes)) is reason


def test_a_report_without_a_year_speaks_against_nothing() -> None:
    stated = said("全县粮食产量达到【42万吨】。", year=2024)
    assert against(Stated(stated.figure, stated.around, None)) is None


def test_a_clause_without_the_name_of_the_indicator_inherits_it() -> None:
    assert inherited(said("粮食产量达到42万吨，增长【5%】。"))
    assert not inherited(said("粮食产量增长【5%】。"))


def test_a_line_broken_inside_a_sentence_belongs_to_its_paragraph_and_spaces_are_joined() -> None:
    around = surroundings("上一段。\n五 年 来，粮食\n产量42万吨", Span(16, 20))
    assert around.before == "五年来，粮食产量"
    assert around.clause == "粮食产量"
