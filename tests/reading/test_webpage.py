"""HTML → text."""

import pytest

from rag.errors import ReadError
from rag.reading import read_bytes

PAGE = """<!DOCTYPE html><html><head><meta charset="{charset}"><title>白杨镇政府工作报告-青山县人民政府网</title>
<meta name="ArticleTitle" content="白杨镇2024年政府工作报告"><meta name="PubDate" content="2024-01-23 15:55">
<meta name="ContentSource" content="青山县融媒体中心"><style>p {{color: red}}</style></head>
<body><nav><ul><li>首页</li><li>政务公开</li></ul></nav><script>var a = "脚本";</script>
<div class="title"><h1>白杨镇2024年政府工作报告</h1></div>
<p>今年要种植<b>玉米</b>14500&nbsp;亩，
新建公路12公里。<br/>第二行</p>
<ul><li>一是抓产业</li><li>二是抓民生</li></ul><p style="display: none">隐藏</p><p hidden>藏起来</p>
<table><tr><th>指标</th><th>目标</th></tr><tr><td>粮食</td><td>30万吨</td></tr></table>
<p>尾段<!-- 注释 --></p></body></html>"""

LINES = [
    "白杨镇2024年政府工作报告",
    "今年要种植玉米14500\xa0亩， 新建公路12公里。",
    "第二行",
    "一是抓产业",
    "二是抓民生",
    "目标：粮食30万吨。",
    "尾段",
]


@pytest.mark.parametrize("charset", ["utf-8", "gb18030", "utf-8-sig", "utf-16"])
def test_blocks_become_lines_and_what_is_not_shown_is_left_out(charset: str) -> None:
    document = read_bytes("a.html", PAGE.format(charset=charset).encode(charset))
    assert document.text.split("\n") == LINES


def test_a_wrong_charset_declaration_does_not_matter() -> None:
    assert read_bytes("a.htm", PAGE.format(charset="iso-8859-1").encode("gbk")).text.split("\n") == LINES


def test_meta_elements_give_title_date_and_source() -> None:
    metadata = read_bytes("a.html", PAGE.format(charset="utf-8").encode()).metadata
    assert metadata.title == "白杨镇2024年政府工作报告"
    assert metadata.date is not None
    assert metadata.date.isoformat() == "2024-01-23"
    assert metadata.source == "青山县融媒体中心"


def test_markup_printed_inside_brackets_is_read_without_them() -> None:
    assert (
        read_bytes("a.html", "[<div>\n<h4>各位代表：</h4>\n<p>正文。</p></div>]".encode()).text == "各位代表：\n正文。"
    )


def test_tables_that_lay_out_the_page_stay_running_text() -> None:
    page = (
        "<table><tr><td>菜单</td><td><table><tr><td><p>第一段。</p><p>第二段。</p></td></tr></table></td></tr></table>"
    )
    assert read_bytes("a.html", page.encode()).text.split("\n") == ["菜单", "第一段。", "第二段。"]


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        ("<div>" * 5000 + "正文", "网页嵌套太深或段落太长，内容不完整"),
        ("<html><body><script>var a = 1;</script></body></html>", "网页里没有正文"),
        ("<!-- 只有注释 -->", "网页里没有正文"),
        ("<p>" + "长" * 8_000_001, "网页超过 8000000 个字符"),
    ],
)
def test_a_page_that_cannot_be_read_whole_is_refused(page: str, reason: str) -> None:
    with pytest.raises(ReadError) as refused:
        read_bytes("a.html", page.encode())
    assert refused.value.reason == reason


def test_entities_are_not_expanded_without_end() -> None:
    bomb = '<!DOCTYPE h [<!ENTITY a "哈哈哈哈"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]><p>正文&c;</p>'
    assert len(read_bytes("a.html", bomb.encode()).text) < 200
