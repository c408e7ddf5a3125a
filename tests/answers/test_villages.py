"""Villages have no reports of their own: their names are asked about as they stand, in the report of their town."""

from __future__ import annotations

import pytest

from rag.records import Status, Turn
from tests.answers.small import COUNTY, TOWN, answerer, reader, report

MEETING = """芦湾镇召开2024年镇村干部大会
芦湾村2023年村集体收入达到42万元，村支书陆远山表示今年力争突破50万元；石桥坳村2023年集体收入18万元，今年将新栽茶树60亩，确保集体收入达到25万元。
全镇村集体经济总收入达到320万元。新建高标准农田900亩,其中石桥坳村500亩、杨梅岭村400亩,9月底前完工。
"""
REPORTS = (report("芦湾镇/大会.txt", MEETING, TOWN, 2024, "芦湾镇召开2024年镇村干部大会"),)
READER, ANSWERS = reader(REPORTS), answerer(REPORTS)
SPEECH = "镇长2023年讲话\n今年围绕云渚县“一心两翼”布局，安装路灯80盏。\n"
UNPLACED = reader((report("讲话.txt", SPEECH, (), 2023, "镇长2023年讲话"),))


@pytest.mark.parametrize(
    ("question", "held", "not_held"),
    [
        ("芦湾村2023年村集体收入是多少？", "42万元", "320万元"),
        ("芦湾镇石桥坳村2024年集体收入想达到多少？", "25万元", "320万元"),
        ("云渚县石桥坳村2024年集体收入想达到多少？", "25万元", "320万元"),
        ("芦湾镇900亩高标准农田分给了哪几个村，一个村多少亩？", "杨梅岭村400亩", "42万元"),
    ],
)
def test_a_village_is_answered_for_by_its_own_amount(question: str, held: str, not_held: str) -> None:
    answer = ANSWERS.answer(question)
    assert answer.status is Status.ANSWERED
    assert held in answer.text
    assert not_held not in answer.text


def test_a_village_called_after_its_town_is_not_the_town() -> None:
    assert "芦湾村" in [t.text for t in READER.read("芦湾村2024年集体收入是多少？").terms]
    assert [p.name for p in READER.read("芦湾2024年集体收入是多少？").places.places] == ["芦湾镇"]


@pytest.mark.parametrize("sort", ["脱贫村", "镇和村"])
def test_sorts_of_villages_are_no_names(sort: str) -> None:
    assert sort not in [t.text for t in READER.read(f"今年{sort}要建几个停车场？").terms]


def test_the_same_is_asked_of_another_village() -> None:
    before = "芦湾镇芦湾村2024年集体收入想突破多少？"
    answer = ANSWERS.answer("那石桥坳村呢？", (Turn("user", before), Turn("assistant", "……")))
    assert "25万元" in answer.text
    assert "50万元" not in answer.text


def test_firms_and_villages_are_not_set_side_by_side_by_their_counties() -> None:
    assert "最高的是" not in answerer((*REPORTS, report("云渚县/2024.txt", "今年财政收入3亿元。", COUNTY, 2024, "2024年云渚县政府工作报告"))).answer("哪个村集体收入最高？").text  # fmt: skip


@pytest.mark.parametrize(
    ("question", "documents"),
    [
        ("云渚县那位镇长说2023年要装多少盏路灯？", ("讲话.txt",)),
        ("云渚县那个镇2023年要装多少盏路灯？", ("讲话.txt",)),
        ("云渚县2023年要装多少盏路灯？", ()),
        ("云渚县那个村2023年要装多少盏路灯？", ()),
    ],
)
def test_a_report_that_does_not_say_whose_it_is_is_found_by_the_county_it_speaks_of(
    question: str, documents: tuple[str, ...]
) -> None:
    assert UNPLACED.read(question).places.documents == documents
