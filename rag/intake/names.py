"""The name that a file comes with → the path below the corpus that it may have. Pure functions.

A name from a browser or an archive is anything: it may climb out of its folder, be absolute, or hide what it is. Such
names are refused rather than repaired, since a repaired name says something else than the one that was sent.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import PurePosixPath

from rag.errors import ReadError
from rag.reading.files import shown

LONGEST_PART_BYTES = 200
MOST_PARTS = 8
MOST_NUMBERED = 10_000
_DRIVE = re.compile(r"[A-Za-z]:")
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_RENAME = "请改名后再加入"
# what systems and programs leave in a folder beside the documents
_LITTER = frozenset({"__macosx", "thumbs.db", "desktop.ini"})
_NOT_DOCUMENTS = {
    "metadata.csv": ("这是资料信息表，不是报告", "请在每份文档的页面上修改信息"),
    "readme": ("这是说明文件，不收入资料库", "如果它就是报告，请改名后再加入"),
}


def is_litter(name: str) -> bool:
    """True for what nobody meant to add: hidden files, lock files of Office, what systems leave in folders."""
    return any(part.startswith((".", "~$")) or part.lower() in _LITTER for part in _parts(name) if part != "..")


def corpus_name(name: str) -> str:
    """The path below the corpus, with forward slashes; raises ReadError with the reason for a name that has none."""
    said = shown(name)
    if any(unicodedata.category(character) in _UNSEEN for character in name):
        raise ReadError(visible(said), "文件名里有看不见的控制字符", _RENAME)
    parts = [unicodedata.normalize("NFC", part) for part in _parts(name)]
    if name.startswith(("/", "\\")) or _DRIVE.match(name):
        raise ReadError(said, "文件名是绝对路径", "请用相对路径重新打包")
    if ".." in parts:
        raise ReadError(said, "文件名要跳出资料文件夹（..）", "请重新打包，不要包含上级文件夹")
    if not parts or not PurePosixPath(parts[-1]).stem.strip():
        raise ReadError(said, "没有文件名", _RENAME)
    if len(parts) > MOST_PARTS:
        raise ReadError(said, f"文件夹超过 {MOST_PARTS} 层", "请减少层数")
    for part in parts:
        if len(part.encode()) > LONGEST_PART_BYTES:
            raise ReadError(said, "文件名太长", _RENAME)
        if part != part.strip() or part.endswith("."):
            raise ReadError(said, "文件名的开头或末尾有空格或句点", _RENAME)
    if reason := _NOT_DOCUMENTS.get(parts[-1].lower()) or _NOT_DOCUMENTS.get(parts[-1].lower().split(".")[0]):
        raise ReadError(said, *reason)
    return "/".join(parts)


def numbered(path: str) -> Iterator[str]:
    """`path` itself, then 报告 (2).txt, 报告 (3).txt and so on, for where the name is taken."""
    yield path
    whole = PurePosixPath(path)
    for number in range(2, MOST_NUMBERED):
        yield whole.with_name(f"{whole.stem} ({number}){whole.suffix}").as_posix()


def visible(name: str) -> str:
    """A name with what cannot be seen in it shown as question marks."""
    return "".join("?" if unicodedata.category(character) in _UNSEEN else character for character in name)


def _parts(name: str) -> list[str]:
    return [part for part in name.replace("\\", "/").split("/") if part not in ("", ".")]
