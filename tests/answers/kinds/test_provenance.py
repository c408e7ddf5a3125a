"""What a page says of itself is quoted from its original, though the search text leaves it out."""

from __future__ import annotations

import pytest

from rag.records import Status
from tests.answers.pages import PAGES
from tests.answers.small import REPORTS, answerer

DOCUMENTS = {d.path: d.text for d in (*REPORTS, *PAGES)}
ANSWERS = answerer((*REPORTS, *PAGES))


@pytest.mark.parametrize(
    ("question", "pieces"),
    [
        ("陆知行那期访谈是哪天登出来的？哪家媒体提供的？", ("2024年02月05日", "云渚县融媒体中心")),
        ("陆知行那期访谈节目叫啥名字？", ("两会归来话开局",)),
        ("芦湾镇那篇访谈的责任编辑是谁？", ("顾南亭",)),
        ("2023年镇长讲话全文多少字？", ("5120个字",)),
        ("青蒲镇开干部大会那条新闻什么时候发布的？", ("2024-03-07 08:15:30",)),
        ("青蒲镇干部大会的报道是哪位记者写的？", ("许砚舟",)),
        ("青蒲镇那篇报道出自哪家报纸？", ("云渚日报",)),
        ("芦湾镇那篇访谈和青蒲镇干部大会的报道各是哪天发布的？", ("2024年02月05日", "2024-03-07[2]")),
        (
            "青蒲镇干部大会的报道和芦湾镇陆知行的访谈，哪个先发布，分别是什么时候？",
            ("2024-03-07 08:15:30", "2024年02月05日"),
        ),
        ("2024年云渚县政府工作报告是哪天、在什么会上作的？", ("2024年1月11日", "第三次会议")),
    ],
)
def test_the_line_of_the_page_answers(question: str, pieces: tuple[str, ...]) -> None:
    answer = ANSWERS.answer(question)
    assert answer.status is Status.ANSWERED
    assert all(piece in answer.text for piece in pieces), answer.text
    assert all(c.span.of(DOCUMENTS[c.doc]) == c.quote for c in answer.citations)


def test_what_the_page_does_not_say_is_not_found() -> None:
    answer = ANSWERS.answer("青蒲镇那篇报道的责任编辑是谁？")
    assert answer.status is Status.NOT_FOUND
    assert "编辑" in answer.text


def test_of_two_things_asked_the_one_that_is_missing_is_named() -> None:
    answer = ANSWERS.answer("青蒲镇那篇报道是哪位记者写的，责任编辑是谁？")
    assert "许砚舟" in answer.text and answer.text.endswith("没有写明编辑。")


@pytest.mark.parametrize("question", ["青蒲镇2024年的干部大会是谁主持的？", "芦湾镇要争创什么强镇？"])
def test_what_happened_is_not_taken_for_what_the_page_says_of_itself(question: str) -> None:
    assert "记者" not in ANSWERS.answer(question).text


def test_a_year_that_is_asked_for_among_reports_is_not_the_day_of_one() -> None:
    assert "人民代表大会" not in ANSWERS.answer("2023到2024这两份云渚县政府工作报告里，哪一年定的粮食产量更高？").text
