"""What answers read of an index, and which record was made of which quantity."""

from __future__ import annotations

from rag.answers.reports.holdings import Holdings, recorded
from rag.figures.quantities import quantities
from rag.records import Filter, Span
from tests.answers.small import REPORTS, MemoryIndex

INDEX = MemoryIndex(REPORTS)
HELD = Holdings(INDEX)
PATH = "云渚县/2023.txt"


def test_the_figures_of_a_passage_are_those_between_its_ends() -> None:
    for passage in HELD.passages(PATH):
        figures = HELD.within(passage)
        assert all(passage.span.covers(f.span) for f in figures)
        assert [f.span for f in figures] == sorted(f.span for f in figures)
    held = [f for passage in HELD.passages(PATH) for f in HELD.within(passage)]
    assert held == list(HELD.figures(PATH))


def test_a_figure_is_found_in_its_passage() -> None:
    for figure in HELD.figures(PATH):
        passage = HELD.around(figure)
        assert passage is not None
        assert figure in HELD.within(passage)


def test_a_quantity_has_the_record_of_its_own_place_in_the_sentence() -> None:
    sentence = next(s for p in HELD.passages(PATH) for s in p.sentences if "高标准农田" in s.text and "14个" in s.text)
    said = quantities(sentence.text)
    records = recorded(said, HELD.figures(PATH), sentence.span)
    assert [(q.unit, r and r.text) for q, r in zip(said, records, strict=True)] == [("万亩", "1.8万亩"), ("个", "14个")]


def test_a_quantity_without_a_record_leaves_the_next_its_own() -> None:
    sentence = next(s for p in HELD.passages(PATH) for s in p.sentences if "14个" in s.text)
    figures = [f for f in HELD.figures(PATH) if f.text != "1.8万亩"]
    records = recorded(quantities(sentence.text), figures, sentence.span)
    assert [r and r.text for r in records] == [None, "14个"]
    assert recorded(quantities(sentence.text), figures, Span(0, 1)) == (None, None)


def test_a_filter_keeps_documents_out() -> None:
    every = HELD.passing(HELD.shelf.documents, Filter())
    assert {d.path for d in every} == {d.path for d in REPORTS}
    assert [d.path for d in HELD.passing(every, Filter(docs=(PATH,)))] == [PATH]


def test_a_document_that_is_not_there_has_no_text() -> None:
    assert HELD.original("云渚县/1999.txt") == ""
