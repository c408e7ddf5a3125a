"""Paths below the corpus root → bytes, and every way in which that can fail."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from rag.errors import ReadError
from rag.reading import contents, fingerprint, read

TEXT = "白杨镇今年要种植玉米14500亩。"
posix_only = pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX files")


def outside(root: Path) -> Path:
    folder = root.parent / "outside"
    folder.mkdir(exist_ok=True)
    (folder / "secret.txt").write_text(TEXT, encoding="utf-8")
    return folder / "secret.txt"


def a_link_out(root: Path) -> Path:
    (root / "link.txt").symlink_to(outside(root))
    return root / "link.txt"


def a_link_into_a_linked_folder(root: Path) -> Path:
    (root / "folder").symlink_to(outside(root).parent, target_is_directory=True)
    return root / "folder" / "secret.txt"


def a_link_in_a_circle(root: Path) -> Path:
    (root / "circle.txt").symlink_to(root / "circle.txt")
    return root / "circle.txt"


def a_folder(root: Path) -> Path:
    (root / "x.txt").mkdir()
    return root / "x.txt"


def a_pipe(root: Path) -> Path:
    os.mkfifo(root / "pipe.txt")
    return root / "pipe.txt"


def a_device(root: Path) -> Path:
    (root / "zero.txt").symlink_to("/dev/zero")
    return root / "zero.txt"


def an_empty_file(root: Path) -> Path:
    (root / "empty.docx").touch()
    return root / "empty.docx"


def a_large_file(root: Path) -> Path:
    (root / "large.txt").write_bytes(b"a" * 2048)
    return root / "large.txt"


@posix_only
@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (lambda root: root / "gone.txt", "找不到文件"),
        (outside, "文件不在资料文件夹里"),
        (lambda root: root / ".." / "outside" / "secret.txt", "文件不在资料文件夹里"),
        (a_link_out, "链接指向资料文件夹之外"),
        (a_link_into_a_linked_folder, "链接指向资料文件夹之外"),
        (a_link_in_a_circle, "文件打不开"),
        (a_folder, "文件夹"),
        (a_pipe, "不是普通文件"),
        (a_device, "链接指向资料文件夹之外"),
        (an_empty_file, "文件是空的"),
        (a_large_file, "文件超过 0.000976562 MB"),
    ],
)
def test_what_cannot_be_read_says_why_and_what_to_do(tmp_path: Path, make: Callable[[Path], Path], reason: str) -> None:
    root = tmp_path / "corpus"
    root.mkdir()
    outside(root)
    with pytest.raises(ReadError) as refused:
        read(make(root), root, max_bytes=1024)
    assert reason in refused.value.reason
    assert refused.value.remedy


@posix_only
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "a.txt").chmod(0)
    with pytest.raises(ReadError, match="没有读取权限"):
        read(tmp_path / "a.txt", tmp_path)


@pytest.mark.parametrize(
    "name",
    [
        "有 空格 的.txt",
        "表情😀.txt",
        "a" * 196 + ".txt",
        "长" * 80 + ".txt",
        "引号'\".txt",
        "子 文件夹/深/甲.TXT",
        "a\nb.txt",
    ],
)
def test_unusual_names_are_read(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(TEXT, encoding="utf-8")
    document = read(path, tmp_path)
    assert (document.path, document.text, document.format) == (name, TEXT, "txt")


@posix_only
def test_a_name_that_is_no_utf8_is_refused_in_words_that_can_be_printed(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xb1\xe0.txt"))
    path.write_text(TEXT, encoding="utf-8")
    with pytest.raises(ReadError, match="文件名的编码不是 UTF-8") as refused:
        read(path, tmp_path)
    assert str(refused.value).encode("utf-8")


@posix_only
def test_a_link_inside_the_corpus_is_followed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
    assert read(tmp_path / "b.txt", tmp_path).text == TEXT


def test_a_path_may_be_given_relative_to_the_root(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    assert read(Path("a.txt"), tmp_path).path == "a.txt"


def test_the_fingerprint_is_that_of_the_bytes(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    one, other = (fingerprint(contents(tmp_path / name, tmp_path, max_bytes=999)) for name in ("a.txt", "b.txt"))
    assert one == other
    assert one != fingerprint(TEXT.encode("gbk"))
