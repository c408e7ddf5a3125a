"""Townships, towns, subdistricts and villages, which no gazetteer holds: read by their form and by the document itself.

In: clean text. Out: the names that the text itself bounds on the left at least once (青筏镇 in 澄溪县青筏镇, or at the
start of a clause), so that 在柏坞镇 yields 柏坞镇, and 全镇, 乡镇, 城镇 or 推进社区治理 yield nothing.
"""

from __future__ import annotations

import re
from collections import Counter

# What may stand directly before a name: nothing, a mark, the end of a larger place, or a word that takes a place.
_BOUND = r"(?:^|(?<=[^\u4e00-\u9fff])|(?<=[县区市旗省盟州])|(?<=[在到对向由为是和与及使把让于从将访年了那跟同问查比]))"
_PLACE_WORDS = "在到对向由为是和与及使把让于从访年了那跟同问查比"
_TOWNSHIP = re.compile(
    rf"{_BOUND}(?P<name>[\u4e00-\u9fff]{{1,4}}?(?:镇|乡|街道|苏木))(?![村镇乡域区级企容道巷])",
    re.MULTILINE,
)
_VILLAGE = re.compile(
    rf"{_BOUND}(?P<name>[\u4e00-\u9fff]{{1,4}}?(?:村|社区))(?![镇民级委两支集社居庄容])",
    re.MULTILINE,
)

# 全镇, 各村, 由镇, 示范镇, 四村: what qualifies a township without naming one, at the end of the stem.
_QUALIFIER = (
    "全各本我该每由以对包建到范点心型心色强名重大小新老两二三四五六七八九十百多数余个城乡镇村街集农山驻进返下回家入行"
)
# 推进社区, 硬化村, 完善街道: a verb or noun of administration before the form, none of which begins a name.
_ADMINISTRATION = re.compile(
    r"^(?:推进|加强|完成|修建|建立|建设|结合|健全|依据|调动|充分|硬化|带动|统筹|紧扣|换取|要求|成立|会议|做好|要做|继续|增加|新增|完善|提升|"
    r"深化|深入|发展|打造|创建|培育|支持|推动|加快|实施|开展|组织|引导|鼓励|落实|改造|整治|服务|管理|产权|城市|农村|智慧|平安|文明|和谐|"
    r"美丽|特色|重点|示范|中心|贫困|国家|全国|省级|市级|县级|所有|部分|其他|其余|每个|一个|沿线|周边|安置|搬迁|易地)"
)


def townships(text: str) -> tuple[str, ...]:
    """The townships, towns and subdistricts that `text` names, most often named first."""
    return _named(_TOWNSHIP, text)


def villages(text: str) -> tuple[str, ...]:
    """The villages and communities that `text` names, most often named first."""
    return _named(_VILLAGE, text)


def _named(form: re.Pattern[str], text: str) -> tuple[str, ...]:
    names = {name for m in form.finditer(text) if (name := _trimmed(m["name"])) is not None}
    counts = Counter({name: text.count(name) for name in sorted(names)})
    return tuple(name for name, _ in counts.most_common())


# 云县 of 云县青筏镇, and the 市 that is left of a larger name
_LARGER = re.compile(
    r"^(?:[一-龥]{0,2}[县旗盟]|[一-龥]{1,2}[市区州]|[市区])(?=[一-龥]{2,}(?:镇|乡|街道|苏木|村|社区)$)"
)


def _trimmed(name: str) -> str | None:
    """The name without a word that takes a place before it, or None where it names nothing."""
    if name[0] in _PLACE_WORDS and len(name) > 3:
        name = name[1:]
    name = _LARGER.sub("", name)
    stem = re.sub(r"(?:镇|乡|街道|苏木|村|社区)$", "", name)
    unnamed = len(stem) < 2 or stem[0] in "全各本我该每" or stem[-1] in _QUALIFIER or _ADMINISTRATION.match(stem)
    return None if unnamed else name
