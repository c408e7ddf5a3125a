"""What figures say when they are held against one another."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from rag.answers.asked.table import Asks
from rag.answers.reports.amounts_said import difference, said
from rag.answers.telling.verdicts import compared, reached
from rag.records import Bound, Figure, FigureKind, Measure, Span


def figure(text: str, value: str, unit: str, bound: Bound = Bound.EXACT, measure: Measure = Measure.LEVEL) -> Figure:
    return Figure(
        "a.txt", Span(0, len(text)), text, FigureKind.TARGET, "粮食产量", measure, Decimal(value), None, unit, bound, 2024,
        None, "云渚县", False, "number/named",
    )  # fmt: skip


REACHED = [
    # target, result, what is said, the number worked out
    (figure("36.4亿元", "36.4", "亿元"), figure("34.9亿元", "34.9", "亿元"), "目标没有达成，比目标少1.5亿元。", "1.5"),
    (figure("13万吨以上", "13", "万吨", Bound.AT_LEAST), figure("133000吨", "133000", "吨"), "目标达成，超出目标0.3万吨。", "0.3"),
    (figure("5.5%以内", "5.5", "%", Bound.AT_MOST), figure("5.1%", "5.1", "%"), "目标达成，低于上限0.4个百分点。", "0.4"),
    (figure("3%以内", "3", "%", Bound.AT_MOST), figure("3.4%", "3.4", "%"), "目标没有达成，高出上限0.4个百分点。", "0.4"),
    (figure("7%左右", "7", "%", Bound.ABOUT), figure("6.9%", "6.9", "%"), "目标基本达成，比目标少0.1个百分点。", "0.1"),
    (figure("5.5%左右", "5.5", "%", Bound.ABOUT), figure("3%", "3", "%"), "目标没有达成，比目标少2.5个百分点。", "2.5"),
]  # fmt: skip


@pytest.mark.parametrize(("target", "result", "text", "number"), REACHED)
def test_a_target_is_held_against_its_result(target: Figure, result: Figure, text: str, number: str) -> None:
    verdict = reached(target, result)
    assert verdict is not None
    assert (verdict.text, verdict.computed) == (text, (number,))


def test_what_is_to_be_held_down_is_reached_by_less() -> None:
    prices = replace(figure("3%左右", "3", "%", Bound.ABOUT, Measure.INCREASE), indicator="居民消费价格")
    risen = [replace(prices, text=f"{value}%", value=Decimal(value), bound=Bound.EXACT) for value in ("1", "4")]
    assert [told.text for r in risen if (told := reached(prices, r))] == [
        "目标达成，比目标低2个百分点。",
        "目标没有达成，比目标高1个百分点。",
    ]
    grain = figure("3%左右", "3", "%", Bound.ABOUT)
    held = reached(grain, figure("1%", "1", "%"), held_down=True)
    assert held is not None
    assert held.met


def test_help_for_those_in_need_is_not_to_be_held_down() -> None:
    helped = replace(figure("2000人", "2000", "人"), indicator="失业人员再就业")
    told = reached(helped, replace(helped, text="2100人", value=Decimal(2100)))
    assert told is not None
    assert told.text == "目标达成，超出目标100人。"


def test_a_result_like_the_target_needs_no_number() -> None:
    verdict = reached(figure("5%", "5", "%"), figure("5%", "5", "%"))
    assert verdict is not None
    assert (verdict.text, verdict.computed, verdict.met) == ("目标达成，结果与目标一致。", (), True)


def test_what_does_not_compare_has_no_verdict() -> None:
    assert reached(figure("5%", "5", "%"), figure("5亿元", "5", "亿元")) is None
    assert reached(figure("5%", "5", "%", measure=Measure.DECREASE), figure("5%", "5", "%")) is None
    assert compared([("甲县", figure("5%", "5", "%")), ("乙县", figure("5亿元", "5", "亿元"))], Asks.HIGHEST) is None


COMPARED = [
    ((("甲县", "5"), ("乙县", "7")), Asks.HIGHEST, "乙县更高，相差2个百分点。"),
    ((("甲县", "5"), ("乙县", "7")), Asks.LOWEST, "甲县更低，相差2个百分点。"),
    ((("甲县", "5"), ("乙县", "5")), Asks.HIGHEST, "甲县、乙县相同。"),
    ((("甲县", "5"), ("乙县", "7"), ("丙县", "6")), Asks.HIGHEST, "乙县最高。"),
    ((("甲县", "5"), ("乙县", "7"), ("丙县", "7")), Asks.HIGHEST, "乙县、丙县并列最高。"),
]


@pytest.mark.parametrize(("values", "asks", "text"), COMPARED)
def test_the_highest_and_the_lowest_are_told(values: tuple[tuple[str, str], ...], asks: Asks, text: str) -> None:
    verdict = compared([(label, figure(f"{value}%", value, "%")) for label, value in values], asks)
    assert verdict is not None
    assert verdict.text == text


RANGES = [
    # 5%—5.5% reaches above 5%, and 4%—7% both above and below 5%—6%
    (("5", "5.5"), ("5", None), "甲县更高。"),
    (("5", None), ("4", "4.5"), "甲县更高。"),
    (("4", "7"), ("5", "6"), None),
    (("5", "6"), ("5", "6"), "甲县、乙县相同。"),
]


@pytest.mark.parametrize(("first", "second", "text"), RANGES)
def test_of_ranges_one_is_higher_where_neither_of_its_ends_is_lower(
    first: tuple[str, str | None], second: tuple[str, str | None], text: str | None
) -> None:
    def of(ends: tuple[str, str | None]) -> Figure:
        high = Decimal(ends[1]) if ends[1] else None
        return replace(figure("—".join(f"{end}%" for end in ends if end), ends[0], "%"), value_high=high)

    verdict = compared([("甲县", of(first)), ("乙县", of(second))], Asks.HIGHEST)
    assert (verdict.text if verdict is not None else None) == text


SAID = [
    (figure("5%", "5", "%", Bound.AT_MOST), "5%以内"),
    (figure("5%左右", "5", "%", Bound.ABOUT), "5%左右"),
    (figure("突破60亿元", "60", "亿元", Bound.AT_LEAST), "突破60亿元"),
    (figure("15.16 亿元", "15.16", "亿元"), "15.16亿元"),
]


@pytest.mark.parametrize(("stated", "text"), SAID)
def test_a_figure_is_said_with_the_qualifier_that_its_sentence_gives_it(stated: Figure, text: str) -> None:
    assert said(stated) == text


def test_a_difference_has_the_unit_of_the_first() -> None:
    apart = difference(figure("1.2万亩", "1.2", "万亩"), figure("9000亩", "9000", "亩"))
    assert apart is not None
    assert (apart.text, apart.number) == ("0.3万亩", "0.3")
