"""Conversations as a user meets them: a real server, a real browser, the sample corpus, the real model."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from urllib.parse import quote

import pytest
from docx import Document
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from rag.conversations import Conversations
from tests.browser.serving import ANSWER_MS, ask, build, chromium, server, settled

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(chromium() is None, reason="chromium is not installed (see `make browser`)"),
]

QUESTION = "2022年澄溪县粮食播种面积完成了吗？"
OTHER = "青筏镇2024年食用菌要发展到多少万棒？"
HOSTILE = "<img src=x onerror=\"document.title='坏'\"> $x^2$ :smile: **粗**"


@pytest.fixture(scope="module")
def address(scratch: Path, sample: Path) -> Iterator[str]:
    build(sample, scratch / "index")
    with server(sample, scratch / "index", scratch / "server.log", scratch / "state") as url:
        yield url


@pytest.fixture
def somebody(chrome: Browser) -> Iterator[BrowserContext]:
    """A browser with no past."""
    context = chrome.new_context(viewport={"width": 1280, "height": 860}, locale="zh-CN")
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    yield context
    context.close()


@pytest.fixture
def page(somebody: BrowserContext, address: str) -> Page:
    return opened(somebody, address)


def opened(context: BrowserContext, url: str) -> Page:
    page = context.new_page()
    page.goto(url)
    expect(page.get_by_test_id("stChatInputTextArea")).to_be_visible(timeout=ANSWER_MS)
    return settled(page)


def new_conversation(page: Page) -> None:
    page.get_by_role("button", name="新对话").click()
    expect(page.locator(".zw-welcome")).to_be_visible(timeout=ANSWER_MS)


def rows(page: Page) -> Locator:
    return page.locator("[class*=st-key-zw-talk] .stButton button")


def plain(label: Locator) -> str:
    """What a label says, without the joiners of no width that keep Markdown out of it."""
    return label.inner_text().replace("\u2060", "")


def menu(page: Page, number: int) -> None:
    page.locator("[class*=st-key-zw-talk] [data-testid=stPopoverButton]").nth(number).click()
    expect(page.get_by_label("名称")).to_be_visible(timeout=ANSWER_MS)


def chip(page: Page, text: str) -> Locator:
    return page.locator("[class*=st-key-zw-chip-] button", has_text=text).last


def test_a_conversation_is_there_after_a_reload_in_another_tab_and_back_from_another_page(
    page: Page, somebody: BrowserContext
) -> None:
    ask(page, QUESTION)
    ask(page, "2023年呢？")
    expect(page).to_have_url(re.compile(r"\?c=[\w-]{20}$"))
    link = page.url
    text = page.locator(".zw-answer").all_inner_texts()
    page.reload()
    expect(page.locator(".zw-answer")).to_have_text(text, timeout=ANSWER_MS, use_inner_text=True)
    other = opened(somebody, link)
    expect(other.locator(".zw-answer")).to_have_text(text, timeout=ANSWER_MS, use_inner_text=True)
    expect(rows(other).first).to_have_text(QUESTION)
    page.get_by_role("link", name="关于与状态").click()
    expect(page.locator(".zw-health")).to_be_visible(timeout=ANSWER_MS)
    page.get_by_role("link", name="问答").click()
    expect(page.locator(".zw-answer")).to_have_text(text, timeout=ANSWER_MS, use_inner_text=True)
    expect(page).to_have_url(link)


def test_going_back_leaves_the_conversation_and_forward_opens_it_again(page: Page) -> None:
    ask(page, QUESTION)
    link = page.url
    page.wait_for_timeout(1500)
    page.go_back()
    expect(page.locator(".zw-welcome")).to_be_visible(timeout=ANSWER_MS)
    page.wait_for_timeout(1500)
    page.go_forward()
    expect(page.locator(".zw-answer")).to_be_visible(timeout=ANSWER_MS)
    expect(page).to_have_url(link)


def test_a_link_to_a_question_asks_it_once(somebody: BrowserContext, address: str) -> None:
    page = opened(somebody, f"{address}/?q={quote(OTHER)}")
    expect(page.locator(".zw-answer")).to_contain_text("2700万棒", timeout=ANSWER_MS)
    expect(page).to_have_url(re.compile(r"\?c=[\w-]{20}$"))
    page.reload()
    expect(page.locator(".zw-answer")).to_contain_text("2700万棒", timeout=ANSWER_MS)
    assert page.locator(".zw-question").count() == 1
    expect(rows(page)).to_have_count(1)


def test_somebody_else_reads_a_shared_link_and_has_a_list_of_their_own(page: Page, chrome: Browser) -> None:
    ask(page, QUESTION)
    context = chrome.new_context(locale="zh-CN")
    theirs = opened(context, page.url)
    expect(theirs.locator(".zw-notice")).to_contain_text("这是别人分享的对话", timeout=ANSWER_MS)
    expect(rows(theirs)).to_have_count(0)
    ask(theirs, OTHER)
    assert theirs.url != page.url
    expect(rows(theirs)).to_have_count(1)
    page.reload()
    expect(page.locator(".zw-answer")).to_have_count(1, timeout=ANSWER_MS)
    context.close()


def test_conversations_are_searched_renamed_deleted_and_brought_back(page: Page) -> None:
    ask(page, QUESTION)
    new_conversation(page)
    ask(page, OTHER)
    expect(rows(page)).to_have_text([OTHER, QUESTION])
    search = page.get_by_label("搜索对话")
    search.fill("超出目标")
    expect(rows(page)).to_have_text([QUESTION], timeout=ANSWER_MS)
    search.fill("")
    expect(rows(page)).to_have_count(2, timeout=ANSWER_MS)
    menu(page, 1)
    page.get_by_label("名称").fill(HOSTILE)
    page.get_by_label("名称").press("Enter")
    expect(rows(page).nth(1)).to_contain_text("粗", timeout=ANSWER_MS)
    assert plain(rows(page).nth(1)) == HOSTILE
    page.keyboard.press("Escape")
    expect(page.get_by_label("名称")).to_be_hidden()
    rows(page).nth(1).click()
    expect(page.locator(".zw-answer")).to_contain_text("超出目标", timeout=ANSWER_MS)
    menu(page, 1)
    page.get_by_role("button", name="删除").click()
    expect(rows(page)).to_have_text([OTHER], timeout=ANSWER_MS)
    expect(page.locator(".zw-welcome")).to_be_visible(timeout=ANSWER_MS)
    page.get_by_role("button", name="撤销").click()
    expect(page.locator(".zw-answer")).to_contain_text("超出目标", timeout=ANSWER_MS)
    expect(rows(page)).to_have_count(2)
    assert [plain(row) for row in rows(page).all()] == [OTHER, HOSTILE]
    assert page.title() == "政问"


def test_a_conversation_is_exported_as_word_and_markdown(page: Page) -> None:
    ask(page, QUESTION)
    quotes = page.locator(".zw-source mark").all_inner_texts()
    menu(page, 0)
    with page.expect_download(timeout=ANSWER_MS) as saved:
        page.get_by_role("button", name="导出为 Word").click()
    assert saved.value.suggested_filename == "政问-2022年澄溪县粮食播种面积完成了吗.docx"
    document = Document(BytesIO(Path(saved.value.path()).read_bytes()))
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    with page.expect_download(timeout=ANSWER_MS) as saved:
        page.get_by_role("button", name="导出为 Markdown").click()
    assert saved.value.suggested_filename.endswith(".md")
    markdown = Path(saved.value.path()).read_text(encoding="utf-8")
    for said in (QUESTION, "目标达成", *quotes):
        assert said in text
        assert said in markdown


def test_a_chip_changes_the_answer_in_its_place_and_can_be_put_back(page: Page) -> None:
    ask(page, QUESTION)
    before = page.locator(".zw-answer").inner_text()
    chip(page, "2022 年").click()
    choices = page.get_by_test_id("stPopoverBody")
    choices.get_by_role("button", name="2022", exact=True).click()
    choices.get_by_role("button", name="2023", exact=True).click()
    page.wait_for_timeout(500)
    choices.get_by_role("button", name="按这个重新回答").click()
    expect(page.locator(".zw-answer")).to_contain_text("42.6万亩", timeout=ANSWER_MS)
    expect(chip(page, "2023 年")).to_be_visible()
    expect(page.locator(".zw-question")).to_have_text([QUESTION])
    page.get_by_role("button", name="恢复原来的理解").click()
    expect(page.locator(".zw-answer")).to_have_text(before, timeout=ANSWER_MS, use_inner_text=True)


def test_a_follow_up_marks_what_it_takes_over(page: Page) -> None:
    ask(page, QUESTION)
    ask(page, "2023年呢？")
    expect(chip(page, "澄溪县（沿用上文）")).to_be_visible()


def test_a_thumb_and_its_reason_are_kept_and_there_after_a_reload(page: Page, scratch: Path) -> None:
    question = "柏坞镇防返贫做了什么？"
    ask(page, question)
    page.get_by_role("radio", name="有问题").click()
    page.get_by_role("radio", name="漏了").click()
    expect(page.get_by_role("radio", name="漏了")).to_be_checked(timeout=ANSWER_MS)
    page.wait_for_timeout(800)
    page.reload()
    expect(page.get_by_role("radio", name="漏了")).to_be_checked(timeout=ANSWER_MS)
    (kept,) = [f for f in Conversations(scratch / "state").all_feedback() if f.question == question]
    assert (kept.good, kept.reason) == (False, "missing")


def test_what_is_suggested_is_answered(page: Page) -> None:
    ask(page, QUESTION)
    suggested = page.locator(".st-key-zw-suggested button")
    expect(suggested.first).to_be_visible(timeout=ANSWER_MS)
    question = suggested.first.inner_text().split("\n")[-1]
    suggested.first.click()
    expect(page.locator(".zw-question").last).to_have_text(question, timeout=ANSWER_MS)
    expect(page.locator(".zw-answer.zw-answered")).to_have_count(2, timeout=ANSWER_MS)


def test_an_answer_is_copied_with_its_citation_by_keyboard(page: Page) -> None:
    ask(page, OTHER)
    button = page.get_by_role("button", name="复制")
    button.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="已复制")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "食用菌发展到2700万棒" in copied
    assert copied.endswith("（青筏镇/2024年青筏镇工作要点.md）")


def test_a_mark_leads_to_its_card_and_the_card_to_the_document(page: Page) -> None:
    ask(page, OTHER)
    page.locator("a.zw-ref").first.click()
    expect(page.locator(".zw-source:target")).to_be_in_viewport()
    link = page.locator(".zw-open").first
    assert re.match(r"/documents\?doc=.*&start=\d+&stop=\d+$", link.get_attribute("href") or "")
    assert link.get_attribute("target") == "_blank"


def test_slash_goes_to_the_question_box_and_escape_closes_a_menu(page: Page) -> None:
    ask(page, OTHER)
    chip(page, "2024 年").click()
    expect(page.get_by_role("button", name="按这个重新回答")).to_be_visible(timeout=ANSWER_MS)
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="按这个重新回答")).to_be_hidden()
    page.mouse.click(1200, 300)
    page.keyboard.press("/")
    expect(page.get_by_test_id("stChatInputTextArea")).to_be_focused()
    expect(page.get_by_test_id("stChatInputTextArea")).to_have_value("")


def test_two_questions_in_a_row_are_both_answered(page: Page) -> None:
    box = page.get_by_test_id("stChatInputTextArea")
    for question in (QUESTION, OTHER):
        box.fill(question)
        box.press("Enter")
    expect(page.locator(".zw-answer.zw-answered")).to_have_count(2, timeout=ANSWER_MS)
    expect(page.locator(".zw-question")).to_have_text([QUESTION, OTHER])


def test_an_unknown_address_is_told_in_chinese(somebody: BrowserContext, address: str) -> None:
    page = opened(somebody, f"{address}/nowhere")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("没有这个页面", timeout=ANSWER_MS)
    assert not re.search("[A-Za-z]{3}", dialog.inner_text())


def test_on_a_phone_the_side_goes_when_something_in_it_was_chosen(chrome: Browser, address: str) -> None:
    context = chrome.new_context(viewport={"width": 390, "height": 844}, locale="zh-CN")
    page = opened(context, address)
    ask(page, OTHER)
    page.get_by_test_id("stExpandSidebarButton").click()
    page.get_by_role("button", name="新对话").click()
    expect(page.locator(".zw-welcome")).to_be_visible(timeout=ANSWER_MS)
    expect(page.get_by_test_id("stExpandSidebarButton")).to_be_visible(timeout=ANSWER_MS)
    page.get_by_test_id("stExpandSidebarButton").click()
    page.get_by_role("link", name="关于与状态").click()
    expect(page.locator(".zw-health")).to_be_visible(timeout=ANSWER_MS)
    expect(page.get_by_test_id("stExpandSidebarButton")).to_be_visible(timeout=ANSWER_MS)
    context.close()


def test_from_an_empty_folder_to_the_first_answer_in_two_clicks(somebody: BrowserContext, tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    with server(corpus, tmp_path / "index", tmp_path / "server.log", tmp_path / "state") as url:
        page = somebody.new_page()
        page.goto(url)
        page.get_by_role("button", name="导入示例资料").click(timeout=ANSWER_MS)
        example = page.locator(".st-key-zw-examples button").first
        expect(example).to_be_visible(timeout=2 * ANSWER_MS)
        example.click()
        expect(page.locator(".zw-answer.zw-answered")).to_be_visible(timeout=ANSWER_MS)
        expect(page.locator(".zw-source mark").first).to_be_visible()


def test_with_a_damaged_file_the_chat_works_and_says_so(
    somebody: BrowserContext, scratch: Path, sample: Path, address: str, tmp_path: Path
) -> None:
    assert address
    (tmp_path / "conversations.sqlite").write_bytes(b"no database at all" * 400)
    with server(sample, scratch / "index", tmp_path / "server.log", tmp_path) as url:
        page = opened(somebody, url)
        ask(page, OTHER)
        expect(page.locator(".zw-answer")).to_contain_text("2700万棒")
        expect(page.locator("[data-testid=stSidebar] .zw-notice")).to_contain_text("已损坏")
        assert "Traceback" not in page.inner_text("body")
