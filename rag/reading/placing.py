"""The place that a document speaks for, from the province down, by rules from the strongest evidence to the weakest.

A township is in no gazetteer, so its county comes from the words around it, or else from the next rule that names one.
A name that several places bear is settled by the rest of the document, or stays as it is with a note.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from rag.places.gazetteer import NATION, Level, Place, gazetteer
from rag.places.townships import townships
from rag.reading.clues import Clues
from rag.records import ReportKind

_STATE_COUNCIL = re.compile(r"国务院|中央人民政府|全国人民代表大会|全国人大")
_MANDATE = re.compile(r"代表(?P<place>[\u4e00-\u9fff]{2,16}?)(?:人民政府|政府|人大常委会)|(?P<council>国务院)")
_OFFICE = re.compile(
    r"""
    (?P<place>[\u4e00-\u9fff]{2,14}?[省市县区旗州盟镇乡道])
    (?: (?:人民)?政府|党委|党工委|委|镇委|乡委|人大(?:常委会)? )?
    (?:副|代)? (?:书记|[省市县区旗州盟镇乡]长|主席|主任)
    """,
    re.VERBOSE,
)
_EVENT = re.compile(
    r"(?:^|[,，。日])(?P<place>[\u4e00-\u9fff]{2,16}?)(?:组织召开|隆重召开|召开|举行|举办|组织开展|开展|印发)",
    re.MULTILINE,
)
# 某某镇, XX街道: a name left out
_PLACEHOLDER = re.compile(r"某|[XxＸ×*]{2}")
# 澄溪县, not 全县 or 我市
_UNLISTED = re.compile(r"(?![全本我各该])[\u4e00-\u9fff]{2,7}[省市县区旗州盟]")
_PLACES_OF_OFFICE = 3_000
_FEWEST_MENTIONS = 3
_NAMED_IN_A_REPORT = re.compile(r"(?P<place>.+?)(?:人民)?(?:政府)?工作报告")


@dataclass(frozen=True, slots=True)
class _Spot:
    """What one piece of text says: a path as far as the gazetteer knows it, and a township."""

    path: tuple[str, ...] = ()
    township: str | None = None
    namesakes: tuple[Place, ...] = ()


def find_places(clues: Clues) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The path of places and the notes on it; an empty path where the document names none."""
    spots = [(name, spot) for name, rule in RULES for spot in rule(clues)]
    if not spots:
        return (), ()
    rule_name, chosen = spots[0]
    further = [spot for _, spot in spots[1:]]
    path, notes = _settled(chosen, further, clues)
    if chosen.township and not path:
        path = _county_of(chosen.township, further)
    if chosen.township:
        path = (*path, chosen.township)
    named = _spot(clues.path_names[0])
    if named and rule_name != "文件名" and named.path and path and not _agree(named.path, path):
        notes += (f"文件名说的是{named.path[-1]}，{rule_name}说的是{path[-1]}，以{rule_name}为准",)
    return path, notes


def _settled(spot: _Spot, further: list[_Spot], clues: Clues) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The path of `spot`; of namesakes the one whose province or city is named elsewhere."""
    if not spot.namesakes:
        return spot.path, ()
    above = {name for other in further for name in other.path}
    above |= {mention.place.name for mention in gazetteer().find(clues.opening.text) if mention.place is not None}
    supported = [place for place in spot.namesakes if above.intersection(place.path[:-1])]
    if len(supported) == 1:
        return supported[0].path, ()
    name = spot.namesakes[0].name
    provinces = "、".join(place.path[0] for place in spot.namesakes)
    return (name,), (f"有几个{name}（{provinces}），文中没有说明是哪一个",)


def _county_of(township: str, further: list[_Spot]) -> tuple[str, ...]:
    """The place that other evidence names for a township, the weaker only where it goes further into the stronger."""
    path: tuple[str, ...] = ()
    for spot in further:
        is_its_own = spot.township in (None, township) and spot.path != (NATION,)
        if is_its_own and len(spot.path) > len(path) and spot.path[: len(path)] == path:
            path = spot.path
    return path


def _agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """True where one of the places lies in the other, or is it."""
    return one[-1] in other or other[-1] in one


def _spot(words: str) -> _Spot | None:
    """The smallest place that these words name: 澄溪县青筏镇 → the county's path and the town."""
    township = next((name for name in townships(words) if not _PLACEHOLDER.search(name)), None)
    if _STATE_COUNCIL.search(words) or words == NATION:
        return _Spot((NATION,))
    mentions = [mention for mention in gazetteer().find(words) if mention.candidates]
    if not mentions:
        return _Spot((), township) if township else None
    smallest = max(mentions, key=lambda mention: mention.candidates[0].level)
    if smallest.place is not None:
        return _Spot(smallest.place.path, township)
    return _Spot((), township, smallest.candidates)


