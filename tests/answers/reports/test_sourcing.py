"""Sources are numbered in the order in which a text names them."""

from __future__ import annotations

from rag.answers.reports.holdings import Holdings
from rag.answers.reports.sourcing import Sources
from tests.answers.small import REPORTS, MemoryIndex

HELD = Holdings(MemoryIndex(REPORTS))
TEXTS = {d.path: d.text for d in REPORTS}


def test_every_figure_is_held_by_the_quote_of_its_citation() -> None:
    sources = Sources(HELD)
    for figure in HELD.figures("云渚县/2024.txt"):
        cited = sources.cite(figure)
        assert cited.span.covers(figure.span)
        assert cited.quote == cited.span.of(TEXTS[cited.doc])
    assert [c.n for c in sources.citations] == list(range(1, len(sources.citations) + 1))


def test_figures_of_one_clause_share_their_source() -> None:
    income = [f for f in HELD.figures("云渚县/2023.txt") if "可支配收入" in f.indicator]
    sources = Sources(HELD)
    assert [sources.cite(f).n for f in income] == [1, 1]
    assert "6%、8%" in sources.citations[0].quote


def test_a_figure_that_is_cited_again_keeps_its_number() -> None:
    first, second = HELD.figures("云渚县/2024.txt")[:2]
    other = HELD.figures("芦湾镇/2024.txt")[0]
    sources = Sources(HELD)
    numbers = [sources.cite(f).n for f in (first, other, first)]
    assert numbers == [1, 2, 1]
    assert sources.cite(second).doc == first.doc
