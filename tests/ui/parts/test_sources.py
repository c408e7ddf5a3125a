"""Citations become sources with the original around the quote."""

from dataclasses import replace

import pytest

from rag.records import Citation, Span
from rag.ui.parts.sources import SURROUNDINGS, sources, surroundings
from tests.ui.fakes import REPORT, SENTENCE, TRICK, FakeIndex, citation, hit

LONG = "甲" * 300 + "。" + "乙" * 50 + "。种玉米。" + "丙" * 50 + "。" + "丁" * 300


def quote_of(text: str, quote: str) -> Citation:
    start = text.index(quote)
    return Citation(1, "a.txt", Span(start, start + len(quote)), quote, "")


@pytest.mark.parametrize(
    ("text", "quote", "around"),
    [
        ("上一段。\n前句。种玉米。后句。\n下一段。", "种玉米。", "前句。种玉米。后句。"),
        ("种玉米。", "种玉米。", "种玉米。"),
        ("题\n种玉米", "种玉米", "种玉米"),
        (LONG, "种玉米。", "乙" * 50 + "。种玉米。" + "丙" * 50 + "。"),
        ("甲" * 500 + "种玉米" + "乙" * 500, "种玉米", "种玉米"),
    ],
)
def test_without_a_passage_the_surroundings_are_the_line_or_whole_sentences(text: str, quote: str, around: str) -> None:
    span = surroundings(quote_of(text, quote), (), text)
    assert span.of(text) == around
    assert len(span) <= len(quote) + 2 * SURROUNDINGS


def test_the_passage_that_was_found_is_shown_around_the_quote() -> None:
    passage = "压实村组两级管护。" + SENTENCE
    found = sources([citation(1, REPORT, SENTENCE)], [hit(TRICK, "文末"), hit(REPORT, passage)], FakeIndex())[0]
    assert (found.before, found.after) == ("压实村组两级管护。", "")
    assert found.starts_midway
    assert found.ends_midway


def test_before_quote_and_after_are_verbatim_neighbours() -> None:
    found = sources([citation(1, REPORT, SENTENCE)], (), FakeIndex())[0]
    assert found.before + found.citation.quote + found.after in REPORT.text


def test_sources_keep_the_order_of_the_citations_and_know_each_document() -> None:
    found = sources([citation(2, TRICK, "文末"), citation(1, REPORT, SENTENCE)], (), FakeIndex())
    assert [(source.citation.n, source.badges) for source in found] == [(2, ("有涂抹",)), (1, ("部分文本",))]


def test_a_document_that_has_changed_gives_no_surroundings() -> None:
    moved = replace(REPORT, text="加了一行\n" + REPORT.text)
    found = sources([citation(1, REPORT, SENTENCE)], (), FakeIndex([moved]))[0]
    assert (found.before, found.citation.quote, found.after) == ("", SENTENCE, "")


def test_a_document_that_is_gone_is_named_by_its_path_and_says_so() -> None:
    gone = replace(citation(1, REPORT, SENTENCE), title="")
    found = sources([gone], (), FakeIndex([TRICK]))[0]
    assert found.title == REPORT.path
    assert found.notes == ("这份文件已不在资料库里",)
