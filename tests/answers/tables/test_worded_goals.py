"""Which places set a goal in the same words, without a number."""

from __future__ import annotations

import pytest

from rag.answers.telling.guard import unsupported
from rag.records import Status
from tests.answers.provinces import provincial
from tests.answers.small import answerer

ANSWERS = answerer(
    (
        provincial("岚原省", 2024, "地区生产总值增长6%左右，居民收入增长与经济增长同步", "居民收入增长5%"),
        provincial("汀湖省", 2024, "居民人均可支配收入增长6%左右，与经济增长基本同步", "居民收入增长4%"),
        provincial("溟海省", 2024, "居民收入增长快于经济增长，进出口促稳提质", "居民收入增长与经济增长同步"),
        provincial("望桐省", 2024, "居民收入增长6%以上，环境质量与人口素质同步提升", "居民收入增长5%"),
    )
)
ASKED = [
    (
        "哪些省把居民收入目标定为与经济增长同步？",
        "有2个省区市把“居民收入”的目标定为“与经济增长同步”：岚原省[1]、汀湖省[2]。",
    ),
    (
        "有几个省的居民收入目标是和经济增长同步？",
        "有2个省区市把“居民收入”的目标定为“和经济增长同步”：岚原省[1]、汀湖省[2]。",
    ),
    ("哪些省的居民收入目标要快于经济增长？", "有1个省区市把“居民收入”的目标定为“快于经济增长”：溟海省[1]。"),
    ("哪些省进出口目标是促稳提质？", "有1个省区市把“进出口”的目标定为“促稳提质”：溟海省[1]。"),
    (
        "哪些省没有把居民收入目标定为与经济增长同步？",
        "没有把“居民收入”的目标定为“与经济增长同步”的有2个省区市：望桐省、溟海省。",
    ),
]


@pytest.mark.parametrize(("question", "first"), ASKED)
def test_the_places_that_set_a_goal_in_these_words_are_named_and_counted(question: str, first: str) -> None:
    answer = ANSWERS.answer(question)
    assert answer.status is Status.ANSWERED
    assert answer.text.splitlines()[0] == first
    assert unsupported(answer) == frozenset()


def test_the_clause_that_sets_the_goal_is_cited() -> None:
    quotes = [c.quote for c in ANSWERS.answer("哪些省把居民收入目标定为与经济增长同步？").citations]
    assert quotes == ["居民收入增长与经济增长同步。", "居民人均可支配收入增长6%左右，与经济增长基本同步。"]


def test_what_no_report_sets_so_is_refused() -> None:
    answer = ANSWERS.answer("哪些省把居民收入目标定为与上年持平？")
    assert answer.status is Status.NOT_FOUND
    assert answer.text.startswith("资料库里4个省区市的报告都没有把“居民收入”的目标定为")
