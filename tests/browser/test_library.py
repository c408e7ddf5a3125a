"""目标库 and 关于与状态 as a user meets them: a real server, a real browser, the sample corpus."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path
from urllib.parse import parse_qs, urlparse

import openpyxl
import pytest
from playwright.sync_api import Browser, Page, expect

from rag.ui.parts.linked import ON_ITS_WAY_S
from tests.browser.serving import ANSWER_MS, chromium, select_row, server, settled

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(chromium() is None, reason="chromium is not installed (see `make browser`)"),
]

HOSTILE = "<img src=x onerror=\"document.title='坏'\"><script>document.title='坏'</script> $x^2$ :smile:"
TARGETS = "area=三农&topic=粮食安全&kind=target&place=澄溪县&year=2024&sort=largest"


@pytest.fixture(scope="module")
def corpus(scratch: Path, sample: Path) -> Path:
    """The sample with a file that cannot be read."""
    folder = Path(shutil.copytree(sample, scratch / "corpus"))
    (folder / "打不开.docx").write_bytes(b"no document at all")
    return folder


def library(page: Page, address: str, params: str = "") -> Page:
    page.goto(f"{address}/library?{params}")
    expect(page.locator(".zw-heading")).to_contain_text("个数字", timeout=ANSWER_MS)
    return settled(page)


def params(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlparse(page.url).query)


def test_the_library_is_one_click_from_the_chat(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("link", name="目标库").click()
    expect(page.locator(".zw-heading")).to_contain_text("个数字", timeout=ANSWER_MS)
    expect(page.get_by_test_id("stDataFrame")).to_be_visible()
    assert urlparse(page.url).path == "/library"


def test_a_row_opens_its_sentence_in_the_document(page: Page, address: str) -> None:
    library(page, address, TARGETS)
    select_row(page, 0)
    expect(page.locator(".zw-figure strong")).to_have_text("43万亩以上")
    expect(page.locator(".zw-source mark")).to_contain_text("粮食播种面积稳定在43万亩以上")
    expect(page.locator(".zw-source mark")).to_be_in_viewport()
    page.get_by_text("展开阅读原文").click()
    expect(page.locator(".zw-page mark")).to_contain_text("43万亩以上")


def test_another_row_and_another_filter_show_another_source_or_none(page: Page, address: str) -> None:
    library(page, address, TARGETS)
    select_row(page, 0)
    expect(page.locator(".zw-figure strong")).to_have_text("43万亩以上")
    select_row(page, 1)
    # a click of a row is on its way for a moment: only when its own figure is there has it arrived
    expect(page.locator(".zw-figure strong")).to_have_text("2.45万亩以上", timeout=ANSWER_MS)
    page.get_by_role("button", name="清除筛选").click()
    expect(page.locator(".zw-hint")).to_contain_text("点表里的一行", timeout=ANSWER_MS)
    expect(page.locator(".zw-heading")).not_to_contain_text("符合条件的")
    assert page.locator(".zw-source").count() == 0


def test_a_copied_link_opens_the_same_figures(page: Page, address: str, chrome: Browser) -> None:
    library(page, address)
    page.locator(".st-key-library-area").get_by_text("三农").click()
    page.locator(".st-key-library-topics").get_by_text("粮食安全").click()
    page.get_by_placeholder("找指标或数字").fill("播种面积")
    page.get_by_placeholder("找指标或数字").press("Enter")
    page.wait_for_url(lambda url: parse_qs(urlparse(url).query).get("text") == ["播种面积"])
    assert params(page) == {"area": ["三农"], "topic": ["粮食安全"], "text": ["播种面积"]}
    other = chrome.new_page(locale="zh-CN")
    other.goto(page.url)
    expect(other.locator(".zw-heading strong")).to_be_visible(timeout=ANSWER_MS)
    expect(page.locator(".zw-heading strong")).to_have_text(other.locator(".zw-heading strong").inner_text())
    expect(other.get_by_placeholder("找指标或数字")).to_have_value("播种面积")
    other.close()


def test_turning_pages_moves_the_link_and_going_back_moves_the_page(page: Page, address: str) -> None:
    library(page, address)
    page.get_by_test_id("stPagination").get_by_text("2", exact=True).click()
    page.wait_for_url(lambda url: parse_qs(urlparse(url).query) == {"page": ["2"]})
    page.wait_for_timeout(1000 * ON_ITS_WAY_S)
    page.go_back()
    expect(page.get_by_test_id("stPagination").locator('[aria-current="page"]')).to_have_text("1")


def test_what_is_shown_is_downloaded_as_csv_and_as_a_workbook(page: Page, address: str, tmp_path: Path) -> None:
    library(page, address, TARGETS)
    shown = int(page.locator(".zw-heading strong").inner_text())
    for name, ending in (("CSV", "csv"), ("Excel", "xlsx")):
        with page.expect_download() as download:
            page.get_by_role("button", name=f"下载 {name}").click()
        assert download.value.suggested_filename == f"目标库.{ending}"
        download.value.save_as(tmp_path / f"figures.{ending}")
    with (tmp_path / "figures.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    sheet = openpyxl.load_workbook(tmp_path / "figures.xlsx").active
    assert len(rows) == shown == sheet.max_row - 1
    assert {(row["类型"], row["年份"]) for row in rows} == {("目标", "2024")}
    assert (rows[0]["指标"], rows[0]["原文"]) == ("粮食播种面积", "43万亩以上")


def test_nothing_found_says_what_to_do(page: Page, address: str) -> None:
    library(page, address, "text=地铁站&year=2024")
    expect(page.locator(".zw-notice")).to_contain_text("去掉“地铁站”")
    page.get_by_role("button", name="清除筛选").click()
    expect(page.get_by_test_id("stDataFrame")).to_be_visible()


def test_a_hostile_link_is_shown_as_text_and_does_nothing(page: Page, address: str) -> None:
    page.goto(f"{address}/library")
    page.evaluate("text => { location.search = new URLSearchParams({text, place: text}) }", HOSTILE)
    expect(page.locator(".zw-notice")).to_contain_text("没有符合条件的数字", timeout=ANSWER_MS)
    assert page.locator(".zw-notice img, .katex").count() == 0
    assert "坏" not in page.title()


@pytest.mark.parametrize("path", [f"library?{TARGETS}", "status"])
def test_a_narrow_screen_cuts_nothing_off(chrome: Browser, address: str, path: str) -> None:
    narrow = chrome.new_page(viewport={"width": 390, "height": 844}, locale="zh-CN")
    narrow.goto(f"{address}/{path}")
    expect(narrow.locator(".zw-heading")).to_be_visible(timeout=ANSWER_MS)
    if path.startswith("library"):
        select_row(narrow, 0)
        expect(narrow.locator(".zw-source mark")).to_be_in_viewport()
    wide = narrow.evaluate(
        "document.querySelector('.stMain').scrollWidth - document.querySelector('.stMain').clientWidth"
    )
    assert wide == 0
    narrow.close()


def test_the_state_names_the_file_that_could_not_be_read_and_where_the_data_lies(page: Page, address: str) -> None:
    page.goto(f"{address}/status")
    expect(page.locator(".zw-health")).to_contain_text("有 1 份文件没能读出", timeout=ANSWER_MS)
    page.get_by_text("没能读出的文件").click()
    expect(page.locator(".zw-unread li")).to_contain_text("打不开.docx")
    expect(page.locator(".zw-facts-list").nth(0)).to_contain_text("21 份")
    expect(page.locator(".zw-facts-list").nth(1)).to_contain_text("corpus")
    expect(page.locator(".zw-facts-list").nth(3)).to_contain_text("streamlit")


def test_without_an_index_both_pages_say_so_without_a_stack_trace(chrome: Browser, tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    with server(tmp_path / "corpus", tmp_path / "index", tmp_path / "server.log") as url:
        page = chrome.new_page(locale="zh-CN")
        page.goto(f"{url}/library")
        expect(page.get_by_text("还没有报告可查")).to_be_visible(timeout=ANSWER_MS)
        page.goto(f"{url}/status")
        expect(page.locator(".zw-notice")).to_contain_text("资料库还没有建立", timeout=ANSWER_MS)
        expect(page.locator(".zw-facts-list").first).to_contain_text("corpus")
        assert "Traceback" not in page.inner_text("body")
        page.close()
