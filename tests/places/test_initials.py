"""Provinces named by one character each."""

from __future__ import annotations

import pytest

from rag.places.initials import initials

KNOWN = frozenset("粤苏浙鲁豫新渝")

NAMED = [
    ("粤苏浙三省的目标", "粤苏浙"),
    ("豫、鲁和粤谁最高", "豫鲁粤"),
    ("粤2025年GDP增长多少", "粤"),
    ("渝今年要办哪些实事", "渝"),
    ("请问鲁的粮食产量是多少", "鲁"),
    ("浙的目标和鲁的目标哪个高", "浙鲁"),
    ("豫省的目标", "豫"),
    ("新2025年棉花产量是多少", "新"),
    # no province: words and names that begin with the same character
    ("粤菜馆开了几家", ""),
    ("苏家村今年种了多少亩", ""),
    ("新的目标是什么", ""),
    ("镇里鲁的目标", ""),
]


@pytest.mark.parametrize(("text", "named"), NAMED)
def test_a_character_names_a_province_in_a_row_or_by_itself(text: str, named: str) -> None:
    assert "".join(text[at] for at in initials(text, KNOWN)) == named
