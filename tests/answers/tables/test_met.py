"""Which of many places met a goal, from the words typed to the cited answer."""

from __future__ import annotations

import pytest

from rag.answers.telling.guard import unsupported
from rag.records import Status
from tests.answers.provinces import provincial
from tests.answers.small import answerer

ANSWERS = answerer(
    (
        provincial("岚原省", 2023, "地区生产总值增长6%左右，城镇新增就业40万人以上", "地区生产总值增长5.1%"),
        provincial(
            "岚原省", 2024, "地区生产总值增长5.5%左右", "地区生产总值增长5.8%，城镇新增就业42万人，居民消费价格上涨1%"
        ),
        provincial("汀湖省", 2023, "地区生产总值增长5%以上，城镇新增就业8万人", "地区生产总值增长6.4%"),
        provincial("汀湖省", 2024, "地区生产总值增长7%左右", "地区生产总值增长5.2%，城镇新增就业9万人"),
        provincial("溟海省", 2023, "地区生产总值增长5.5%", "地区生产总值增长5.1%"),
        provincial("溟海省", 2024, "地区生产总值增长5%", "地区生产总值增长4.2%"),
        provincial("望桐省", 2024, "地区生产总值增长6%以上", "地区生产总值增长5%"),
    )
)
MET = "达成目标的有2个：岚原省（目标6%左右[{}]，结果5.8%[{}]，基本达成）、汀湖省（目标5%以上[{}]，结果5.2%[{}]）。"
MISSED = "未达成目标的有1个：溟海省（目标5.5%[{}]，结果4.2%[{}]）。"
COVERED = "资料库里4个省区市中，有3个写明了2023年的目标和结果；没有都写明的有望桐省。"


@pytest.mark.parametrize(
    "question", ["2023年哪些省完成了GDP目标？", "2023年各省GDP目标完成情况", "2023年GDP达到目标的省有哪些"]
)
def test_the_places_that_met_their_goal_come_first(question: str) -> None:
    answer = ANSWERS.answer(question)
    assert answer.status is Status.ANSWERED
    assert answer.text.splitlines() == [MET.format(1, 2, 3, 4), MISSED.format(5, 6), COVERED]
    assert unsupported(answer) == frozenset()


@pytest.mark.parametrize("question", ["2023年有几个省没有完成GDP目标？", "2023年GDP增速没达到目标的省有哪些"])
def test_the_places_that_missed_it_come_first_where_they_are_asked_for(question: str) -> None:
    answer = ANSWERS.answer(question)
    assert answer.text.splitlines() == [MISSED.format(1, 2), MET.format(3, 4, 5, 6), COVERED]


def test_where_all_met_it_none_missed_it() -> None:
    lines = ANSWERS.answer("2023年哪些省完成了城镇新增就业目标？").text.splitlines()
    assert lines[0].startswith("达成目标的有2个：")
    assert lines[1] == "没有未达成目标的。"


@pytest.mark.parametrize("question", ["2024年哪些省完成了GDP目标？", "2023年哪些省完成了居民消费价格目标？"])
def test_where_no_place_gives_both_nothing_is_compared(question: str) -> None:
    answer = ANSWERS.answer(question)
    assert answer.status is Status.NOT_FOUND
    assert "无法比较" in answer.text


def test_places_that_are_named_are_tracked_one_by_one() -> None:
    text = ANSWERS.answer("汀湖省2023年GDP目标完成了吗？").text
    assert text.splitlines()[0] == "目标达成，超出目标0.2个百分点。"
