"""Which of the places that a question names it is about, and which stretch of it names them.

In: the places in the order of the question. Out: those asked about: of places within one another the smallest, of several
those that are listed or compared, else the first that has reports.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, replace

from rag.answers.reports.shelf import AskedPlace, Shelf, short_name

JOINED = re.compile(r"(?:[省市县区镇乡]|两[省市县区地])?(?:[、和与跟同及,，比]|以及|还有|对比|相比)?")
_COMPARED = re.compile(
    r"对比|[多少高低快慢]多少|比较|相比|分别|各自|各(?:是|为|有|多少|定|报)|谁|哪[个边家头方](?:[^，,。？?]{0,4})(?:更|高|多(?!少)|大|低|少|快|慢)|[跟和与同][^，,。；;？?]{2,30}(?:比(?=[，,。？?]|一?比|起来|$)|一样|相同|持平|一致|相等)"
    r"|比[^，,。；;？?！!]{2,16}?(?:更|还要?|要|定得|都|是)*[高低多大小快慢](?!新|铁|速|于|校|等|中|学|型|家|街|路|棚|量|类|项|个|元|条|次)"
)


# what may stand between a place and a place in it
_OF = r"(?:的|(?:下辖|所辖|下属|辖下|下面|下头|底下|辖区内?|境内)的?)?"
_WITHIN = re.compile(_OF)
_TOWNSHIP = re.compile(r"(?:[镇乡]|街道|苏木)$")
# 望川市委, 柏坞镇长: the last character of the name is the first of the office too
_OFFICE = re.compile(r"(?<=[省市县区州旗盟镇乡])(?=委(?!员|托)|长|府)")


@dataclass(frozen=True, slots=True)
class Named:
    """clean[start:stop] names this place."""

    start: int
    stop: int
    place: AskedPlace


def within_one_another(named: list[Named], clean: str) -> list[Named]:
    """Without those that only say where the next one lies (岚原省澄溪县 → 澄溪县), whose words the next one takes over.

    A township that no list has lies in the place that stands right before it.
    """
    kept: list[Named] = []
    start: int | None = None
    above: AskedPlace | None = None
    for name, following in itertools.zip_longest(named, named[1:]):
        begins = name.start if start is None else start
        place = name.place if above is None else replace(name.place, path=(*above.path, name.place.name))
        start = above = None
        between = clean[name.stop : following.start] if following is not None else ""
        if following is not None and _WITHIN.fullmatch(between):
            unlisted = len(following.place.path) == 1 and _TOWNSHIP.search(following.place.name) is not None
            above = place if unlisted and not between and not _TOWNSHIP.search(place.name) else None
            if above is not None or place.name in following.place.path[:-1]:
                start = begins
                continue
        kept.append(Named(begins, name.stop, place))
    return kept


# 西安咸阳国际机场 is one thing, called after both
_WORKS = re.compile(
    r"(?:国际|新)?(?:机场|高铁|铁路|高速|公路|城际|快速路|快线|大桥|隧道|运河|港(?!澳)|口岸|大学|学院|医院|合作区|示范区|一体化)"
)


def called_after(named: list[Named], clean: str) -> list[Named]:
    """Of places whose names make one name of a works the first alone."""
    kept: list[Named] = []
    for name in named:
        if kept and kept[-1].stop == name.start and _WORKS.match(clean, name.stop):
            continue
        kept.append(name)
    return kept


def with_larger(name: Named, clean: str) -> tuple[int, int]:
    """The stretch that names a place, from the larger places before it (望川市下辖的澄溪县) up to the office that is named
    after it (澄溪县委)."""
    larger = [form for place in name.place.path[:-1] for form in (place, short_name(place))]
    start, stop = name.start, name.stop
    if larger:
        forms = "|".join(map(re.escape, sorted(larger, key=len, reverse=True)))
        before = re.search(rf"(?:(?:{forms}){_OF})+$", clean[:start])
        start = before.start() if before else start
    shared = _OFFICE.match(clean, stop) is not None and stop - start > len("澄溪")
    return start, stop - shared


def side_by_side(named: list[Named], clean: str, shelf: Shelf) -> list[Named]:
    """The places asked about: those that are listed or compared; of others only the first that has reports, since the rest
    belong to what is asked (澄溪至望川公路)."""
    if len(named) < 2 or _COMPARED.search(clean):
        return named
    joined = [named[0]]
    for name, following in itertools.pairwise(named):
        if JOINED.fullmatch(clean[name.stop : following.start]):
            joined = [*joined, following] if joined[-1] is name else joined
    if len(joined) > 1:
        return joined
    return [next((n for n in named if shelf.speaking_for(n.place)), named[0])]
