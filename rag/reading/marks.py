"""Marks that a document is a part of something longer, and marks of redaction; both looked for in the original text."""

from __future__ import annotations

import re

_EDGE = 1_500
_LONGEST_MARK_LINE = 60
_PAGE = re.compile(r"第\s{0,3}(?P<page>\d{1,4})\s{0,3}/\s{0,3}(?:共\s{0,3})?(?P<pages>\d{1,4})\s{0,3}页")
_PAGE_OF = re.compile(
    r"[(（]\s{0,3}第?\s{0,3}(?P<page>\d{1,4})\s{0,3}页?\s{0,3}[/，,、]\s{0,3}共\s{0,3}(?P<pages>\d{1,4})\s{0,3}页\s{0,3}[)）]"
)
_PART = re.compile(
    r"""
      [(（【\[]?\s*(?:未完待续|未完|待续)\s*[)）】\]]?\s*[。…]*$
    | (?:下转|上接)\s*第?\s*[一二三四五六七八九十\dA-Z]+\s*版
    | (?:需要?|请)先?\s*(?:登录|登陆|注册)\s*(?:后|才|能|即?可以?)*\s*(?:查看|阅读|下载|浏览|继续)?
    | (?:登录|注册|付费|购买|开通会员|下载)\s*后?\s*(?:即可|可以?|才能)?\s*(?:查看|阅读|浏览)\s*(?:全文|全部|更多|完整|剩余)
    | (?:点击|展开|查看|阅读)\s*(?:查看|阅读|展开)?\s*(?:全文|余下|剩余)
    | (?:剩余|还剩|余下)\s*\d+\s*[%％页]\s*(?:未读|内容)?
    | [(（]\s*(?:节选|摘录|摘要|部分)\s*[)）]\s*$
    """,
    re.VERBOSE,
)

_MASK = r"(?:[XxＸｘ×✕]{2,6}|[*＊]{2,6}|[○〇]{2,6}|[■□▇█]{1,6})"
_UNIT = r"(?:[十百千万亿]*(?:亩|户|人|名|元|吨|公里|米|家|个|件|项|头|只|株|平方|立方|公顷|斤|处|座|次|场|村)|[万亿][^\u4e00-\u9fff]?|[%％]|个百分点)"
_BEFORE = r"(?<![A-Za-zＡ-Ｚａ-ｚ0-9０-９×*＊#〇○一二三四五六七八九])"
# XX亩, **万元, 20XX年, XX月XX日: one is enough, nothing else is written so
_MASKED_FIGURE = re.compile(
    rf"{_BEFORE}{_MASK}(?:余|多)?{_UNIT}|(?:19|20)[XxＸｘ×*＊]{{2}}\s*年|{_BEFORE}{_MASK}[年月日](?![\u4e00-\u9fff]?版)"
)
# 某某镇, XX县, XX同志, 平安XX: a stand-in for a name; one may be a manner of speaking, so it takes two
_MASKED_NAME = re.compile(
    rf"某某(?=[省市县区乡镇村局同书])|(?<=[\u4e00-\u9fff“\"]){_BEFORE}[XxＸｘ×]{{2,6}}(?=[\u4e00-\u9fff”\"，。、])"
    rf"|(?:^|(?<=\s)){_BEFORE}[XxＸｘ×]{{2,6}}(?=[省市县区乡镇村局])",
    re.MULTILINE,
)
_FEWEST_NAMES = 2


def part_of(text: str) -> str | None:
    """The words that say the document is only a part ("第2/3页", "下转第四版"), or None.

    Page numbers that run through the text belong to a whole document; those of one page alone do not.
    """
    pages = [*_PAGE.finditer(text), *_PAGE_OF.finditer(text)]
    if len({page["page"] for page in pages}) == 1 and int(pages[0]["pages"]) > 1:
        return pages[0][0].strip("()（） ")
    edges = (*text[:_EDGE].splitlines()[:12], *text[-_EDGE:].splitlines()[-20:])
    for line in edges:
        if len(line) <= _LONGEST_MARK_LINE or _at_end(line):
            shown = line.strip()
            if match := _PART.search(shown if len(line) <= _LONGEST_MARK_LINE else shown[-_LONGEST_MARK_LINE:]):
                return match[0].strip("()（）【】[] ")
    return None


def _at_end(line: str) -> bool:
    return line.rstrip().endswith((")", "）", "】", "]", "版", "…", "续"))


def is_redacted(text: str, format: str) -> bool:
    """True where figures or names are blanked out; in Markdown asterisks are emphasis, not masks."""
    if format == "md":
        text = text.replace("*", " ")
    if _MASKED_FIGURE.search(text):
        return True
    names = _MASKED_NAME.finditer(text)
    return all(next(names, None) is not None for _ in range(_FEWEST_NAMES))
