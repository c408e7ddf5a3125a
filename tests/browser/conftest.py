"""What browser tests share: a copy of the sample with its index, a server over it, a browser, a page in it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.serving import ANSWER_MS, browser, build, server

# a slow machine is no failure: whatever is awaited has as long as an answer
expect.set_options(timeout=ANSWER_MS)


@pytest.fixture(scope="module")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of one module of tests."""
    return tmp_path_factory.mktemp("browser")


@pytest.fixture(scope="module")
def corpus(scratch: Path, sample: Path) -> Path:
    """A copy of the sample that may be changed."""
    return Path(shutil.copytree(sample, scratch / "corpus"))


@pytest.fixture(scope="module")
def address(scratch: Path, corpus: Path) -> Iterator[str]:
    """A server over that copy."""
    build(corpus, scratch / "index")
    with server(corpus, scratch / "index", scratch / "server.log") as url:
        yield url


@pytest.fixture(scope="module")
def chrome() -> Iterator[Browser]:
    """A browser."""
    with browser() as started:
        yield started


@pytest.fixture
def page(chrome: Browser) -> Iterator[Page]:
    """An empty page of the usual size."""
    opened = chrome.new_page(viewport={"width": 1280, "height": 860}, locale="zh-CN")
    yield opened
    opened.close()
