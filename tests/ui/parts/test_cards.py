"""Answers and sources as HTML."""

import re
from dataclasses import replace

import pytest
from lxml.html import fragment_fromstring

from rag.records import Answer, Citation, Question, Span, Status
from rag.ui.parts.cards import (
    answer_html,
    citation_text,
    copy_html,
    document_facts,
    figures_html,
    question_html,
    source_html,
)
from rag.ui.parts.sources import sources
from tests.ui.fakes import HOSTILE, REPORT, SENTENCE, TRICK, FakeIndex, citation, corn

TAGS = re.compile(r"<(?P<name>[a-z0-9]+)")


def answer(status: Status, text: str, computed: tuple[str, ...] = (), cited: int = 0) -> Answer:
    citations = tuple(replace(citation(1, REPORT, SENTENCE), n=n + 1) for n in range(cited))
    return Answer(status, text, Question(text, text), citations, computed=computed)


def test_a_mark_leads_to_the_source_of_the_same_answer() -> None:
    html = answer_html(answer(Status.ANSWERED, "1.2万亩[1]。", cited=1), "q7", shown=(1,))
    assert '<a class="zw-ref" href="#zw-q7-1" aria-label="来源 1">1</a>' in html
    assert 'id="zw-q7-1"' in source_html(sources([citation(1, REPORT, SENTENCE)], (), FakeIndex())[0], "q7")


def test_a_mark_whose_source_is_not_on_the_page_leads_to_the_document() -> None:
    html = answer_html(answer(Status.ANSWERED, "甲[1]、乙[2]", cited=2), "q", shown=(1,))
    assert 'href="#zw-q-1"' in html
    assert re.search(r'href="/documents\?doc=[^"]*" target="_blank" aria-label="来源 2，在文档中打开">2</a>', html)


def test_a_number_in_brackets_that_is_no_citation_stays_text() -> None:
    html = answer_html(answer(Status.ANSWERED, "国发[12]号文件[1]", cited=1), "q", shown=(1,))
    assert "国发[12]号文件<a " in html


@pytest.mark.parametrize(
    ("status", "heading"),
    [
        (Status.ANSWERED, None),
        (Status.NOT_FOUND, "报告里没有找到"),
        (Status.MASKED, "原文隐去了这个数字"),
        (Status.UNCLEAR, "还需要补充一点"),
    ],
)
def test_every_status_but_an_answer_has_its_heading(status: Status, heading: str | None) -> None:
    html = answer_html(answer(status, "正文"), "q", shown=())
    assert f"zw-{status.value}" in html
    assert re.findall("<h2[^>]*>(.*?)</h2>", html) == ([heading] if heading else [])


def test_a_fresh_answer_appears_clause_by_clause_with_all_its_text() -> None:
    html = answer_html(answer(Status.ANSWERED, "一，二；三。\n四"), "q", shown=(), fresh=True)
    assert re.findall(r'--step:(\d+)">(.*?)</span>', html) == [("0", "一，"), ("1", "二；"), ("2", "三。"), ("3", "四")]
    assert html.count("<p>") == 2


def test_a_mark_of_a_source_is_not_torn_from_a_fresh_answer() -> None:
    html = answer_html(answer(Status.ANSWERED, "种玉米1.2万亩[1]，占[2]。", cited=2), "q", shown=(1, 2), fresh=True)
    assert re.findall(r'href="#zw-q-(\d)"', html) == ["1", "2"]


def test_what_was_computed_says_that_it_stands_in_no_source() -> None:
    html = answer_html(answer(Status.ANSWERED, "占66.7%。", ("66.7%",)), "q", shown=())
    assert "66.7% 由上列数字计算得出，原文中没有直接写出。" in html


