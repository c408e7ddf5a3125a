"""Publication lines → where a text comes from, who issued it and when: 发布时间: 2024年01月23日 来源: 某县融媒体中心.

Each rule is a form of such a line; the first that holds gives the value.
"""

from __future__ import annotations

import re
from datetime import date
from urllib.parse import urlsplit

from rag.places import NATION, zone_names
from rag.reading.clues import Clues
from rag.reading.dates import find_dates
from rag.reading.opening import is_address
from rag.records import ReportKind

_LONGEST = 40
# what may follow a value on the same line
_NEXT_LABEL = (
    r"(?=\s{1,}|$|[【\[（(|,，。;；]|预览|浏览|点击|阅读|发布|作者|编辑|责任|字体|字号|时间|日期|访问|打印|记者)"
)
_VALUE = rf"\s*[:：]\s*(?P<value>[^\s:：].{{0,{_LONGEST}}}?){_NEXT_LABEL}"
_SOURCE_RULES: tuple[re.Pattern[str], ...] = (
    re.compile(rf"(?:信息|文章|稿件|新闻|内容)?(?:来\s?源|稿源|转载自|摘自){_VALUE}"),
    re.compile(
        r"^(?:本报|本网)?(?P<value>[\u4e00-\u9fff—-]{3,24}(?:网|报|社|台|中心|客户端|发布))(?:讯|消息|记者|通讯员)"
    ),
    re.compile(
        r"[(（](?:本报|本网)?(?P<value>[\u4e00-\u9fff]{3,20}(?:网|报|社|台|融媒体中心))(?:全媒体)?(?:记者|通讯员)"
    ),
)
_ISSUER_LABEL = re.compile(rf"(?:发布|发文|制发|公开|印发|编制|责任)(?:机构|机关|单位|部门){_VALUE}")
# 澄溪县水利局2013年工作总结: the office whose report it is
_OFFICE = r"[\u4e00-\u9fff、]{1,16}?(?:局|办|办公室|委员会|办事处|指挥部|中心)|办事处|管委会|工委"
_CABINET = re.compile(r"国务院|中央人民政府")
# 发布时间: 2024年01月23日; 来源: 某报 2024-03-05 09:12; (2021年2月3日某县人民代表大会通过); a date and nothing else
_PUBLISHED = re.compile(r"(?:时间|日期)\s*[:：]|发布于|发表于|来源|\d{1,2}:\d{2}|^[-—–\s(（]*\d{4}\s*[-年/.]")


def find_source(clues: Clues) -> str | None:
    """Who published the text first, as it says; the site of an address that stands alone in its head; or None."""
    for lines in (clues.opening.head, clues.opening.lines[:3], clues.opening.closing[-12:]):
        for rule in _SOURCE_RULES:
            for line in lines:
                if match := rule.search(line.spaced):
                    return match["value"].strip(" -—")
    if clues.declared.source:
        return clues.declared.source[:_LONGEST]
    addresses = (line.spaced for line in clues.opening.head if is_address(line.spaced))
    return next((site for address in addresses if (site := _site(address))), None)


def find_issuer(clues: Clues, places: tuple[str, ...]) -> str | None:
    """Whose document it is: as stated, or for a work report the government of its place; None where neither holds."""
    for line in clues.opening.lines[:20]:
        if match := _ISSUER_LABEL.search(line.spaced):
            return match["value"].strip()
    if clues.kind is not ReportKind.WORK_REPORT or not places:
        return None
    if office := re.match(
        rf"(?:{re.escape(places[-1])})(?:{_OFFICE})(?=\s?(?:\d|[一二][〇零○九]|关于|工作))", clues.title
    ):
        return office[0]
    if places == (NATION,):
        return next((match[0] for line in clues.opening.lines[:20] if (match := _CABINET.search(line.text))), "国务院")
    return places[-1] + _governed_by(places[-1])


def _governed_by(place: str) -> str:
    """What sort of body reports for a place of this form."""
    if place.endswith("街道"):
        return "办事处"
    return "管理委员会" if zone_names(place) else "人民政府"


def find_publication(clues: Clues) -> date | None:
    """The day of publication: declared by the page, or on a line of the head that is about it."""
    if declared := find_dates(clues.declared.date):
        return declared[0].day
    for line in clues.opening.head:
        dates = [found for found in find_dates(line.spaced) if found.day]
        if dates and _PUBLISHED.search(line.spaced):
            return dates[0].day
    return None


def _site(address: str) -> str | None:
    try:
        return urlsplit(address).hostname
    except ValueError:
        return None
