"""Things that a question names in a row, each told."""

from __future__ import annotations

import pytest

from rag.answers.follow_ups.each_named import asked_of_each
from rag.records import Status
from tests.answers.small import answerer, reader, report

WORKS = """2024年云渚县政府工作报告

二、2024年工作安排
新栽桑园1200亩。更新衰老低质茶园3500亩，推广良种。种好红心柚900亩，其他果树照常管护。
疏浚航道26公里，重建码头4座。
全年安排重点工程48个，其中农业类11个、水利类7个、工业类30个。
"""
COUNTY = (report("云渚县/2024.txt", WORKS, ("岚原省", "望川市", "云渚县"), 2024, "2024年云渚县政府工作报告"),)
READER, ANSWERS = reader(COUNTY), answerer(COUNTY)

ROWS = [
    ("云渚县2024年桑园、衰老茶园更新、红心柚，面积任务分别是多少？", ("桑园", "衰老茶园更新", "红心柚")),
    ("云渚县2024年航道和码头各要修多少？", ("航道", "码头")),
    ("云渚县2024年桑园、茶园以及红心柚的面积各是多少", ("桑园", "茶园", "红心柚")),
    ("云渚县2024年要栽多少亩桑园？", ()),
    ("云渚县2024年到6月底、9月底分别要栽多少亩桑园？", ()),
]


@pytest.mark.parametrize(("question", "names"), ROWS)
def test_each_thing_of_a_row_is_read_by_itself(question: str, names: tuple[str, ...]) -> None:
    asked = asked_of_each(READER.read(question), READER)
    assert tuple(asked) == names
    assert all(one.years.years == (2024,) and one.question.places == ("云渚县",) for one in asked.values())


def test_things_told_in_several_sentences_are_all_told() -> None:
    answer = ANSWERS.answer("云渚县2024年桑园、衰老茶园更新、红心柚，面积任务分别是多少？")
    assert answer.status is Status.ANSWERED
    assert all(amount in answer.text for amount in ("1200亩", "3500亩", "900亩"))


def test_a_row_of_which_a_thing_is_not_told_gets_no_neighbours_figure() -> None:
    answer = ANSWERS.answer("云渚县2024年咖啡园、橡胶园、红心柚，面积任务分别是多少？")
    assert not any(amount in answer.text for amount in ("1200亩", "3500亩"))


@pytest.mark.parametrize(
    "question",
    [
        "云渚县2024年安排了多少个重点工程？农业、水利、工业各几个？",
        "云渚县2024年总共安排了多少个重点工程？农业类和水利类各几个？",
    ],
)
def test_a_whole_and_its_parts_are_told_together(question: str) -> None:
    answer = ANSWERS.answer(question)
    assert all(amount in answer.text for amount in ("48个", "11个", "7个"))
