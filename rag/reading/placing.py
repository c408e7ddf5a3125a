"""The place that a document speaks for, from the province down, by rules from the strongest evidence to the weakest.

A township is in no gazetteer, so its county comes from the words around it, or else from the next rule that names one. A
county that is in no gazetteer either counts by its form, where the gazetteer knows no smaller place in the same words.
A name that several places bear is settled by the rest of the document, or stays as it is with a note.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator

from rag.places import NATION, Level, gazetteer, places_of_parts, townships
from rag.reading.clues import Clues
from rag.reading.spots import PLACEHOLDER, Spot, spot_in
from rag.records import ReportKind

# 国务院扶贫办 is an office that a county speaks of
_MANDATE = re.compile(
    r"代表(?:(?P<council>国务院)|(?P<place>[\u4e00-\u9fff]{2,16}?)(?:人民政府|政府|人大常委会|党委|(?<=[市县区旗镇乡])委))"
)
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
# 澄溪县, not 全县 or 我市
_UNLISTED = re.compile(r"(?![全本我各该])[\u4e00-\u9fff]{2,7}[省市县区旗州盟]")
# 澄溪县人民政府办公室 2021年1月3日, 澄溪县水利局
_ISSUED = re.compile(
    r"^[-—(（\s]*(?P<place>[\u4e00-\u9fff]{2,14}?(?:[省市县区旗州盟镇乡]|街道))"
    r"(?:人民政府|委员会|委|政府|[\u4e00-\u9fff]{1,12}(?:局|办|办公室|委员会|管委会|中心|指挥部))[)）]?(?=\s|\d|[二〔（(]|$)"
)
_LONGEST_ISSUER = 40
_PLACES_OF_OFFICE = 3_000
_FEWEST_MENTIONS = 3
_NAMED_IN_A_REPORT = re.compile(r"(?P<place>.+?)(?:人民)?(?:政府)?工作报告")


def find_places(clues: Clues) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The path of places and the notes on it; an empty path where the document names none."""
    spots = [(name, spot) for name, rule in RULES for spot in rule(clues)]
    if _speaks_for_several(clues):
        spots = [(name, spot) for name, spot in spots if name in _OF_THE_WHOLE]
    if not spots:
        return (), ()
    rule_name, chosen = spots[0]
    further = [spot for _, spot in spots[1:]]
    path, notes = _settled(chosen, further, clues)
    if chosen.township and not path:
        path = _county_of(chosen.township, further)
    if chosen.township:
        path = (*path, chosen.township)
    named = spot_in(clues.path_names[0], clues.opening.text)
    if named and rule_name != "文件名" and named.path and path and not _agree(named.path, path):
        notes += (f"文件名说的是{named.path[-1]}，{rule_name}说的是{path[-1]}，以{rule_name}为准",)
    return path, notes


def _speaks_for_several(clues: Clues) -> bool:
    """True for a page of speeches or profiles of several places, none of which it speaks for as a whole."""
    return len(places_of_parts(line.text for line in clues.opening.lines)) > 1


def _settled(spot: Spot, further: list[Spot], clues: Clues) -> tuple[tuple[str, ...], tuple[str, ...]]:
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


def _county_of(township: str, further: list[Spot]) -> tuple[str, ...]:
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


def _by_delivery(clues: Clues) -> Iterator[Spot]:
    """在某县第十八届人民代表大会…: a place of its own even where no gazetteer has it."""
    if clues.delivery is None:
        return
    words = clues.delivery.place
    if spot := spot_in(words, clues.opening.text):
        yield spot
    elif clues.delivery.congress and _UNLISTED.fullmatch(words) and not PLACEHOLDER.search(words):
        yield Spot((words,))


def _by_mandate(clues: Clues) -> Iterator[Spot]:
    """现在，我代表澄溪县人民政府，向大会报告工作."""
    if clues.kind is not ReportKind.WORK_REPORT:
        return
    for line in clues.opening.lines[:20]:
        for match in _MANDATE.finditer(line.text):
            if spot := spot_in(match["place"] or match["council"], clues.opening.text):
                yield spot


def _by_title_of_report(clues: Clues) -> Iterator[Spot]:
    """2025年广西政府工作报告."""
    for words in (clues.title, clues.path_names[0] if not clues.title else ""):
        if (match := _NAMED_IN_A_REPORT.search(words)) and (spot := spot_in(match["place"], clues.opening.text)):
            yield spot


