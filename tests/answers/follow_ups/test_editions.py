"""The edition before or after the one told last, and editions by their number."""

from __future__ import annotations

import pytest

from rag.records import Status, Turn
from tests.answers.small import COUNTY, answerer, report

TEXT_2023 = """政府工作报告
一、2022年工作回顾
成功举办第五届云渚茶商洽谈会，签约金额1.3亿元。
"""
TEXT_2024 = """政府工作报告
一、2023年工作回顾
成功举办第六届云渚茶商洽谈会，签约金额2.1亿元。
"""
ANSWERS = answerer(
    (
        report("云渚县/2023.txt", TEXT_2023, COUNTY, 2023, "2023年云渚县政府工作报告"),
        report("云渚县/2024.txt", TEXT_2024, COUNTY, 2024, "2024年云渚县政府工作报告"),
    )
)


def then(first: str, asked: str) -> tuple[Status, str]:
    answer = ANSWERS.answer(asked, (Turn("user", first), Turn("assistant", "……")))
    return answer.status, answer.text


@pytest.mark.parametrize(
    ("year", "asked", "amount"),
    [
        (2023, "上一届的签约金额是多少？", "1.3亿元"),
        (2023, "上届签约金额多少？", "1.3亿元"),
        (2022, "下一届的签约金额是多少？", "2.1亿元"),
    ],
)
def test_editions_count_from_the_one_told_last(year: int, asked: str, amount: str) -> None:
    status, text = then(f"云渚县{year}年办的是第几届茶商洽谈会？", asked)
    assert status is Status.ANSWERED
    assert amount in text


def test_an_edition_that_no_report_speaks_of_is_not_answered_with_another() -> None:
    status, _ = then("云渚县2022年办的是第几届茶商洽谈会？", "上一届的签约金额是多少？")
    assert status is Status.NOT_FOUND


@pytest.mark.parametrize(("edition", "status"), [("第五届", Status.ANSWERED), ("第四届", Status.NOT_FOUND)])
def test_another_edition_is_no_answer(edition: str, status: Status) -> None:
    assert ANSWERS.answer(f"云渚县{edition}茶商洽谈会的签约金额是多少？").status is status
