"""Names of places with one wrong character."""

from __future__ import annotations

import re

import pytest

from rag.answers.asked.place_slips import Form, Slip, slip, sound_alike

FORMS = (
    Form("云渚县", "云渚县", 2),
    Form("芦湾镇", "芦湾镇", 2),
    Form("岚州县", "岚州县", 2),
    Form("望徽", "望徽省", 2),
    Form("士地", "士地省", 2),
    Form("乌兰陶来左旗", "乌兰陶来左旗", 5),
)
JOINED = re.compile("[和与、]")

CASES = [
    ("云诸县种多少亩", (), Slip(0, 3, "云渚县")),
    ("云渚县种多少亩", (), None),
    ("云诸县和卢湾镇种多少亩", (), None),
    ("溪桥县和云诸县种多少亩", ((0, 3),), Slip(4, 7, "云渚县")),
    ("溪桥县种多少亩云诸县", ((0, 3),), None),
    # a short name with a character of another sound, or with another ending, is another place's
    ("云岭县种多少亩", (), None),
    ("云渚市种多少亩", (), None),
    ("芸渚县种多少亩", (), Slip(0, 3, "云渚县")),
    ("芦弯镇种多少亩", (), Slip(0, 3, "芦湾镇")),
    # what the eye takes for another: also of two characters, where it makes no word
    ("岚洲县种多少亩", (), Slip(0, 3, "岚州县")),
    ("望微种多少亩", (), Slip(0, 2, "望徽省")),
    ("土地种多少亩", (), None),
    # of a long name any character may be wrong, but what turns it round
    ("乌兰桃来左旗种多少亩", (), Slip(0, 6, "乌兰陶来左旗")),
    ("乌拉陶来左旗种多少亩", (), Slip(0, 6, "乌兰陶来左旗")),
    ("乌兰陶来右旗种多少亩", (), None),
    # two characters that only sound alike, where they open the question
    ("望辉2024年种多少亩", (), Slip(0, 2, "望徽省")),
    ("今年望辉2024年种多少亩", (), None),
    ("望辉岭种多少亩", (), None),
    # two characters in the wrong order, where the name is long enough to be known all the same
    ("乌陶兰来左旗种多少亩", (), Slip(0, 6, "乌兰陶来左旗")),
    ("渚云县种多少亩", (), None),
]
ALIKE = [
    ("澄", "成", True),
    ("兰", "南", True),
    ("林", "凌", True),
    ("山", "三", True),
    ("湖", "符", False),
    ("华", "发", True),
    ("云", "桂", False),
]


@pytest.mark.parametrize(("clean", "taken", "found"), CASES)
def test_only_one_slip_that_stands_alone_or_beside_a_place_is_taken(
    clean: str, taken: tuple[tuple[int, int], ...], found: Slip | None
) -> None:
    assert slip(clean, FORMS, taken, JOINED) == found


@pytest.mark.parametrize(("one", "other", "alike"), ALIKE)
def test_sounds_that_many_do_not_tell_apart_are_alike(one: str, other: str, alike: bool) -> None:
    assert sound_alike(one, other) is alike
