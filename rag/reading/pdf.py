"""Bytes of a PDF with a text layer → its text: paragraphs as lines, tables as rows, page numbers and running heads out.

The layout knows what the text alone does not: a line that is not indented and follows a full one goes on with its
paragraph. The file itself is taken apart in another process, see pdf_worker.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from rag.errors import ReadError
from rag.reading import pdf_worker
from rag.reading.content import Content
from rag.reading.tables import table_lines

TIMEOUT_SECONDS = 300
_SPLIT = "请拆成几个较小的文件，或另存为 .docx"
_SAVE_AGAIN = "请用阅读器打开确认内容，重新导出为 PDF 或另存为 .docx"
_PROBLEMS = {
    "encrypted": ("PDF 设有密码", "请去掉密码后再放入"),
    "damaged": ("PDF 已损坏，打不开", _SAVE_AGAIN),
    "pages": (f"PDF 超过 {pdf_worker.MAX_PAGES} 页", _SPLIT),
    "characters": (f"PDF 超过 {pdf_worker.MAX_CHARACTERS} 个字符", _SPLIT),
}
_PAGE_NUMBER = re.compile(r"[-—–－·\s]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:\s*[/／，,]?\s*共?\s*\d{1,4}\s*页?)?[-—–－·\s]*")
_HEADER_WITHIN = 1024
_MARGIN = 0.1
_FEWEST_RUNNING_HEADS = 3


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line; positions and size in points from the top left."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    size: float


@dataclass(frozen=True, slots=True)
class Table:
    """One table, its cells row by row."""

    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Page:
    """What stands on one page, from top to bottom."""

    height: float
    blocks: tuple[Line | Table, ...]


def read_pdf(name: str, data: bytes) -> Content:
    """The text of a PDF; raises ReadError for scanned, encrypted, damaged and oversized ones."""
    if b"%PDF-" not in data[:_HEADER_WITHIN]:
        raise ReadError(name, "内容不是 PDF", _SAVE_AGAIN)
    text = "\n".join(text_lines(_pages(name, data)))
    if not text.strip():
        raise ReadError(name, "PDF 里没有文字层，可能是扫描件", "请先做文字识别（OCR），再放入带文字层的 PDF 或 .docx")
    return Content(text, "pdf")


def _pages(name: str, data: bytes) -> tuple[Page, ...]:
    """The pages as the worker sees them; raises ReadError where it fails or takes too long."""
    try:
        worker = subprocess.run(
            [sys.executable, "-P", str(Path(pdf_worker.__file__))],
            input=data,
            capture_output=True,
            timeout=TIMEOUT_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise ReadError(name, f"PDF 在 {TIMEOUT_SECONDS} 秒内没有读完", _SPLIT) from error
    except OSError as error:
        raise ReadError(name, "读取 PDF 的进程启动不了", "请检查内存后再试") from error
    if worker.returncode != 0:
        raise ReadError(name, "PDF 已损坏，或占用的内存和时间超出限度", _SAVE_AGAIN)
    answer = json.loads(worker.stdout)
    if "problem" in answer:
        reason, remedy = _PROBLEMS[answer["problem"]]
        raise ReadError(name, reason, remedy)
    return tuple(Page(page["height"], tuple(_block(block) for block in page["blocks"])) for page in answer["pages"])


def _block(block: dict[str, object]) -> Line | Table:
    if "rows" in block:
        rows: list[list[str]] = block["rows"]  # type: ignore[assignment]
        return Table(tuple(tuple(row) for row in rows))
    return Line(**block)  # type: ignore[arg-type]


def text_lines(pages: tuple[Page, ...]) -> tuple[str, ...]:
    """Paragraphs and table rows of all pages, in order; a paragraph may run over the end of a page."""
    running = _running_heads(pages)
    lines: list[str] = []
    previous: Line | None = None
    left, right = _text_edges(pages)
    for page in pages:
        for block in page.blocks:
            if isinstance(block, Table):
                lines.extend(table_lines(block.rows))
                previous = None
            elif not _is_furniture(block, page, running):
                if previous is not None and _goes_on(previous, block, left, right):
                    lines[-1] = _joined(lines[-1], block.text)
                else:
                    lines.append(block.text)
                previous = block
    return tuple(lines)


def _is_furniture(line: Line, page: Page, running: frozenset[str]) -> bool:
    at_edge = line.bottom < page.height * _MARGIN or line.top > page.height * (1 - _MARGIN)
    return at_edge and (_PAGE_NUMBER.fullmatch(line.text) is not None or _undated(line.text) in running)


def _running_heads(pages: tuple[Page, ...]) -> frozenset[str]:
    """What stands first or last on most pages, numbers aside."""
    edges = Counter(
        text
        for page in pages
        for text in {_undated(block.text) for block in (*page.blocks[:1], *page.blocks[-1:]) if isinstance(block, Line)}
    )
    least = max(_FEWEST_RUNNING_HEADS, len(pages) // 2)
    return frozenset(text for text, count in edges.items() if count >= least)


def _undated(text: str) -> str:
    return re.sub(r"\d+", "", text)


def _text_edges(pages: tuple[Page, ...]) -> tuple[float, float]:
    """Where most lines begin and where the longest end, in points."""
    lines = [block for page in pages for block in page.blocks if isinstance(block, Line)]
    lefts = Counter(round(line.left) for line in lines)
    rights = sorted(line.right for line in lines)
    left = float(lefts.most_common(1)[0][0]) if lefts else 0.0
    return left, rights[int(len(rights) * 0.9)] if rights else 0.0


def _goes_on(previous: Line, line: Line, left: float, right: float) -> bool:
    """True where `previous` is full and `line` is neither indented nor of another size."""
    is_full = previous.right > right - 2 * previous.size
    is_indented = line.left > left + 1.2 * line.size
    return is_full and not is_indented and abs(previous.size - line.size) < 0.5


def _joined(text: str, more: str) -> str:
    between = " " if re.search(r"[A-Za-z,.;]$", text) and re.match(r"[A-Za-z]", more) else ""
    return text + between + more
