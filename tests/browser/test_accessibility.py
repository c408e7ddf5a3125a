"""What axe-core finds of WCAG 2.1 A and AA on every page, in light and in dark: nothing."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect

from tests.browser.serving import ANSWER_MS, ask, chromium

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(chromium() is None, reason="chromium is not installed (see `make browser`)"),
]

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}
SETTLED_MS = 2500
DOCUMENT = "澄溪县/2023年澄溪县政府工作报告.txt"
# the address of each page, and what shows that it is complete
PAGES = {
    "/": ".zw-welcome",
    "/library": ".st-key-zw-library [data-testid=stDataFrame]",
    "/compare": ".st-key-zw-compare svg",
    "/documents": "[class*=st-key-zw-entry]",
    f"/documents?doc={DOCUMENT}": ".zw-document",
    "/status": ".zw-health",
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_a_page_can_be_read_and_used_by_everybody(path: str, scheme: str, chrome: Browser, address: str) -> None:
    page = chrome.new_page(viewport={"width": 1280, "height": 900}, color_scheme=scheme, locale="zh-CN")  # type: ignore[arg-type]
    page.goto(address + path)
    expect(page.locator(PAGES[path]).first).to_be_visible(timeout=ANSWER_MS)
    if path == "/":
        ask(page, "2023年澄溪县粮食播种面积要稳定在多少？")
    page.wait_for_timeout(SETTLED_MS)
    found = Axe().run(page, options=RULES).response["violations"]
    page.close()
    assert [(one["id"], node["html"][:120]) for one in found for node in one["nodes"]] == []
