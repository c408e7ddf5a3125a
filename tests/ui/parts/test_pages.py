"""A document cut into pages."""

import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from rag.records import Span
from rag.ui.parts.pages import page_html, page_of, pages
from tests.ui.fakes import HOSTILE, REPORT, SENTENCE, TRICK

START = REPORT.text.index(SENTENCE)
QUOTE = Span(START, START + len(SENTENCE))


@given(
    text=st.text(alphabet="甲乙。\n，", min_size=1, max_size=600),
    start=st.integers(0, 600),
    length=st.integers(0, 80),
)
def test_pages_cover_the_text_without_gap_and_hold_the_quote_whole(text: str, start: int, length: int) -> None:
    start = min(start, len(text))
    quote = Span(start, min(start + length, len(text)))
    found = pages(text, quote, size=50)
    assert found[0].start == 0
    assert found[-1].stop == len(text)
    assert all(one.stop == other.start and one.start < one.stop for one, other in pairwise(found))
    if len(quote):
        assert found[page_of(found, quote.start)].covers(quote)


def test_pages_break_at_line_ends() -> None:
    found = pages(REPORT.text, QUOTE, size=300)
    assert len(found) > 10
    assert all(REPORT.text[page.stop - 1] == "\n" for page in found[:-1])
    assert all(len(page) <= 300 for page in found)


def test_five_megabytes_without_a_line_end_are_cut_too() -> None:
    found = pages("字" * 5_000_000, Span(0, 4))
    assert {len(page) for page in found} == {1600}
    assert sum(len(page) for page in found) == 5_000_000


def test_the_page_of_a_quote_begins_a_little_before_it() -> None:
    lines = [f"第{n}行，写满一行字。\n" for n in range(1000)]
    text = "".join(lines)
    start = text.index("第700行")
    found = pages(text, Span(start, start + 10))
    page = found[page_of(found, start)]
    assert 200 <= start - page.start <= 400
    assert text[page.start] == "第"


def test_an_empty_document_has_no_page() -> None:
    assert pages("", Span(0, 0)) == ()


def test_the_quote_is_marked_in_its_place_and_nowhere_else() -> None:
    found = pages(REPORT.text, QUOTE)
    shown = [page_html(REPORT.text, page, QUOTE) for page in found]
    marks = [re.findall("<mark>(.*?)</mark>", html) for html in shown]
    assert marks == [[SENTENCE] if page.covers(QUOTE) else [] for page in found]


def test_a_quote_over_several_lines_is_marked_in_each() -> None:
    text = "前\n甲乙\n\n丙\r\n后"
    html = page_html(text, Span(0, len(text)), Span(2, 7))
    assert html == '<div class="zw-page"><p>前</p><p><mark>甲乙</mark></p><p><mark>丙</mark></p><p>后</p></div>'


def test_a_page_shows_markup_as_text() -> None:
    html = page_html(TRICK.text, Span(0, len(TRICK.text)), Span(0, 2))
    assert "<script" not in html
    assert "&lt;script&gt;" in html
    assert HOSTILE[:10] not in html
