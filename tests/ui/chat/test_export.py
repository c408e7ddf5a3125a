"""A conversation as Markdown and as Word: everything in it, word for word, and nothing read as markup."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO

import pytest
from docx import Document
from markdown_it import MarkdownIt

from rag.records import Filter
from rag.ui.chat.conversation import Exchange, exchange
from rag.ui.chat.export import as_markdown, file_name
from rag.ui.chat.word import as_word
from tests.ui.fakes import HOSTILE, SENTENCE, FakeAssistant

NASTY = "| 表 | # 题 - 项 1. 甲 > 引 `码` ***粗*** ~~删~~ &amp; \\ \x00\x07\u202e\ud800 = +"


def said(question: str) -> Exchange:
    return replace(exchange(question, (), Filter(), FakeAssistant()), asked=1_700_000_000.0)


TALK = (said("种多少亩玉米？"), said("修几座桥？"), said("崩溃"), said("脚本"))


def test_markdown_holds_questions_answers_tables_and_sources_in_order() -> None:
    text = as_markdown("玉米", TALK)
    order = [
        "# 玉米",
        "## 种多少亩玉米？",
        "*2023-11-1",
        "青石镇2024年计划种植玉米1.2万亩",
        "| 指标 |",
        "| 玉米 |",
        "**\\[1\\]**",
    ]
    order += ["> 2024年全镇计划", "## 修几座桥？", "报告里没有找到", "## 崩溃", "出了一点意外", "## 脚本"]
    assert [text.index(piece) for piece in order] == sorted(text.index(piece) for piece in order)


def test_markdown_names_title_headings_and_path_of_each_source() -> None:
    shown = MarkdownIt().render(as_markdown("玉米", TALK[:1]))
    assert "青石镇2024年政府工作报告 › 二、今年的任务 › （一）稳住粮食生产（云溪县/青石镇_2024.txt）" in shown
    assert SENTENCE in shown


@pytest.mark.parametrize(
    "text", [HOSTILE, NASTY, "1. 一\n2. 二", "```\nx\n```", "[甲]: http://x", "- 一", "12) 二", "# 题", "===", "| a |"]
)
def test_what_users_and_files_say_is_no_markup(text: str) -> None:
    answer = replace(TALK[0].answer, text=text) if TALK[0].answer else None
    shown = as_markdown(text, (replace(TALK[0], question=text, answer=answer),))
    html = MarkdownIt("commonmark", {"html": True}).enable("table").render(shown)
    tags = {"h1", "h2", "p", "em", "strong", "table", "thead", "tbody", "tr", "th", "td", "blockquote", "br"}
    assert set(re.findall(r"<([a-z0-9]+)", html)) <= tags
    assert html.count("<tr>") == 3


@pytest.mark.parametrize(
    ("text", "escaped"), [("http://x.example", "http\\://x"), ("www.x.example", "www\\.x"), ("a@b.c", "a\\@b")]
)
def test_addresses_do_not_become_links_and_plain_text_stays_readable(text: str, escaped: str) -> None:
    assert escaped in as_markdown(text, ())
    assert as_markdown("1.2万亩（其中0.8万亩）、增长5%-6%。", ()) == "# 1.2万亩（其中0.8万亩）、增长5%-6%。\n"


def test_word_holds_the_same_with_figures_as_a_table() -> None:
    document = Document(BytesIO(as_word("玉米", TALK)))
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    order = [
        "玉米",
        "种多少亩玉米？",
        "青石镇2024年计划种植玉米1.2万亩",
        "[1] 青石镇2024年政府工作报告 › ",
        SENTENCE,
        "修几座桥？",
        "崩溃",
    ]
    assert [text.index(piece) for piece in order] == sorted(text.index(piece) for piece in order)
    assert [[cell.text for cell in row.cells] for row in document.tables[0].rows] == [
        ["指标", "数值", "性质", "年份", "地区"],
        ["玉米", "1.2万亩", "目标", "2024", "青石镇"],
        ["地膜玉米", "8000亩以上", "目标、不低于", "2024", "青石镇"],
    ]
    assert [p.text for p in document.paragraphs if p.style.name.startswith("Heading")] == [one.question for one in TALK]


def test_word_takes_any_text() -> None:
    nasty = NASTY + HOSTILE + "\ufffe" + "长" * 10_000
    answer = replace(TALK[0].answer, text=nasty) if TALK[0].answer else None
    document = Document(BytesIO(as_word(nasty, (replace(TALK[0], question=nasty, answer=answer),))))
    assert HOSTILE in document.paragraphs[0].text


def test_an_empty_conversation_is_a_file_too() -> None:
    assert as_markdown("空", ()) == "# 空\n"
    assert Document(BytesIO(as_word("空", ()))).paragraphs[0].text == "空"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("种多少玉米？", "政问-种多少玉米.md"),
        ("../../etc/passwd\x00", "政问-etc passwd.md"),
        ("???", "政问-对话.md"),
        ("长" * 200, f"政问-{'长' * 40}.md"),
    ],
)
def test_the_name_of_the_file_is_one_that_every_system_takes(title: str, name: str) -> None:
    assert file_name(title, "md") == name
