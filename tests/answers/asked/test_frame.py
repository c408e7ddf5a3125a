"""What only frames a question, against what it asks about."""

from __future__ import annotations

import pytest

from rag.answers.asked.frame import frames

FRAMES = [
    # question, its frame
    ("镇长在全镇春季动员会上的讲话中，对旧桥拆除定了多少", "镇长在全镇春季动员会上的讲话中，"),
    ("书记刘明远在镇村干部大会上要求修好多少座桥", "书记刘明远在镇村干部大会上要求"),
    ("县委副书记、县长陈立强调的产业路要修多长", "县委副书记、县长陈立强调的"),
    ("财政局局长陈立在人代会上说的结余是多少", "财政局局长陈立在人代会上说的"),
    ("县长陈立在会上讲话时要求修几座桥", "县长陈立在会上讲话时要求"),
    ("刘明远书记讲，要接待多少游客", "刘明远书记讲"),
    ("全县经济工作会议，工业增加值要增长多少", "全县经济工作会议"),
    ("财政局的工作总结里写的政府采购额是多少", "财政局的工作总结里写的"),
    ("茶园面积在三级干部会议上定了多少亩", "在三级干部会议上"),
    ("发展规划纲要提出森林覆盖率达到多少", "发展规划纲要提出"),
]
NONE = [
    "县委经济工作会议是谁主持的",
    "哪一年的工作报告提到了通车",
    "讲解员培训了多少人",
    "新增规划编制多少个村",
]


@pytest.mark.parametrize(("question", "frame"), FRAMES)
def test_speaker_occasion_and_paper_are_the_frame_of_a_question(question: str, frame: str) -> None:
    assert [question[start:stop] for start, stop in frames(question, ())] == [frame]


@pytest.mark.parametrize("question", NONE)
def test_what_is_asked_about_is_no_frame(question: str) -> None:
    assert frames(question, ()) == ()


def test_what_a_place_said_is_framed_by_the_word_alone() -> None:
    (frame,) = frames("2014年云渚县说工业园要进多少家企业", ((0, 5), (5, 8)))
    assert frame == (8, 9)
    assert frames("云渚县说明书要印多少份", ((0, 3),)) == ()


def test_places_and_years_do_not_part_a_frame() -> None:
    question = "柏坞镇书记在2024年干部大会上要求种多少亩茶"
    (frame,) = frames(question, ((0, 3), (6, 11)))
    assert question[slice(*frame)] == "书记在2024年干部大会上要求"
