"""What was done to the corpus that the library does not have yet: files that came, went and changed, and corrected metadata."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from rag.reading import SourceFile, load_overrides, source_files
from rag.records import DocumentSummary

Altered = Callable[[Sequence[SourceFile]], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Pending:
    """Paths of files that are new, gone, of other content than the library has, or described otherwise than it says."""

    new: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    altered: tuple[str, ...] = ()
    described: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.new or self.gone or self.altered or self.described)


def pending(corpus: Path, documents: Sequence[DocumentSummary], unread: Iterable[str], altered: Altered) -> Pending:
    """`unread` are the files that the library could not take, `altered` tells of which files the content has changed.

    Raises ReadError and DataFileError where the folder cannot be told.
    """
    files = source_files(corpus).files
    there = [file.path for file in files]
    known = {document.path for document in documents}
    told = load_overrides(corpus)
    return Pending(
        new=tuple(path for path in there if path not in known.union(unread)),
        gone=tuple(sorted(known.difference(there))),
        altered=altered(files),
        described=tuple(
            document.path for document in documents if told.apply(document.path, document.metadata) != document.metadata
        ),
    )


def pending_text(found: Pending) -> str:
    """What a build would take over: 2 份新文件、1 份移走的文件还没有进资料库."""
    parts = (
        f"{len(found.new):,} 份新文件" if found.new else "",
        f"{len(found.gone):,} 份移走的文件" if found.gone else "",
        f"{len(found.altered):,} 份改过内容的文件" if found.altered else "",
        f"{len(found.described):,} 份文档的信息改动" if found.described else "",
    )
    said = "、".join(part for part in parts if part)
    return f"{said}还没有进资料库" if said else "资料库和报告文件夹一致"
