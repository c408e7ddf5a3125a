"""The place that a few words of a document name: a title, a delivery line, a line that says who issued it.

In: the words, and the document that they head. Out: a `Spot`, the smallest place named, as far as it is known where that lies;
None where they name none. A county that no gazetteer has counts by its form, where the gazetteer knows no smaller place in the
same words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from rag.places import NATION, Level, Place, PlaceMention, divisions, gazetteer, townships

_STATE_COUNCIL = re.compile(r"国务院|中央人民政府|全国人民代表大会|全国人大")
# 某某镇, XX街道: a name left out
PLACEHOLDER = re.compile(r"某|[XxＸ×*]{2}")


@dataclass(frozen=True, slots=True)
class Spot:
    """What one piece of text says: a path as far as the gazetteer knows it, and a township."""

    path: tuple[str, ...] = ()
    township: str | None = None
    namesakes: tuple[Place, ...] = ()


def spot_in(words: str, around: str = "") -> Spot | None:
    """The smallest place that these words name: 澄溪县青筏镇 → the county's path and the town; `around` is the document."""
    township = next((name for name in townships(words) if not PLACEHOLDER.search(name)), None)
    mentions = [m for m in gazetteer().find(words) if m.candidates and m.candidates[0].level > Level.NATION]
    smallest = max(mentions, key=lambda mention: mention.candidates[0].level, default=None)
    if unlisted := _unlisted(words, around, smallest):
        return Spot(unlisted, township)
    if smallest is None and township is None:
        return Spot((NATION,)) if _STATE_COUNCIL.search(words) or NATION in words else None
    if smallest is None:
        return Spot((), township)
    if smallest.place is not None:
        return Spot(smallest.place.path, township)
    return Spot((), township, smallest.candidates)


def _unlisted(words: str, around: str, listed: PlaceMention | None) -> tuple[str, ...]:
    """The path of the first place that has the form of one and is in no gazetteer, with what stands right before it; empty
    where there is none, or where a county of the gazetteer is named."""
    at = [d for d in divisions(words, around) if not PLACEHOLDER.search(d.name)]
    path: tuple[str, ...] = ()
    start = end = -1
    if listed is not None:
        at = [d for d in at if d.stop <= listed.start or d.stop > listed.stop]
        if listed.candidates[0].level > Level.CITY and not any(d.start in (listed.start, listed.stop) for d in at):
            return ()
    for one in at:
        if path and one.start not in (start, end):
            break
        if listed is not None and one.start in (listed.start, listed.stop):
            path = listed.place.path if listed.place is not None else ()
        path, start, end = (*path, one.name), one.start, one.stop
    return path
