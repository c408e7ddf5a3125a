"""What browser tests and screenshots share: a built index, a running server, a browser on a page."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, expect, sync_playwright

from rag.ui.library.page import ROW_HEIGHT

ROOT = Path(__file__).resolve().parent.parent.parent
ANSWER_MS = 60_000
READY_S = 120
DRAWN_MS = 800
HEAD_PX = 36
SWITCHES = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def chromium() -> str | None:
    """Debian's chromium, or None where it is not installed."""
    return shutil.which("chromium")


def build(corpus: Path, index: Path) -> None:
    """Build an index as a user does; raises CalledProcessError with what the command said."""
    command = [sys.executable, "-m", "rag", "build", "--json", "--corpus", str(corpus), "--index", str(index)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)


@contextmanager
def server(corpus: Path, index: Path, log: Path, state: Path | None = None) -> Iterator[str]:
    """The chat on a free port; yields its address and ends it afterwards. Conversations are kept in `state`, else beside the log."""
    with socket.socket() as free:
        free.bind(("localhost", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
    environment = {
        **os.environ,
        "ZHENGWEN_CORPUS": str(corpus),
        "ZHENGWEN_INDEX": str(index),
        "ZHENGWEN_STATE": str(state or log.parent / "state"),
    }
    with log.open("wb") as out:
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=out, stderr=subprocess.STDOUT)
        try:
            address = f"http://localhost:{port}"
            _wait_until_healthy(address, process, log)
            yield address
        finally:
            process.terminate()
            process.wait()


@contextmanager
def browser() -> Iterator[Browser]:
    """A headless chromium."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium(), args=list(SWITCHES))
        try:
            yield started
        finally:
            started.close()


def settled(page: Page) -> Page:
    """Wait until nothing is drawn any more: what is clicked before may be replaced under the pointer."""
    expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning", timeout=ANSWER_MS)
    return page


def ask(page: Page, question: str) -> None:
    """Type a question, send it, and wait for what comes of it."""
    before = page.locator(".zw-question").count()
    box = page.get_by_test_id("stChatInputTextArea")
    expect(box).to_be_enabled(timeout=ANSWER_MS)
    box.fill(question)
    box.press("Enter")
    outcome = page.locator(f".st-key-zw-exchange-{before}").locator(".zw-answer, .zw-notice")
    expect(outcome.first).to_be_visible(timeout=ANSWER_MS)
    settled(page)


def select_row(page: Page, number: int, name: str = "library") -> None:
    """Click into a row of the table of the library or of another page of that name, from 0, and wait for its source."""
    grid = page.get_by_test_id("stDataFrame").locator("canvas").first
    expect(grid).to_be_visible(timeout=ANSWER_MS)
    page.wait_for_timeout(DRAWN_MS)
    grid.scroll_into_view_if_needed()
    box = grid.bounding_box()
    assert box is not None
    # the rows are painted, so there is no element to click; after a scroll the table follows a pointer that moves
    row = box["y"] + HEAD_PX + ROW_HEIGHT * (number + 0.5)
    page.mouse.move(box["x"] + 160, row, steps=8)
    page.wait_for_timeout(DRAWN_MS / 2)
    page.mouse.move(box["x"] + 60, row, steps=8)
    page.mouse.click(box["x"] + 60, row)
    expect(page.locator(f".st-key-zw-card-{name} .zw-source")).to_be_visible(timeout=ANSWER_MS)


def _wait_until_healthy(address: str, process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + READY_S
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with urllib.request.urlopen(f"{address}/_stcore/health", timeout=2):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    raise RuntimeError(f"the server did not start:\n{log.read_text(errors='replace')[-2000:]}")
