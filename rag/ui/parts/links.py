"""What a page is to show → the address that shows it. Pure functions; every value is quoted, so a path stays a value.

Addresses are relative to the server, so that a copied link works wherever the server is reached. What a link says is checked by
the page that opens it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import urlencode

from rag.records import Span

DOC, START, STOP = "doc", "start", "stop"
QUESTION, CONVERSATION = "q", "c"
ASK, LIBRARY, COMPARE, DOCUMENTS, STATUS = "ask", "library", "compare", "documents", "status"


def link(page: str, params: Mapping[str, Sequence[str]]) -> str:
    """The address of a page in a state; a parameter with several values stands several times."""
    said = urlencode([(name, value) for name, values in params.items() for value in values])
    return f"/{page}?{said}" if said else f"/{page}"


def document_link(doc: str, span: Span | None = None) -> str:
    """The address of a document, at a span of its original text where one is given."""
    where = {START: [str(span.start)], STOP: [str(span.stop)]} if span else {}
    return link(DOCUMENTS, {DOC: [doc], **where})


def question_link(question: str) -> str:
    """The address that asks a question anew."""
    return link("", {QUESTION: [question]})
