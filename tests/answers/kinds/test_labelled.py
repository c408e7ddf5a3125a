"""What stands under a label in a report."""

from __future__ import annotations

import pytest

from rag.answers.telling.guard import unsupported
from rag.records import Status
from tests.answers.small import answerer, report

WORKS = """2024年云渚县政府工作报告

一、2023年工作回顾
过去一年，民生实事全部完成。教育方面，新建学校2所，增加学位900个。就业方面，开展招聘会40场。

二、2024年工作安排
今年要办好四方面民生实事。
1.看病就医方面。新建村卫生室12个。配备急救设备30台。
2.养老助残方面。改造敬老院3所，新增护理床位260张。
3.出门行路方面。修建村道18公里。开通公交线路5条，方便群众出行。
4.文化娱乐方面。组织群众文艺演出，丰富业余生活。
以上实事，我们一定办好。
"""
COUNTY = (report("云渚县/2024.txt", WORKS, ("岚原省", "望川市", "云渚县"), 2024, "2024年云渚县政府工作报告"),)
ANSWERS = answerer(COUNTY)

ROADS = "3.出门行路方面。修建村道18公里。开通公交线路5条，方便群众出行。"
CARE = "2.养老助残方面。改造敬老院3所，新增护理床位260张。"
ASKED = [
    ("云渚县2024年民生实事里，出门行路方面要干哪几件，数量各是多少？", ROADS),
    ("云渚县2024年民生实事中出门行路方面有哪些内容？", ROADS),
    ("云渚县2024年的民生实事，养老这一块承诺了什么数字？", CARE),
    ("云渚县2024年四方面民生实事里，养老助残要做哪些事，各多少？", CARE),
    ("2024年云渚县民生实事，养老助残方面都包括什么", CARE),
    ("云渚县2023年教育方面做了什么？", "教育方面，新建学校2所，增加学位900个。"),
]
NOT_THERE = [
    "云渚县2024年民生实事里，宠物方面要干哪几件，数量各是多少？",
    "云渚县2024年民生实事里，文化娱乐方面要干哪几件，数量各是多少？",
]


@pytest.mark.parametrize(("question", "told"), ASKED)
def test_all_that_stands_under_a_label_is_quoted(question: str, told: str) -> None:
    answer = ANSWERS.answer(question)
    assert answer.status is Status.ANSWERED
    assert [c.quote for c in answer.citations] == [told]
    assert answer.citations[0].span.of(WORKS) == told
    assert unsupported(answer) == frozenset()


@pytest.mark.parametrize("question", NOT_THERE)
def test_no_other_label_and_none_without_figures_answers(question: str) -> None:
    assert all("方面。" not in c.quote for c in ANSWERS.answer(question).citations)


def test_what_asks_for_something_of_its_own_is_not_answered_with_all() -> None:
    answer = ANSWERS.answer("云渚县2024年民生实事里，出门行路方面要修建多少公里村道？")
    assert "18公里" in answer.text
    assert "5条" not in answer.text


def test_several_labels_are_told_a_line_each() -> None:
    answer = ANSWERS.answer("云渚县2023年教育、就业方面分别做了什么？")
    assert [c.quote for c in answer.citations] == [
        "教育方面，新建学校2所，增加学位900个。",
        "就业方面，开展招聘会40场。",
    ]
    assert len(answer.text.splitlines()) == 2
