"""One source file → Prepared: read, cleaned, split, tagged, its words and figures found. Runs in worker processes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from rag.errors import ReadError
from rag.records import Document, Figure, Passage
from rag.store.prepared import Prepared, PreparedPassage, fold_key, statements_of
from rag.store.stages import Preparation, Split
from rag.store.tasks import Task


def hash_of_file(path: Path) -> str:
    """SHA-256 of the bytes of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def prepare(preparation: Preparation, root: Path, task: Task) -> Prepared:
    """Raises ReadError where the file cannot be read or is no longer the one that was hashed."""
    path, file_hash = task.path, task.file_hash
    document = preparation.read(root / path, root)
    _check_unchanged(root / path, path, file_hash)
    split = preparation.split(document)
    _check_storable(path, document, split)
    document, figures = _verbatim(document, preparation.extract(document, split.clean, split.sections))
    return Prepared(
        document=document,
        file_hash=file_hash,
        fold_key=fold_key(split.clean.text),
        statements=statements_of(sentence.text for passage in split.passages for sentence in passage.sentences),
        passages=tuple(_passages(preparation, document.metadata.title, split.passages)),
        figures=figures,
    )


def _passages(preparation: Preparation, title: str, passages: Sequence[Passage]) -> Iterator[PreparedPassage]:
    words = cache(preparation.words)  # a title and most headings stand over many passages
    for passage in passages:
        context = (word for part in (title, *passage.headings) for word in words(part))
        yield PreparedPassage(
            passage=replace(passage, topics=preparation.tag(passage.text, passage.headings)),
            indexed_text=preparation.indexed_text(passage, title),
            body_words=" ".join(preparation.words(passage.text)),
            context_words=" ".join(context),
        )


def _verbatim(document: Document, figures: tuple[Figure, ...]) -> tuple[Document, tuple[Figure, ...]]:
    """Only figures that stand in the original as they are given; the document says how many do not."""
    kept = tuple(figure for figure in figures if figure.span.of(document.text) == figure.text)
    if len(kept) == len(figures):
        return document, figures
    note = f"有 {len(figures) - len(kept)} 个数字与原文对不上，没有收入"
    return replace(document, notes=(*document.notes, note)), kept


def _check_unchanged(location: Path, path: str, file_hash: str) -> None:
    try:
        unchanged = hash_of_file(location) == file_hash
    except OSError as error:
        raise ReadError(path, f"文件读到一半打不开了（{error.strerror}）", "下次构建会再读") from error
    if not unchanged:
        raise ReadError(path, "文件在读取时被改动", "下次构建会再读")


def _check_storable(path: str, document: Document, split: Split) -> None:
    """A lone half of a surrogate pair is no character, and passages are stored by their ordinal."""
    metadata = document.metadata
    said = (metadata.title, *metadata.places, metadata.speaker, metadata.issuer, metadata.source, document.part)
    try:
        "".join((document.text, *document.notes, *filter(None, said))).encode()
    except UnicodeEncodeError as error:
        raise ReadError(path, "文字中有不完整的字符", "请用编辑器另存为 UTF-8") from error
    assert document.path == path, f"{path} was read as {document.path}"
    assert [passage.ordinal for passage in split.passages] == list(range(len(split.passages))), "passages out of order"
