"""What became of a target."""

from __future__ import annotations

import pytest

from rag.comparing.outcomes import is_kept_down, judged
from rag.comparing.rows import Judged, Outcome, Point
from rag.figures.quantities import quantities
from rag.records import FigureKind, Measure
from tests.made_figures import figure

MET, NEARLY, MISSED, UNSURE = Outcome.MET, Outcome.NEARLY, Outcome.MISSED, Outcome.UNSURE
PLAIN, JOBLESS = "地区生产总值", "城镇调查失业率"
RISE, FALL, LEVEL = Measure.INCREASE, Measure.DECREASE, Measure.LEVEL
CASES = [
    (PLAIN, (RISE, "5%左右"), (RISE, "5.3%"), Judged(MET, "高 0.3个百分点")),
    (PLAIN, (RISE, "5%左右"), (RISE, "5%"), Judged(MET, "")),
    (PLAIN, (RISE, "7.5%左右"), (RISE, "7.4%"), Judged(NEARLY, "低 0.1个百分点")),
    (PLAIN, (RISE, "5.5%左右"), (RISE, "3%"), Judged(MISSED, "低 2.5个百分点")),
    (PLAIN, (RISE, "5.5%以上"), (RISE, "5.4%"), Judged(MISSED, "低 0.1个百分点")),
    (PLAIN, (RISE, "6%—6.5%"), (RISE, "6.1%"), Judged(MET, "在目标区间内")),
    (PLAIN, (RISE, "6%—6.5%"), (RISE, "5.9%"), Judged(MISSED, "低 0.1个百分点")),
    (PLAIN, (RISE, "5%"), (FALL, "1%"), Judged(MISSED, "")),
    (PLAIN, (LEVEL, "2.1万亿元"), (LEVEL, "突破2万亿元"), Judged(UNSURE, "")),
    (PLAIN, (LEVEL, "2万亿元"), (LEVEL, "突破2万亿元"), Judged(MET, "")),
    (PLAIN, (LEVEL, "240亿元"), (LEVEL, "9600万元"), Judged(MISSED, "低 239.04亿元")),
    (JOBLESS, (LEVEL, "5.5%左右"), (LEVEL, "5.1%"), Judged(MET, "低 0.4个百分点")),
    (JOBLESS, (LEVEL, "5.5%左右"), (LEVEL, "5.6%"), Judged(NEARLY, "高 0.1个百分点")),
    (JOBLESS, (LEVEL, "5.5%以内"), (LEVEL, "5.6%"), Judged(MISSED, "高 0.1个百分点")),
    (JOBLESS, (LEVEL, "5.5%左右"), (LEVEL, "5.3%以下"), Judged(MET, "低 0.2个百分点")),
    (JOBLESS, (LEVEL, "5%左右"), (LEVEL, "5.5%以下"), Judged(UNSURE, "")),
    ("居民消费价格", (RISE, "3%左右"), (RISE, "0.2%"), Judged(MET, "低 2.8个百分点")),
    ("单位GDP能耗", (FALL, "3%"), (FALL, "3.8%"), Judged(MET, "多降 0.8个百分点")),
    ("单位GDP能耗", (FALL, "3%以上"), (FALL, "2%"), Judged(MISSED, "少降 1个百分点")),
    ("单位GDP能耗", (FALL, "3%左右"), (RISE, "1%"), Judged(MISSED, "")),
]


def point(kind: FigureKind, measure: Measure, words: str) -> Point:
    quantity = quantities(words)[0]
    made = figure(
        kind=kind,
        measure=measure,
        text=words,
        value=quantity.value,
        value_high=quantity.high,
        unit=quantity.unit,
        bound=quantity.bound,
    )
    return Point(("澄溪县",), 2023, kind, made)


@pytest.mark.parametrize(("concept", "target", "result", "expected"), CASES)
def test_a_result_is_held_against_its_target(
    concept: str, target: tuple[Measure, str], result: tuple[Measure, str], expected: Judged
) -> None:
    assert judged(concept, point(FigureKind.TARGET, *target), point(FigureKind.RESULT, *result)) == expected


def test_a_target_without_a_result_is_unreported_and_a_result_without_a_target_has_none() -> None:
    target = point(FigureKind.TARGET, RISE, "5%")
    assert judged(PLAIN, target, None) == Judged(Outcome.UNREPORTED)
    assert judged(PLAIN, None, point(FigureKind.RESULT, RISE, "5%")) == Judged(Outcome.NO_TARGET)
    assert judged(PLAIN, None, None) is None


def test_what_is_to_be_kept_down_is_known_by_its_name() -> None:
    assert is_kept_down("城镇登记失业率")
    assert is_kept_down("单位GDP能耗")
    assert not is_kept_down("失地农民参保率")
    assert not is_kept_down("地区生产总值")
