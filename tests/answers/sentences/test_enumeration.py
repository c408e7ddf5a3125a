"""The members of lists inside sentences."""

from __future__ import annotations

import pytest

from rag.answers.sentences.enumeration import counts_members, enumeration, titles

LISTS = [
    (
        "成立领导小组，并下设党建专班、招商及项目推进专班、茶业专班等7个专班",
        ["党建专班", "招商及项目推进专班", "茶业专班"],
    ),
    ("办好“学校改造、道路硬化、安全饮水等”6项实事", ["学校改造", "道路硬化", "安全饮水"]),
    ("抓好招商引资、农业生产、平安建设三项重点工作", ["招商引资", "农业生产", "平安建设"]),
    ("种植玉米、谷子和马铃薯", ["玉米", "谷子", "马铃薯"]),
    ("引导澄溪茶业、青筏果业等龙头企业拓宽市场", ["澄溪茶业", "青筏果业"]),
    ("甲、乙两村；设立招商、环保、民生、党建专班", ["招商", "环保", "民生", "党建专班"]),
    ("新建茶园350亩", []),
]


@pytest.mark.parametrize(("text", "members"), LISTS)
def test_the_longest_list_of_a_sentence_is_taken_apart(text: str, members: list[str]) -> None:
    assert [text[start:stop] for start, stop in enumeration(text)] == members


def test_papers_are_listed_in_marks_of_their_own() -> None:
    text = (
        "会上印发《表彰先进的决定》、《春季工作安排意见》和《护林办法》，设立招商、环保、民生、党建专班；另见《年鉴》"
    )
    papers = [text[start:stop] for start, stop in titles(text)]
    assert papers == ["《表彰先进的决定》", "《春季工作安排意见》", "《护林办法》"]


COUNTED = [
    ("下设党建专班、项目专班等7个专班", "项目", True),
    ("下设党建专班、项目专班等7个专班", "专班", False),
    ("开通国内、国际及地区航线53条", "航线", False),
    ("新建项目专班7个", "项目", False),
]


@pytest.mark.parametrize(("text", "word", "members"), COUNTED)
def test_what_a_list_comes_to_counts_its_members(text: str, word: str, members: bool) -> None:
    at = next(i for i, c in enumerate(text) if c.isdigit())
    said = [(i, i + len(word)) for i in range(len(text)) if text.startswith(word, i)]
    assert counts_members(text, at, said) is members
