"""Amounts that stand side by side in one sentence: each is told of what it measures and of nothing beside it."""

from __future__ import annotations

import pytest

from rag.records import Status
from tests.answers.small import answerer, report

REPORT = """云渚县2024年政府工作报告

一、2023年工作回顾
全县完成财政总收入9.8亿元，同比增长12.5%，其中地方财政收入6.1亿元；固定资产投资58亿元；城镇居民人均可支配收入22130元，农民人均纯收入11870元，分别增长13%和17%。
规上工业产值完成4.8亿元，同比增长40%；新兴产业产值万元，同比增长%。
全县生产总值达到240亿元。农村低保标准由每人每年3200元提高到元。
茶园损耗率由2022年的8.2%，降为6.4%。
加强道路绿化，修剪行道树42公里。
培育特色产业，竹木产业产值占工业总产值的31%，黄酒酿造保持全市第一。
"""
COUNTY = (report("云渚县/2024.txt", REPORT, ("岚原省", "望川市", "云渚县"), 2024, "云渚县2024年政府工作报告"),)


@pytest.mark.parametrize(
    "question",
    [
        "云渚县2023年财政总收入完成多少，增长百分之几？",
        "云渚县2023年财政总收入实际完成了多少？增长了多少？",
        "云渚县2023年财政总收入增长百分之几？",
    ],
)
def test_a_rise_is_told_with_what_has_risen(question: str) -> None:
    answer = answerer(COUNTY).answer(question)
    assert answer.text.startswith("据《云渚县2024年政府工作报告》：全县完成财政总收入9.8亿元，同比增长12.5%")


def test_where_the_amount_is_lost_the_one_beside_it_is_not_told() -> None:
    answer = answerer(COUNTY).answer("云渚县2023年新兴产业产值做到多少万元，同比涨了百分之几？")
    assert answer.status is Status.MASKED
    assert "40%" not in answer.text


def test_the_whole_does_not_stand_for_a_sort_of_it() -> None:
    answer = answerer(COUNTY).answer("云渚县2023年海洋经济总量有多大？")
    assert answer.status is Status.NOT_FOUND
    assert "240" not in answer.text
    assert "240亿元" in answerer(COUNTY).answer("云渚县2023年经济总量有多大？").text


def test_where_it_began_is_no_answer_to_how_far_it_rose() -> None:
    answer = answerer(COUNTY).answer("云渚县2023年农村低保标准从每人每年3200元提高到多少？")
    assert answer.status is Status.MASKED


def test_where_it_began_is_of_another_year() -> None:
    answer = answerer(COUNTY).answer("云渚县2023年茶园损耗率降到了多少？")
    assert "6.4%" in answer.text


def test_what_the_sentence_comes_to_only_later_has_no_amount_before_it() -> None:
    answer = answerer(COUNTY).answer("云渚县2023年黄酒产业产值达到多少？")
    assert answer.status is Status.NOT_FOUND
    assert "31%" not in answer.text


def test_a_clause_that_names_its_thing_takes_none_over() -> None:
    answer = answerer(COUNTY).answer("云渚县2023年修了多少公里路？")
    assert answer.status is Status.NOT_FOUND
    assert "42公里" in answerer(COUNTY).answer("云渚县2023年修剪了多少公里行道树？").text
