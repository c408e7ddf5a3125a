"""What stands behind the words that only name it is told with them."""

from __future__ import annotations

import pytest

from rag.records import Status
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
