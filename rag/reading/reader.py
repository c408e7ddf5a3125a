"""One file → one Document: the reader of its format, then its metadata and marks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from rag.errors import ReadError
from rag.reading.content import Content
from rag.reading.files import MEGABYTE, check_size, contents, corpus_path, shown
from rag.reading.formats import check_signature, format_of
from rag.reading.marks import is_redacted, part_of
from rag.reading.metadata import describe
from rag.reading.overrides import NO_OVERRIDES, Overrides
from rag.reading.pdf import read_pdf
from rag.reading.plain import read_plain
from rag.reading.webpage import read_webpage
from rag.reading.word import read_word
from rag.records import Document

MAX_BYTES = 64 * MEGABYTE

_READERS: dict[str, Callable[[str, bytes], Content]] = {
    "txt": read_plain,
    "md": read_plain,
    "html": read_webpage,
    "htm": read_webpage,
    "docx": read_word,
    "pdf": read_pdf,
}


def read(path: Path, root: Path, *, max_bytes: int = MAX_BYTES, overrides: Overrides | None = None) -> Document:
    """The document at `path` below `root`; raises ReadError, and nothing else, where it cannot be read."""
    return read_bytes(
        corpus_path(path, root), contents(path, root, max_bytes=max_bytes), max_bytes=max_bytes, overrides=overrides
    )


def read_bytes(name: str, data: bytes, *, max_bytes: int = MAX_BYTES, overrides: Overrides | None = None) -> Document:
    """The document that `data` is, under the relative path `name`; raises ReadError as `read` does."""
    if name != shown(name):
        raise ReadError(shown(name), "文件名的编码不是 UTF-8", "请把文件改名后再试")
    format = format_of(name)
    check_size(name, len(data), max_bytes)
    check_signature(name, data, format)
    content = _READERS[format](name, data)
    description = describe(name, content)
    return Document(
        path=name,
        text=content.text,
        metadata=(overrides or NO_OVERRIDES).apply(name, description.metadata),
        format=format,
        encoding=content.encoding,
        part=part_of(content.text),
        redacted=is_redacted(content.text, format),
        notes=content.notes + description.notes,
    )
