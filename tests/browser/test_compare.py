"""对比与追踪 as a user meets it: a real server, a real browser, the sample corpus."""

from __future__ import annotations

import csv
from pathlib import Path
from urllib.parse import parse_qs, urlparse

import openpyxl
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.serving import ANSWER_MS, chromium, select_row, server, settled

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(chromium() is None, reason="chromium is not installed (see `make browser`)"),
]

INCOME = "indicator=农村居民人均可支配收入&measure=change/ratio&year=2023"
GROWTH = "indicator=地区生产总值&measure=change/ratio&view=years&place=澄溪县"
# points are drawn year by year, the target of a year before its result; there is none for 2021
RESULT_OF_2022 = 2
HOSTILE = "<img src=x onerror=\"document.title='坏'\"><script>document.title='坏'</script> $x^2$ :smile:"


def compare(page: Page, address: str, params: str = "") -> Page:
    page.goto(f"{address}/compare?{params}")
    expect(page.locator(".st-key-zw-compare svg.marks").first).to_be_visible(timeout=ANSWER_MS)
    return settled(page)


def params(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlparse(page.url).query)


def test_the_page_is_one_click_from_the_chat_and_never_blank(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("link", name="对比与追踪").click()
    expect(page.locator(".st-key-zw-compare svg.marks").first).to_be_visible(timeout=ANSWER_MS)
    expect(page.locator(".st-key-zw-compare")).to_contain_text("没有指定指标")
    assert params(page)["indicator"]


def test_bars_stand_beside_one_another_with_the_words_of_the_reports(page: Page, address: str) -> None:
    compare(page, address, INCOME)
    chart = page.locator(".st-key-zw-compare svg.marks")
    for words in ("柏坞镇", "石笕乡", "10.3%", "9.4%　达成"):
        expect(chart.get_by_text(words, exact=True)).to_be_visible()
    bars = chart.locator(".mark-rect.role-mark path")
    fills = {bars.nth(at).get_attribute("fill") for at in range(bars.count())}
    assert bars.count() == 8
    assert len(fills) == 2, "targets are hollow, results filled"
    expect(page.locator(".zw-summary")).to_contain_text("最高 10.3%（石笕乡）")
    expect(page.locator(".st-key-zw-compare")).to_contain_text("报告里没有写明完成的：青筏镇")


def test_a_point_of_the_line_opens_the_sentence_that_states_it(page: Page, address: str) -> None:
    compare(page, address, GROWTH)
    chart = page.locator(".st-key-zw-compare svg.marks")
    expect(chart.get_by_text("6.5%以上", exact=True)).to_be_visible()
    chart.locator(".mark-symbol.role-mark path").nth(RESULT_OF_2022).click()
    card = page.locator(".st-key-zw-card-compare")
    expect(card.locator(".zw-figure strong")).to_have_text("4.6%", timeout=ANSWER_MS)
    expect(card.locator(".zw-source mark")).to_contain_text("增长4.6%")
    expect(card.locator(".zw-source mark")).to_be_in_viewport()


def test_a_row_of_the_table_opens_its_sentence_after_a_point_did(page: Page, address: str) -> None:
    compare(page, address, GROWTH)
    page.locator(".st-key-zw-compare .mark-symbol.role-mark path").nth(RESULT_OF_2022).click()
    card = page.locator(".st-key-zw-card-compare")
    expect(card.locator(".zw-figure strong")).to_have_text("4.6%", timeout=ANSWER_MS)
    select_row(page, 0, "compare")
    expect(card.locator(".zw-figure strong")).to_have_text("7.9%", timeout=ANSWER_MS)


def test_each_source_leads_into_its_document(page: Page, address: str) -> None:
    compare(page, address, GROWTH)
    select_row(page, 0, "compare")
    with page.expect_popup() as opened:
        page.locator(".st-key-zw-card-compare").get_by_role("link", name="在文档中打开").click()
    here = opened.value.locator("#zw-here")
    expect(here).to_be_in_viewport(timeout=ANSWER_MS)
    expect(here.locator("..")).to_contain_text("增长7.9%")
    opened.value.close()


def test_a_copied_link_opens_the_same_state(page: Page, address: str, chrome: Browser) -> None:
    compare(page, address, INCOME)
    page.locator(".st-key-compare-tab").get_by_text("历年走势").click()
    page.wait_for_url(lambda url: parse_qs(urlparse(url).query).get("view") == ["years"])
    expect(page.locator(".st-key-zw-compare")).to_contain_text("没有选地区", timeout=ANSWER_MS)
    other = chrome.new_page(locale="zh-CN")
    compare(other, page.url.split("/compare")[0], urlparse(page.url).query)
    expect(other.locator(".zw-summary")).to_have_text(page.locator(".zw-summary").inner_text())
    other.close()


def test_another_indicator_is_found_by_typing(page: Page, address: str) -> None:
    compare(page, address, INCOME)
    box = page.locator(".st-key-compare-concept input")
    box.fill("粮食产")
    box.press("Enter")
    page.wait_for_url(lambda url: parse_qs(urlparse(url).query).get("indicator") == ["粮食产量"])
    expect(page.locator(".zw-heading")).to_contain_text("粮食产量", timeout=ANSWER_MS)


def test_data_and_picture_are_downloaded(page: Page, address: str, tmp_path: Path) -> None:
    compare(page, address, INCOME)
    for name, ending in (("CSV", "csv"), ("Excel", "xlsx"), ("PNG 图", "png"), ("SVG 图", "svg")):
        with page.expect_download(timeout=ANSWER_MS) as download:
            page.get_by_role("button", name=f"下载 {name}").click()
        assert download.value.suggested_filename == f"农村居民人均可支配收入.{ending}"
        download.value.save_as(tmp_path / f"data.{ending}")
    with (tmp_path / "data.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = {(row["地区"], row["类型"], row["原文"]): row for row in csv.DictReader(file)}
    assert rows["柏坞镇", "完成", "9.4%"]["对照"] == "达成，高 0.4个百分点"
    assert openpyxl.load_workbook(tmp_path / "data.xlsx").active.max_row == len(rows) + 1
    assert (tmp_path / "data.png").read_bytes().startswith(b"\x89PNG")
    assert "石笕乡" in (tmp_path / "data.svg").read_text(encoding="utf-8")


def test_a_figure_of_the_library_leads_to_its_comparison(page: Page, address: str) -> None:
    page.goto(f"{address}/library?indicator=农村居民人均可支配收入&year=2023&kind=result&place=柏坞镇")
    select_row(page, 0)
    page.get_by_role("link", name="对比这个指标").click()
    expect(page.locator(".zw-heading")).to_contain_text("农村居民人均可支配收入", timeout=ANSWER_MS)
    assert params(page)["year"] == ["2023"]


def test_a_hostile_link_is_shown_as_text_and_does_nothing(page: Page, address: str) -> None:
    page.goto(f"{address}/compare")
    page.evaluate("text => { location.search = new URLSearchParams({indicator: text, place: text}) }", HOSTILE)
    expect(page.locator(".st-key-zw-compare svg.marks").first).to_be_visible(timeout=ANSWER_MS)
    assert page.locator(".st-key-zw-compare img, .katex").count() == 0
    assert "坏" not in page.title()


@pytest.mark.parametrize("path", [INCOME, GROWTH])
def test_a_narrow_screen_cuts_no_label_off(chrome: Browser, address: str, path: str) -> None:
    narrow = chrome.new_page(viewport={"width": 390, "height": 844}, locale="zh-CN")
    compare(narrow, address, path)
    wide = narrow.evaluate(
        "document.querySelector('.stMain').scrollWidth - document.querySelector('.stMain').clientWidth"
    )
    outside = narrow.evaluate(
        """() => {
          const box = document.querySelector("svg.marks").getBoundingClientRect();
          return [...document.querySelectorAll("svg.marks text")].filter(text => {
            const at = text.getBoundingClientRect();
            return text.textContent && at.width && (at.left < box.left - 1 || at.right > box.right + 1);
          }).map(text => text.textContent);
        }"""
    )
    assert (wide, outside) == (0, [])
    narrow.close()


def test_the_chart_can_be_read_aloud(page: Page, address: str) -> None:
    compare(page, address, INCOME)
    described = page.locator(".st-key-zw-compare [role=img], .st-key-zw-compare [aria-label*='个地区写明了']")
    assert any("最高 10.3%（石笕乡）" in (one.get_attribute("aria-label") or "") for one in described.all())


def test_without_an_index_the_page_says_so(chrome: Browser, tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    with server(tmp_path / "corpus", tmp_path / "index", tmp_path / "server.log") as url:
        page = chrome.new_page(locale="zh-CN")
        page.goto(f"{url}/compare")
        expect(page.get_by_text("还没有报告可查")).to_be_visible(timeout=ANSWER_MS)
        page.close()
