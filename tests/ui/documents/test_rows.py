"""The list of documents: who is in it, in which order, and in which words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from rag.records import DocumentSummary, Metadata, ReportKind
from rag.ui.documents.panels import document_html, entry_html
from rag.ui.documents.rows import badges, listed, page_of, pages_of, title_of
from rag.ui.documents.view import Order
from tests.ui.fakes import HOSTILE


def summary(path: str, characters: int = 10, **metadata: object) -> DocumentSummary:
    return DocumentSummary(path, replace(Metadata(), **metadata), "txt", None, False, (), characters, 1)


PLAN = summary(
    "b.txt",
    900,
    title="柏坞镇工作报告",
    places=("岚原省", "澄溪县", "柏坞镇"),
    year=2024,
    kind=ReportKind.WORK_REPORT,
    issuer="柏坞镇人民政府",
    speaker="周文远",
    date=date(2024, 1, 18),
    source="望川日报",
)
TALK = summary(
    "a.txt", 500, title="青筏镇访谈", places=("岚原省", "澄溪县", "青筏镇"), year=2022, kind=ReportKind.INTERVIEW
)
BARE = replace(summary("c/d.txt", 700), part="第2/3页", redacted=True, duplicate_of="a.txt")
ALL = (PLAN, TALK, BARE)

FOUND = [
    ("", ["a.txt", "b.txt", "c/d.txt"]),
    ("澄溪县", ["a.txt", "b.txt"]),
    ("澄溪县 2024 周文远", ["b.txt"]),
    ("人民政府", ["b.txt"]),
    ("望川日报", ["b.txt"]),
    ("2024-01-18", ["b.txt"]),
    ("访谈", ["a.txt"]),
    ("有涂抹", ["c/d.txt"]),
    ("转载", ["c/d.txt"]),
    ("部分文本", ["c/d.txt"]),
    ("C/D", ["c/d.txt"]),
    ("没有的词", []),
]
ORDERS = [
    (Order.PATH, ["a.txt", "b.txt", "c/d.txt"]),
    (Order.TITLE, ["b.txt", "a.txt", "c/d.txt"]),
    (Order.NEWEST, ["b.txt", "a.txt", "c/d.txt"]),
    (Order.OLDEST, ["a.txt", "b.txt", "c/d.txt"]),
    (Order.PLACE, ["b.txt", "a.txt", "c/d.txt"]),
    (Order.LARGEST, ["b.txt", "c/d.txt", "a.txt"]),
]


@pytest.mark.parametrize(("text", "paths"), FOUND)
def test_a_document_is_found_by_anything_that_is_said_of_it(text: str, paths: list[str]) -> None:
    assert [document.path for document in listed(ALL, text, Order.PATH)] == paths


@pytest.mark.parametrize(("order", "paths"), ORDERS)
def test_documents_are_ordered_and_what_is_unknown_comes_last(order: Order, paths: list[str]) -> None:
    assert [document.path for document in listed(ALL, "", order)] == paths


def test_pages_hold_all_and_one_beyond_the_end_is_the_last() -> None:
    many = [summary(f"{n:03}.txt") for n in range(45)]
    assert pages_of(45) == 3
    assert pages_of(0) == 1
    assert [document.path for document in page_of(many, 3)[0]] == [f"{n:03}.txt" for n in range(40, 45)]
    assert page_of(many, 99) == page_of(many, 3)


def test_the_state_of_a_document_is_told_in_words() -> None:
    assert badges(BARE) == ("部分文本（第2/3页）", "有涂抹", "转载")
    assert badges(PLAN) == ()
    assert title_of(BARE) == "c/d.txt"
    shown = document_html(BARE, 3)
    assert "这是一部分（第2/3页），不是全文" in shown
    assert "和 a.txt 是同一篇" in shown
    assert "<dt>讲话人</dt><dd>原文没有写</dd>" in shown


def test_nothing_that_a_document_says_of_itself_is_read_as_html() -> None:
    hostile = replace(
        summary(HOSTILE, title=HOSTILE, places=(HOSTILE,), issuer=HOSTILE, speaker=HOSTILE, source=HOSTILE),
        part=HOSTILE,
        notes=(HOSTILE,),
        duplicate_of=HOSTILE,
    )
    for shown in (entry_html(hostile, gone=True), document_html(hostile, 0)):
        assert "<script" not in shown
        assert "<img" not in shown
