"""What a report sets for the parts of a year, side by side."""

from __future__ import annotations

import pytest

from rag.answers.telling.guard import unsupported
from rag.records import Status, Turn
from tests.answers.small import answerer, report

SPEECH = """在2024年全镇经济工作会议上的讲话

二、今年的重点工作
做好移民搬迁工作。6月底搬迁户入住率达到65%，旧房拆除30%；9月底搬迁户入住率达到95%，旧房拆除75%。
1-3月份，做好河道清淤的准备。4-6月份，开展集中清淤2次以上，完成全年清淤任务的60%以上。7-9月份，完成全年清淤任务的90%以上。
"""
TOWN = (report("芦湾镇/2024.txt", SPEECH, ("岚原省", "望川市", "云渚县", "芦湾镇"), 2024, "2024年芦湾镇讲话"),)
SOURCE = "据《2024年芦湾镇讲话》："

ASKED = [
    # question, the lines of the answer
    (
        "芦湾镇2024年搬迁户的入住率，6月底和9月底各要达到多少？",
        ("6月底：6月底搬迁户入住率达到65%[1]。", "9月底：9月底搬迁户入住率达到95%[2]。"),
    ),
    (
        "芦湾镇2024年清淤任务，到二季度末、三季度末各要做完几成？",
        ("二季度末：完成全年清淤任务的60%以上[1]。", "三季度末：完成全年清淤任务的90%以上[2]。"),
    ),
    (
        "芦湾镇2024年的旧房拆除，到6月底、9月底、12月底分别要完成多少？",
        ("6月底：旧房拆除30%[1]。", "9月底：旧房拆除75%[2]。", "12月底：报告没有说明。"),
    ),
]


@pytest.mark.parametrize(("question", "lines"), ASKED)
def test_each_part_of_the_year_has_its_own_line(question: str, lines: tuple[str, ...]) -> None:
    answer = answerer(TOWN).answer(question)
    assert answer.status is Status.ANSWERED
    assert tuple(answer.text.splitlines()) == (SOURCE, *lines)
    assert unsupported(answer) == frozenset()


@pytest.mark.parametrize("said", ["到三季度末呢？", "那9月底呢"])
def test_a_follow_up_changes_the_part_of_the_year(said: str) -> None:
    history = (Turn("user", "芦湾镇2024年的搬迁户入住率，6月底要达到多少？"), Turn("assistant", "65%"))
    answer = answerer(TOWN).answer(said, history)
    assert "9月底搬迁户入住率达到95%[1]" in answer.text
    assert "65%" not in answer.text


def test_the_name_of_the_schedule_is_no_subject() -> None:
    answer = answerer(TOWN).answer("按芦湾镇2024年讲话的时间表，旧房拆除6月底和9月底分别要到多少？")
    assert [f.value for f in answer.figures] == [30, 75]


def test_what_is_not_told_for_the_parts_of_a_year_is_not_made_up() -> None:
    answer = answerer(TOWN).answer("芦湾镇2024年的茶叶产量，6月底和9月底各要达到多少？")
    assert answer.status is Status.NOT_FOUND


def test_one_part_of_the_year_is_told_by_what_stands_under_it() -> None:
    answer = answerer(TOWN).answer("芦湾镇2024年到三季度末清淤任务要完成全年的多少？")
    assert "90%以上" in answer.text
    assert "60%" not in answer.text
