"""Which result belongs to which target."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from rag.answers.telling.pairing import answers, paired
from rag.records import FigureKind, Measure
from tests.made_figures import figure

TARGET = figure(indicator="粮食产量", unit="万吨", kind=FigureKind.TARGET, concept=None)
RESULT = replace(TARGET, kind=FigureKind.RESULT, value=Decimal("13.3"))


def test_a_result_of_the_same_indicator_measured_in_the_same_way_answers() -> None:
    assert answers(TARGET, RESULT)
    assert answers(TARGET, replace(RESULT, unit="亿斤"))


def test_another_indicator_unit_or_measure_does_not() -> None:
    assert not answers(TARGET, replace(RESULT, indicator="蔬菜产量"))
    assert not answers(TARGET, replace(RESULT, unit="%"))
    assert not answers(TARGET, replace(RESULT, measure=Measure.INCREASE))
    assert not answers(TARGET, replace(RESULT, masked=True, value=None))


def test_the_one_name_of_an_indicator_counts_before_its_words() -> None:
    target, result = replace(TARGET, indicator="GDP", concept="地区生产总值"), replace(RESULT, concept="地区生产总值")
    assert answers(target, result)
    assert not answers(target, replace(result, concept="粮食产量"))
    assert not answers(target, replace(result, concept=None))


def test_every_target_with_a_number_stands_with_its_first_result_or_none() -> None:
    other, masked = replace(TARGET, indicator="茶叶产量"), replace(TARGET, masked=True, value=None)
    again = replace(RESULT, value=Decimal("14"))
    assert paired((other, masked, TARGET), (RESULT, again)) == ((other, None), (TARGET, RESULT))
