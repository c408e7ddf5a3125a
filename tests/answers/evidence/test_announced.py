"""What stands behind the words that only name it is told with them."""

from __future__ import annotations

import pytest

from rag.records import Document, Status
from tests.answers.small import answerer, report

TEXT = """政府工作报告

一、2023年工作回顾
全县实现城镇新增就业1260人，再就业310人。

二、2024年工作安排
坚决守住“三条线”，即守住耕地保护线、守住安全生产线、守住生态环境线。
确保90%的砖厂达到清洁生产二级以上水平。
"""
ANSWERS = answerer((report("澄溪县/2024.txt", TEXT, ("澄溪县",), 2024, "2024年澄溪县政府工作报告"),))
ASKED = [
    # what follows 即 says what a name stands for
    ("澄溪县说的“三条线”是哪三条？", ["守住耕地保护线、守住安全生产线、守住生态环境线"]),
    # how many fulfil something may be told as a share of them all
    ("澄溪县要让多少砖厂达到清洁生产二级以上？", ["90%的砖厂达到"]),
    # 再 belongs to what is asked about
    ("澄溪县2023年新增就业多少人，再就业呢？", ["新增就业1260人", "再就业310人"]),
]


@pytest.mark.parametrize(("question", "pieces"), ASKED)
def test_all_that_is_asked_for_is_told(question: str, pieces: list[str]) -> None:
    answer = ANSWERS.answer(question)
    assert answer.status is Status.ANSWERED
    assert all(piece in answer.text for piece in pieces), answer.text


POINTS = (
    "一是产业基础还不牢固，二次创业的办法不多。二是公共服务还有欠账。三是部分干部作风不实。对这些问题，我们将认真解决。"
)


def with_points(filling: int) -> Document:
    before = "".join(f"第{n}个村的道路修缮工作已经按照计划顺利完成。" for n in range(1, filling + 1))
    text = f"政府工作报告\n\n一、2023年工作回顾\n{before}我们也清醒看到，全县发展还面临不少问题挑战。{POINTS}\n\n二、2024年工作安排\n"
    return report("澄溪县/2024.txt", text, ("澄溪县",), 2024, "2024年澄溪县政府工作报告")


# behind so many sentences the passage ends anywhere, with the announcing sentence too
@pytest.mark.parametrize("filling", range(0, 24, 2))
def test_points_that_say_one_by_one_what_is_only_announced_are_told_wherever_a_passage_ends(filling: int) -> None:
    answer = answerer((with_points(filling),)).answer("澄溪县的报告承认有哪些短板？")
    assert "还面临不少问题挑战" in answer.text
    assert all(f"{n}是" in answer.text for n in "一二三"), answer.text
    assert "认真解决" not in answer.text
