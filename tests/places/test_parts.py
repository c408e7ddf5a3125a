"""Parts of a document that speak for a place of their own."""

from __future__ import annotations

import pytest

from rag.places import place_of_part, places_of_parts

HEADINGS = [
    ("篇2：柏坞镇党委书记发言", "柏坞镇"),
    ("（二）青筏镇党委书记高远同志交流发言", "青筏镇"),
    ("3.石笕县人民政府县长高远发言材料", "石笕县"),
    ("沙棘管理区简介", "沙棘管理区"),
    ("一、柏坞镇基本情况", "柏坞镇"),
    ("（三）柏坞镇", "柏坞镇"),
    ("石笕县：", "石笕县"),
    ("一、建设美丽乡镇", None),
    ("一是抓园区", None),
    ("二、石笕工业园区", None),
    ("一、基本情况", None),
    ("二、全县概况", None),
    ("各镇情况介绍", None),
    ("石笕县和沙棘管理区简介", None),
    ("柏坞镇新建大棚20座", None),
    ("柏坞镇党委书记在全县干部大会上的讲话", None),
]


@pytest.mark.parametrize(("heading", "place"), HEADINGS)
def test_a_heading_says_whose_part_follows(heading: str, place: str | None) -> None:
    assert place_of_part(heading) == place


def test_the_places_of_headings_are_each_given_once_in_their_order() -> None:
    headings = ("篇1：柏坞镇党委书记发言", "一、基本情况", "柏坞镇简介", "篇2：青筏镇党委书记发言")
    assert places_of_parts(headings) == ("柏坞镇", "青筏镇")
