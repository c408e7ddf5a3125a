"""Numbers the sources of a text in the order in which it names them.

In: figures, one after another. Out: for each the number of the citation that holds it, and all citations; figures of one
clause share theirs.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from rag.answers.reports.holdings import Holdings
from rag.answers.reports.quoting import citation, figure_span
from rag.records import Citation, Figure


@dataclass
class Sources:
    """The sources of one answer, as it is being written."""

    holdings: Holdings
    citations: list[Citation] = field(default_factory=list)

    def cite(self, figure: Figure) -> Citation:
        """The citation whose quote holds this figure."""
        known = next((c for c in self.citations if c.doc == figure.doc and c.span.covers(figure.span)), None)
        if known is not None:
            return known
        passage = self.holdings.around(figure)
        assert passage is not None, f"a figure of {figure.doc} stands in none of its passages"
        original, summary = self.holdings.original(figure.doc), self.holdings.shelf.by_path[figure.doc]
        span = figure_span(original, figure, passage)
        made = citation(len(self.citations) + 1, original, span, passage, summary)
        self.citations.append(made)
        return made
