"""What was done to the corpus that the library does not have yet."""

from __future__ import annotations

from pathlib import Path

import pytest

from rag.errors import DataFileError
from rag.records import DocumentSummary, Metadata
from rag.ui.documents.pending import Pending, pending, pending_text


def known(path: str, **metadata: object) -> DocumentSummary:
    return DocumentSummary(path, Metadata(**metadata), "txt", None, False, (), 1, 1)  # type: ignore[arg-type]


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    for name in ("甲.txt", "乙.txt", "坏.txt", "新.txt"):
        (tmp_path / name).write_text("一份报告。", encoding="utf-8")
    (tmp_path / "metadata.csv").write_text("path,title,year\n甲.txt,新的标题,\n乙.txt,,2024\n", encoding="utf-8")
    return tmp_path


def test_new_gone_and_corrected_documents_are_told_apart(corpus: Path) -> None:
    documents = (known("甲.txt", title="旧的标题"), known("乙.txt", year=2024), known("走了.txt"))
    found = pending(corpus, documents, ["坏.txt"], lambda files: tuple(file.path for file in files[:2]))
    assert found == Pending(("新.txt",), ("走了.txt",), ("乙.txt", "坏.txt"), ("甲.txt",))
    assert pending_text(found) == "1 份新文件、1 份移走的文件、2 份改过内容的文件、1 份文档的信息改动还没有进资料库"


def test_a_library_that_has_everything_agrees(corpus: Path) -> None:
    documents = (known("甲.txt", title="新的标题"), known("乙.txt", year=2024), known("新.txt"))
    found = pending(corpus, documents, ["坏.txt"], lambda _: ())
    assert not found
    assert pending_text(found) == "资料库和报告文件夹一致"


def test_a_broken_metadata_file_is_told(corpus: Path) -> None:
    (corpus / "metadata.csv").write_text("没有表头\n", encoding="utf-8")
    with pytest.raises(DataFileError):
        pending(corpus, (), (), lambda _: ())
