"""The highest and lowest of what one sentence of a report lists."""

from __future__ import annotations

import pytest

from rag.answers.telling.guard import unsupported
from rag.records import Status
from tests.answers.small import answerer, report

SPEECH = """在2024年全镇经济工作会议上的讲话

一、2023年的工作
全镇工业总产值完成3.6亿元，同比增长31%；旅游收入万元，同比增长%；新兴产业产值完成5200万元，同比增长18%；财政收入完成810万元，同比增长44%。

二、今年的重点工作
今年计划种植玉米4200亩、马铃薯2600亩、谷子900亩。新栽茶叶350亩。
安排重点项目42个，其中农业类19个（含茶业类5个）、工业类8个、商贸类15个。
在XX(900亩)、XX(700亩)两个村修建梯田1600亩。
建设的三个养殖小区中，每个投资80万元。
"""
TOWN = (report("芦湾镇/2024.txt", SPEECH, ("岚原省", "望川市", "云渚县", "芦湾镇"), 2024, "2024年芦湾镇讲话"),)

ASKED = [
    # question, the lines of the answer, the numbers worked out
    (
        "芦湾镇2024年计划种植的几样里，哪样面积最大？",
        "最高的是玉米（4200亩）[1]。",
        "原文同一句列出3项：玉米（4200亩）[1]、马铃薯（2600亩）[2]、谷子（900亩）[3]。",
        ("3",),
    ),
    (
        "芦湾镇2024年的重点项目里，哪一类最少、有几个？",
        "最低的是工业类（8个）[1]。",
        "原文同一句列出3项：农业类（19个）[1]、工业类（8个）[1]、商贸类（15个）[2]。",
        ("3",),
    ),
    (
        "芦湾镇2023年提到的几个指标中，哪个涨幅最大？",
        "最高的是财政收入（44%）[1]。",
        "原文同一句列出4项：工业总产值（31%）[2]、新兴产业产值（18%）[3]、财政收入（44%）[1]；数字被隐去的有旅游收入。",
        ("4",),
    ),
]


@pytest.mark.parametrize(("question", "first", "second", "computed"), ASKED)
def test_the_most_of_what_a_sentence_lists_is_told_with_all_of_it(
    question: str, first: str, second: str, computed: tuple[str, ...]
) -> None:
    answer = answerer(TOWN).answer(question)
    assert answer.status is Status.ANSWERED
    assert answer.text.splitlines() == [first, second]
    assert answer.computed == computed
    assert unsupported(answer) == frozenset()


def test_how_far_the_highest_and_the_lowest_of_a_list_lie_apart_is_told() -> None:
    answer = answerer(TOWN).answer("芦湾镇2024年计划种植的几样里，最多的和最少的相差多少亩？")
    assert answer.text.splitlines() == [
        "最高与最低相差3300亩。",
        "最高的是玉米（4200亩）[1]。",
        "最低的是谷子（900亩）[2]。",
        "原文同一句列出3项：玉米（4200亩）[1]、马铃薯（2600亩）[3]、谷子（900亩）[2]。",
    ]
    assert unsupported(answer) == frozenset()


NOT_LISTED = [
    "芦湾镇2024年哪个项目投资最多？",  # of a whole report, not of a few things named together
    "芦湾镇2024年的几个水库里，哪个库容最大？",  # nothing of that sort is listed
]


@pytest.mark.parametrize("question", NOT_LISTED)
def test_what_no_sentence_lists_has_no_highest(question: str) -> None:
    assert "原文同一句" not in answerer(TOWN).answer(question).text


def test_the_most_of_villages_is_not_told_from_a_list_of_crops() -> None:
    answer = answerer(TOWN).answer("芦湾镇2024年计划种植的几个村里，哪个村玉米最多？")
    assert answer.status is Status.NOT_FOUND
    assert answer.figures == ()


def test_the_whole_says_nothing_of_which_of_its_parts_has_most() -> None:
    county = report(
        "云渚县/2024.txt",
        "政府工作报告\n\n二、2024年工作安排\n今年全县粮食产量13万吨以上，新建高标准农田2.6万亩。\n",
        ("岚原省", "望川市", "云渚县"),
        2024,
        "2024年云渚县政府工作报告",
    )
    answer = answerer((county,)).answer("云渚县2024年粮食产量目标最高的是哪个镇？")
    assert answer.status is Status.NOT_FOUND
    assert "没有逐个写明" in answer.text


def test_an_amount_that_fills_a_bracket_belongs_to_what_stands_before_it() -> None:
    answer = answerer(TOWN).answer("芦湾镇2024年两个村修建梯田，面积最大的村是多少亩，两个村一共多少？")
    assert answer.text.splitlines()[0] == "最高的是XX（900亩）[1]。"
    assert answer.text.splitlines()[1].endswith("合计1600亩。")
