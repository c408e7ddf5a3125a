"""Places in a question.

In: the clean question, the gazetteer and the shelf. Out: the places named, with full names, and where they stand. A
name that is on the shelf counts before its namesakes, and one with a slip of the pen for what is on the shelf; any other county or
township is found by its form, so that it is never read as a neighbour.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import jieba

from rag.answers.asked.named_places import JOINED, Named, called_after, side_by_side, with_larger, within_one_another
from rag.answers.asked.place_slips import Form, slip
from rag.answers.asked.unlisted_places import by_form, zones_beside
from rag.answers.reports.shelf import AskedPlace, Shelf, short_name, spoken_names
from rag.answers.words.blanking import BLANK
from rag.answers.words.synonyms import names_an_action
from rag.figures.numbers import numeral
from rag.places import NATION, Gazetteer, PlaceMention, is_ordinary, is_place_word, zone_names

LONG = 3
# a word that jieba's corpus has more often than this is hardly a place's short name
RARE = 100
# a village is called after its town: 青筏村 of 青筏镇
_VILLAGE = re.compile(r"村(?!镇)|社区")
# a ship is called after a place: 辽宁舰
_SHIP = re.compile(r"[\u4e00-\u9fff]{2}舰")
# what names a region, and the full names of its places
Regions = Sequence[tuple[re.Pattern[str], tuple[str, ...]]]
_NATION = re.compile(
    r"(?:咱们?|我们)国家?|全国(?!重点|第[一二三\d]|首|最|唯一|一等|文明|先进|示范|人大|政协|性)|我国(?!首|第一|最|唯一)|国务院|总理|中央(?:政府|预算|(?=[定提给拟把]|下达|要求))"
    r"|国家(?=[\d年的打计定今去赤财经外粮城安预要把给对在拿花掏投拨补说想]|有(?!关)|(?:改造|新建|新增|建[成设了]|准备|提出|承诺|下达|支持|扶持|规定|组织|完成|实现|一共|总共|共)|$)"
    r"|中国(?![—\-式特]|[\u4e00-\u9fff]{2,10}?(?:集团|公司|银行|协会|基金会))"
    r"|(?<![省市县区镇旗州“\"])两会(?![”\"]|精神|归来|访谈|专访|闭幕|代表)"
)
_NATIONAL = AskedPlace(NATION, (NATION,), (NATION,))
_NATION_FIRST = re.compile(r".*?(?:全国|国家|我国)[、和与跟及,，]")
# goals are set side by side; how far a result lies above the country's its own report tells
_BESIDE_NATION = re.compile(r"[跟和与同](?:全国|国家|国务院)(?:的)?(?:目标|指标)?(?:相|对)?比")
_SET = re.compile(r"目标|指标|定[得的在了]")
# 安徽融入长三角, 河北在京津冀协同中
_INTO_A_REGION = re.compile("(?:(?:今年|去年|要)?(?:深度|全面|主动|加快)?(?:融入|推进|推动|对接|参与|服务|落实|支持))$")
_SHORT_NAMES = (2, 3)
_COUNTED = re.compile("[等这]?(?P<n>[两二三四五六七八九十])个?(?:省|地(?!级)|自治区|直辖市|市)")
# where the name of a place begins, and what stands behind one
_PLACE_BEGINS = re.compile(r"(?:^|[，,、。：:；;？?\s]|\d年(?:[的底初末])?|[今去前明]年|[和与跟及比同在问])$")
_DEED_ENDS = re.compile(r"(?:$|[，,、？?！!。\s]|呢|和|与|跟|及|比|(?:19|20)\d\d|[今去前明]年|全[市县区镇乡]|[A-Za-z])")
_PLACE_ENDS = re.compile(rf"的|{_DEED_ENDS.pattern}")
_SIDE_BY_SIDE = re.compile("[、和与跟及]?")
# 望川建市那一年（1994年）: an event only says which year is meant
_EVENT = re.compile(r"[^，,。；;：:？?！!（(]{2,14}那一?年(?=[（(，,、]?(?:也就是|就是|即)?(?:19|20)\d\d)")


@dataclass(frozen=True, slots=True)
class AskedPlaces:
    """The places that a question names and the stretches of the question that name them.

    `documents` are the paths of those that it describes otherwise (那份镇长讲话), empty where any of the places will do;
    `national` is set where the question speaks of the whole country, also beside a place (占全国多大比重).
    """

    places: tuple[AskedPlace, ...] = ()
    spans: tuple[tuple[int, int], ...] = ()
    national: bool = False
    documents: tuple[str, ...] = ()


def asked_places(
    clean: str,
    gazetteer: Gazetteer,
    shelf: Shelf,
    within: tuple[str, ...] = (),
    regions: Regions = (),
) -> AskedPlaces:
    """Read the places of a question; `within` is the path of the place spoken of before, `regions` are names for several."""
    clean = _EVENT.sub(lambda said: BLANK * len(said[0]), clean)
    named: list[Named] = list(_of_regions(clean, gazetteer, regions))
    _add(named, _on_shelf(clean, shelf))
    _add(named, _in_gazetteer(clean, gazetteer, within, shelf))
    _add(named, _slipped(clean, shelf, gazetteer, named))
    _add(named, by_form(clean, shelf))
    _add(named, zones_beside(clean, named))
    _add(named, _by_short_name(clean, shelf))
    _add(named, _long_names(clean, gazetteer))
    ships = [m.span() for m in _SHIP.finditer(clean)]
    named = sorted((n for n in named if not any(a < n.stop and n.start < b for a, b in ships)), key=lambda n: n.start)
    national = _NATION.search(clean) is not None
    named = within_one_another([n for n in named if n.place.name != NATION], clean)
    chosen = side_by_side(called_after(named, clean), clean, shelf)
    places = tuple({n.place.path: n.place for n in chosen}.values())
    if places and national and _NATION_FIRST.match(clean):
        places = (_NATIONAL, *places)
    elif places and _BESIDE_NATION.search(clean) and _SET.search(clean):
        places = (*places, _NATIONAL)
    if national and not places:
        places = (_NATIONAL,)
    # 中部六省（湘鄂赣豫皖晋） names them twice
    named_again = [n for n in named if n.place.path in {c.place.path for c in chosen}]
    return AskedPlaces(places, tuple(dict.fromkeys(with_larger(n, clean) for n in named_again)), national)


def _of_regions(clean: str, gazetteer: Gazetteer, regions: Regions) -> Iterator[Named]:
    """东北三省 → 辽宁省, 吉林省, 黑龙江省, with the word that counts them (几个直辖市); what a place has to do with its region
    is no question about the others (安徽融入长三角怎么做)."""
    found = [(said, members) for pattern, members in regions if (said := pattern.search(clean)) is not None]
    free = [(said, members) for said, members in found if not _within_a_place(clean, said.start(), gazetteer)]
    for said, members in sorted(free, key=lambda pair: -len(pair[0][0]))[:1]:
        for name in members:
            for place in gazetteer.resolve(name)[:1]:
                yield Named(said.start(), said.end(), AskedPlace.of(place))


def _within_a_place(clean: str, at: int, gazetteer: Gazetteer) -> bool:
    """True where what begins at `at` ends the name of a place (山东三省 ends a list with 山东) or stands behind one."""
    before = clean[:at].removesuffix("的")
    joined = _INTO_A_REGION.search(before)
    before = before[: joined.start()] if joined else before
    across = at > 0 and bool(gazetteer.resolve(clean[at - 1 : at + 1]))
    return across or any(gazetteer.resolve(before[-size:]) for size in _SHORT_NAMES if len(before) >= size)


def _add(named: list[Named], found: Iterator[Named]) -> None:
    """Add what does not overlap with what is there."""
    for name in found:
        if not any(name.start < other.stop and other.start < name.stop for other in named):
            named.append(name)


def _on_shelf(clean: str, shelf: Shelf) -> Iterator[Named]:
    """Places of the index by full name, zones by any of theirs."""
    forms = ((form, name) for name in shelf.paths if name != NATION for form in zone_names(name) or (name,))
    for form, name in sorted(forms, key=lambda pair: -len(pair[0])):
        at = clean.find(form)
        if at >= 0:
            yield Named(at, at + len(form), AskedPlace.named(name, shelf.paths[name]))


def _by_short_name(clean: str, shelf: Shelf) -> Iterator[Named]:
    """Places of the index by their short names: the gazetteer knows those of cities and provinces, for smaller places only the
    shelf vouches, and a name of two characters must be no ordinary word."""
    for spoken, name in {short_name(name): name for name in shelf.paths if name != NATION}.items():
        at = clean.find(spoken)
        stop = at + len(spoken)
        if (
            at >= 0
            and (len(spoken) > 2 or _is_rare(spoken) or _as_a_place(clean, at, stop))
            and not _VILLAGE.match(clean, stop)
        ):
            yield Named(at, stop, AskedPlace.named(name, shelf.paths[name]))


def _is_rare(word: str) -> bool:
    return ((jieba.get_FREQ(word) or 0) < RARE or is_place_word(word)) and not is_ordinary(word)


def _as_a_place(clean: str, start: int, stop: int) -> bool:
    """True where a word that is also the name of a place stands as names of places do: 天门GDP, 2024年仙桃的目标, but not 新兴产业. One
    that is the name of a place before anything else need only stand where such names begin."""
    begins, name = _PLACE_BEGINS.search(clean[:start]) is not None, clean[start:stop]
    ends = _PLACE_ENDS if not names_an_action(name) else _DEED_ENDS
    return begins and (is_place_word(name) or ends.match(clean, stop) is not None)


def _in_gazetteer(clean: str, gazetteer: Gazetteer, within: tuple[str, ...], shelf: Shelf) -> Iterator[Named]:
    for mention in (*gazetteer.find(clean, within), *gazetteer.customary(clean), *_initials(clean, gazetteer)):
        if (place := _choose(mention, shelf)) is not None:
            yield Named(mention.start, mention.stop, place)


def _long_names(clean: str, gazetteer: Gazetteer) -> Iterator[Named]:
    """Counties by short names of three characters and more (满洲里): these are no ordinary words."""
    at = 0
    for word in jieba.cut(clean, HMM=False):
        if len(word) >= LONG and (found := [p for p in gazetteer.resolve(word) if p.short == word]):
            yield Named(at, at + len(word), AskedPlace.of(found[0]))
        at += len(word)


def _initials(clean: str, gazetteer: Gazetteer) -> Iterator[PlaceMention]:
    """Provinces by their one-character names (粤苏浙; 豫、鲁、粤), where the run of them begins and ends with words."""
    bounds = set(itertools.accumulate(map(len, jieba.cut(clean, HMM=False)), initial=0))
    run: list[PlaceMention] = []
    for mention, following in itertools.pairwise((*gazetteer.abbreviated(clean), None)):
        if mention is None:
            return
        run.append(mention)
        if following is None or not _SIDE_BY_SIDE.fullmatch(clean[mention.stop : following.start]):
            parted = run[-1].stop - run[0].start > len(run)
            if _is_counted(clean, run) or (
                {run[0].start, mention.stop} <= bounds and not (parted and not _alone(run, bounds))
            ):
                yield from run
            run = []


def _is_counted(clean: str, run: Sequence[PlaceMention]) -> bool:
    """True where the number of the names stands behind them: 粤甘豫三省, however the words fall."""
    said = _COUNTED.match(clean, run[-1].stop)
    return said is not None and numeral(said["n"].replace("两", "二")) == len(run)


def _alone(run: Sequence[PlaceMention], bounds: set[int]) -> bool:
    """True where every name of a run is a word by itself."""
    return all({mention.start, mention.stop} <= bounds for mention in run)


def _choose(mention: PlaceMention, shelf: Shelf) -> AskedPlace | None:
    """The place meant: the only candidate, or the one that the shelf has; a name left open keeps its own name."""
    if not mention.candidates:
        return None
    if mention.place is not None:
        return AskedPlace.of(mention.place)
    on_shelf = [p for p in mention.candidates if shelf.speaking_for(AskedPlace.of(p))]
    if len(on_shelf) == 1:
        return AskedPlace.of(on_shelf[0])
    # 西安 is the city before it is a district of another
    level = min(place.level for place in mention.candidates)
    highest = [place for place in mention.candidates if place.level is level]
    if not on_shelf and len(highest) == 1:
        return AskedPlace.of(highest[0])
    return AskedPlace(mention.candidates[0].name, (mention.text,), (mention.candidates[0].name,))


def _slipped(clean: str, shelf: Shelf, gazetteer: Gazetteer, named: Sequence[Named]) -> Iterator[Named]:
    """The name on the shelf that is written with one wrong character, also behind the name of where it lies."""
    forms = [
        Form(form, name, len(short_name(name))) for name in shelf.paths if name != NATION for form in spoken_names(name)
    ]
    # of 岚原回族自治区 people say 岚原
    shorts = ((name, place.short) for name in shelf.paths for place in gazetteer.resolve(name)[:1])
    forms += [Form(short, name, len(short)) for name, short in shorts if short not in spoken_names(name)]
    above = {name for path in shelf.paths.values() for name in path[:-1]}
    found = slip(clean, forms, [(n.start, n.stop) for n in named if n.place.name not in above], JOINED)
    if found is not None:
        yield Named(found.start, found.stop, AskedPlace.named(found.name, shelf.paths[found.name]))
