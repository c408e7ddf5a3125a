"""Files on their way in are read where they can do no harm."""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path

import pytest

from rag.errors import ReadError
from rag.intake import Fate, UploadLimits, arrivals, receive
from rag.reading import read_bytes
from rag.reading.files import MEGABYTE
from rag.records import Document
from rag.store.trial import TrialReading
from tests.intake.made_uploads import REPORT, upload
from tests.store.small_stages import DIES, FAILS, HANGS, SWELLS, read_small_bytes


def reader_of(name: str, data: bytes) -> Document:
    """Tells which process reads, and how gently."""
    return Document(name, f"{os.getpid()} {os.getppid()} {os.nice(0)}", read_bytes(name, data).metadata, "txt", "utf-8")


def exploding_word_file() -> bytes:
    """A hundred kilobytes that unpack to hundreds of megabytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        with archive.open("word/document.xml", "w") as part:
            for _ in range(400):
                part.write(b" " * MEGABYTE)
    return out.getvalue()


def test_a_file_is_read_as_it_would_be_here() -> None:
    with TrialReading() as trial:
        assert trial("澄溪县/报告.txt", REPORT.encode()) == read_bytes("澄溪县/报告.txt", REPORT.encode())
        with pytest.raises(ReadError, match=r"报告.pdf：内容不是 PDF"):
            trial("报告.pdf", b"no pdf")


def test_it_is_read_by_another_process_that_yields() -> None:
    with TrialReading(reader_of) as trial:
        reader, parent, niceness = map(int, trial("报告.txt", REPORT.encode()).text.split())
    assert reader != os.getpid() == parent
    assert niceness == min(19, os.nice(0) + 10)
    assert not Path(f"/proc/{reader}").exists()


@pytest.mark.parametrize(
    ("word", "reason"),
    [
        (HANGS, "读了 3 秒还没有读完"),
        (DIES, "读取进程意外结束（被信号 9 终止）"),
        (FAILS, "读取进程意外结束（退出码 1：RuntimeError: nobody foresaw this）"),
        (SWELLS, "读这个文件需要的内存太多"),
    ],
    ids=["hangs", "dies", "fails", "swells"],
)
def test_a_hostile_file_is_refused_and_the_next_one_is_read(tmp_path: Path, word: str, reason: str) -> None:
    files = arrivals([upload("坏.txt", word), upload("好.txt")], UploadLimits(MEGABYTE))
    with TrialReading(read_small_bytes, seconds=3) as trial:
        bad, good = receive(files, tmp_path, read=trial)
    assert (bad.fate, bad.reason) == (Fate.REFUSED, reason)
    assert bad.remedy
    assert good.fate is Fate.ADDED
    assert [path.name for path in tmp_path.iterdir()] == ["好.txt"]


def test_a_word_file_that_explodes_is_refused() -> None:
    data = exploding_word_file()
    assert len(data) < MEGABYTE
    with TrialReading() as trial, pytest.raises(ReadError, match=r"炸弹\.docx"):
        trial("炸弹.docx", data)
