"""The line that says when and where a report was given: ——2012年2月29日在某区第十三届人民代表大会第六次会议上.

It is the strongest evidence for date and place, because it is written for this one occasion, while titles and file
names are often left over from a template.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from rag.places.gazetteer import NATION
from rag.reading.dates import FoundDate, find_dates
from rag.reading.opening import Line, Opening

_LONGEST = 120
_NUMBER = r"[一二三四五六七八九十百\d]+"
_CONGRESS = re.compile(
    rf"""
    [在于] (?: (?P<place>[^在于第,，。;；]{{2,24}}?) 第?{_NUMBER}[届次] | 第?{_NUMBER}届(?P<nation>全国|中华人民共和国) )
    (?:人民代表大会|党?代表大会|党代会|人大|委员会|政协)?
    (?:常务委员会|常委会)?
    (?:第?{_NUMBER}次)? (?:全体)? (?:会议|全会)? (?:上|的)?
    """,
    re.VERBOSE,
)
_MEETING = re.compile(r"[在于](?P<place>[^,，。;；]{2,30}?)(?:会议|大会|全会|动员会|座谈会|推进会|部署会)上")


@dataclass(frozen=True, slots=True)
class Delivery:
    """The delivery line at `line` of the opening: the words for the place, the date, and the text of the line."""

    line: int
    text: str
    place: str
    date: FoundDate | None
    congress: bool


def find_delivery(opening: Opening) -> Delivery | None:
    """The delivery line among the first lines, a people's congress before any other meeting."""
    for form, congress in ((_CONGRESS, True), (_MEETING, False)):
        for i, line in enumerate(opening.head):
            compact = line.text.replace(" ", "")
            if len(compact) <= _LONGEST and (match := form.search(compact)):
                return Delivery(i, compact, _place(match), _date_at(opening.head, i), congress)
    return None


def _place(match: re.Match[str]) -> str:
    groups = match.groupdict()
    return groups["place"] or (NATION if groups.get("nation") else "")


def _date_at(lines: tuple[Line, ...], i: int) -> FoundDate | None:
    """The date in the delivery line, or else alone on the line after or before it."""
    if found := find_dates(lines[i].text.replace(" ", "")):
        return found[0]
    for line in (*lines[i + 1 : i + 3], *lines[max(0, i - 1) : i]):
        compact = re.sub(r"[\s()（）—-]", "", line.text)
        if (found := find_dates(compact)) and found[0].stop - found[0].start == len(compact):
            return found[0]
    return None
