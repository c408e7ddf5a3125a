"""Documents → those that a text lets through, in an order, a page of them, and the words for each. Pure functions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from rag.records import DocumentSummary
from rag.ui.documents.view import Order
from rag.ui.parts.wording import REPORT_KINDS

PAGE_DOCUMENTS = 20
LAST = "\uffff"

_ORDERS: dict[Order, Callable[[DocumentSummary], Any]] = {
    Order.PATH: lambda document: document.path,
    Order.TITLE: lambda document: document.metadata.title or LAST,
    Order.NEWEST: lambda document: -(document.metadata.year or 0),
    Order.OLDEST: lambda document: document.metadata.year or 9999,
    Order.PLACE: lambda document: document.metadata.places or (LAST,),
    Order.LARGEST: lambda document: -document.characters,
}


def listed(documents: Sequence[DocumentSummary], text: str, order: Order) -> tuple[DocumentSummary, ...]:
    """The documents in which every word of `text` stands somewhere, in this order and then by path."""
    words = text.lower().split()
    found = (document for document in documents if all(word in _searched(document) for word in words))
    return tuple(sorted(found, key=lambda document: (_ORDERS[order](document), document.path)))


def page_of(documents: Sequence[DocumentSummary], page: int) -> tuple[Sequence[DocumentSummary], int]:
    """The documents of one page, counted from 1, and that page's number; beyond the last one it is the last."""
    number = min(page, pages_of(len(documents)))
    return documents[(number - 1) * PAGE_DOCUMENTS : number * PAGE_DOCUMENTS], number


def pages_of(total: int) -> int:
    """How many pages there are; an empty list has one."""
    return max(1, -(-total // PAGE_DOCUMENTS))


def title_of(document: DocumentSummary) -> str:
    """The title, or the path of a document without one."""
    return document.metadata.title.strip() or document.path


def badges(document: DocumentSummary) -> tuple[str, ...]:
    """What is the matter with a document, in a few words each."""
    return tuple(
        badge
        for badge in (
            f"部分文本（{document.part}）" if document.part else "",
            "有涂抹" if document.redacted else "",
            "转载" if document.duplicate_of else "",
        )
        if badge
    )


def facts(document: DocumentSummary) -> tuple[tuple[str, str], ...]:
    """Names and values of what is known of a document; a value that is not known is empty."""
    metadata = document.metadata
    return (
        ("地区", " ".join(metadata.places)),
        ("年份", f"{metadata.year} 年" if metadata.year else ""),
        ("类型", REPORT_KINDS[metadata.kind]),
        ("发文单位", metadata.issuer or ""),
        ("讲话人", metadata.speaker or ""),
        ("日期", metadata.date.isoformat() if metadata.date else ""),
        ("来源", metadata.source or ""),
        ("篇幅", f"{document.characters:,} 字"),
    )


def _searched(document: DocumentSummary) -> str:
    said = (value for _, value in facts(document))
    return "\n".join((document.metadata.title, document.path, *said, *badges(document))).lower()
