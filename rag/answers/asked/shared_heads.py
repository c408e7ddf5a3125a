"""What several names share is said once, behind the last of them: 第一、二、三产业增加值, 城镇和农村居民收入.

In: a clean question and the forms of the indicators that are known. Out: the question with the head said of each name, as far as that
makes indicators of them: 第一产业增加值、第二产业增加值、第三产业增加值.
"""

from __future__ import annotations

import re
from collections.abc import Collection

_ORDINAL = "第?[一二三]"
_NO_SECTORS = "(?!融合|深度|联动|协同|互动|结构|比|占|园|化|一体|贯通|相|链|集群)"
_SECTORS = re.compile(
    rf"(?:(?P<row>{_ORDINAL}(?:(?:[、,，]|以?及|[和与跟])?{_ORDINAL}){{1,2}})(?:次)?产业?|(?P<all>三次产业)){_NO_SECTORS}(?P<value>的?增加值)?"
)
_JOIN = "、和与及跟"
_ROW = re.compile(rf"(?P<names>(?:[\u4e00-\u9fff]{{2,8}}(?:以及|[{_JOIN}]))+)(?P<last>[\u4e00-\u9fff]{{3,14}})")
_NAME = re.compile(rf"[^{_JOIN}]+(?=以及|[{_JOIN}])")
SHORTEST = 2


def heads_repeated(clean: str, forms: Collection[str]) -> str:
    """The question with the head of each row of names said of all of them."""
    return _ROW.sub(lambda row: _repeated(row, forms), _SECTORS.sub(_sectors, clean))


def _sectors(said: re.Match[str]) -> str:
    """一二三产 → 第一产业、第二产业、第三产业."""
    value = (said["value"] or "").removeprefix("的")
    return "、".join(f"第{n}产业{value}" for n in (re.findall("[一二三]", said["row"]) if said["row"] else "一二三"))


def _repeated(row: re.Match[str], forms: Collection[str]) -> str:
    """The row with what makes an indicator of its last name put behind the others; as it stands where that makes none."""
    last = max(
        (row["last"][:n] for n in range(1, len(row["last"]) + 1) if row["last"][:n] in forms), key=len, default=""
    )
    heads = [last[n:] for n in range(1, len(last) - SHORTEST + 1)]
    names = _NAME.sub(lambda name: _with_head(name[0], heads, forms), row["names"])
    return names + row["last"]


def _with_head(name: str, heads: list[str], forms: Collection[str]) -> str:
    """A name with the longest head that makes a known indicator of its end; by itself where it is one already."""
    ends = [name[n:] for n in range(len(name) - SHORTEST + 1)]
    if any(end in forms for end in ends):
        return name
    return name + next((head for head in heads if any(end + head in forms for end in ends)), "")
