"""Pictures of the pages over the sample corpus, for the README: python -m tests.browser.screenshots [FOLDER]."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import Page, expect

from tests.browser.serving import ANSWER_MS, ROOT, ask, browser, build, select_row, server

SETTLED_MS = 2500
WIDE = (1280, 900)
NARROW = (390, 844)
# chart, table and source in one picture
TALL = (1280, 1240)


def welcome(page: Page) -> None:
    """The page before anything is asked."""


def answer(page: Page) -> None:
    """One figure with its source."""
    ask(page, "2023年澄溪县粮食播种面积要稳定在多少？")


def conversation(page: Page) -> None:
    """A follow-up that takes its place from the question before it, one of its chips open."""
    ask(page, "2022年澄溪县粮食播种面积完成了吗？")
    ask(page, "2023年呢？")
    page.locator("[class*=st-key-zw-chip-]").get_by_role("button", name="2023 年").last.click()
    expect(page.get_by_role("button", name="按这个重新回答")).to_be_visible(timeout=ANSWER_MS)


def reading(page: Page) -> None:
    """The same, read on in the document."""
    answer(page)
    page.get_by_text("展开阅读原文").first.click()
    expect(page.locator(".zw-page").first).to_be_visible(timeout=ANSWER_MS)
    page.locator(".zw-page mark").first.evaluate("mark => mark.scrollIntoView({block: 'center'})")


def not_found(page: Page) -> None:
    """A question that the reports do not answer."""
    ask(page, "青筏镇2024年要修几座地铁站？")


def library(page: Page) -> None:
    """The figures on grain, one of them with its source."""
    page.goto(f"{page.url}library?area=三农&topic=粮食安全&kind=target&sort=newest")
    select_row(page, 0)


def compare(page: Page) -> None:
    """Target and result of every place in one year, side by side."""
    page.goto(f"{page.url}compare?indicator=农村居民人均可支配收入&year=2023")
    expect(page.locator(".st-key-zw-compare svg").first).to_be_visible(timeout=ANSWER_MS)


def tracking(page: Page) -> None:
    """What became of a county's targets over the years, one point with its source."""
    page.goto(f"{page.url}compare?indicator=地区生产总值&view=years&place=澄溪县")
    mark = page.locator(".st-key-zw-compare .mark-symbol path").first
    expect(mark).to_be_visible(timeout=ANSWER_MS)
    mark.click()
    expect(page.locator(".st-key-zw-card-compare .zw-source")).to_be_visible(timeout=ANSWER_MS)


def documents(page: Page) -> None:
    """The documents from the newest."""
    page.goto(f"{page.url}documents?sort=newest")
    expect(page.locator(".zw-heading")).to_be_visible(timeout=ANSWER_MS)


def document(page: Page) -> None:
    """One document at a sentence, its figures marked by kind."""
    path, sentence = "澄溪县/2023年澄溪县政府工作报告.txt", "粮食播种面积稳定在42.6万亩以上"
    start = (ROOT / "corpus" / path).read_bytes().decode().index(sentence)
    page.goto(f"{page.url}documents?doc={quote(path)}&start={start}&stop={start + len(sentence)}")
    expect(page.locator(".zw-reading mark").first).to_be_in_viewport(timeout=ANSWER_MS)


def status(page: Page) -> None:
    """The state of the library."""
    page.goto(f"{page.url}status")
    expect(page.locator(".zw-health")).to_be_visible(timeout=ANSWER_MS)


@dataclass(frozen=True, slots=True)
class Picture:
    """A file name, what is done before it is taken, and how the screen is."""

    name: str
    act: Callable[[Page], None]
    size: tuple[int, int] = WIDE
    dark: bool = False


PICTURES = (
    Picture("welcome.png", welcome),
    Picture("answer.png", answer),
    Picture("answer-dark.png", answer, dark=True),
    Picture("conversation.png", conversation),
    Picture("conversation-narrow-dark.png", conversation, NARROW, dark=True),
    Picture("reading.png", reading),
    Picture("not-found.png", not_found),
    Picture("welcome-narrow.png", welcome, NARROW),
    Picture("answer-narrow.png", answer, NARROW),
    Picture("answer-narrow-dark.png", answer, NARROW, dark=True),
    Picture("library.png", library),
    Picture("library-dark.png", library, dark=True),
    Picture("library-narrow.png", library, NARROW),
    Picture("compare.png", compare),
    Picture("compare-dark.png", compare, dark=True),
    Picture("compare-narrow.png", compare, NARROW),
    Picture("tracking.png", tracking, TALL),
    Picture("documents.png", documents),
    Picture("document.png", document),
    Picture("document-dark.png", document, dark=True),
    Picture("document-narrow.png", document, NARROW),
    Picture("status.png", status),
    Picture("status-narrow-dark.png", status, NARROW, dark=True),
)


def main(arguments: Sequence[str]) -> None:
    """Build the sample, serve it, and take every picture."""
    folder = Path(arguments[0]) if arguments else ROOT / "docs"
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        index = Path(scratch) / "index"
        build(ROOT / "corpus", index)
        with server(ROOT / "corpus", index, Path(scratch) / "server.log") as address, browser() as chrome:
            for picture in PICTURES:
                width, height = picture.size
                page = chrome.new_page(
                    viewport={"width": width, "height": height},
                    color_scheme="dark" if picture.dark else "light",
                    locale="zh-CN",
                )
                page.goto(address)
                expect(page.get_by_test_id("stChatInputTextArea")).to_be_visible(timeout=ANSWER_MS)
                picture.act(page)
                page.wait_for_timeout(SETTLED_MS)
                page.screenshot(path=folder / picture.name)
                page.close()


if __name__ == "__main__":
    main(sys.argv[1:])