def _by_delivery(clues: Clues) -> Iterator[_Spot]:
    """在某县第十八届人民代表大会…: a place of its own even where no gazetteer has it."""
    if clues.delivery is None:
        return
    words = clues.delivery.place
    if spot := _spot(words):
        yield spot
    elif clues.delivery.congress and _UNLISTED.fullmatch(words) and not _PLACEHOLDER.search(words):
        yield _Spot((words,))


def _by_mandate(clues: Clues) -> Iterator[_Spot]:
    """现在，我代表澄溪县人民政府，向大会报告工作."""
    if clues.kind is not ReportKind.WORK_REPORT:
        return
    for line in clues.opening.lines[:20]:
        for match in _MANDATE.finditer(line.text):
            if spot := _spot(match["place"] or match["council"]):
                yield spot


def _by_title_of_report(clues: Clues) -> Iterator[_Spot]:
    """2025年广西政府工作报告."""
    for words in (clues.title, clues.path_names[0] if not clues.title else ""):
        if (match := _NAMED_IN_A_REPORT.search(words)) and (spot := _spot(match["place"])):
            yield spot


def _by_speaker(clues: Clues) -> Iterator[_Spot]:
    """柏坞镇党委书记; 澄溪县委书记: whoever speaks speaks for the place of the office."""
    if clues.kind in (ReportKind.WORK_REPORT, ReportKind.INTERVIEW, ReportKind.SPEECH):
        yield from _by_office(clues)


def _by_office(clues: Clues) -> Iterator[_Spot]:
    """Any office of a named place; in news it may be a visitor's."""
    text = clues.opening.text[:_PLACES_OF_OFFICE]
    for match in _OFFICE.finditer(text):
        if spot := _spot(match["place"]):
            yield spot


def _by_event(clues: Clues) -> Iterator[_Spot]:
    """2月25日，澄溪县青筏镇召开…会."""
    for match in _EVENT.finditer("\n".join(line.text for line in clues.opening.lines[:8])):
        if spot := _spot(match["place"]):
            yield spot


def _by_title(clues: Clues) -> Iterator[_Spot]:
    if spot := _spot(clues.title):
        yield spot


def _by_subject(clues: Clues) -> Iterator[_Spot]:
    """The township that the text names again and again, and the county that it does."""
    text = clues.opening.text
    towns = [name for name in townships(text) if not _PLACEHOLDER.search(name)][:2]
    counts = [text.count(town) for town in towns]
    if counts and counts[0] >= _FEWEST_MENTIONS and (len(counts) == 1 or counts[0] >= 2 * counts[1]):
        yield _Spot((), towns[0])
    yield from _by_frequency(text)


def _by_frequency(text: str) -> Iterator[_Spot]:
    mentioned = Counter(
        mention.place.path
        for mention in gazetteer().find(text)
        if mention.place is not None and mention.place.level >= Level.CITY
    )
    ranked = mentioned.most_common(2)
    if ranked and ranked[0][1] >= _FEWEST_MENTIONS and (len(ranked) == 1 or ranked[0][1] >= 2 * ranked[1][1]):
        yield _Spot(ranked[0][0])


def _by_source(clues: Clues) -> Iterator[_Spot]:
    """来源: 澄溪县融媒体中心."""
    for line in (*clues.opening.head, *clues.opening.closing):
        if re.search(r"来\s?源|[网报台]讯|融媒体", line.spaced[:200]) and (spot := _spot(line.text[:80])):
            yield spot


def _by_path(clues: Clues) -> Iterator[_Spot]:
    """岚原省/澄溪县/2024.txt: the file name first, then the folders from the nearest."""
    yield from filter(None, map(_spot, clues.path_names))


RULES: tuple[tuple[str, Callable[[Clues], Iterator[_Spot]]], ...] = (
    ("报告日期行", _by_delivery),
    ("报告开头", _by_mandate),
    ("标题", _by_title_of_report),
    ("职务", _by_speaker),
    ("会议报道", _by_event),
    ("标题", _by_title),
    ("职务", _by_office),
    ("正文", _by_subject),
    ("来源", _by_source),
    ("文件名", _by_path),
)
