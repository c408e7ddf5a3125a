"""The same said twice, and two reports that contradict each other."""

from __future__ import annotations

from rag.answers.telling.guard import unsupported
from rag.records import Document
from tests.answers.small import answerer, report

COUNTY = ("岚原省", "望川市", "溪桥县")


def told(path: str, text: str) -> Document:
    """A report of the county, given in 2024."""
    return report(path, f"政府工作报告\n\n一、2023年工作回顾\n{text}\n", COUNTY, 2024, f"2024年溪桥县{path[0]}报告")


def test_another_place_that_says_the_same_is_cited_too() -> None:
    documents = (told("东.txt", "全年粮食产量12.6万吨。"), told("西.txt", "2023年粮食总产量达到12.6万吨，连年丰收。"))
    answer = answerer(documents).answer("溪桥县2023年粮食产量是多少？")
    assert "（另见[2]）" in answer.text
    assert {c.doc for c in answer.citations} == {"东.txt", "西.txt"}


def test_two_reports_that_contradict_each_other_stand_side_by_side() -> None:
    documents = (told("东.txt", "全年粮食产量12.6万吨。"), told("西.txt", "全年粮食产量11.9万吨。"))
    answer = answerer(documents).answer("溪桥县2023年粮食产量是多少？")
    first, second = answer.text.splitlines()
    assert "12.6万吨" in first
    assert second.startswith("另一份材料说法不同")
    assert "11.9万吨" in second
    assert [c.n for c in answer.citations] == [1, 2]
    assert unsupported(answer) == frozenset()


def test_a_bound_is_no_contradiction() -> None:
    documents = (told("东.txt", "全年粮食产量12.6万吨。"), told("西.txt", "全年粮食产量突破12万吨。"))
    answer = answerer(documents).answer("溪桥县2023年粮食产量是多少？")
    assert "说法不同" not in answer.text


def test_a_goal_stated_again_in_another_unit_is_told_with_it() -> None:
    text = """2026年溪桥县政府工作报告
一、2026年工作安排
今年发展主要预期目标是：地区生产总值增长6%，进出口总额增长7%左右。
大力开拓新兴市场，全年进出口总额34亿元以上。
"""
    answers = answerer((report("溪桥县/2026.txt", text, COUNTY, 2026, "2026年溪桥县政府工作报告"),))
    both = answers.answer("溪桥县2026年进出口目标是多少？").text
    assert "进出口总额增长7%左右" in both and "进出口总额34亿元以上" in both
    assert "34亿元" not in answers.answer("溪桥县2026年进出口目标增长多少？").text
    assert "7%" not in answers.answer("溪桥县2026年进出口目标是多少亿元？").text
