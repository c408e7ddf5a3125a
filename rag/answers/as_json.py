"""An `Answer` as the JSON object that the command line writes and measurements read."""

from __future__ import annotations

from rag.records import Answer, Citation
from rag.targets.as_json import figure_as_json

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