def _by_speaker(clues: Clues) -> Iterator[Spot]:
    """柏坞镇党委书记; 澄溪县委书记: whoever speaks speaks for the place of the office."""
    if clues.kind in (ReportKind.WORK_REPORT, ReportKind.INTERVIEW, ReportKind.SPEECH):
        yield from _of_offices(clues)


def _by_office(clues: Clues) -> Iterator[Spot]:
    """Any office of a named place; in news it may be a visitor's, in a tale that of a place made up in passing."""
    lines = "\n".join(line.text for line in clues.opening.lines if "。" not in line.text)
    for spot in _of_offices(clues):
        name = spot.township or (spot.path[-1] if spot.path else spot.namesakes[0].name)
        if name in lines or gazetteer().resolve(name) or clues.opening.text.count(name) > 1:
            yield spot


def _of_offices(clues: Clues) -> Iterator[Spot]:
    for match in _OFFICE.finditer(clues.opening.text[:_PLACES_OF_OFFICE]):
        if spot := spot_in(match["place"], clues.opening.text):
            yield spot


def _by_event(clues: Clues) -> Iterator[Spot]:
    """2月25日，澄溪县青筏镇召开…会."""
    for match in _EVENT.finditer("\n".join(line.text for line in clues.opening.lines[:8])):
        if spot := spot_in(match["place"], clues.opening.text):
            yield spot


def _by_title(clues: Clues) -> Iterator[Spot]:
    if spot := spot_in(clues.title, clues.opening.text):
        yield spot


def _by_issuer(clues: Clues) -> Iterator[Spot]:
    """澄溪县水利局 on a line of its own, or with the date behind it."""
    for line in (*clues.opening.head, *clues.opening.closing[-4:]):
        match = _ISSUED.match(line.text) if len(line.text) <= _LONGEST_ISSUER else None
        if match and (spot := spot_in(match["place"], clues.opening.text)):
            yield spot


def _by_subject(clues: Clues) -> Iterator[Spot]:
    """The township that the text names again and again, and the county that it does."""
    text = clues.opening.text
    towns = [name for name in townships(text) if not PLACEHOLDER.search(name)][:2]
    counts = [text.count(town) for town in towns]
    if counts and counts[0] >= _FEWEST_MENTIONS and (len(counts) == 1 or counts[0] >= 2 * counts[1]):
        yield Spot((), towns[0])
    yield from _by_frequency(text)


def _by_frequency(text: str) -> Iterator[Spot]:
    mentioned = Counter(
        mention.place.path
        for mention in gazetteer().find(text)
        if mention.place is not None and mention.place.level >= Level.CITY
    )
    ranked = mentioned.most_common(2)
    if ranked and ranked[0][1] >= _FEWEST_MENTIONS and (len(ranked) == 1 or ranked[0][1] >= 2 * ranked[1][1]):
        yield Spot(ranked[0][0])


def _by_source(clues: Clues) -> Iterator[Spot]:
    """来源: 澄溪县融媒体中心."""
    for line in (*clues.opening.head, *clues.opening.closing):
        if re.search(r"来\s?源|[网报台]讯|融媒体", line.spaced[:200]) and (
            spot := spot_in(line.text[:80], clues.opening.text)
        ):
            yield spot


def _by_path(clues: Clues) -> Iterator[Spot]:
    """岚原省/澄溪县/2024.txt: the file name first, then the folders from the nearest."""
    yield from filter(None, (spot_in(name, clues.opening.text) for name in clues.path_names))


RULES: tuple[tuple[str, Callable[[Clues], Iterator[Spot]]], ...] = (
    ("报告日期行", _by_delivery),
    ("报告开头", _by_mandate),
    ("标题", _by_title_of_report),
    ("职务", _by_speaker),
    ("会议报道", _by_event),
    ("标题", _by_title),
    ("落款", _by_issuer),
    ("职务", _by_office),
    ("正文", _by_subject),
    ("来源", _by_source),
    ("文件名", _by_path),
)
# what names the place of a whole page, not of one of its parts
_OF_THE_WHOLE = frozenset({"报告日期行", "标题", "文件名"})
