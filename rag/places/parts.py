"""Parts of a document that speak for a place of their own: 篇2：柏坞镇党委书记发言; 澄溪管理区简介; （三）青筏镇.

In: a heading. Out: the place that what stands under it speaks for. Pages that collect speeches or profiles have one such
heading a place; a figure under it is that place's, and no answer about another.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from rag.places.divisions import divisions
from rag.places.gazetteer import gazetteer
from rag.places.townships import townships

_MARK = re.compile(
    r"^(?:[篇第例]?\s?[\d一二三四五六七八九十]+\s?[篇则、.．:：]?|[(（][\d一二三四五六七八九十]+[)）])?\s*[:：]?\s*"
)
_OFFICE = r"(?:(?:人民)?政府|党委|党工委|管委会|[县市区旗镇乡]委)?(?:副|代)?(?:书记|[县市区旗镇乡]长|主任|主席)?"
_SPEAKS = re.compile(
    rf"(?:{_OFFICE}[、，]?)*(?:[\u4e00-\u9fff·]{{2,4}})?(?:同志)?的?"
    r"(?:(?:交流|表态|典型|大会|书面)?发言|讲话|汇报|述职|经验(?:交流|材料|介绍)|简介|概况|基本情况|情况介绍)(?:材料|稿|摘要|提纲)?"
)
_CLOSES = re.compile(
    r"(?:发言|讲话|汇报|述职|经验|简介|概况|情况|介绍|材料|稿|摘要|提纲|[县市区旗镇乡场园]|街道|苏木)[)）]?[:：]?$"
)
_LONGEST = 40


@lru_cache(maxsize=4096)
def place_of_part(heading: str) -> str | None:
    """The place that speaks under a heading, None where the heading is of another sort."""
    if len(heading) > _LONGEST or not _CLOSES.search(heading):
        return None
    start = _MARK.match(heading)
    said = heading[start.end() :] if start else heading
    said = said.rstrip(":：")
    return next((name for name in _names(said) if said.startswith(name) and _speaks(said[len(name) :])), None)


def _speaks(behind: str) -> bool:
    """True for what may follow the name in such a heading: nothing, or who speaks and how."""
    return not behind or _SPEAKS.fullmatch(behind) is not None


def places_of_parts(headings: Iterable[str]) -> tuple[str, ...]:
    """The places of these headings, each once, in their order."""
    return tuple(dict.fromkeys(name for heading in headings if (name := place_of_part(heading)) is not None))


def _names(said: str) -> tuple[str, ...]:
    known = tuple(mention.text for mention in gazetteer().find(said))
    formed = (d.name for d in divisions(said) if not d.zone or d.name != said)
    return (*townships(said), *known, *formed)
