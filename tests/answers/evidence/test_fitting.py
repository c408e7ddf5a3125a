"""Numbers of the sort that was asked for, and of others."""

from __future__ import annotations

import pytest

from rag.answers.asked.wanted import Wanted
from rag.answers.evidence.fitting import AGAINST, OTHERWISE, RATE, SHARE, STEP, apt, fits
from rag.records import Measure
from tests.made_figures import figure

AMOUNT, PERCENT = Wanted(True, ("元",), rates=True), Wanted(True, percent=True)
ANIMALS = Wanted(True, ("只", "个"), counted="只")
CHANGE = Wanted(True, percent=True, change=True)

FITTING = [
    # wanted, unit, measure, whether it can be the answer
    (AMOUNT, "亿元", Measure.LEVEL, True),
    (AMOUNT, "%", Measure.INCREASE, True),
    (AMOUNT, "亩", Measure.LEVEL, False),
    (Wanted(True, ("元",)), "%", Measure.INCREASE, False),
    (PERCENT, "%", Measure.LEVEL, True),
    (PERCENT, "亿元", Measure.LEVEL, False),
    (PERCENT, "亿元", Measure.INCREASE, True),
    (Wanted(True), "座", Measure.LEVEL, True),
    (Wanted(True), "%", Measure.INCREASE, False),
    (Wanted(True, rates=True), "%", Measure.INCREASE, True),
    (Wanted(True), "", Measure.LEVEL, False),
]


@pytest.mark.parametrize(("wanted", "unit", "measure", "can"), FITTING)
def test_a_unit_that_was_asked_for_fits(wanted: Wanted, unit: str, measure: Measure, can: bool) -> None:
    assert fits(wanted, unit, figure(unit=unit, measure=measure)) is can


APT = [
    # wanted, the indicator of the record, its unit and measure, how well it is of the sort asked for
    (AMOUNT, "财政收入", "亿元", Measure.LEVEL, 1.0),
    (ANIMALS, "千只肉鸡养殖场", "个", Measure.LEVEL, OTHERWISE),
    (ANIMALS, "肉鸡存栏", "万只", Measure.LEVEL, 1.0),
    (AMOUNT, "财政收入", "%", Measure.INCREASE, RATE),
    (AMOUNT, "财政收入", "亿元", Measure.INCREASE, STEP),
    (PERCENT, "研发投入占生产总值比重", "%", Measure.LEVEL, SHARE),
    (Wanted(True, percent=True, share=True), "研发投入占生产总值比重", "%", Measure.LEVEL, 1.0),
    (CHANGE, "粮食产量", "万吨", Measure.LEVEL, SHARE),
    (CHANGE, "粮食产量", "%", Measure.INCREASE, 1.0),
    # how fast something grows is no share of it, and a share no growth
    (Wanted(True, percent=True, change=True, pace=True), "产业投资占比", "%", Measure.LEVEL, AGAINST),
    (Wanted(True, percent=True, change=True, pace=True), "产业投资增速", "%", Measure.LEVEL, 1.0),
    (Wanted(True, percent=True, share=True), "产业投资", "%", Measure.INCREASE, AGAINST),
    (Wanted(True, rates=True, share=True), "茶业产值", "%", Measure.INCREASE, AGAINST),
    (Wanted(True, rates=True, share=True, change=True), "茶业产值", "%", Measure.INCREASE, SHARE),
    (PERCENT, "增速高于全市", "个百分点", Measure.LEVEL, AGAINST),
]


@pytest.mark.parametrize(("wanted", "indicator", "unit", "measure", "how"), APT)
def test_a_number_of_another_sort_stands_back(
    wanted: Wanted, indicator: str, unit: str, measure: Measure, how: float
) -> None:
    assert apt(wanted, unit, figure(indicator=indicator, unit=unit, measure=measure)) == how


def test_a_number_without_a_record_is_taken_as_it_is() -> None:
    assert apt(AMOUNT, "%", None) == 1.0
