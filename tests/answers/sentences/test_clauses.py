"""Sentences into clauses."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.answers.sentences.clauses import clauses

DIVIDED = [
    ("地区生产总值增长5%，粮食产量13万吨。", ["地区生产总值增长5%，", "粮食产量13万吨。"]),
    ("收入达到1,200万元，增长5%", ["收入达到1,200万元，", "增长5%"]),
    ("园区12亿元、专班3亿元、乡镇8亿元", ["园区12亿元、", "专班3亿元、", "乡镇8亿元"]),
    ("城镇、农村居民收入分别增长6%、7%", ["城镇、农村居民收入分别增长6%、7%"]),
    ("建立“村收、镇运；区处理”的机制，加强督查", ["建立“村收、镇运；区处理”的机制，", "加强督查"]),
    ("目标是：增长5%", ["目标是：", "增长5%"]),
    ("", []),
]


@pytest.mark.parametrize(("sentence", "parts"), DIVIDED)
def test_clauses_end_at_marks_that_divide(sentence: str, parts: list[str]) -> None:
    assert [sentence[c.start : c.stop] for c in clauses(sentence)] == parts


@given(st.text(alphabet="粮食产量增长5.1%，。；：、“”（）,:\n", max_size=80))
def test_clauses_cover_a_sentence_without_gap_or_overlap(sentence: str) -> None:
    assert "".join(sentence[c.start : c.stop] for c in clauses(sentence)) == sentence
