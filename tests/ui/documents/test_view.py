"""What the page 文档 shows and the link that says so."""

from __future__ import annotations

import pytest

from rag.records import Span
from rag.ui.documents.view import DocumentView, ListView, Order, Tab, params_of, view_of

VIEWS = [
    (ListView(), {}),
    (ListView(Tab.ADD), {"tab": ["add"]}),
    (
        ListView(text="澄溪县 2024", order=Order.NEWEST, page=3),
        {"text": ["澄溪县 2024"], "sort": ["newest"], "page": ["3"]},
    ),
    (DocumentView("澄溪县/报告.txt"), {"doc": ["澄溪县/报告.txt"]}),
    (DocumentView("报告.txt", Span(3, 9)), {"doc": ["报告.txt"], "start": ["3"], "stop": ["9"]}),
    (
        DocumentView("报告.txt", Span(0, 1), 0, True),
        {"doc": ["报告.txt"], "start": ["0"], "stop": ["1"], "at": ["0"], "form": ["clean"]},
    ),
]
ASTRAY = [
    ("-1", "5"),
    ("9", "3"),
    ("4", "4"),
    ("x", "5"),
    ("4", ""),
    ("", "4"),
    ("٣", "٩"),
    ("1e3", "2e3"),
    ("1" * 400, "2" * 400),
]


@pytest.mark.parametrize(("view", "params"), VIEWS)
def test_a_view_and_its_link_say_the_same(view: ListView | DocumentView, params: dict[str, list[str]]) -> None:
    assert params_of(view) == params
    assert view_of(params) == view


@pytest.mark.parametrize(("start", "stop"), ASTRAY)
def test_a_link_to_no_place_opens_the_document_and_says_so(start: str, stop: str) -> None:
    view = view_of({"doc": ["报告.txt"], "start": [start], "stop": [stop]})
    assert view == DocumentView("报告.txt", astray=True)


@pytest.mark.parametrize("value", ["<script>", "x" * 10_000, "-1", "1.5", "0", "' OR 1=1"])
def test_what_makes_no_sense_in_a_link_is_passed_over(value: str) -> None:
    view = view_of({"tab": [value], "sort": [value], "page": [value]})
    assert view == ListView()


def test_long_values_are_cut() -> None:
    view = view_of({"text": ["长" * 10_000]})
    assert isinstance(view, ListView)
    assert len(view.text) == 80
    document = view_of({"doc": ["长" * 10_000], "at": ["9" * 10]})
    assert isinstance(document, DocumentView)
    assert len(document.doc) == 4_000
    assert document.at == 1_000_000_000