@pytest.mark.parametrize(
    "html",
    [
        question_html(HOSTILE),
        question_html(HOSTILE * 30),
        answer_html(answer(Status.ANSWERED, HOSTILE, (HOSTILE,)), "q", shown=()),
        answer_html(answer(Status.NOT_FOUND, HOSTILE), "q", shown=(), fresh=True),
        source_html(sources([citation(1, TRICK, HOSTILE, (HOSTILE,))], (), FakeIndex())[0], "q"),
        document_facts(TRICK.metadata),
    ],
)
def test_hostile_text_makes_no_tag_and_no_attribute(html: str) -> None:
    ours = {"div", "p", "span", "details", "summary", "h2", "h3", "article", "header", "blockquote", "mark", "a"}
    assert {tag["name"] for tag in TAGS.finditer(html)} <= ours
    assert "onerror=window" not in re.sub(r">[^<]*<", "><", html)
    assert "javascript:" not in "".join(re.findall(r'href="([^"]*)"', html))


def test_a_source_marks_the_quote_in_its_surroundings() -> None:
    source = sources([citation(1, REPORT, SENTENCE, ("二、今年的任务", "（一）稳住粮食生产"))], (), FakeIndex())[0]
    html = source_html(source, "q")
    assert f"两级管护。<mark>{SENTENCE}</mark>同时抓好" in html
    assert "宁川省云溪县青石镇　2024 年　工作报告　周文远" in html
    assert "二、今年的任务 › （一）稳住粮食生产" in html
    assert re.findall(r'zw-badge">(.*?)<', html) == ["部分文本"]
    assert re.findall(r'zw-note">(.*?)<', html) == [
        "这份文件只有原文的一部分（第1/3页）",
        "标题写 2024 年，落款写 2023 年，以落款为准",
    ]


def test_a_source_of_enormous_parts_is_cut_to_what_can_be_read() -> None:
    quote = Citation(1, "a.txt", Span(0, 90_000), "长" * 90_000, "题" * 9_000, ("节" * 9_000,))
    html = source_html(sources([quote], (), FakeIndex())[0], "q")
    assert len(html) < 2_500
    assert html.count("…") == 3


def test_figures_are_rows_with_what_sort_of_number_they_are() -> None:
    html = figures_html(corn("").figures, limit=12)
    assert re.findall(r"<td[^>]*>(.*?)</td>", html) == [
        *("玉米", "1.2万亩", "目标", "2024", "青石镇"),
        *("地膜玉米", "8000亩以上", "目标、不低于", "2024", "青石镇"),
    ]
    assert "caption" not in html


def test_more_figures_than_are_shown_are_counted() -> None:
    html = figures_html(corn("").figures, limit=1)
    assert html.count("<tr>") == 2
    assert "共 2 个数字，这里列出前 1 个" in html


def test_a_source_leads_to_its_place_in_the_document() -> None:
    source = sources([citation(1, REPORT, SENTENCE)], (), FakeIndex())[0]
    start = REPORT.text.index(SENTENCE)
    link = f"/documents?doc=%E4%BA%91%E6%BA%AA%E5%8E%BF%2F%E9%9D%92%E7%9F%B3%E9%95%87_2024.txt&amp;start={start}&amp;stop={start + len(SENTENCE)}"
    assert f'<a class="zw-open" href="{link}" target="_blank">在文档中打开</a>' in source_html(source, "q")


def test_a_copy_button_carries_the_text_and_nothing_else() -> None:
    button = fragment_fromstring(copy_html(HOSTILE))
    assert dict(button.attrib) == {"type": "button", "class": "zw-copy", "aria-live": "polite", "data-zw-copy": HOSTILE}
    assert (button.text, len(button)) == ("复制", 0)


def test_only_a_fresh_answer_is_announced() -> None:
    assert 'role="status"' in answer_html(answer(Status.ANSWERED, "一"), "q", shown=(), fresh=True)
    assert 'role="status"' not in answer_html(answer(Status.ANSWERED, "一"), "q", shown=())


def test_a_long_question_folds_away() -> None:
    html = question_html("长" * 10_000)
    assert "<details>" in html
    assert "共 10,000 字" in html
    assert "<details>" not in question_html("短")


def test_an_answer_is_copied_with_its_sources() -> None:
    quote = Citation(1, "a/b.txt", Span(3, 7), "种一万亩", "某镇报告", ("二、任务",))
    text = citation_text(answer(Status.ANSWERED, "一万亩[1]。"), sources([quote], (), FakeIndex()))
    assert text == "一万亩[1]。\n[1] “种一万亩”——某镇报告 › 二、任务（a/b.txt）"
