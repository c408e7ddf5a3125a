"""Counties, cities, districts, banners, zones and farms that no gazetteer holds: read by their form.

In: clean text, such as a title or a question. Out: the stretches of it that name one. A name is bounded on the left: by the
beginning or a mark, by a larger place, by a word that takes a place (在澄溪县, 代表澄溪县委, 2021年澄溪县) or by an ordinary
word. What has the form and names nothing (全县, 示范区, 产粮大县, 超市) is known by its words being ordinary ones. In a
document, what follows a name or a second mention confirms it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

import jieba

from rag.places.ordinary import is_ordinary, is_term

_HAN = "[\u4e00-\u9fff]"
_ZONE = re.compile(
    r"""
    (?: (?:国家级?|省级)? (?:高新技术(?:产业)?|经济技术|农业高新技术产业|经济|旅游|工业|台商投资) )? 开发区
    | 高新区 | 经开区 | 农高区 | 管理区 | 新区
    | (?:(?:高新|现代)?(?:工业|产业|农业|科技|物流|化工|食品|循环经济|返乡创业))? 园区 | (?:工业|产业|科技|物流|化工)园
    | (?:旅游|风景)?度假区 | (?:综合)?保税区 | (?:综合改革|自由贸易|改革)?试验区 | (?:经济)?合作区 | 示范区 | 先行区 | 风景名胜区
    """,
    re.VERBOSE,
)
_FARM = re.compile(r"[农林牧渔茶马团]场")
_COUNTY = re.compile(
    r"""
    自治[县旗] | 县(?![级域城属直际辖内外里份情区市]|乡(?!镇)) | 区(?![域间划位块级内外里情]|分(?!别))
    | 市(?!场|民(?!政)|域|政(?!府|协)|容|值|况|井|面|级|直|辖|区|内|外|里|情|花|树) | 旗(?![帜舰袍手杆下级]) | 盟(?![友约主员军])
    """,
    re.VERBOSE,
)
_SHORT_ZONES = (
    (re.compile(r"(?:国家级?|省级)?高新技术(?:产业)?(?:开发区|园区)$"), ("高新区",)),
    (re.compile(r"高新区$"), ("高新技术产业开发区",)),
    (
        re.compile(r"(?:国家级?|省级)?经济(?:技术)?开发区$|经开区$"),
        ("经开区", "开发区", "经济开发区", "经济技术开发区"),
    ),
    (re.compile(r"综合保税区$"), ("综保区",)),
    (re.compile(r"工业园区?$"), ("工业园区", "工业园")),
    (re.compile(r"产业园区?$"), ("产业园区", "产业园")),
)
_LONG_WORD = 3
_SHORTEST, _LONGEST, _LONGEST_OF_PEOPLES = 2, 5, 14
_TAKES_A_PLACE = "在到向访年月日午了去跟同问查看赴驻把让于从将那这按据说讲使是省市县区旗盟州里帮给"
# these stand inside names too (永和, 对山): with two characters before them they join
_JOINS = "和与及由为对"
_BEFORE = ("关于", "代表", "中共", "走进", "来到", "前往", "走访", "国营", "国有")
_OF_A_DATE = re.compile(r"\d[年月日]")
_NAMES_NONE = "全各本我该每哪某几此"
_IN_NO_NAME = re.compile("[在到让把使了的很都也就不个哪什么说是帮给]|.[省县区市]|[一二两三四五六七八九十几数]$")
# 产粮大县, 工业强县, 百强县; 主城区, 老城区, 旧城区
_QUALITY = "大强弱小穷富名多"
# 大城市, 从上市 but 禹城市
_BEFORE_A_TERM = _QUALITY + "主老旧新中外邻周从按指为以对等"
# 战略联盟, 流动红旗
_NEVER_IN_A_TERM = "旗盟"
_INNER = frozenset(
    (
        "景区",
        "社区",
        "小区",
        "校区",
        "厂区",
        "片区",
        "辖区",
        "地区",
        "市区",
        "郊区",
        "街区",
        "专区",
        "库区",
        "灾区",
        "军区",
    )
)
# 澄溪县工业园区2019年工作总结 is the zone's own, 澄溪县开发区建设情况 the county's
_OF_ITSELF = re.compile(r"(?:19|20)\d\d年|管委会|管理委员会|党工委|工委")
# a county may bear the name of an ordinary word (丰收县): its government says so
_OF_GOVERNMENT = re.compile(
    r"人民政府|(?:(?:19|20)\d\d年)?政府工作报告|第[一二三四五六七八九十\d]+届|[县市区旗]?委(?!员|托)"
)
_NUMBERED_FARM = re.compile(r"[〇零一二三四五六七八九十百\d]{2,4}(?:团场?|农场|牧场)(?=\d{4}年|党委|连|机关|社区|$)")
_FOLLOWS_A_PLACE = re.compile(
    r"(?:\d{2,4}|[二〇一九○]{4})年|人民|政府|[县市区旗盟]?委|党[委工]|工委|管委会|[县市区旗盟][长委]|书记|人大|政协|第[一二三四五六七八九十\d]"
    r"|[\u4e00-\u9fff]{1,12}(?:局|办|办公室|委员会|中心)|国民经济|财政|召开|举行|举办|印发|关于|上半年|一?季度|今年|“|十[二三四五]五|简介|概况|情况"
    r"|[\u4e00-\u9fff]{2,4}(?:镇|乡|街道|苏木)|年鉴|志|乡镇|高新区|经开区|开发区|[工产]业园"
    r"|[\u4e00-\u9fff、]{0,16}(?:工作|报告|总结|汇报|规划|计划|方案|公报|项目|简介|专访|访谈)|和|$"
)


@dataclass(frozen=True, slots=True)
class Division:
    """text[start:stop] names a division or, where `zone`, a development zone or a farm."""

    start: int
    stop: int
    name: str
    zone: bool = False


def divisions(text: str, around: str | None = None) -> tuple[Division, ...]:
    """What `text` names, in its order; `around` is the document that it heads, which must name it again unless what follows
    the name is what follows a place."""
    named = tuple(_named(text, around is not None))
    if around is None:
        return named
    begins = {d.start for d in named}
    return tuple(
        d for d in named if d.stop in begins or _FOLLOWS_A_PLACE.match(text, d.stop) or around.count(d.name) > 1
    )


def _named(text: str, heads: bool) -> Iterator[Division]:
    """What has the form of a name; `heads` lets a government behind it vouch for an ordinary word."""
    yield from (Division(m.start(), m.end(), m[0], True) for m in _NUMBERED_FARM.finditer(text))
    start = reach = 0
    for end, begin, zone in _endings(text):
        if zone and begin == reach > 0 and _OF_ITSELF.match(text, end):
            yield Division(start, end, text[start:end], True)
            continue
        found = _start(text, begin, reach, _LONGEST_OF_PEOPLES if text.startswith("自治", begin) else _LONGEST)
        if found is None or _is_no_name(text[found:begin], text[begin:end]):
            continue
        if _is_common(text[found:begin]) and not (heads and _OF_GOVERNMENT.match(text, end)):
            continue
        start, reach = found, end
        yield Division(start, end, text[start:end], zone)


@lru_cache(maxsize=4096)
def zone_names(name: str) -> tuple[str, ...]:
    """The names that a zone or a farm goes by, its own first (澄溪高新技术产业开发区, 澄溪高新区); empty for any other place."""
    if not any(d.zone and (d.start, d.stop) == (0, len(name)) for d in divisions(f"{name}管委会")):
        return ()
    name_only = re.sub(r"(?<=[\u4e00-\u9fff]{2})[县市区旗](?=.)", "", name, count=1)
    others = (
        form.sub(short, one)
        for one in (name, name_only)
        for form, shorts in _SHORT_ZONES
        for short in shorts
        if form.search(one)
    )
    return tuple(dict.fromkeys((name, name_only, *others)))


def _endings(text: str) -> Iterator[tuple[int, int, bool]]:
    """Where names may end, with where their ending begins, the longest ending first."""
    at = 0
    while at < len(text):
        for form, zone in ((_ZONE, True), (_FARM, True), (_COUNTY, False)):
            if (match := form.match(text, at)) and match.end() > at:
                yield match.end(), at, zone
                at = match.end() - 1
                break
        at += 1


def _start(text: str, begin: int, reach: int, longest: int) -> int | None:
    """Where the name begins whose ending begins at `begin`: behind the nearest bound that leaves two characters."""
    run = begin
    while run > max(reach, begin - 2 * longest) and re.match(_HAN, text[run - 1]):
        run -= 1
    begins = run == reach or not re.match(_HAN, text[run - 1])
    bounds = {run} if begins and not _OF_A_DATE.match(text, max(run - 1, 0)) else set()
    bounds |= {at for at in range(run + 1, begin) if _bounds(text, run, at)}
    bounds |= set(_behind_words(text, run, begin))
    fitting = [at for at in bounds if _SHORTEST <= begin - at <= longest]
    return max(fitting, default=None)


def _bounds(text: str, run: int, at: int) -> bool:
    before = text[at - 1]
    if before in _JOINS:
        return at - 1 - run >= _SHORTEST or at - 1 == run
    return before in _TAKES_A_PLACE or text[run:at].endswith(_BEFORE)


def _behind_words(text: str, run: int, begin: int) -> Iterator[int]:
    """The ends of the ordinary words before a name: 今天上午澄溪县."""
    words = list(jieba.cut(text[run:begin], HMM=False))
    return (run + end for word, end in zip(words, accumulate(map(len, words)), strict=True) if is_ordinary(word))


def _is_no_name(stem: str, ending: str) -> bool:
    """True for what has the form of a name and is none: 全县, 直辖市, 中心城区, 产粮大县."""
    tail = stem[-1] + ending
    if ending == "旗" and stem[-1] in "前后左右中" and len(stem) > _SHORTEST:
        return False
    if (
        stem[0] in _NAMES_NONE
        or stem[-1] in _NAMES_NONE + _QUALITY
        or _IN_NO_NAME.search(stem)
        or is_term(stem + ending)
        or tail in _INNER
    ):
        return True
    return is_term(tail) and (len(stem) > _SHORTEST or stem[0] in _BEFORE_A_TERM or ending in _NEVER_IN_A_TERM)


def _is_common(stem: str) -> bool:
    """True for a stem of ordinary words: 示范, 国际物流, 深度贫困."""
    words = list(jieba.cut(stem, HMM=False))
    last = words[-1]
    of_ordinary_words = is_ordinary(words[0]) and all(len(word) > 1 for word in words)
    return of_ordinary_words or any(map(is_ordinary, (stem, last, last[-2:] if len(last) > _LONG_WORD else last)))
