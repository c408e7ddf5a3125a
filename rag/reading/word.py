"""Bytes of a .docx file → its text: paragraphs as lines with their automatic numbers, tables as rows, in their order.

The archive's directory is checked before anything is unpacked, and no more is unpacked than it promised. The XML is
read directly, because text inside tracked insertions, content controls and text boxes belongs to the document too.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator

from lxml import etree

from rag.errors import ReadError
from rag.reading.content import Content
from rag.reading.files import MEGABYTE
from rag.reading.tables import Cell, grid, table_lines
from rag.reading.word_numbering import Numbering, W, attribute

MAX_XML = 64 * MEGABYTE
MAX_ENTRIES = 10_000
MAX_RATIO = 200
_RATIO_MATTERS = 8 * MEGABYTE
_BODY = "word/document.xml"
_NUMBERING = "word/numbering.xml"
_STYLES = "word/styles.xml"
# RuntimeError: a method of compression or encryption that zipfile does not know
_BROKEN_ARCHIVE = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, RuntimeError)
_SAVE_AGAIN = "请用 Word 或 WPS 打开确认内容，另存为新的 .docx 或 PDF"
_SKIPPED = frozenset(f"{W}{name}" for name in ("del", "moveFrom", "instrText", "delText", "rPr", "sectPr"))
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_DEEPEST_TABLE = 8


def read_word(name: str, data: bytes) -> Content:
    """The text of a Word document; raises ReadError for damaged, encrypted, oversized and empty ones."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_directory(name, archive)
            body = _part(name, archive, _BODY)
            numbering = Numbering.read(_part(name, archive, _NUMBERING), _part(name, archive, _STYLES))
    except _BROKEN_ARCHIVE as error:
        raise ReadError(name, "不是有效的 Word 文档，文件可能已损坏", _SAVE_AGAIN) from error
    if body is None:
        raise ReadError(name, "不是 Word 文档：压缩包里没有正文", _SAVE_AGAIN)
    text = "\n".join(line for line in _lines(body, numbering, 0) if line.strip())
    if not text.strip():
        raise ReadError(name, "Word 文档里没有文字，可能只有图片", "请先做文字识别（OCR），再另存为 .docx")
    return Content(text, "docx")


def _check_directory(name: str, archive: zipfile.ZipFile) -> None:
    """Raises ReadError where the directory announces more than a document can hold."""
    entries = archive.infolist()
    if len(entries) > MAX_ENTRIES:
        raise ReadError(name, f"压缩包里的文件超过 {MAX_ENTRIES} 个，不像 Word 文档", _SAVE_AGAIN)
    for entry in entries:
        if entry.filename not in (_BODY, _NUMBERING, _STYLES):
            continue
        if entry.flag_bits & 0x1:
            raise ReadError(name, "Word 文档设有密码", "请去掉密码，另存为 .docx")
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise ReadError(name, "Word 文档的压缩方式不认识", _SAVE_AGAIN)
        ratio = entry.file_size / max(1, entry.compress_size)
        if entry.file_size > MAX_XML or (entry.file_size > _RATIO_MATTERS and ratio > MAX_RATIO):
            raise ReadError(name, f"解压后有 {entry.file_size // MEGABYTE} MB，超出限度，没有打开", _SAVE_AGAIN)


def _part(name: str, archive: zipfile.ZipFile, part: str) -> etree._Element | None:
    """The root of one XML part, None where the archive has no such part."""
    if part not in archive.namelist():
        return None
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    with archive.open(part) as stream:
        data = stream.read(MAX_XML + 1)
    if len(data) > MAX_XML:
        raise ReadError(name, f"解压后超过 {MAX_XML // MEGABYTE} MB，没有打开", _SAVE_AGAIN)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise ReadError(name, f"Word 文档的 {part} 已损坏", _SAVE_AGAIN) from error


def _lines(root: etree._Element, numbering: Numbering, depth: int) -> Iterator[str]:
    """Paragraphs and tables in reading order."""
    walk = etree.iterwalk(root, events=("start",))
    for _, element in walk:
        if element.tag in _SKIPPED or element.tag == _FALLBACK:
            walk.skip_subtree()
        elif element.tag == f"{W}tbl":
            walk.skip_subtree()
            yield from _table(element, numbering, depth)
        elif element.tag == f"{W}p":
            walk.skip_subtree()
            yield from (numbering.label(element) + _paragraph(element)).split("\n")
            for box in element.iter(f"{W}txbxContent"):
                if not any(above.tag in (_FALLBACK, f"{W}txbxContent") for above in box.iterancestors()):
                    yield from _lines(box, numbering, depth)


def _paragraph(paragraph: etree._Element) -> str:
    """The text of one paragraph without its text boxes; tabs and line breaks kept."""
    pieces: list[str] = []
    walk = etree.iterwalk(paragraph, events=("start",))
    for _, element in walk:
        if element.tag in _SKIPPED or element.tag in (_FALLBACK, f"{W}txbxContent", f"{W}pPr"):
            walk.skip_subtree()
        elif element.tag == f"{W}t":
            pieces.append(element.text or "")
        elif element.tag == f"{W}tab":
            pieces.append("\t")
        elif element.tag in (f"{W}br", f"{W}cr"):
            pieces.append("\n")
        elif element.tag == f"{W}noBreakHyphen":
            pieces.append("-")
    return "".join(pieces)


def _table(table: etree._Element, numbering: Numbering, depth: int) -> Iterator[str]:
    """The rows of a table; one that only lays out the page yields the lines of its cells."""
    rows = [list(row.iterchildren(f"{W}tc")) for row in table.iter(f"{W}tr") if _owner(row) is table]
    if any(cell.find(f".//{W}tbl") is not None for row in rows for cell in row) or max(map(len, rows), default=0) < 2:
        if depth < _DEEPEST_TABLE:
            for row in rows:
                for cell in row:
                    yield from _lines(cell, numbering, depth + 1)
        return
    cells = [[_cell(cell, numbering) for cell in row] for row in rows]
    yield from table_lines(_merged_down(grid(cells)))


def _owner(row: etree._Element) -> etree._Element | None:
    return next(row.iterancestors(f"{W}tbl"), None)


_CONTINUED = "\0"


def _cell(cell: etree._Element, numbering: Numbering) -> Cell:
    span = attribute(cell.find(f"{W}tcPr/{W}gridSpan"))
    merge = cell.find(f"{W}tcPr/{W}vMerge")
    if merge is not None and attribute(merge) != "restart":
        text = _CONTINUED
    else:
        text = "\n".join(numbering.label(p) + _paragraph(p) for p in cell.iter(f"{W}p"))
    return Cell(text, int(span) if span.isdecimal() and span != "0" else 1)


def _merged_down(rows: tuple[tuple[str, ...], ...]) -> list[tuple[str, ...]]:
    """The rows with every vertically merged place filled from above."""
    filled: list[tuple[str, ...]] = []
    for row in rows:
        above = filled[-1] if filled else ()
        filled.append(
            tuple((above[x] if x < len(above) else "") if text == _CONTINUED else text for x, text in enumerate(row))
        )
    return filled
