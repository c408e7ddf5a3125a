"""Clean text → its sections, with headings at every level; spans are original."""

from __future__ import annotations

from rag.records import Section
from rag.text.clean import CleanText
from rag.text.outline import Node, outline

_TRAILING = "。；：，、,;: "


def heading_paths(text: str, nodes: tuple[Node, ...]) -> tuple[tuple[str, ...], ...]:
    """For each section of an outline the headings from the outermost down to its own."""
    paths: list[tuple[str, ...]] = []
    for node in nodes:
        own = text[node.heading.start : node.heading.stop].strip().rstrip(_TRAILING)
        paths.append((*paths[node.parent], own) if node.parent is not None else (own,))
    return tuple(paths)


def sections(clean: CleanText) -> tuple[Section, ...]:
    """The sections of a document in the order of their headings, each parent before its children."""
    nodes = outline(clean.text)
    return tuple(
        Section(
            heading=path[-1],
            level=node.level,
            heading_span=clean.span(node.heading.start, node.heading.stop),
            span=clean.span(node.heading.start, node.stop),
            path=path,
        )
        for node, path in zip(nodes, heading_paths(clean.text, nodes), strict=True)
    )
