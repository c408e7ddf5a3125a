"""The members of lists inside sentences."""

from __future__ import annotations

import pytest

from rag.answers.sentences.enumeration import enumeration

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
