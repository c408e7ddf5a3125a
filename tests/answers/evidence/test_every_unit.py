"""Several amounts that one question asks for are all told, and what is told later is not what a report says of its year."""

from __future__ import annotations

import pytest

from rag.records import Status
from tests.answers.small import REPORTS, answerer, report
from tests.answers.small import TOWN as SMALL_TOWN

TOWN = report(
    "柏坞镇/2024.txt",
    """2024年柏坞镇政府工作报告
一、2023年工作回顾
全镇公路里程达到120公里，其中高速公路30公里。垃圾分类覆盖村庄18个。接待游客30万人次、总花费超过2亿元。
二、今后五年目标
到2028年，高速公路里程达到75公里。
三、2024年工作安排
屋顶光伏新增并网40万千瓦、发电量超30亿度，带动就业500人。冷库计划改造60户。监测户转移就业90人，全镇劳动力转移就业1200人。全镇茶园3万亩，其中柏坞村1800亩，石湾村1500亩。
""",
    (*SMALL_TOWN[:-1], "柏坞镇"),
    2024,
    "2024年柏坞镇政府工作报告",
)


@pytest.mark.parametrize(
    ("question", "pieces"),
    [
        ("柏坞镇2024年屋顶光伏打算新并网多少千瓦、发多少度电？", ("40万千瓦", "30亿度")),
        ("柏坞镇2023年来了多少游客，一共花了多少钱？", ("30万人次", "超过2亿元")),
        ("柏坞镇2024年茶园多少亩？", ("3万亩", "柏坞村1800亩", "石湾村1500亩")),
        ("柏坞镇2024年屋顶光伏要发多少度电，并网多少千瓦？", ("40万千瓦", "30亿度")),
        ("柏坞镇2024年转移就业多少人？不是监测户那个数", ("1200人",)),
        ("柏坞镇2024年的报告里高速公路里程是多少？", ("30公里",)),
        ("柏坞镇2024年报告提出到2028年高速公路里程要达到多少？", ("75公里",)),
    ],
)
def test_every_amount_is_told(question: str, pieces: tuple[str, ...]) -> None:
    answer = answerer((*REPORTS, TOWN)).answer(question)
    assert answer.status is Status.ANSWERED
    assert all(piece in answer.text for piece in pieces), answer.text


@pytest.mark.parametrize(
    "question", ["柏坞镇2024年冷库最终改了多少户？", "柏坞镇2024年冷库改造了多少户？我要的是实际数"]
)
def test_a_plan_is_no_answer_where_the_outcome_is_asked(question: str) -> None:
    assert answerer((*REPORTS, TOWN)).answer(question).status is Status.NOT_FOUND
