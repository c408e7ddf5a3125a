"""A conversation → a Word file: the same that chat_export.py puts into Markdown. Pure but for the bytes' making."""

from __future__ import annotations

import re
from collections.abc import Sequence
from io import BytesIO
from typing import Any

from rag.ui.chat_export import COLUMNS, parts, place_of, visible
from rag.ui.conversation import Exchange

LATIN, CHINESE = "Calibri", "宋体"
# Word's XML holds no control characters; tabs and line ends become their own elements
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\ufffe\uffff]")


def as_word(title: str, said: Sequence[Exchange]) -> bytes:
    """The conversation as .docx."""
    from docx import Document  # noqa: PLC0415 - only whoever exports waits for it

    document = Document()
    _in_chinese(document)
    document.core_properties.title = _plain(title)[:255]
    document.core_properties.author = "政问"
    document.add_heading(_plain(title), level=0)
    for part in parts(said):
        document.add_heading(_plain(part.question), level=1)
        about = "　".join(piece for piece in (part.asked, part.read and f"理解为：{part.read}") if piece)
        _paragraph(document, about, italic=True)
        _paragraph(document, part.heading, bold=True)
        for line in part.text.splitlines():
            _paragraph(document, line)
        _paragraph(document, part.remark)
        if part.rows:
            _table(document, part.rows)
        for source in part.sources:
            _paragraph(document, f"[{source.citation.n}] {place_of(source)}", bold=True)
            for line in source.citation.quote.splitlines():
                _paragraph(document, line, style="Intense Quote")
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def _paragraph(document: Any, text: str, style: str | None = None, bold: bool = False, italic: bool = False) -> None:
    if text.strip():
        run = document.add_paragraph(style=style).add_run(_plain(text))
        run.bold, run.italic = bold or None, italic or None


def _table(document: Any, rows: Sequence[Sequence[str]]) -> None:
    table = document.add_table(rows=1 + len(rows), cols=len(COLUMNS), style="Light Grid Accent 1")
    for cells, row in zip((line.cells for line in table.rows), (COLUMNS, *rows), strict=True):
        for cell, text in zip(cells, row, strict=True):
            cell.text = _plain(text)
    document.add_paragraph()


def _in_chinese(document: Any) -> None:
    """Fonts of both scripts for all styles, since the theme's have no Chinese."""
    from docx.oxml.ns import qn  # noqa: PLC0415 - as above

    for style in document.styles:
        if (properties := getattr(style.element, "rPr", None)) is not None or style.name == "Normal":
            fonts = (properties if properties is not None else style.element.get_or_add_rPr()).get_or_add_rFonts()
            for name in list(fonts.attrib):
                del fonts.attrib[name]
            for script, font in (("ascii", LATIN), ("hAnsi", LATIN), ("eastAsia", CHINESE)):
                fonts.set(qn(f"w:{script}"), font)


def _plain(text: str) -> str:
    return CONTROL.sub("", visible(text))
