"""An `Answer` as the JSON object that the command line writes and measurements read."""

from __future__ import annotations

from rag.records import Answer, Citation, Figure

Json = dict[str, object]


def as_json(answer: Answer, id: str = "") -> Json:
    """The fields of an answer in the form that README describes; offsets are code points of the original."""
    return {
        "id": id,
        "status": answer.status.value,
        "text": answer.text,
        "figures": [figure_as_json(figure) for figure in answer.figures],
        "citations": [citation_as_json(citation) for citation in answer.citations],
        "computed": list(answer.computed),
        "read_as": {
            "places": list(answer.question.places),
            "years": list(answer.question.years),
            "topics": list(answer.question.topics),
            "indicator": answer.question.indicator,
            "kind": answer.question.kind.value,
        },
        "elapsed_ms": round(answer.elapsed_ms, 2),
    }


def citation_as_json(citation: Citation) -> Json:
    """One citation; `heading` is the path of headings in one line."""
    return {
        "n": citation.n,
        "doc": citation.doc,
        "start": citation.span.start,
        "end": citation.span.stop,
        "quote": citation.quote,
        "title": citation.title,
        "heading": " › ".join(citation.headings),
    }


def figure_as_json(figure: Figure) -> Json:
    """One figure; amounts are decimal strings in the unit of the text."""
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
        "rule": figure.rule,
    }
