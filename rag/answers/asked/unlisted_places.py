"""Places in a question that neither index nor gazetteer has.

In: the clean question, the shelf and the places that were read. Out: counties and townships by their form, zones and farms where they
are listed with a place. So a question about a place without reports is never read as one about its neighbour.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

import jieba

from rag.answers.asked.named_places import JOINED, Named
from rag.answers.reports.shelf import AskedPlace, Shelf, short_name
from rag.answers.words.synonyms import names_a_thing
from rag.places import Division, divisions, townships
from rag.reading.people import SURNAMES

_ASKING = re.compile(r"谁|[请想敢借]问|什么|哪[个些]|怎么|如何|多少|几个")
_POINTING = re.compile(r"[那这该本此哪某有][份个些位次篇期则]?")  # 那份镇长讲话
# the head of a county, by name before the office
_HEAD = re.compile(r"长(?!期|远|效|度|年|久|江|寿|势|是谁|是哪|叫|姓|名字)")


def by_form(clean: str, shelf: Shelf) -> Iterator[Named]:
    """Counties and townships that neither shelf nor gazetteer has; by a short name only where that is nobody else's."""
    shorts = {short_name(name) for name in shelf.paths}
    for name in townships(clean):
        at = clean.find(name)
        if at >= 0 and not _POINTING.match(name) and not _is_said(name):
            yield Named(at, at + len(name), _unlisted(name, shorts))
    for found in divisions(clean):
        if not found.zone and not _is_said(found.name) and not _is_person(clean, found):
            yield Named(found.start, found.stop, _unlisted(found.name, shorts))


def _unlisted(name: str, shorts: Collection[str]) -> AskedPlace:
    return AskedPlace(name, (name,), (name,)) if short_name(name) in shorts else AskedPlace.named(name)


def _is_person(clean: str, found: Division) -> bool:
    """True for 陆远山县长, unless it is asked who that is."""
    return found.name[0] in SURNAMES and _HEAD.match(clean, found.stop) is not None


def zones_beside(clean: str, named: Sequence[Named]) -> Iterator[Named]:
    """Zones and farms that are listed with a place: 澄溪县和石笕管理区; elsewhere they belong to what is asked."""
    for found in divisions(clean):
        gaps = [clean[n.stop : found.start] for n in named] + [clean[found.stop : n.start] for n in named]
        if found.zone and any(gap and JOINED.fullmatch(gap) for gap in gaps):
            yield Named(found.start, found.stop, AskedPlace.named(found.name))


def _is_said(name: str) -> bool:
    """True for 请问按镇 of 请问按镇长的讲话: a name made of words that name nothing, or of one that asks: 为什么镇长说."""
    if _ASKING.search(name):
        return True
    said = list(jieba.cut(short_name(name), HMM=False))
    return 1 < len(said) < len(short_name(name)) and not any(names_a_thing(word) for word in said)
