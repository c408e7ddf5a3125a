"""Questions about places that no gazetteer has: those with reports, those without, and those of a part of a document."""

from __future__ import annotations

import pytest

from rag.answers.asked.places import asked_places
from rag.answers.reports.shelf import Shelf
from rag.places import gazetteer
from rag.records import Status
from tests.answers.small import MemoryIndex, answerer, report

SPEECHES = """乡镇党委书记在县委全会上的发言（共两则）

篇1：柏坞镇党委书记发言
各位领导、同志们：
2023年，柏坞镇完成粮食产量2.1万吨。2024年，全镇财政收入要达到5200万元。

篇2：青筏镇党委书记发言
各位领导、同志们：
2023年，全镇完成粮食产量3.4万吨。2024年，全镇财政收入要达到6100万元。
"""
PROFILES = """石笕县简介
石笕县位于岚原省北部，总面积3200平方千米。
2022年，全县生产总值完成71.2亿元。
沙棘管理区简介
沙棘管理区建于1958年。
2022年，该区完成生产总值12.6亿元。
"""
REPORTS = (
    report("a.txt", "2023年，全县生产总值完成52.4亿元。", ("石笕县",), 2024, "石笕县2024年政府工作报告"),
    report("b.txt", "2023年，全区生产总值完成310亿元。", ("柏山区",), 2024, "柏山区2024年政府工作报告"),
    report("c.txt", "2023年，园区生产总值完成96亿元。", ("云岚高新技术产业开发区",), 2024, "云岚高新区2024年报告"),
    report("d.txt", SPEECHES, (), 2024, "乡镇党委书记在县委全会上的发言"),
    report("e.txt", PROFILES, ("石笕县",), 2023, "石笕县简介"),
)
SHELF = Shelf.of(MemoryIndex(REPORTS))
ANSWERS = answerer(REPORTS)

READ = [
    ("石笕县2023年生产总值多少", ("石笕县",)),
    ("石笕2023年生产总值多少", ("石笕县",)),
    ("柏山和石笕两个地方谁的生产总值高", ("柏山区", "石笕县")),
    ("云岚高新区2023年生产总值多少", ("云岚高新技术产业开发区",)),
    ("石剪县2023年生产总值多少", ("石笕县",)),
    # another place, never a neighbour
    ("石溪县2023年生产总值多少", ("石溪县",)),
    ("榆笕县2023年生产总值多少", ("榆笕县",)),
    ("石笕市2023年生产总值多少", ("石笕市",)),
    ("请问一下榆溪旗去年种了多少亩", ("榆溪旗",)),
    ("石笕县和沙棘管理区生产总值分别多少", ("石笕县", "沙棘管理区")),
    ("那青筏镇呢", ("青筏镇",)),
    ("榆溪县长是谁", ("榆溪县",)),
    # no place
    ("高远县长要求复耕多少亩", ()),
    ("新建了几个工业园区", ()),
    ("老旧小区改造了多少", ()),
    ("有篇镇长的讲话里要种多少亩", ()),
    ("哪几个县区超额完成", ()),
]


@pytest.mark.parametrize(("clean", "names"), READ)
def test_a_place_is_read_as_itself(clean: str, names: tuple[str, ...]) -> None:
    assert tuple(p.name for p in asked_places(clean, gazetteer(), SHELF).places) == names


@pytest.mark.parametrize("name", ["石溪县", "榆笕县", "石笕市", "柏岭区"])
def test_a_place_without_reports_is_refused_by_its_name_and_told_the_nearest_first(name: str) -> None:
    answer = ANSWERS.answer(f"{name}2023年生产总值完成多少？")
    assert answer.status is Status.NOT_FOUND
    assert answer.text.startswith(f"资料库里没有{name}的报告")
    assert f"现有{'柏山区' if '柏' in name else '石笕县'}" in answer.text


def test_who_holds_an_office_of_a_place_without_reports_is_refused_by_its_name() -> None:
    answer = ANSWERS.answer("石溪县县长是谁？")
    assert answer.status is Status.NOT_FOUND
    assert answer.text.startswith("资料库里没有石溪县的报告。现有石笕县")


IN_PARTS = [
    ("青筏镇2023年粮食产量多少？", "3.4万吨", "2.1万吨"),
    ("柏坞镇2023年粮食产量多少？", "2.1万吨", "3.4万吨"),
    ("青筏镇2024年财政收入目标是多少？", "6100万元", "5200万元"),
    ("沙棘管理区2022年生产总值完成多少？", "12.6亿元", "71.2亿元"),
    ("石笕县2022年生产总值完成多少？", "71.2亿元", "12.6亿元"),
]


@pytest.mark.parametrize(("question", "amount", "other"), IN_PARTS)
def test_each_part_of_a_document_answers_for_its_own_place(question: str, amount: str, other: str) -> None:
    answer = ANSWERS.answer(question)
    assert answer.status is Status.ANSWERED
    assert amount in answer.text
    assert other not in answer.text


def test_without_a_place_the_parts_are_rivals() -> None:
    answer = ANSWERS.answer("2023年粮食产量完成多少？")
    assert answer.status is Status.UNCLEAR
    assert "柏坞镇" in answer.text
    assert "青筏镇" in answer.text
