"""A document's text with its figures marked, original and cleaned."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest

from rag.records import Document, Figure, FigureKind, Metadata, Span
from rag.text.clean import clean
from rag.ui.documents.text import cleaned, hint, original, page_html, shown_pages, steps
from tests.made_figures import figure
from tests.ui.fakes import HOSTILE

TEXT = "澄溪縣 2024 年工作報告\n今年種植玉米 5000畝，修路 XX公里。\n去年種植4800畝。\n"


def document(text: str = TEXT) -> Document:
    return Document("报告.txt", text, Metadata(), "txt", "utf-8")


def at(words: str, text: str = TEXT, **changes: object) -> Figure:
    start = text.index(words)
    return figure(span=Span(start, start + len(words)), text=words, **changes)


FIGURES = (at("5000畝"), at("XX公里", masked=True), at("4800畝", kind=FigureKind.RESULT))


def bodies(html: str) -> list[tuple[str, str]]:
    """Sort and words of every figure."""
    return re.findall(r'<span class="zw-fig zw-(\w+)" title="[^"]*">([^<]*)</span>', html)


def whole(figures: Sequence[Figure] = FIGURES, span: Span | None = None, text: str = TEXT) -> str:
    return page_html(original(document(text), figures, span), Span(0, len(text)))


def test_every_figure_is_marked_by_its_kind_with_what_its_record_says() -> None:
    html = whole()
    assert bodies(html) == [("target", "5000畝"), ("hidden", "XX公里"), ("result", "4800畝")]
    assert "指标：粮食播种面积\n数值：5000畝（目标）\n年份：2024\n地区：溪山县" in html
    assert hint(FIGURES[1]).splitlines()[1] == "数值：原文隐去（目标）"


def test_the_cleaned_text_has_the_same_figures_and_the_same_place() -> None:
    span = Span(TEXT.index("今年"), TEXT.index("，修路"))
    shown = cleaned(clean(TEXT), FIGURES, span)
    html = page_html(shown, Span(0, len(shown.text)))
    assert bodies(html) == [("target", "5000亩"), ("hidden", "XX公里"), ("result", "4800亩")]
    assert shown.here is not None
    assert shown.here.of(shown.text) == "今年种植玉米5000亩"


def test_places_are_carried_there_and_back() -> None:
    shown = cleaned(clean(TEXT), FIGURES, None)
    start = TEXT.index("4800")
    assert shown.text[shown.place(start) :].startswith("4800")
    assert shown.origin(shown.place(start)) == start
    assert original(document(), (), None).origin(7) == 7


def test_the_place_pointed_at_is_marked_once_and_across_lines() -> None:
    span = Span(TEXT.index("修路"), TEXT.index("去年") + 2)
    html = whole(span=span)
    assert html.count("id=zw-here") == 1
    assert "<mark id=zw-here>修路 </mark>" in html
    assert "<mark>去年</mark>" in html
    assert re.search(r'<mark><span class="zw-fig zw-hidden"[^>]*>XX公里</span></mark>', html)


def test_figures_in_one_place_are_one_mark_that_tells_both() -> None:
    html = whole((at("5000畝"), at("5000畝", indicator="玉米"), at("000畝", indicator="末尾")))
    assert bodies(html) == [("target", "5000畝")]
    assert html.count("指标：") == 3


@pytest.mark.parametrize("size", [40, 100, 1000])
def test_pages_cover_the_text_and_tear_no_figure_apart(size: int) -> None:
    text = "".join(f"第{n}项完成{n * 1000}亩，" for n in range(200))
    figures = [at(f"{n * 1000}亩", text) for n in range(1, 200)]
    shown = original(document(text), figures, None)
    pages = shown_pages(shown, size)
    assert "".join(page.of(text) for page in pages) == text
    assert not [mark for mark in shown.marks if not any(page.covers(mark.span) for page in pages)]
    told = [words for page in pages for _, words in bodies(page_html(shown, page))]
    assert told == [mark.span.of(text) for mark in shown.marks]


def test_an_empty_text_is_one_empty_page() -> None:
    shown = original(document(""), (), None)
    assert shown_pages(shown) == (Span(0, 0),)
    assert "<p>" not in page_html(shown, Span(0, 0))


def test_text_and_records_are_never_read_as_html() -> None:
    text = f"开头{HOSTILE}5000亩{HOSTILE}"
    html = whole((at("5000亩", text, indicator=HOSTILE, place=HOSTILE),), Span(0, 9), text)
    assert "<script" not in html
    assert "<img" not in html
    assert re.search(r'title="[^"<>]*"', html)


STEPS = [
    (None, (None, 0, 3, "5000畝")),
    ("5000畝", (None, 1, 3, "XX公里")),
    ("XX公里", ("5000畝", 2, 3, "4800畝")),
    ("4800畝", ("XX公里", 3, 3, None)),
    ("，修路", ("5000畝", 0, 3, "XX公里")),
    ("。\n去年", ("XX公里", 0, 3, "4800畝")),
]


@pytest.mark.parametrize(("place", "told"), STEPS)
def test_figures_are_stepped_through_from_any_place(place: str | None, told: tuple[object, ...]) -> None:
    span = at(place).span if place else None
    found = steps((*FIGURES, FIGURES[0]), span)
    words = [to.of(TEXT) if to else None for to in (found.before, found.after)]
    assert (words[0], found.number, found.total, words[1]) == told
