"""One source file → Prepared: read, cleaned, split, tagged, its words and figures found. Runs in worker processes."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

from rag.errors import ReadError
from rag.records import Document, Figure, Passage
from rag.store.prepared import Prepared, PreparedPassage, fold_key
from rag.store.stages import Preparation


def hash_of_file(path: Path) -> str:
    """SHA-256 of the bytes of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def prepare(preparation: Preparation, root: Path, path: str, file_hash: str) -> Prepared:
    """Raises ReadError where the file cannot be read or is no longer the one that was hashed."""
    document = preparation.read(root / path, root)
    _check_unchanged(root / path, path, file_hash)
    _check_text(document, path)
    split = preparation.split(document)
    return Prepared(
        document=document,
        file_hash=file_hash,
        fold_key=fold_key(split.clean.text),
        passages=tuple(_prepared(preparation, document, passage) for passage in split.passages),
        figures=tuple(
            _verbatim(document, figure) for figure in preparation.extract(document, split.clean, split.sections)
        ),
    )


def _prepared(preparation: Preparation, document: Document, passage: Passage) -> PreparedPassage:
    title = document.metadata.title
    return PreparedPassage(
        passage=replace(passage, topics=preparation.tag(passage.text, passage.headings)),
        indexed_text=preparation.indexed_text(passage, title),
        body_words=" ".join(preparation.words(passage.text)),
        context_words=" ".join(preparation.words("\n".join((title, *passage.headings)))),
    )


def _verbatim(document: Document, figure: Figure) -> Figure:
    assert figure.span.of(document.text) == figure.text, f"{document.path}: {figure.text} is not at {figure.span}"
    return figure


def _check_unchanged(location: Path, path: str, file_hash: str) -> None:
    try:
        unchanged = hash_of_file(location) == file_hash
    except OSError as error:
        raise ReadError(path, f"文件读到一半打不开了（{error.strerror}）", "下次构建会再读") from error
    if not unchanged:
        raise ReadError(path, "文件在读取时被改动", "下次构建会再读")


def _check_text(document: Document, path: str) -> None:
    try:
        document.text.encode()
    except UnicodeEncodeError as error:
        raise ReadError(path, f"第 {error.start + 1} 个字符不是完整的字符", "请用编辑器另存为 UTF-8") from error
    if document.path != path:
        raise ReadError(path, f"读出的路径是 {document.path}", "请检查文件名")
