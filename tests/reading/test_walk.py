"""A corpus folder → what can be read in it and what not."""

import os
import sys
from pathlib import Path

import pytest

from rag.errors import ReadError
from rag.reading import read, source_files


def fill(root: Path, *names: str) -> None:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("正文", encoding="utf-8")


def test_readable_files_are_listed_by_path_and_others_reported(tmp_path: Path) -> None:
    fill(tmp_path, "b.txt", "a/z.docx", "a/y.PDF", "旧/报告.doc", "图.jpg")
    listing = source_files(tmp_path)
    assert [file.path for file in listing.files] == ["a/y.PDF", "a/z.docx", "b.txt"]
    assert [file.size for file in listing.files] == [6, 6, 6]
    assert [error.path for error in listing.rejected] == ["图.jpg", "旧/报告.doc"]
    assert all(error.reason and error.remedy for error in listing.rejected)


def test_a_corpus_named_from_the_working_directory_is_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(tmp_path, "corpus/a.txt", "corpus/corpus/b.txt")
    monkeypatch.chdir(tmp_path)
    listing = source_files(Path("corpus"))
    assert [file.path for file in listing.files] == ["a.txt", "corpus/b.txt"]
    root = Path("corpus")
    assert [read(root / file.path, root).path for file in listing.files] == ["a.txt", "corpus/b.txt"]
    assert read(Path("a.txt"), root).path == "a.txt"


def test_what_is_no_document_is_passed_over_in_silence(tmp_path: Path) -> None:
    fill(tmp_path, "metadata.csv", "README.md", "a/readme", ".hidden.txt", ".git/a.txt", "~$报告.docx", "Thumbs.db")
    assert source_files(tmp_path).files == ()
    assert source_files(tmp_path).rejected == ()


@pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX files")
def test_links_and_pipes_are_reported_and_never_followed_out(tmp_path: Path) -> None:
    root = tmp_path / "corpus"
    fill(tmp_path, "outside/secret.txt", "corpus/a/甲.txt")
    (root / "out.txt").symlink_to(tmp_path / "outside" / "secret.txt")
    (root / "folder").symlink_to(tmp_path / "outside", target_is_directory=True)
    (root / "a" / "loop").symlink_to(root, target_is_directory=True)
    (root / "broken.txt").symlink_to(root / "nothing.txt")
    (root / "inside.txt").symlink_to(root / "a" / "甲.txt")
    os.mkfifo(root / "pipe.txt")
    listing = source_files(root)
    assert [file.path for file in listing.files] == ["a/甲.txt", "inside.txt"]
    assert [(error.path, error.reason) for error in listing.rejected] == [
        ("a/loop", "是指向文件夹的链接，没有跟进去"),
        ("broken.txt", "找不到文件"),
        ("folder", "链接指向资料文件夹之外"),
        ("out.txt", "链接指向资料文件夹之外"),
        ("pipe.txt", "不是普通文件"),
    ]


def test_folders_nested_without_end_are_left_at_some_depth(tmp_path: Path) -> None:
    fill(tmp_path, "/".join("d" for _ in range(40)) + "/a.txt")
    listing = source_files(tmp_path)
    assert listing.files == ()
    assert [error.reason for error in listing.rejected] == ["文件夹嵌套太深"]


def test_a_missing_corpus_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=r"找不到资料文件夹.*--corpus"):
        source_files(tmp_path / "nothing")
