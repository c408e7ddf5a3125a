"""What a report owns to be lacking is told by the sentence that says so, and by those that say what it is."""

from __future__ import annotations

import pytest

from rag.records import Status
from tests.answers.small import COUNTY, answerer, report

OWNED = report(
    "云渚县/2026.txt",
    """2026年云渚县政府工作报告
一、2025年工作回顾
全县经济稳中有进。农村饮水安全问题得到解决，惠及1.2万人。
我们也清醒看到，全县发展还有不少困难和挑战。主要是：缫丝企业订单下滑，新的增长点不多。部分镇村道路年久失修，公交覆盖不够。这些都要下力气去改。
二、2026年工作安排
（一）抓好行政效能。
部分干部的作风还需进一步转变。
一要转变作风提高效率。开展“渚事快办”行动，压减会议三成。
（二）扩大开放。
支持两家银行等金融企业入驻。
""",
    COUNTY,
    2026,
    "2026年云渚县政府工作报告",
)
ANSWERS = answerer((OWNED,))


@pytest.mark.parametrize(
    "question",
    [
        "云渚县2026年存在哪些问题？",
        "云渚县2026年报告坦言有哪些不足？",
        "云渚县2025年有什么短板？",
        "云渚县面临的困难有哪些？",
    ],
)
def test_what_is_lacking_is_told_one_by_one(question: str) -> None:
    answer = ANSWERS.answer(question)
    assert answer.status is Status.ANSWERED
    assert "缫丝企业订单下滑" in answer.text and "公交覆盖不够" in answer.text
    assert "饮水安全" not in answer.text and "下力气" not in answer.text


def test_how_something_is_done_is_not_told_by_its_still_being_wanted() -> None:
    answer = ANSWERS.answer("云渚县2026年怎么转变作风？")
    assert "压减会议三成" in answer.text
    assert "还需进一步" not in answer.text


def test_firms_that_are_brought_in_are_those_that_move_in() -> None:
    assert "两家银行等金融企业入驻" in ANSWERS.answer("云渚县2026年要引进哪些金融机构？").text


def test_main_problems_are_no_wish_to_ask() -> None:
    assert "缫丝企业订单下滑" in ANSWERS.answer("云渚县2025年主要问题有哪些？").text
