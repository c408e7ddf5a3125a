"""A figure as the JSON object that the command line writes and measurements read."""

from __future__ import annotations

from rag.figures.extract import Explained
from rag.records import Figure

Json = dict[str, object]


def figure_as_json(figure: Figure) -> Json:
    """One figure; offsets are code points of the original, amounts decimal strings in the unit of the text."""
    return {
        "doc": figure.doc,
        "start": figure.span.start,
        "end": figure.span.stop,
        "text": figure.text,
        "kind": figure.kind.value,
        "indicator": figure.indicator,
        "measure": figure.measure.value,
        "value": None if figure.value is None else f"{figure.value:f}",
        "value_high": None if figure.value_high is None else f"{figure.value_high:f}",
        "unit": figure.unit,
        "bound": figure.bound.value,
        "year": figure.year,
        "deadline": None if figure.deadline is None else figure.deadline.isoformat(),
        "place": figure.place,
        "masked": figure.masked,
        "topic": list(figure.topics),
        "concept": figure.concept,
        "rule": figure.rule,
    }


def explained_as_json(explained: Explained) -> Json:
    """The same with the clause that the figure stands in and how each field was come by."""
    return {
        **figure_as_json(explained.figure),
        "clause": explained.clause,
        "evidence": dict(explained.evidence),
    }
