"""Small real files for tests, made by hand so that every byte of them is known."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass

import docx


@dataclass(frozen=True)
class Shown:
    """Text on a PDF page, its left end and base line in points from the bottom left."""

    x: float
    y: float
    text: str
    size: float = 12


@dataclass(frozen=True)
class Ruled:
    """A table on a PDF page with ruled cells, its top left corner in points from the bottom left."""

    x: float
    y: float
    rows: tuple[tuple[str, ...], ...]
    width: float = 110
    height: float = 24

    def drawn(self) -> str:
        lines = []
        columns = len(self.rows[0])
        for i in range(len(self.rows) + 1):
            y = self.y - i * self.height
            lines.append(f"{self.x} {y} m {self.x + columns * self.width} {y} l S")
        for j in range(columns + 1):
            x = self.x + j * self.width
            lines.append(f"{x} {self.y} m {x} {self.y - len(self.rows) * self.height} l S")
        for i, row in enumerate(self.rows):
            for j, cell in enumerate(row):
                lines.append(_drawn(Shown(self.x + j * self.width + 4, self.y - (i + 0.7) * self.height, cell)))
        return "\n".join(lines)


def _drawn(shown: Shown) -> str:
    return f"BT /F1 {shown.size} Tf {shown.x} {shown.y} Td <{shown.text.encode('utf-16-be').hex()}> Tj ET"


def pdf(pages: Sequence[Sequence[Shown | Ruled]], encrypted: bool = False) -> bytes:
    """A PDF of A4 pages with Chinese text in a font that is not embedded."""
    font = (
        "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts ["
        "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /CIDSystemInfo "
        "<< /Registry (Adobe) /Ordering (GB1) /Supplement 0 >> /FontDescriptor << /Type /FontDescriptor "
        "/FontName /STSong-Light /Flags 4 /FontBBox [0 -200 1000 900] /Ascent 880 /Descent -120 /StemV 80 "
        "/CapHeight 880 /ItalicAngle 0 >> >> ] >>"
    )
    kids = " ".join(f"{4 + 2 * i} 0 R" for i in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        font,
    ]
    for i, page in enumerate(pages):
        content = "\n".join(item.drawn() if isinstance(item, Ruled) else _drawn(item) for item in page)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * i} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
    return _assembled(objects, encrypted)


def _assembled(objects: list[str], encrypted: bool) -> bytes:
    body = "%PDF-1.4\n"
    offsets = []
    for number, content in enumerate(objects, 1):
        offsets.append(len(body))
        body += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    lock = f"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{'11' * 32}> /U <{'22' * 32}> /P -4 >> /ID [<00><00>]"
    trailer = f"<< /Size {len(objects) + 1} /Root 1 0 R {lock if encrypted else ''} >>"
    body += (
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n{trailer}\nstartxref\n{len(body)}\n%%EOF\n"
    )
    return body.encode("latin-1")


def word(*content: str | Sequence[Sequence[str]]) -> bytes:
    """A Word document of paragraphs (strings) and tables (rows of cells), in this order."""
    document = docx.Document()
    for item in content:
        if isinstance(item, str):
            document.add_paragraph(item)
            continue
        table = document.add_table(rows=len(item), cols=len(item[0]))
        for i, row in enumerate(item):
            for j, cell in enumerate(row):
                table.cell(i, j).text = cell
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def archive(parts: dict[str, bytes]) -> bytes:
    """A zip archive of these parts, compressed."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in parts.items():
            packed.writestr(name, data)
    return stream.getvalue()
