"""A process of its own that takes a PDF apart: bytes on standard input, pages as JSON on standard output.

A hostile PDF can unpack to any size and loop for ever, inside code that cannot be interrupted. Here it meets limits of
memory and processor time that the operating system enforces, and a crash is one file's error, not the build's. The
module is run as a script and imports nothing of ours, so that it starts fast.
"""

from __future__ import annotations

import io
import json
import sys
from typing import Any

MAX_PAGES = 600
MAX_CHARACTERS = 4_000_000
MEMORY_BYTES = 2 * 1024**3
CPU_SECONDS = 240
_NEAREST_WORD_SPACE = 0.6


def limit_resources() -> None:
    """Has the operating system end this process where it takes too much; where it cannot, the parent's clock does."""
    try:
        import resource  # noqa: PLC0415  not on Windows
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS + 5))


def take_apart(data: bytes) -> dict[str, Any]:
    """{"pages": [{"width", "height", "blocks": [line | table]}]} or {"problem": code, "detail": text}.

    A line is {"text", "left", "right", "top", "bottom", "size"} in points, a table {"rows": [[text]], "top", "bottom"}.
    """
    import pdfplumber  # noqa: PLC0415  heavy, and only this process needs it
    from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect  # noqa: PLC0415
    from pdfplumber.utils.exceptions import PdfminerException  # noqa: PLC0415

    try:
        with pdfplumber.open(io.BytesIO(data)) as pdf:
            if len(pdf.pages) > MAX_PAGES:
                return {"problem": "pages", "detail": str(len(pdf.pages))}
            pages: list[dict[str, Any]] = []
            characters = 0
            for page in pdf.pages:
                characters += len(page.chars)
                if characters > MAX_CHARACTERS:
                    return {"problem": "characters", "detail": str(characters)}
                pages.append({"width": page.width, "height": page.height, "blocks": _blocks(page)})
                page.close()
            return {"pages": pages}
    except PdfminerException as error:
        cause = error.args[0] if error.args else error
        encrypted = isinstance(cause, (PDFPasswordIncorrect, PDFEncryptionError))
        return {"problem": "encrypted" if encrypted else "damaged", "detail": type(cause).__name__}


def _blocks(page: Any) -> list[dict[str, Any]]:
    """The page's lines and tables from top to bottom."""
    tables = [table for table in page.find_tables() if len(table.rows) > 1 and len(table.rows[0].cells) > 1]
    rest = page
    for table in tables:
        rest = rest.outside_bbox(table.bbox, strict=False)
    lines = rest.dedupe_chars().extract_text_lines(
        return_chars=True, x_tolerance_ratio=_NEAREST_WORD_SPACE, y_tolerance=3
    )
    blocks = [
        {
            "text": line["text"],
            "left": line["x0"],
            "right": line["x1"],
            "top": line["top"],
            "bottom": line["bottom"],
            "size": max(char["size"] for char in line["chars"]),
        }
        for line in lines
    ]
    blocks += [
        {
            "rows": [[cell or "" for cell in row] for row in table.extract()],
            "top": table.bbox[1],
            "bottom": table.bbox[3],
        }
        for table in tables
    ]
    return sorted(blocks, key=lambda block: float(block["top"]))


if __name__ == "__main__":
    limit_resources()
    result = take_apart(sys.stdin.buffer.read())
    sys.stdout.buffer.write(json.dumps(result).encode())
