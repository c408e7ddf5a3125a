"""What the lines of a web page around a text look like: tables of whole-line patterns, each with an example.

The patterns meet folded text: one kind of space, half-width digits and letters; a pattern matches a whole line.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Furniture:
    """A kind of line to leave out: the pattern of the whole line, and a line that it is for."""

    name: str
    pattern: str
    example: str


def _one_of(words: str) -> str:
    return "(?:" + "|".join(words.split()) + ")"


_DAY = r"(?:19|20)\d\d[-/.年] ?\d{1,2}[-/.月] ?\d{1,2}日?"
_CLOCK = r"\d{1,2}[:：]\d\d(?:[:：]\d\d)?"
_BULLET = r"[•·●◆*#<« -]{0,4}"
_NAME = r"[\u4e00-\u9fff·]{2,4}"
_LABEL = _one_of(
    "发布时间 发布日期 发布机构 发布单位 发文时间 发文日期 发文机关 发文字号 成文日期 生成日期 公开日期 更新时间 "
    "来源 信息来源 文章来源 稿件来源 作者 编辑 责任编辑 责编 审核 校对 监制 终审 初审 复审 编审 供稿 撰稿 "
    "浏览次数 预览次数 阅读次数 访问次数 访问量 浏览量 浏览 点击数? 点击率 点击量 阅读量? 字号 字体 字体大小 "
    "索引号 文号 主题词 分享到? 打印"
)
_CREDIT = "(?:责任编辑|责 ?编|编 ?辑|审 ?核|校 ?对|监 ?制|编 ?审|排 ?版|美 ?编)"
_BUTTON = _one_of(
    "下载 打印(?:本页|此页|文章)? 全屏 收藏 加入收藏 分享(?:到|至)? 关闭(?:窗口|本页)? 复制链接 返回(?:顶部|首页|列表)? 纠错 "
    "点赞 转发 朗读 保存 导出 微信 微博 QQ QQ空间 新浪微博 大 中 小"
)
_MENU = _one_of(
    "(?:网站)?首页 政务公开 政府信息公开 政务服务 办事服务 政民互动 互动交流 公众参与 新闻中心 要闻动态 数据发布 数据开放 专题专栏 "
    "走进[\\u4e00-\\u9fff]{1,4} 无障碍(?:阅读|浏览)? 关怀版 长者版 繁体(?:版|中文)? 简体(?:版|中文)? English 智能问答 网站地图 登录 注册"
)
_SINGLE = _one_of(
    r"下载 打印 全屏 收藏 分享 关闭 返回 首页 正文 导航 登录 注册 搜索 纠错 更多 展开 收起 点赞 评论 转发 大 中 小 编辑 \[编辑\] 目录 "
    r"阅读原文 false true"
)
_REPORTER = _one_of("记者 通讯员 特约记者 实习记者 见习记者 全媒体记者 摄影 撰文 图/文 文/图")
_OTHER_ARTICLES = _one_of("相关 热点 热门 推荐 最新 延伸 近期") + _one_of(
    "文章 新闻 阅读 推荐 信息 链接 资讯 稿件 文档 搜索"
)

ANYWHERE: tuple[Furniture, ...] = (
    Furniture(
        "trail",
        r"(?:[您你](?:现在|当前|目前)?(?:所在)?的?位置|(?:当前|现在|所在)位置) ?[:：是].{0,120}",
        "您现在的位置: 首页 > 政务公开 > 正文",
    ),
    Furniture("home trail", r"(?:网站)?首页(?: ?[>»›/→-] ?[^。]{1,20}){1,8}", "首页 > 新闻中心 > 正文"),
    Furniture("menu", rf"(?:{_MENU}[ |·/]*){{3,}}", "网站首页 政务公开 办事服务 互动交流"),
    Furniture(
        "labels",
        rf"[【\[(（]?{_LABEL} ?[:：](?:[^。！？]{{0,80}}?[ 【\[(（]{_LABEL} ?[:：]){{1,8}}[^。！？]{{0,80}}",
        "发布时间: 2024年1月3日 来源: 县融媒体中心 预览次数: 12",
    ),
    Furniture("font size", r"[【\[(（] ?字(?:体|号).{0,20}|字(?:体|号)(?:大小)? ?[:：].{0,20}", "【字体：大 中 小】"),
    Furniture("buttons", rf"(?:{_BUTTON}[ |·/、【】\[\]]*){{2,}}", "下载 打印 全屏 收藏"),
    Furniture(
        "share code",
        r"(?:用?微信|手机|打开微信)? ?[,，]?(?:扫一扫|扫码|扫描二维码|扫描|长按识别).{0,20}"
        r"(?:领取福利|分享|关注|阅读|浏览|打开|手机|二维码).{0,10}",
        "微信扫码领取福利",
    ),
    Furniture(
        "follow", r"(?:点击|戳)?(?:上方|下方|这里)?.{0,6}(?:蓝字|公众号).{0,10}关注.{0,10}", "点击上方蓝字关注我们"
    ),
    Furniture(
        "previous next",
        rf"{_BULLET}(?:(?:上一|下一)[篇页条](?:文章|新闻)? ?){{1,2}}(?:[:：].{{0,80}})?",
        "上一篇：某县召开会议",
    ),
    Furniture("other articles", rf"{_BULLET}{_OTHER_ARTICLES}[:：]?", "热点文章"),
    Furniture(
        "reprint",
        r".{0,20}转载(?:请|须|时请|务必|应)?(?:注明|标明|保留|说明).{0,120}",
        "转载请注明地址:http://example.org/",
    ),
    Furniture(
        "copyright",
        r".{0,30}(?:版权(?:所有|声明)|(?i:copyright|all rights reserved)|未经(?:授权|许可).{0,20}转载).{0,120}",
        "版权所有：某县人民政府",
    ),
    Furniture("credit", rf"[(（【\[]?{_CREDIT} ?[:：丨|] ?[^。；！？]{{0,40}}", "责任编辑: 张三"),
    # what money comes from is no source of a page
    Furniture(
        "source",
        r"[(（【\[]?(?:信息|文章|稿件|内容|图文|资料)?来 ?源 ?[:：](?!.*\d[万亿]?[元亩%])[^。；！？]{0,40}",
        "来源：某县组织部",
    ),
    Furniture(
        "address",
        r"(?:(?:本文|原文|文章|转载)?(?:地址|链接|网址|出处|标题) ?[:：] ?)?(?:https?://|www\.)[^ ]+",
        "https://example.org/a.html",
    ),
    Furniture("tags", r".{0,6}(?:标签不可点|收录于(?:话题|合集)).{0,60}", "预览时标签不可点收录于话题#个上一篇下一篇"),
    Furniture(
        "share line",
        r".{0,30}(?:加入收藏|收藏本站|设为首页)[^。]{0,60}",
        "admin 分享 时间: 加入收藏 共计9190个字,预计阅读时长31分钟",
    ),
    Furniture(
        "reading time",
        r".{0,40}(?:预计阅读时[长间]|阅读需要?|阅读时间约?) ?[:：]? ?约?\d+ ?(?:分钟|分|秒).{0,20}",
        "共计9190个字,预计阅读时长31分钟",
    ),
    Furniture("welfare", r"(?:点击)?领取(?:福利|红包|优惠券|会员)[!！]?", "领取福利"),
    Furniture(
        "log in",
        r"(?:需要|请)?先?(?:登录|注册)(?:后|才能|即可)?(?:查看|阅读|下载|可见)?(?:全文|更多|本文)?[。!！]?",
        "需要先登录",
    ),
    Furniture("jump", r"[(（]?(?:下转|上接|紧接)第?[^。]{1,10}版.{0,6}", "（下转第四版）"),
    Furniture(
        "footer",
        r".{0,20}(?:[\u4e00-\u9fff]ICP备|公网安备|网站标识码|备案序?号 ?[:：]|技术支持 ?[:：]).{0,100}",
        "某ICP备12345678号-1",
    ),
)

AT_THE_EDGES: tuple[Furniture, ...] = (
    Furniture("counter", r"\d{3,9}", "221381"),
    Furniture(
        "date",
        rf"[(（\[]?(?:(?:19|20)\d\d[-/.]\d{{1,2}}[-/.]\d{{1,2}}|{_DAY} ?(?={_CLOCK})) ?(?:{_CLOCK})?[)）\]]?"
        r"(?: ?(?:星期|周)[一二三四五六日天])?",
        "2024-02-27 16:56:27",
    ),
    Furniture("single word", rf"(?:{_SINGLE}|Public domain)[>》]*", "打印"),
    Furniture("motto", r"[^。！？]{0,40}◆[^。！？]{0,40}", "读书破万卷◆某某文库"),
    Furniture(
        "byline",
        rf"[(（【]?(?:[^。，！？；]{{0,20}}?{_REPORTER} ?[:：/]? ?{_NAME}(?:[ 、]{{1,3}}{_NAME}){{0,6}} ?){{1,4}}[)）】]?",
        "记者 张三 通讯员 李四",
    ),
    Furniture("label", rf"[【\[(（]?{_LABEL} ?[:：] ?[^。；！？]{{0,30}}[】\])）]?", "作者：张三"),
    Furniture(
        "empty list", rf"{_BULLET}(?:暂时?)?没有(?:热点|热门|推荐|相关|更多)?(?:文章|内容|评论|新闻)了?", "没有推荐文章"
    ),
    Furniture(
        "page",
        r"第? ?\d{1,4} ?页? ?[/共] ?共? ?\d{1,4} ?页?|[-—] ?\d{1,4} ?[-—]",
        "第 2 / 3 页",
    ),
)

# from here to the end of the page
NOTICES: tuple[Furniture, ...] = (
    Furniture(
        "licence",
        r"本作品是.{0,40}(?:法律|官方|政府|中华人民共和国|公有领域).{0,60}",
        "本作品是中华人民共和国的",
    ),
)

# from here to the end of the page, where no running text follows
LISTS: tuple[Furniture, ...] = (Furniture("other articles", rf"{_BULLET}{_OTHER_ARTICLES}[:：]?", "热点文章"),)
