"""Lines of the page go, lines of the report stay."""

import pytest

from rag.text.clean import clean
from rag.text.furniture_lines import ANYWHERE, AT_THE_EDGES, LISTS, NOTICES, Furniture

FIRST = "白塔县去年完成投资三亿元，全部任务如期完成。"
LAST = "白塔县今年要再完成投资四亿元，让群众满意。"

LOOK_ALIKES = [
    "资金来源：中央财政补助3000万元",
    "来源：省级财政补助500万元",
    "字体设计产业园建成投用",
    "位置：县城东部",
    "下一条战线是招商引资。",
    "我们要审核：每一笔资金；公开：每一个项目。",
    "记者站建成三处，覆盖全县。",
    "加强版权保护，转载率提高。",
    "12345政务热线办结率98%。",
    "收藏品市场交易额两亿元。",
]


@pytest.mark.parametrize("kind", ANYWHERE, ids=lambda kind: kind.name)
def test_a_line_of_the_page_is_left_out_wherever_it_stands(kind: Furniture) -> None:
    assert clean(f"{kind.example}\n{FIRST}\n{kind.example}\n{LAST}\n{kind.example}").text == f"{FIRST}\n{LAST}"


@pytest.mark.parametrize("kind", AT_THE_EDGES, ids=lambda kind: kind.name)
def test_a_line_that_could_be_text_is_left_out_only_around_the_text(kind: Furniture) -> None:
    cleaned = clean(f"{kind.example}\n{FIRST}\n{kind.example}\n{LAST}\n{kind.example}").text
    assert cleaned.startswith(FIRST)
    assert cleaned.endswith(LAST)
    assert cleaned.count("\n") == 2


@pytest.mark.parametrize("kind", NOTICES + LISTS, ids=lambda kind: kind.name)
def test_what_ends_the_page_takes_all_after_it(kind: Furniture) -> None:
    assert clean(f"{FIRST}\n{kind.example}\n邻县召开会议\n另一条消息").text == FIRST


def test_a_list_of_other_articles_beside_the_text_takes_nothing_after_it() -> None:
    assert clean(f"{FIRST}\n热点文章\n{LAST}").text == f"{FIRST}\n{LAST}"


@pytest.mark.parametrize("line", LOOK_ALIKES)
def test_a_line_of_the_report_stays(line: str) -> None:
    assert clean(f"{FIRST}\n{line}\n{LAST}").text.split("\n")[1] == line


def test_a_text_without_any_sentence_keeps_its_numbers() -> None:
    assert clean("玉米\n14500\n小麦\n7800").text == "玉米\n14500\n小麦\n7800"
