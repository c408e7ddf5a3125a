"""Bytes of an HTML page → its text with one line a block, and what its meta elements declare.

Scripts, styles, menus and hidden elements are left out. The tree is walked without recursion, and the parser keeps its
built-in limits on depth and size, so nesting and entity bombs end as errors or short texts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree, html

from rag.errors import ReadError
from rag.reading.content import Content
from rag.reading.encoding import decode
from rag.reading.tables import Cell, grid, table_lines

MAX_CHARACTERS = 8_000_000


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


_DROPPED = _names(
    "script style noscript template nav iframe object embed svg canvas select option button textarea head rt rp"
)
_BLOCKS = _names(
    "address article aside blockquote body caption center dd div dl dt fieldset figcaption figure footer form h1 h2 h3"
    " h4 h5 h6 header hr html legend li main ol p pre section summary table tbody td tfoot th thead tr ul"
)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_BLANKS = re.compile(r"[ \t\r\n\f\v]+")
_AS_TEXT = "请在浏览器里打开，把正文复制到 .txt 或 .docx"
_LIMITS = frozenset({"ERR_INTERNAL_ERROR", "ERR_RESOURCE_LIMIT"})
_SITE_NAME = re.compile(r"\s*[-_|—–]+\s*[^-_|—–]*(?:网|政府|门户|频道|要闻|报)[^-_|—–]*$")
_LONGEST_VALUE = 80
_META_NAMES = {
    "title": ("articletitle", "og:title"),
    "date": ("pubdate", "publishdate", "article:published_time"),
    "source": ("contentsource",),
}


def read_webpage(name: str, data: bytes) -> Content:
    """Text and declarations of a page; raises ReadError where there is no text or the page cannot be parsed."""
    decoded = decode(name, data)
    if len(decoded.text) > MAX_CHARACTERS:
        raise ReadError(name, f"网页超过 {MAX_CHARACTERS} 个字符", "请另存为文本，或拆成几个文件")
    root = _parsed(name, decoded.text)
    text = "\n".join(_lines(root))
    if not text:
        raise ReadError(name, "网页里没有正文", _AS_TEXT)
    return Content(
        text,
        decoded.encoding,
        title=_declared(root, "title") or _page_title(root),
        date=_declared(root, "date"),
        source=_declared(root, "source"),
    )


def _parsed(name: str, text: str) -> etree._Element:
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=False, no_network=True)
    try:
        root = etree.fromstring(_without_wrapping(text).encode("utf-8"), parser)
    except etree.LxmlError as error:
        raise ReadError(name, "网页结构损坏", _AS_TEXT) from error
    if any(entry.type_name in _LIMITS for entry in parser.error_log):
        raise ReadError(name, "网页嵌套太深或段落太长，内容不完整", _AS_TEXT)
    if root is None:
        raise ReadError(name, "网页里没有正文", _AS_TEXT)
    return root


def _without_wrapping(text: str) -> str:
    """The markup without the brackets of a printed list around it: [<div>…</div>]."""
    bare = text.strip()
    return bare[1:-1] if bare.startswith("[<") and bare.endswith(">]") else text


def _lines(root: etree._Element) -> Iterator[str]:
    """The blocks of the page as lines without blanks at their ends, empty ones left out."""
    line: list[str] = []
    for piece in _pieces(root):
        if piece is None:
            if text := _BLANKS.sub(" ", "".join(line)).strip():
                yield text
            line.clear()
        else:
            line.append(piece)
    if text := _BLANKS.sub(" ", "".join(line)).strip():
        yield text


def _pieces(root: etree._Element) -> Iterator[str | None]:
    """Texts in reading order, None where a line ends."""
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        ends_line = element.tag in _BLOCKS or element.tag == "br"
        if event == "end":
            if ends_line:
                yield None
            if element is not root and element.tail:
                yield element.tail
        elif _is_dropped(element):
            walk.skip_subtree()
        elif element.tag == "table" and (rows := _data_table(element)):
            walk.skip_subtree()
            for line in table_lines(rows):
                yield None
                yield line
        else:
            if ends_line:
                yield None
            if element.text:
                yield element.text


def _is_dropped(element: etree._Element) -> bool:
    return (
        element.tag in _DROPPED
        or element.get("hidden") is not None
        or _HIDDEN_STYLE.search(element.get("style", "")) is not None
    )


def _data_table(table: etree._Element) -> tuple[tuple[str, ...], ...] | None:
    """The cells of a table of short values; None for one that only lays out the page."""
    if table.find(".//table") is not None:
        return None
    rows = [[_cell(cell) for cell in row if cell.tag in ("td", "th")] for row in table.iter("tr")]
    filled = [row for row in rows if row]
    if len(filled) < 2 or max(map(len, filled)) < 2:
        return None
    if any(len(cell.text) > _LONGEST_VALUE for row in filled for cell in row):
        return None
    return grid(filled)


def _cell(cell: etree._Element) -> Cell:
    text = " ".join(piece for piece in _pieces(cell) if piece).strip()
    return Cell(text, _extent(cell, "colspan"), _extent(cell, "rowspan"))


def _extent(cell: etree._Element, side: str) -> int:
    stated = cell.get(side, "")
    return int(stated) if re.fullmatch("[1-9][0-9]{0,2}", stated) else 1


def _declared(root: etree._Element, field: str) -> str:
    """What a meta element says, by the names that the standard for government sites and Open Graph give it."""
    for name in _META_NAMES[field]:
        for element in root.iter("meta"):
            if name in (element.get("name", "").lower(), element.get("property", "").lower()):
                return element.get("content", "").strip()
    return ""


def _page_title(root: etree._Element) -> str:
    """The first heading, or else the page's title without the site's name behind it."""
    for tag in ("h1", "title"):
        for element in root.iter(tag):
            if text := _BLANKS.sub(" ", "".join(str(piece) for piece in element.itertext())).strip():
                return _SITE_NAME.sub("", text)
    return ""
