"""What a document calls itself: the line of its head that reads as a title.

Site slogans, breadcrumbs, addresses, dates, publication and delivery lines stand around it in the head and are not it.
"""

from __future__ import annotations

import re

from rag.reading.opening import Opening

LONGEST = 90
_SHORTEST = 5
_LEAD = 60
_NO_TITLE = re.compile(
    r"""
      ^(?:您?现?在?的?当?前?位置|首页|发布|时间|日期|作者|来源|文章来源|信息来源|稿源|编辑|责任编辑|索引号|主题|文号|发文|成文|有效性|公开|浏览|点击|阅读|字体|分享|打印|admin\b)
    | https?:// | \bwww\.
    | ^[\d\s:./年月日()（）-]+$                                     # 2024-02-27 16:56:27
    | ^[-—–\s(（]*\d{4}年\d{1,2}月\d{1,2}日                         # ——2012年2月29日在…会议上
    | ^[-—–\s(（]*在.{2,40}(?:会议|大会)上[)）]?$
    | ^(?:各位|同志们|尊敬的)
    | ^(?:记者|主持人|问|答)[:：]                                    # the first question of an interview
    | (?:[|｜].*){3}                                                # 首页 | 新闻 | 视频 | 论坛
    | (?:记者|通讯员)\s | [网报社台]讯[ 。,]?
    | (?:[>»›].*){2}                                                # 首页 > 政务公开 > 正文
    | [。;；,，、:：]$
    """,
    re.VERBOSE,
)
_TITLE_WORD = re.compile(
    r"报告|讲话|访谈|专访|对话|答记者问|致辞|发言|意见|通知|规划|纲要|方案|办法|公报|公告|决定|总结|要点|计划|会议|解读|批复|条例|细则|汇报"
)
_PART = re.compile(r"\s*[(（]?第\s*\d+\s*/\s*\d+\s*页[)）]?\s*")
_OFFICE_LINE = re.compile(
    r"^[^,，。:：]{0,24}(?:总理|主席|书记|主任|[省市县区旗州盟镇乡]长)\s?[\u4e00-\u9fff·]{2,12}$|^[\u4e00-\u9fff·]{2,4}$"
)
_EVENT = re.compile(r"召开|举行|采访|专访|调研|启动|印发")
_DATELINE = re.compile(r"^.{0,30}?(?:[网报社台]讯|(?:记者|通讯员)\s.{0,20}?[)）报道])\s*")


def find_title(opening: Opening, declared: str) -> str:
    """The title: a line or declaration with a word such as 报告 or 访谈 in it, or else any that can be one, or else ""."""
    lines = [
        line.text
        for line in opening.head
        if len(line.text) <= LONGEST and not _NO_TITLE.search(line.text) and not _NO_TITLE.search(line.spaced)
    ]
    speaking = (line for line in (declared, *lines) if _TITLE_WORD.search(line))
    plain = (line for line in lines if len(line) >= _SHORTEST and not _OFFICE_LINE.search(line) and "◆" not in line)
    found = next(speaking, "") or declared or next(plain, "")
    return _PART.sub("", found).strip(" -—_|#")


def lead(opening: Opening) -> str:
    """Words for a document without title: its first sentence about an event, or else its first, at most 60 long."""
    for line in opening.lines:
        if _NO_TITLE.search(line.text) and not line.text.endswith("。"):
            continue
        sentences = [part for part in re.split(r"[。!！?？]", _DATELINE.sub("", line.text)) if len(part) >= 4][:3]
        if sentences:
            chosen = next((sentence for sentence in sentences if _EVENT.search(sentence)), sentences[0]).strip()
            return chosen if len(chosen) <= _LEAD else chosen[:_LEAD] + "…"
    return ""
