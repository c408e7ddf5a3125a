"""A conversation → a Word file: the same that chat_export.py puts into Markdown. Pure but for the bytes' making."""

from __future__ import annotations

import re
from collections.abc import Sequence
from io import BytesIO
from typing import Any

from rag.ui.chat.conversation import Exchange
from rag.ui.chat.export import COLUMNS, parts, place_of, visible

LATIN, CHINESE = "Calibri", "宋体"
INK, ACCENT, SOFT = "22272B", "1F5F7A", "5B6268"
# style of Word, size in points, colour, bold
LOOKS = (
    ("Normal", 11, INK, False),
    ("Title", 18, ACCENT, True),
    ("Heading 1", 13, ACCENT, True),
    ("Caption", 9, SOFT, False),
    ("Subtitle", 10, INK, True),
    ("Quote", 11, INK, False),
)
# what the XML inside Word files cannot hold
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\ufffe\uffff]")


def as_word(title: str, said: Sequence[Exchange]) -> bytes:
    """The conversation as .docx."""
    from docx import Document  # noqa: PLC0415 - only whoever exports waits for it

    document = Document()
    _dress(document)
    document.core_properties.title = _plain(title)[:255]
    document.core_properties.author = "政问"
    document.add_paragraph(_plain(title), "Title")
    for part in parts(said):
        document.add_paragraph(_plain(part.question), "Heading 1")
        about = "　".join(piece for piece in (part.asked, part.read and f"理解为：{part.read}") if piece)
        _lines(document, about, "Caption")
        _lines(document, part.heading, "Subtitle")
        _lines(document, part.text)
        _lines(document, part.remark, "Caption")
        if part.rows:
            _table(document, part.rows)
        for source in part.sources:
            _lines(document, f"[{source.citation.n}] {place_of(source)}", "Subtitle")
            _lines(document, source.citation.quote, "Quote")
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def _lines(document: Any, text: str, style: str = "Normal") -> None:
    """A paragraph for each line that is not blank."""
    for line in text.splitlines():
        if line.strip():
            document.add_paragraph(_plain(line), style)


def _table(document: Any, rows: Sequence[Sequence[str]]) -> None:
    table = document.add_table(rows=1 + len(rows), cols=len(COLUMNS), style="Table Grid")
    for cells, row in zip((line.cells for line in table.rows), (COLUMNS, *rows), strict=True):
        for cell, text in zip(cells, row, strict=True):
            cell.text = _plain(text)
    for cell in table.rows[0].cells:
        cell.paragraphs[0].style = "Subtitle"
    document.add_paragraph()


def _dress(document: Any) -> None:
    """The template's styles made plain, with fonts of both scripts, since its own have no Chinese."""
    from docx.oxml.ns import qn  # noqa: PLC0415 - as above
    from docx.shared import Cm, Pt, RGBColor  # noqa: PLC0415

    for name, points, colour, bold in LOOKS:
        style = document.styles[name]
        style.element.get_or_add_rPr().get_or_add_rFonts()
        style.font.size, style.font.color.rgb = Pt(points), RGBColor.from_string(colour)
        style.font.bold, style.font.italic = bold, False
        style.paragraph_format.space_after = Pt(4)
    document.styles["Quote"].paragraph_format.left_indent = Cm(0.75)
    for fonts in document.styles.element.iter(qn("w:rFonts")):
        fonts.attrib.clear()
        for script, font in (("ascii", LATIN), ("hAnsi", LATIN), ("eastAsia", CHINESE)):
            fonts.set(qn(f"w:{script}"), font)


def _plain(text: str) -> str:
    return CONTROL.sub("", visible(text))
