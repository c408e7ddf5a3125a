"""The chat as a user meets it: a real server, a real browser, the sample corpus, the real model."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.serving import ANSWER_MS, ask, chromium, server

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(chromium() is None, reason="chromium is not installed (see `make browser`)"),
]

QUESTION = "青筏镇2024年食用菌要发展到多少万棒？"
QUOTED = "食用菌发展到2700万棒"
HOSTILE = (
    "<img src=x onerror=\"document.title='坏'\"><script>document.title='坏'</script> $x^2$ [点](javascript:0) :smile:"
)


@pytest.fixture
def page(chrome: Browser, address: str) -> Iterator[Page]:
    opened = chrome.new_page(viewport={"width": 1280, "height": 860}, locale="zh-CN")
    opened.goto(address)
    expect(opened.get_by_test_id("stChatInputTextArea")).to_be_visible(timeout=ANSWER_MS)
    yield opened
    opened.close()


def test_a_question_is_answered_with_its_source_highlighted(page: Page) -> None:
    ask(page, QUESTION)
    expect(page.locator(".zw-answer")).to_contain_text("2700万棒")
    expect(page.locator(".zw-source mark").first).to_contain_text(QUOTED)
    expect(page.locator(".zw-source h3").first).to_contain_text("青筏镇")


def test_the_answer_is_in_view_below_its_question(page: Page) -> None:
    ask(page, QUESTION)
    ask(page, "2023年澄溪县粮食播种面积要稳定在多少？")
    expect(page.locator(".zw-question").last).to_be_in_viewport()
    expect(page.locator(".zw-answer").last).to_be_in_viewport()


def test_reading_on_shows_the_quote_in_the_document(page: Page) -> None:
    ask(page, QUESTION)
    page.get_by_text("展开阅读原文").first.click()
    expect(page.locator(".zw-page mark")).to_contain_text(QUOTED)
    expect(page.locator(".zw-page mark")).to_be_in_viewport()
    expect(page.locator(".zw-place")).to_contain_text("第 1 页")


def test_an_example_question_of_the_library_is_answered(page: Page) -> None:
    example = page.locator(".st-key-zw-examples button").first
    question = example.inner_text().split("\n")[0]
    example.click()
    expect(page.locator(".zw-question")).to_have_text(question, timeout=ANSWER_MS)
    expect(page.locator(".zw-source mark").first).to_be_visible(timeout=ANSWER_MS)


def test_a_hostile_question_is_shown_as_text_and_does_nothing(page: Page) -> None:
    ask(page, HOSTILE)
    expect(page.locator(".zw-question")).to_have_text(HOSTILE)
    assert page.locator(".zw-question img, .zw-question a, .zw-answer img, .katex").count() == 0
    assert page.title() == "政问"


def test_ten_thousand_characters_do_no_harm(page: Page) -> None:
    ask(page, "青筏镇食用菌" * 1660)
    expect(page.locator(".zw-question")).to_contain_text("字，展开")
    ask(page, QUESTION)
    expect(page.locator(".zw-answer").last).to_contain_text("2700万棒")


def test_a_question_is_answered_while_the_library_is_brought_up_to_date(page: Page, corpus: Path) -> None:
    added = corpus / "石笕乡" / "2026年石笕乡政府工作报告.txt"
    added.write_text(
        "2026年石笕乡政府工作报告\n——2026年1月12日在石笕乡人民代表大会上\n一、2026年工作安排\n"
        "2026年，我乡计划新栽猕猴桃730亩，改造茶园1280亩。\n",
        encoding="utf-8",
    )
    page.get_by_role("button", name="更新资料库").click()
    expect(page.locator(".zw-progress")).to_contain_text("正在更新资料库", timeout=ANSWER_MS)
    ask(page, QUESTION)
    expect(page.locator(".zw-answer")).to_contain_text("2700万棒")
    report = page.locator(".zw-report")
    expect(report).to_contain_text("新增 1", timeout=120_000)
    ask(page, "石笕乡2026年计划新栽多少亩猕猴桃？")
    expect(page.locator(".zw-answer").last).to_contain_text("730亩")


def test_a_narrow_screen_cuts_nothing_off(chrome: Browser, address: str) -> None:
    narrow = chrome.new_page(viewport={"width": 390, "height": 844}, locale="zh-CN")
    narrow.goto(address)
    ask(narrow, QUESTION)
    expect(narrow.locator(".zw-source mark").first).to_be_visible()
    wide = narrow.evaluate(
        "document.querySelector('.stMain').scrollWidth - document.querySelector('.stMain').clientWidth"
    )
    assert wide == 0
    narrow.close()


def test_nothing_is_asked_of_another_machine(chrome: Browser, address: str) -> None:
    asked: list[str] = []
    page = chrome.new_page(locale="zh-CN")
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address)
    ask(page, QUESTION)
    host = re.compile(r"(https?|ws)://localhost[:/]|data:|blob:")
    assert [url for url in asked if not host.match(url)] == []
    page.close()


@pytest.mark.parametrize(
    ("files", "said"), [((), "还没有报告可查"), (("报告.txt",), "资料库还没有建立")], ids=["no reports", "no index"]
)
def test_without_an_index_the_page_says_what_to_do(
    chrome: Browser, tmp_path: Path, files: tuple[str, ...], said: str
) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    for name in files:
        (corpus / name).write_text("一份报告。", encoding="utf-8")
    with server(corpus, tmp_path / "index", tmp_path / "server.log") as url:
        page = chrome.new_page(locale="zh-CN")
        page.goto(url)
        expect(page.locator(".zw-notice, .zw-welcome")).to_contain_text(said, timeout=ANSWER_MS)
        expect(page.get_by_role("button", name="建立资料库")).to_be_visible()
        page.close()


def test_a_damaged_index_is_said_without_a_stack_trace(chrome: Browser, tmp_path: Path) -> None:
    index = tmp_path / "index"
    index.mkdir()
    (index / "catalog.sqlite").write_bytes(b"no database at all" * 400)
    with server(tmp_path, index, tmp_path / "server.log") as url:
        page = chrome.new_page(locale="zh-CN")
        page.goto(url)
        expect(page.locator(".zw-notice")).to_contain_text("资料库暂时用不了", timeout=ANSWER_MS)
        expect(page.locator(".zw-notice")).to_contain_text("python -m rag build")
        assert "Traceback" not in page.inner_text("body")
        page.close()
