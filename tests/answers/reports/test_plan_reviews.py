"""The review of a whole plan period before that of its last year."""

from __future__ import annotations

import pytest

from rag.answers.answering import Answerer
from rag.answers.reports.plan_reviews import reviewing_a_plan
from rag.records import Passage, Sentence, Span, Status
from tests.answers.small import answerer, report

FILLER = "群众的事一件接着一件办，老旧街巷换了新颜，乡间小路通到家门口，文化活动越来越多。" * 8
REVIEW = """政府工作报告
——2026年1月15日在云渚县第十八届人民代表大会第四次会议上

一、{head}
民生持续改善。办成一批实事，城镇新增就业2.6万人，建成公园12个。{filler}
{turn}全县上下同心协力，办好一批要事。{filler}
就业形势稳定。落实帮扶政策，城镇新增就业5100人。

二、2026年工作安排
今年要抓好就业。城镇新增就业5200人以上。
"""

BOTH = ("“十四五”时期和2025年工作回顾", "刚刚过去的2025年，")


def of(head: str, turn: str) -> Answerer:
    document = report(
        "云渚县/2026.txt",
        REVIEW.format(head=head, turn=turn, filler=FILLER),
        ("岚原省", "望川市", "云渚县"),
        2026,
        "2026年云渚县政府工作报告",
    )
    return answerer((document,))


ASKED = [
    (BOTH, "云渚县2025年城镇新增就业完成多少人", "5100人"),
    (("过去五年及2025年工作回顾", "一年来，"), "云渚县2025年城镇新增就业完成多少人", "5100人"),
    (BOTH, "云渚县“十四五”时期城镇新增就业多少人", "2.6万人"),
    (("“十四五”时期工作回顾", "刚刚过去的2025年，"), "云渚县2025年城镇新增就业完成多少人", "5100人"),
    (("过去五年工作回顾", "刚刚过去的2025年，"), "云渚县2025年城镇新增就业完成多少人", "5100人"),
]


@pytest.mark.parametrize(("parts", "question", "amount"), ASKED)
def test_what_a_year_came_to_is_told_after_what_the_period_came_to(
    parts: tuple[str, str], question: str, amount: str
) -> None:
    answer = of(*parts).answer(question)
    assert answer.status is Status.ANSWERED
    assert amount in answer.text


PARTS = [
    ("一、“十四五”时期和2025年工作回顾", "城镇新增就业2.6万人。", True),
    ("一、2025年和“十四五”时期工作回顾", "城镇新增就业5100人。", False),
    ("一、2025年和“十四五”时期工作回顾", "城镇新增就业2.6万人，居民收入年均增长6%。", True),
    ("一、2025年和“十四五”时期工作回顾", "五年来，城镇新增就业2.6万人。", True),
    ("一、2025年工作回顾", "城镇新增就业5100人。", False),
    ("一、2025年工作回顾", "过去五年，城镇新增就业2.6万人。", True),
    ("一、“十四五”时期工作回顾", "刚刚过去的2025年，城镇新增就业5100人。", False),
    ("一、“十四五”时期工作回顾", "今年，城镇新增就业5200人。", False),
    ("一、“十五五”时期主要目标", "城镇新增就业2.8万人。", False),
    ("一、总体要求", "“十五五”时期是加快发展的五年，城镇新增就业2.8万人。", False),
    ("一、总体要求", "“十四五”时期，城镇新增就业2.6万人。", True),
    ("——这是民生福祉不断增进的五年", "城镇新增就业2.6万人。", True),
    ("一、2025年工作", "十五是新建公园12个。", False),
]


@pytest.mark.parametrize(("heading", "told", "several"), PARTS)
def test_the_heading_or_the_opening_of_a_paragraph_says_whether_years_are_added_up(
    heading: str, told: str, several: bool
) -> None:
    sentence = Sentence(Span(100, 100 + len(told)), told)
    passage = Passage("云渚县/2026.txt", 0, sentence.span, told, (heading,), (sentence,))
    assert (sentence.span in reviewing_a_plan((passage,), 2026)) is several


def test_what_opens_without_a_heading_goes_on_only_through_its_enumeration() -> None:
    paragraphs = ("过去五年，成就显著。", "一是建成公路900公里。", "现在说当前工作，新增就业200人。")
    starts = (0, 50, 100)
    told = tuple(Sentence(Span(at, at + len(text)), text) for at, text in zip(starts, paragraphs, strict=True))
    passage = Passage("云渚县/2026.txt", 0, Span(0, 200), "".join(paragraphs), (), told)
    assert [s.span in reviewing_a_plan((passage,), 2026) for s in told] == [True, True, False]
