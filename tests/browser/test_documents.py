"""文档 as a user meets it: a real server, a real browser, a corpus of its own."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from urllib.parse import parse_qs, quote, urlparse

import pytest
from playwright.sync_api import Browser, FilePayload, Page, expect

from rag.reading import load_overrides
from tests.browser.serving import ANSWER_MS, chromium, server, settled

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(chromium() is None, reason="chromium is not installed (see `make browser`)"),
]

PLAN = "澄溪县/2023年澄溪县政府工作报告.txt"
TRADITIONAL = "澄溪县/2022年县委书记访谈_繁体.txt"
HOSTILE = "<img src=x onerror=\"document.title='坏'\"><script>document.title='坏'</script> $x^2$ :smile:"
REPORT = (
    "2024年青筏镇新村建设工作报告\n各位代表：\n一、今年的目标\n"
    "今年计划新修村道37公里，走访困难群众812户，种植玉米6150亩。\n"
)


def listed(page: Page, address: str, params: str = "") -> Page:
    page.goto(f"{address}/documents?{params}")
    expect(page.locator(".zw-heading")).to_contain_text("文档", timeout=ANSWER_MS)
    return settled(page)


def opened(page: Page, address: str, doc: str, params: str = "") -> Page:
    page.goto(f"{address}/documents?doc={quote(doc)}{params}")
    expect(page.locator(".zw-reading")).to_be_visible(timeout=ANSWER_MS)
    return settled(page)


def expect_link(page: Page, params: dict[str, list[str]]) -> None:
    page.wait_for_url(lambda url: parse_qs(urlparse(url).query) == params)


def text_of(corpus: Path, doc: str) -> str:
    return (corpus / doc).read_bytes().decode()


def span_of(text: str, quote: str) -> str:
    start = text.index(quote)
    return f"&start={start}&stop={start + len(quote)}"


def send(page: Page, *files: tuple[str, bytes]) -> None:
    payload = [FilePayload(name=name, mimeType="application/octet-stream", buffer=content) for name, content in files]
    page.get_by_test_id("stFileUploaderDropzoneInput").set_input_files(payload)
    expect(page.locator(".zw-receipt")).to_be_visible(timeout=ANSWER_MS)


def update(page: Page) -> None:
    page.get_by_role("button", name="更新资料库").click()
    expect(page.locator(".zw-report")).to_contain_text("更新完成", timeout=2 * ANSWER_MS)
    page.get_by_role("button", name="知道了").first.click()
    expect(page.locator(".zw-report")).to_have_count(0)


def test_the_documents_are_found_by_words_and_opened(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("link", name="文档").click()
    expect(page.locator(".zw-heading strong")).to_have_text("21", timeout=ANSWER_MS)
    page.get_by_placeholder("找标题").fill("澄溪县 顾南亭 2023")
    page.get_by_placeholder("找标题").press("Enter")
    expect(page.locator("[class*=st-key-zw-entry-]")).to_have_count(1)
    expect_link(page, {"text": ["澄溪县 顾南亭 2023"]})
    page.get_by_role("link", name="2023年澄溪县政府工作报告").click()
    expect(page.locator(".zw-document h1")).to_contain_text("2023年澄溪县政府工作报告")
    expect_link(page, {"doc": [PLAN]})
    page.get_by_role("link", name="全部文档").click()
    expect(page.locator("[class*=st-key-zw-entry-]")).to_have_count(20)


def test_a_list_of_more_than_a_page_is_turned_and_the_link_follows(page: Page, address: str) -> None:
    listed(page, address, "sort=newest")
    page.get_by_test_id("stPagination").get_by_text("2", exact=True).click()
    expect(page.locator("[class*=st-key-zw-entry-]")).to_have_count(1)
    expect_link(page, {"sort": ["newest"], "page": ["2"]})


def test_a_link_to_a_span_shows_it_marked_and_in_view_in_both_texts(page: Page, address: str, corpus: Path) -> None:
    quote = "改造供水管网18公里"
    opened(page, address, PLAN, span_of(text_of(corpus, PLAN), quote))
    mark = page.locator(".zw-reading mark")
    expect(mark.first).to_be_in_viewport()
    assert "".join(mark.all_inner_texts()) == quote
    page.get_by_text("整理后", exact=True).click()
    page.wait_for_url(re.compile("form=clean"))
    expect(mark.first).to_be_in_viewport()
    assert "".join(mark.all_inner_texts()) == quote


def test_the_cleaned_text_is_simplified_and_keeps_its_figures(page: Page, address: str) -> None:
    opened(page, address, TRADITIONAL)
    before = page.locator(".zw-reading .zw-fig").count()
    assert before
    expect(page.locator(".zw-reading")).to_contain_text("縣")
    page.get_by_text("整理后", exact=True).click()
    expect(page.locator(".zw-reading")).not_to_contain_text("縣")
    assert page.locator(".zw-reading .zw-fig").count() == before


def test_figures_are_stepped_through_told_by_kind_and_listed(page: Page, address: str) -> None:
    opened(page, address, PLAN)
    assert {"目标", "完成", "原文隐去"} <= set(page.locator(".zw-legend").inner_text().split())
    assert page.locator(".zw-reading .zw-target").count()
    assert page.locator(".zw-reading .zw-result").count()
    page.get_by_role("button", name="下一个数字").click()
    first = page.locator(".zw-reading mark .zw-fig")
    expect(first).to_be_in_viewport()
    assert "指标：" in (first.get_attribute("title") or "")
    words = first.inner_text()
    page.get_by_role("button", name="下一个数字").click()
    expect(first).not_to_have_text(words)
    page.get_by_role("button", name="上一个数字").click()
    expect(first).to_have_text(words)
    expect(page.get_by_test_id("stDataFrame")).to_be_visible()


def test_a_heading_of_the_outline_leads_to_its_place(page: Page, address: str) -> None:
    opened(page, address, PLAN)
    page.locator(".st-key-zw-outline").get_by_role("link", name=re.compile("守牢安全底线")).click()
    expect(page.locator(".zw-reading mark")).to_contain_text("守牢安全底线")
    page.wait_for_url(re.compile("start="))
    expect(page.locator(".zw-reading mark")).to_be_in_viewport()


def test_the_original_is_downloaded_as_it_is_read(page: Page, address: str, corpus: Path, tmp_path: Path) -> None:
    opened(page, address, PLAN)
    with page.expect_download() as download:
        page.get_by_role("button", name="下载原文").click()
    download.value.save_as(tmp_path / "original.txt")
    assert (tmp_path / "original.txt").read_bytes().decode() == text_of(corpus, PLAN)


@pytest.mark.parametrize("doc", ["../../etc/passwd", "/etc/passwd", "metadata.csv", HOSTILE, "没有.txt", "x" * 9000])
def test_a_link_to_no_document_says_so_and_opens_nothing(page: Page, address: str, doc: str) -> None:
    page.goto(f"{address}/documents?doc={quote(doc)}&start=-1&stop=abc")
    expect(page.locator(".zw-notice")).to_contain_text("资料库里没有这份文档", timeout=ANSWER_MS)
    assert "root:" not in page.inner_text("body")
    assert "坏" not in page.title()


@pytest.mark.parametrize("place", ["&start=5&stop=99999999", "&start=9&stop=3", "&start=-4&stop=x", "&start=1"])
def test_a_link_to_no_place_says_so_and_shows_the_document(page: Page, address: str, place: str) -> None:
    opened(page, address, PLAN, place)
    expect(page.locator(".zw-notice")).to_contain_text("不在这份文件里")
    assert page.locator(".zw-reading mark").count() == 0


def test_metadata_is_corrected_taken_back_and_taken_over(page: Page, address: str, corpus: Path) -> None:
    opened(page, address, PLAN)
    page.get_by_text("修改信息").click()
    page.get_by_label("年份").fill("去年")
    page.get_by_role("button", name="保存").click()
    expect(page.locator(".zw-notice.zw-problem")).to_contain_text("四位数")
    page.get_by_label("讲话人").fill("=周文远")
    page.get_by_label("年份").fill("2023")
    page.get_by_role("button", name="保存").click()
    expect(page.locator(".st-key-zw-saved")).to_contain_text("已保存：讲话人")
    assert load_overrides(corpus).rows[PLAN].speaker == "=周文远"
    assert "'=周文远" in (corpus / "metadata.csv").read_text(encoding="utf-8-sig")
    expect(page.get_by_text("1 份文档的信息改动还没有进资料库")).to_be_visible()
    page.get_by_role("button", name="撤销修改").click()
    expect(page.locator(".st-key-zw-saved")).to_have_count(0)
    assert load_overrides(corpus).rows[PLAN].speaker is None
    speaker = page.get_by_label("讲话人")
    expect(speaker).to_have_count(1)  # the field of before goes when the run that drew this one ends
    expect(speaker).to_have_value("顾南亭")
    speaker.fill("周文远")
    page.get_by_role("button", name="保存").click()
    expect(page.get_by_text("1 份文档的信息改动还没有进资料库")).to_be_visible()
    update(page)
    expect(page.locator(".zw-document dl")).to_contain_text("周文远")
    expect(page.get_by_text("资料库和报告文件夹一致")).to_be_visible()


def test_files_are_dropped_tried_taken_over_and_their_figures_shown(page: Page, address: str, corpus: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("青筏镇/新村.txt", REPORT)
        archive.writestr("../逃.txt", REPORT)
    listed(page, address, "tab=add")
    send(
        page,
        ("报告.zip", out.getvalue()),
        ("旧.doc", b"x"),
        (f"{HOSTILE.replace('/', '')}.txt", b"\x7fELF\0\0"),
        ("又一份.txt", (corpus / PLAN).read_bytes()),
    )
    receipt = page.locator(".zw-receipt")
    expect(receipt.locator("h2")).to_have_text("已加入 1 份，已有相同文件 1 份，没有加入 3 份")
    expect(receipt).to_contain_text("青筏镇/新村.txt")
    expect(receipt).to_contain_text("跳出资料文件夹")
    expect(receipt).to_contain_text("另存为 .docx")
    expect(receipt).to_contain_text(PLAN)
    assert receipt.locator("img").count() == 0
    assert "坏" not in page.title()
    expect(page.get_by_text("1 份新文件还没有进资料库")).to_be_visible()
    update(page)
    page.get_by_text("最近的变化").click()
    expect(page.get_by_test_id("stExpander")).to_contain_text("新增 3 个")
    expect(page.locator(".zw-changes td:nth-child(3)").first).to_have_text("37公里")
    page.locator(".zw-changes a", has_text="812户").click()
    expect(page.locator(".zw-reading mark .zw-target")).to_have_text("812户", timeout=ANSWER_MS)


def test_an_upload_is_undone(page: Page, address: str, corpus: Path) -> None:
    listed(page, address, "tab=add")
    page.get_by_label("放进哪个文件夹").fill("石笕乡")
    page.get_by_label("放进哪个文件夹").press("Enter")
    send(page, ("撤销.txt", f"{REPORT}另一份\n".encode()))
    assert (corpus / "石笕乡" / "撤销.txt").is_file()
    page.get_by_role("button", name="撤销这次加入").click()
    expect(page.get_by_text("已撤销")).to_be_visible()
    assert not (corpus / "石笕乡" / "撤销.txt").exists()
    expect(page.get_by_text("资料库和报告文件夹一致")).to_be_visible()


def test_a_document_is_removed_put_back_and_listed_meanwhile(page: Page, address: str, corpus: Path) -> None:
    doc = "石笕乡/2024年石笕乡政府工作报告.txt"
    before = (corpus / doc).read_bytes()
    opened(page, address, doc)
    page.get_by_role("button", name="移走这份文件").click()
    expect(page.locator(".st-key-zw-last-removed")).to_contain_text("已移走：2024年石笕乡政府工作报告")
    expect(page.get_by_text("1 份移走的文件还没有进资料库")).to_be_visible()
    assert not (corpus / doc).exists()
    page.get_by_text("移走的文件", exact=True).click()
    expect(page.locator(".zw-removed").first).to_contain_text(doc)
    page.locator(".st-key-zw-last-removed").get_by_role("button", name="放回").click()
    expect(page.get_by_text(f"已放回：{doc}")).to_be_visible()
    assert (corpus / doc).read_bytes() == before
    expect(page.locator(".st-key-zw-last-removed")).to_have_count(0)


def test_a_running_build_is_seen_by_others_and_stopping_it_loses_nothing(
    page: Page, chrome: Browser, address: str, corpus: Path
) -> None:
    for number in range(60):
        lines = "\n".join(
            f"第{row}项：今年计划新修村道{row * 7 + number}公里，走访群众{row + 10}户。" for row in range(40)
        )
        (corpus / f"长报告{number}.txt").write_text(f"2024年青筏镇第{number}号工作报告\n{lines}\n", encoding="utf-8")
    other = listed(chrome.new_page(locale="zh-CN"), address)
    listed(page, address)
    page.get_by_role("button", name="更新资料库").click()
    expect(page.locator(".zw-progress")).to_be_visible(timeout=ANSWER_MS)
    expect(other.locator(".zw-progress")).to_be_visible(timeout=ANSWER_MS)
    page.get_by_role("button", name="停止更新").click()
    expect(page.locator(".zw-notice")).to_contain_text("已经完成的部分都保存了", timeout=ANSWER_MS)
    other.close()
    for file in corpus.glob("长报告*.txt"):
        file.unlink()


@pytest.mark.parametrize(
    "params", ["", "tab=add", "tab=changes", "tab=removed", f"doc={quote(PLAN)}&start=400&stop=460"]
)
def test_a_narrow_screen_cuts_nothing_off(chrome: Browser, address: str, params: str) -> None:
    narrow = chrome.new_page(viewport={"width": 390, "height": 844}, locale="zh-CN")
    narrow.goto(f"{address}/documents?{params}")
    expect(narrow.locator(".zw-heading, .zw-document").first).to_be_visible(timeout=ANSWER_MS)
    narrow.wait_for_timeout(800)
    wide = narrow.evaluate(
        "document.querySelector('.stMain').scrollWidth - document.querySelector('.stMain').clientWidth"
    )
    assert wide == 0
    narrow.close()


def test_the_first_files_lead_to_a_library(chrome: Browser, tmp_path: Path) -> None:
    with server(tmp_path / "corpus", tmp_path / "index", tmp_path / "server.log") as url:
        page = chrome.new_page(locale="zh-CN")
        page.goto(f"{url}/documents")
        expect(page.locator(".zw-about")).to_contain_text("先加入几份报告", timeout=ANSWER_MS)
        expect(page.get_by_role("button", name="建立资料库")).to_have_count(0)
        send(page, ("新村.txt", REPORT.encode()))
        page.get_by_role("button", name="建立资料库").click()
        expect(page.locator(".zw-heading strong")).to_have_text("1", timeout=2 * ANSWER_MS)
        page.close()
