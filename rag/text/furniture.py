"""Lines of the page around a text: navigation, counters, share buttons, credits, licence notices.

Each rule has the shape of a whole line and an example. Most hold anywhere; those whose words could also be a line of a
report (a bare number, a date, a single word such as 下载) hold only at the edges: before the first line of running text
or after the last.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rag.text.draft import Cut


@dataclass(frozen=True, slots=True)
class Furniture:
    """A kind of line to leave out: the pattern of the whole line, and a line that it is for."""

    name: str
    pattern: str
    example: str


_DAY = r"(?:19|20)\d\d[-/.年]\s?\d{1,2}[-/.月]\s?\d{1,2}日?"
_CLOCK = r"\d{1,2}[:：]\d\d(?:[:：]\d\d)?"
_LABELS = (
    r"(?:发布(?:时间|日期|机构|单位)|发文(?:时间|日期|机关|字号)|成文日期|生成日期|公开日期|更新时间|来源|信息来源|文章来源|稿件来源|"
    r"作者|编辑|责任编辑|责编|审核|校对|监制|终审|初审|复审|值班|供稿|撰稿|浏览次数|预览次数|阅读次数|访问次数|访问量|浏览量|点击数?|点击率|"
    r"点击量|阅读量?|浏览|字号|字体|字体大小|索引号|文号|主题词|分享到?|打印|编审)"
)

ANYWHERE: tuple[Furniture, ...] = (
    Furniture(
        "trail",
        r"(?:[您你](?:现在|当前|目前)?(?:所在)?的?位置|(?:当前|现在|所在)位置)\s?[:：是].{0,120}",
        "您现在的位置: 首页 > 政务公开 > 正文",
    ),
    Furniture("home trail", r"(?:网站)?首页(?:\s?[>»›＞/\-→]\s?[^。]{1,20}){1,8}", "首页 > 新闻中心 > 正文"),
    Furniture(
        "labels",
        rf"[【\[(（]?{_LABELS}\s?[:：](?:[^。！？\n]{{0,80}}?[\s【\[(（]{_LABELS}\s?[:：])+[^。！？\n]{{0,80}}",
        "发布时间: 2024年1月3日 来源: 县融媒体中心 预览次数: 12",
    ),
    Furniture("font size", r"[【\[(（]\s?字(?:体|号).{0,20}|字(?:体|号)(?:大小)?\s?[:：].{0,20}", "【字体：大 中 小】"),
    Furniture(
        "buttons",
        r"(?:(?:下载|打印(?:本页|此页|文章)?|全屏|收藏|分享(?:到|至)?|关闭(?:窗口|本页)?|复制链接|返回(?:顶部|首页|列表)?|纠错|点赞|转发|朗读|保存|导出|微信|微博|QQ|qq空间|新浪微博|大|中|小|加入收藏)[\s|·/、【】\[\]]*){2,}",
        "下载 打印 全屏 收藏",
    ),
    Furniture(
        "share code",
        r"(?:微信|手机|用微信|打开微信)?\s?[,，]?(?:扫一扫|扫码|扫描二维码|扫描)(?:.{0,20})(?:领取福利|分享|关注|阅读|浏览|打开|手机).{0,10}",
        "微信扫码领取福利",
    ),
    Furniture(
        "previous next",
        r"[•·●◆*\-<«\s]{0,4}(?:(?:上一[篇页条]|下一[篇页条])(?:文章|新闻)?\s?){1,2}(?:[:：].{0,80})?",
        "上一篇：某县召开会议",
    ),
    Furniture(
        "related",
        r"[•·●◆*\-#\s]{0,4}(?:没有)?(?:相关|热点|热门|推荐|最新|延伸|近期)(?:文章|新闻|阅读|推荐|信息|链接|资讯|稿件|文档|搜索)[:：]?",
        "热点文章",
    ),
    Furniture("reprint", r".{0,20}转载(?:请|须|时请|务必|应)?(?:注明|标明|保留|说明).{0,120}", "转载请注明出处：某网"),
    Furniture(
        "copyright",
        r".{0,30}(?:版权(?:所有|声明|归.{1,20}所有)|(?i:copyright|all rights reserved)|未经(?:授权|许可).{0,20}(?:不得|禁止|请勿)转载).{0,120}",
        "版权所有：某县人民政府",
    ),
    Furniture(
        "responsible editor",
        r"[(（【\[]?(?:责任编辑|责\s?编|编\s?辑|审\s?核|校\s?对|监\s?制|编\s?审|排\s?版|美\s?编)\s?[:：丨|]\s?.{0,40}",
        "责任编辑：张三",
    ),
    Furniture(
        "source",
        r"[(（【\[]?(?:信息|文章|稿件|内容|图文|资料)?来\s?源\s?[:：](?!.*\d(?:万|亿)?[元亩%])[^。；！？]{0,40}",
        "来源：某县组织部",
    ),
    Furniture(
        "address",
        r"(?:(?:本文|原文|文章|转载)?(?:地址|链接|网址|出处|标题)\s?[:：]\s?)?(?:https?://|www\.)\S+",
        "https://example.org/a.html",
    ),
    Furniture(
        "tags",
        r".{0,6}(?:预览时标签不可点|收录于(?:话题|合集)|标签不可点).{0,60}",
        "预览时标签不可点收录于话题#个上一篇下一篇",
    ),
    Furniture(
        "share line",
        r".{0,30}(?:加入收藏|收藏本站|设为首页)(?:[^。]{0,60})",
        "admin 分享 时间: 加入收藏 共计9190个字,预计阅读时长31分钟",
    ),
    Furniture(
        "reading time",
        r".{0,40}(?:预计阅读时[长间]|阅读需要?|阅读时间约?)\s?[:：]?\s?约?\d+\s?(?:分钟|分|秒).{0,20}",
        "共计9190个字,预计阅读时长31分钟",
    ),
    Furniture("welfare", r"(?:点击)?领取(?:福利|红包|优惠券|会员)[!！]?", "领取福利"),
    Furniture(
        "log in",
        r"(?:需要|请)?(?:先)?(?:登录|注册)(?:后|才能|即可)?(?:查看|阅读|下载|可见)?(?:全文|更多|本文)?[。!！]?",
        "需要先登录",
    ),
    Furniture("record number", r".{0,20}(?:[\u4e00-\u9fff]ICP备|公网安备)\s?.{0,60}", "某ICP备12345678号-1"),
)

AT_THE_EDGES: tuple[Furniture, ...] = (
    Furniture("counter", r"\d{3,9}", "221381"),
    Furniture(
        "date",
        rf"[(（\[]?(?:(?:19|20)\d\d[-/.]\d{{1,2}}[-/.]\d{{1,2}}|{_DAY}\s?(?={_CLOCK}))\s?(?:{_CLOCK})?[)）\]]?(?:\s?(?:星期|周)[一二三四五六日天])?",
        "2024-02-27 16:56:27",
    ),
    Furniture(
        "single word",
        r"(?:下载|打印|全屏|收藏|分享|关闭|返回|首页|正文|导航|登录|注册|搜索|纠错|更多|展开|收起|点赞|评论|转发|大|中|小|false|true|Public domain|编辑|目录|\[编辑\])[>>》]*",
        "打印",
    ),
    Furniture("motto", r"[^。！？\n]{0,40}◆[^。！？\n]{0,40}", "读书破万卷◆某某文库"),
    Furniture(
        "byline",
        r"[(（【]?(?:[^。，！？；\n]{0,20}?(?:本报|本网)?(?:记者|通讯员|特约记者|实习记者|见习记者|全媒体记者|摄影|撰文|图/文|文/图)\s?[:：/]?\s?[\u4e00-\u9fff·]{2,4}(?:[\s、]{1,3}[\u4e00-\u9fff·]{2,4}){0,6}\s?){1,4}[)）】]?",
        "记者 张三 通讯员 李四",
    ),
    Furniture("single label", rf"[【\[(（]?{_LABELS}\s?[:：]\s?[^。；！？\n]{{0,30}}[】\])）]?", "作者：张三"),
    Furniture("empty list", r"[•·●]?\s?没有(?:热点|推荐|相关)?(?:文章|内容|评论)了?", "没有推荐文章"),
    Furniture(
        "page",
        r"第?\s?\d{1,4}\s?页?\s?[/／共]\s?(?:共\s?)?\d{1,4}\s?页?|-\s?\d{1,4}\s?-|—\s?\d{1,4}\s?—",
        "第 2 / 3 页",
    ),
)

# from here to the end of the page
NOTICES: tuple[Furniture, ...] = (
    Furniture(
        "licence",
        r"本作品是[^\n]{0,40}(?:法律|官方|政府|中华人民共和国|公有领域)[^\n]{0,60}",
        "本作品是中华人民共和国的",
    ),
)

# from here to the end of the page, where no running text follows
LISTS: tuple[Furniture, ...] = (
    Furniture(
        "other articles",
        r"[•·●◆*\-#\s]{0,4}(?:相关|热点|热门|推荐|最新|延伸|近期)(?:文章|新闻|阅读|推荐|链接|资讯)[:：]?",
        "热点文章",
    ),
)


def _whole_line(rules: tuple[Furniture, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{rule.pattern})" for rule in rules))


_ANYWHERE, _AT_THE_EDGES, _NOTICES, _LISTS = map(_whole_line, (ANYWHERE, AT_THE_EDGES, NOTICES, LISTS))
_LINE = re.compile(r"(?m)^ *([^\n]*[^\n ])")
_RUNNING = re.compile(r"[。！？；!?]")
_SHORTEST_RUNNING, _LONGEST_LINE, _LONGEST_NOTICE = 20, 200, 3000


class _Page:
    """The lines of a text, told apart into those of the page and those of the report."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = tuple(found.span(1) for found in _LINE.finditer(text))
        self.marked = [self._is(_ANYWHERE, line) for line in self.lines]

    def _is(self, rules: re.Pattern[str], line: Cut) -> bool:
        return line[1] - line[0] <= _LONGEST_LINE and rules.fullmatch(self.text, *line) is not None

    def _is_running(self, at: int) -> bool:
        start, stop = self.lines[at]
        return (
            not self.marked[at]
            and stop - start >= _SHORTEST_RUNNING
            and _RUNNING.search(self.text, start, stop) is not None
        )

    def furniture(self) -> Iterator[Cut]:
        """The lines to leave out, in order."""
        end = self._first(_NOTICES, (at for at in range(len(self.lines)) if self._near_the_end(at)))
        running = [at for at in range(end) if self._is_running(at)]
        first, last = (running[0], running[-1]) if running else (0, end)
        end = self._first(_LISTS, range(last + 1, end), end)
        for at, line in enumerate(self.lines):
            outside = not first <= at <= last
            if at >= end or self.marked[at] or (outside and self._is(_AT_THE_EDGES, line)):
                yield line

    def _first(self, rules: re.Pattern[str], among: Iterable[int], otherwise: int | None = None) -> int:
        found = (at for at in among if self._is(rules, self.lines[at]))
        return next(found, len(self.lines) if otherwise is None else otherwise)

    def _near_the_end(self, at: int) -> bool:
        return self.lines[at][0] >= len(self.text) - _LONGEST_NOTICE


def furniture(text: str) -> Iterator[Cut]:
    """The lines that belong to the page and not to the text, without their line ends."""
    return _Page(text).furniture()
