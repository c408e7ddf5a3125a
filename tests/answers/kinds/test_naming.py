"""How many things a report names, with their names."""

from __future__ import annotations

from rag.records import Status
from tests.answers.provinces import PROVINCES
from tests.answers.small import REPORTS, TOWN, answerer, report

MEETING = """2024年3月6日，芦湾镇召开全镇干部大会。
会上印发《关于表彰先进集体的决定》、《芦湾镇2024年春茶采摘安排意见》，并下设党建专班、招商专班、项目专班、茶业专班。
"""
PAPERS = answerer((*REPORTS, report("芦湾镇/大会.txt", MEETING, TOWN, 2024, "芦湾镇干部大会")))


def test_papers_are_counted_and_not_what_else_the_sentence_lists() -> None:
    answer = PAPERS.answer("芦湾镇2024年干部大会上印发了几份文件？都叫什么？")
    assert answer.status is Status.ANSWERED
    assert answer.computed == ("2",)
    assert "《芦湾镇2024年春茶采摘安排意见》" in answer.text and "茶业专班" not in answer.text


def test_the_rows_of_a_table_are_counted_by_their_figures_though_their_names_are_asked_for() -> None:
    answer = answerer(PROVINCES).answer("2024年有几个省把经济增长目标定在6%左右或更高？是哪几个？")
    assert answer.text.startswith("有3个")
    assert all(name in answer.text for name in ("岚原省", "汀湖省", "望桐省"))
