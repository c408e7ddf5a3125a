"""Clean text → passages: runs of whole sentences, about 150 to 300 characters, each of one section.

A heading on a line of its own is in the heading path of its passages and not in their text; one that begins a sentence
stays in it. No passage crosses from one section into another. Members of a list inside running text that are too short
to say anything alone (一是…。二是…。) are one passage of the section above them, which covers them all; a few words that
only lead into a list (今年抓好三件事。) go with its first member. Every other character of the clean text but line feeds is in
exactly one passage.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, groupby

from rag.records import Passage, Sentence
from rag.text.clean import CleanText
from rag.text.outline import Node, outline
from rag.text.sentences import Range, sentences
from rag.text.structure import heading_paths

SHORTEST_MEMBER = 120
LONGEST_LEAD = 60
USUAL = 230
LONGEST = 400
_NOWHERE = -1


Block = tuple[Range, ...]


@dataclass(frozen=True, slots=True)
class _Unit:
    """Text of one section that passages are made of; `blocks` are the sentences that are best kept together."""

    node: int | None
    blocks: tuple[Block, ...]

    @property
    def length(self) -> int:
        return sum(map(_length, self.blocks))


def _length(block: Block) -> int:
    return sum(stop - start for start, stop in block)


def passages(doc: str, clean: CleanText) -> tuple[Passage, ...]:
    """The passages of document `doc` in their order; empty for a text of headings only or of nothing."""
    nodes = outline(clean.text)
    paths = heading_paths(clean.text, nodes)
    units = _with_leads(nodes, _pooled(nodes, _units(clean.text, nodes)))
    found = ((paths[unit.node] if unit.node is not None else (), packed) for unit in units for packed in _packed(unit))
    return tuple(
        Passage(
            doc=doc,
            ordinal=ordinal,
            span=clean.span(ranges[0][0], ranges[-1][1]),
            text="".join(clean.text[start:stop] for start, stop in ranges),
            headings=headings,
            sentences=tuple(Sentence(clean.span(start, stop), clean.text[start:stop]) for start, stop in ranges),
        )
        for ordinal, (headings, ranges) in enumerate(found)
    )


def indexed_text(passage: Passage, title: str) -> str:
    """What is encoded and indexed of a passage: the document's title, the headings, the text."""
    return "\n".join(part for part in (title, " ".join(passage.headings), passage.text) if part)


def _units(text: str, nodes: tuple[Node, ...]) -> Iterator[_Unit]:
    """The sentences of each stretch between two section borders, under the innermost section there."""
    for start, stop, node in _stretches(len(text), nodes):
        if blocks := tuple((found,) for found in sentences(text, start, stop)):
            yield _Unit(node, blocks)


def _stretches(length: int, nodes: tuple[Node, ...]) -> Iterator[tuple[int, int, int | None]]:
    at, open_ = 0, list[int]()
    for index, node in enumerate(nodes):
        heading = node.heading
        while open_ and nodes[open_[-1]].stop <= heading.start:
            yield at, nodes[open_[-1]].stop, open_[-1]
            at = nodes[open_.pop()].stop
        yield at, heading.start, open_[-1] if open_ else None
        at = heading.stop if heading.standing else heading.start
        open_.append(index)
    while open_:
        yield at, nodes[open_[-1]].stop, open_[-1]
        at = nodes[open_.pop()].stop
    yield at, length, None


def _pooled(nodes: tuple[Node, ...], units: Iterable[_Unit]) -> Iterator[_Unit]:
    """Neighbours among short members of one section, and its own short text before them, made one unit of it."""
    for home, group in groupby(units, key=lambda unit: _home(nodes, unit)):
        members = tuple(group)
        if home is None or len(members) == 1:
            yield from members
        else:
            node = None if home == _NOWHERE else home
            yield _Unit(node, tuple(tuple(chain.from_iterable(member.blocks)) for member in members))


def _home(nodes: tuple[Node, ...], unit: _Unit) -> int | None:
    """The section that covers `unit` if it is too short to stand alone (_NOWHERE for none), or None if it can."""
    if unit.length >= SHORTEST_MEMBER:
        return None
    if unit.node is None:
        return _NOWHERE
    node = nodes[unit.node]
    first, last = unit.blocks[0][0][0], unit.blocks[-1][-1][1]
    if (first, last) == (node.heading.start, node.stop):
        return _NOWHERE if node.parent is None else node.parent
    return unit.node


def _with_leads(nodes: tuple[Node, ...], units: Iterable[_Unit]) -> Iterator[_Unit]:
    """Short text of a section right before its first member, put with that member."""
    lead: _Unit | None = None
    for unit in units:
        if lead and _leads_into(nodes, lead, unit):
            first, *others = unit.blocks
            lead = _Unit(unit.node, (tuple(chain(*lead.blocks, first)), *others))
            continue
        if lead:
            yield lead
        lead = unit
    if lead:
        yield lead


def _leads_into(nodes: tuple[Node, ...], lead: _Unit, unit: _Unit) -> bool:
    if unit.node is None or lead.length >= LONGEST_LEAD:
        return False
    member = nodes[unit.node]
    starts = unit.blocks[0][0][0] == member.heading.start
    return starts and not member.heading.standing and member.parent == lead.node


def _packed(unit: _Unit) -> Iterator[tuple[Range, ...]]:
    """The blocks of a unit in passages of nearly the same length, none over `LONGEST` unless a sentence is."""
    count = max(1, round(unit.length / USUAL))
    share = unit.length / count
    packed: list[Range] = []
    length = 0
    for block in unit.blocks:
        size = _length(block)
        if packed and (length + size / 2 > share or length + size > LONGEST):
            yield tuple(packed)
            packed, length = [], 0
        packed.extend(block)
        length += size
    if packed:
        yield tuple(packed)
