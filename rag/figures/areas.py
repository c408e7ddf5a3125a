"""The place that a figure is for, where its clause names another than the document's own.

In: the clean text of a document, its metadata and a figure's clause. Out: the name in the words of the text, and what
decided. A place inside the document's own counts where the clause speaks of it; one that only marks a stretch (临淄至临沂) or
opens a list of examples (青岛等8市) does not.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from rag.figures.lexicon import alternation, lexicon
from rag.places import gazetteer, places_of_parts, townships
from rag.records import Metadata

_MARKS_A_STRETCH = re.compile(r"(?:至|到|—|-|[^，]{0,40}等)")
_TWO_WORDS = re.compile(r"[和与及]|负责")
_TO = ("至", "到", "—", "-")
_INSIDE_A_NAME = re.compile(
    r"港|新区|开发区|高新区|大学|学院|银行|机场|站|[南北东西中]?路|街|铁路|高铁|高速|集团|城际|快线"
)
_ZONE = re.compile(
    r"(?:[^，。；]{0,4}(?:建设|推进|打造|加快|实施))?(?P<zone>[一-龥]{2,10}?(?:城市群|都市圈|开发区|高新区|新区|自贸试验区|试验区|自贸港|物流园区|产业园区|工业园区|科创城|组团))(?=[一-龥，])"
)
_NO_NAME = re.compile(r"^(?:全省|全市|全县|全区|省级|国家|重点|推动|支持|各|加强|新增|完善|以|对|在)|.*[的和与等]")


@dataclass(frozen=True, slots=True)
class Areas:
    """The places inside the document's own that its text names: where each begins, where it ends, its name."""

    metadata: Metadata
    starts: tuple[int, ...]
    stops: tuple[int, ...]
    names: tuple[str, ...]

    def named_in(self, text: str, start: int, stop: int) -> tuple[str, ...]:
        """The places inside the document's own that text[start:stop] speaks of, in their order."""
        low, high = bisect_left(self.starts, start), bisect_left(self.starts, stop)
        return tuple(
            self.names[i]
            for i in range(low, high)
            if self.stops[i] <= stop and not _MARKS_A_STRETCH.match(text, self.stops[i], stop)
        )


def areas(text: str, metadata: Metadata) -> Areas:
    """The places inside the document's own that clean `text` names."""
    found = [
        (mention.start, mention.stop, place.name)
        for mention in gazetteer().find(text)
        if (place := mention.place) is not None
        and not _INSIDE_A_NAME.match(text, mention.stop)
        and text[mention.start - 1 : mention.start] not in _TO
        and metadata.places
        and place.name != metadata.place
        and place.path[: len(metadata.places)] == metadata.places
    ]
    own = [name for name in townships(text) if name not in metadata.places and not _TWO_WORDS.search(name)]
    if own:
        found += [(m.start(), m.end(), m[0]) for m in re.finditer(alternation(own), text)]
    found.sort()
    starts, stops, names = zip(*found, strict=True) if found else ((), (), ())
    return Areas(metadata, starts, stops, names)


def area_of(
    areas: Areas, text: str, sentence_start: int, clause_start: int, at: int, *, headings: Sequence[str] = ()
) -> tuple[str | None, str]:
    """The place of the figure at text[at:] and what decided: its clause, the zone that opens the sentence, the part of the
    document that the headings above it open, the document."""
    named = areas.named_in(text, clause_start, at)
    if named:
        return named[-1], "named in the clause"
    zone = _ZONE.match(text, sentence_start, at)
    if zone and not _NO_NAME.match(zone["zone"]) and not lexicon().action.prefix(zone["zone"]):
        return zone["zone"], "opens the sentence"
    if parts := places_of_parts(headings):
        return parts[-1], "the part's place"
    return areas.metadata.place, "the document's place"
