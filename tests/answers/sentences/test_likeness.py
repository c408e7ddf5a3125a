"""How much the name of a figure is the name of what was asked."""

from __future__ import annotations

import pytest

from rag.answers.sentences.likeness import is_in_part, likeness
from rag.answers.words.load_vocabulary import load_vocabulary
from rag.answers.words.terms import subject_terms
from rag.records import Measure
from tests.made_figures import figure

NAMED = [
    # what is asked, indicator, measure, share of the subject named, share of the indicator beyond it
    ("粮食产量", "粮食总产量", Measure.LEVEL, 1.0, 0.0),
    ("粮食产量", "全县粮食产量", Measure.LEVEL, 1.0, 0.0),
    ("生产总值", "海洋生产总值", Measure.LEVEL, 0.0, 1.0),
    ("经济增长", "经济", Measure.INCREASE, 1.0, 0.0),
    ("脆李", "新栽脆李", Measure.LEVEL, 1.0, 0.5),
    ("脆李", "茶叶", Measure.LEVEL, 0.0, 1.0),
    ("脆李", "", Measure.LEVEL, 0.0, 1.0),
]


@pytest.mark.parametrize(("asked", "indicator", "measure", "named", "beyond"), NAMED)
def test_what_is_asked_and_what_goes_beyond_it_are_told_apart(
    asked: str, indicator: str, measure: Measure, named: float, beyond: float
) -> None:
    terms = subject_terms(asked, (), load_vocabulary())
    found = likeness(terms, figure(indicator=indicator, measure=measure), load_vocabulary())
    assert (found.named, found.beyond) == (named, beyond)


def test_what_is_done_to_a_thing_need_not_be_in_its_name() -> None:
    terms = subject_terms("栽培脆李", (), load_vocabulary())
    assert likeness(terms, figure(indicator="脆李"), load_vocabulary()).named > 0.7


@pytest.mark.parametrize(
    ("indicator", "before", "part"),
    [
        ("进出口", "全年进出口完成", False),
        ("全县进出口", "全县进出口完成", False),
        ("云渚县完成进出口", "2024年，云渚县完成进出口", False),
        ("对邻邦进出口", "对邻邦进出口完成", True),
        ("进出口", "茶叶专列带动进出口", True),
    ],
)
def test_what_is_of_a_part_of_an_indicator(indicator: str, before: str, part: bool) -> None:
    (term,) = subject_terms("进出口总额", (), load_vocabulary())
    found = figure(indicator=indicator)
    assert is_in_part(term, found, before, "进出口总额是多少", ("云渚县",), vocabulary=load_vocabulary()) is part
