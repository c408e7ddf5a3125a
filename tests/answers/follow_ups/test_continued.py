"""A follow-up about another amount of the statement that was told last."""

from __future__ import annotations

import pytest

from rag.answers.follow_ups.continued import Continued, asks_further
from rag.answers.follow_ups.conversation import read_in_conversation
from rag.answers.reports.holdings import Holdings
from rag.answers.words.load_vocabulary import load_vocabulary
from rag.records import Status, Turn
from tests.answers.small import COUNTY, MemoryIndex, answerer, reader, report

TEXT = """政府工作报告
——2024年1月11日在云渚县第十届人民代表大会第三次会议上
云渚县人民政府县长　　沈砚秋

一、2023年工作回顾
改造老旧小区14个，惠及居民5200户，完成投资1.7亿元，居民满意度有所提高。
财政收入8.4亿元，比上年增加6000万元。茶叶产量2100吨，教育支出3.1亿元、增长9%。
新建望川河大桥总投资3.6亿元。新建敬老院2所，改建渚东中学投资0.8亿元。
"""
REPORTS = (report("云渚县/2024.txt", TEXT, COUNTY, 2024, "2024年云渚县政府工作报告"),)
EARLIER = report(
    "云渚县/2023.txt", "政府工作报告\n一、2022年工作回顾\n办理提案40件。\n", COUNTY, 2023, "2023年云渚县政府工作报告"
)
LATER = report(
    "云渚县/2024a.txt", "政府工作报告\n一、2023年工作回顾\n办理提案47件。\n", COUNTY, 2024, "2024年云渚县政府工作总结"
)
ANSWERS = answerer(REPORTS)


def told(first: str, then: str) -> tuple[Status, str]:
    answer = ANSWERS.answer(then, (Turn("user", first), Turn("assistant", "……")))
    return answer.status, answer.text


@pytest.mark.parametrize(
    ("then", "amount"), [("一共花了多少钱？", "1.7亿元"), ("惠及了多少户？", "5200户"), ("那投了多少钱呢？", "1.7亿元")]
)
def test_the_sentence_that_was_told_gives_the_other_amount(then: str, amount: str) -> None:
    status, text = told("云渚县2023年改造了多少个老旧小区？", then)
    assert status is Status.ANSWERED
    assert amount in text


def test_an_amount_of_another_thing_in_the_sentence_is_not_taken() -> None:
    first = "云渚县2023年新建了几所敬老院？"
    reading = read_in_conversation("花了多少钱？", (Turn("user", first), Turn("assistant", "……")), reader(REPORTS))
    continued = Continued(Holdings(MemoryIndex(REPORTS)), load_vocabulary())
    assert asks_further(reading)
    assert continued.answer(reading, ANSWERS.answer(first)) is None
    assert continued.answer(reading, ANSWERS.answer("云渚县2023年望川河大桥总投资多少？")) is None


@pytest.mark.parametrize("then", ["那比上年多多少？", "增加了多少？", "比去年多了多少呢", "比上一年多了多少？"])
def test_how_much_it_changed_the_same_sentence_tells(then: str) -> None:
    status, text = told("云渚县2023年财政收入是多少？", then)
    assert status is Status.ANSWERED
    assert "6000万元" in text


def test_a_change_of_another_thing_in_the_sentence_is_not_taken() -> None:
    _, text = told("云渚县2023年茶叶产量是多少？", "比上年多多少？")
    assert "9%" not in text


def test_without_a_change_in_words_the_year_before_is_set_beside_it() -> None:
    history = (Turn("user", "云渚县2023年办理提案多少件？"), Turn("assistant", "……"))
    answer = answerer((*REPORTS, EARLIER, LATER)).answer("比上年多多少？", history)
    assert answer.status is Status.ANSWERED
    assert "相差7件" in answer.text


def test_a_follow_up_about_another_year_is_not_about_what_was_told() -> None:
    first = "云渚县2023年新建了几所敬老院？"
    history = (Turn("user", first), Turn("assistant", "……"))
    assert not asks_further(read_in_conversation("那再看2022年花了多少钱", history, reader(REPORTS)))
