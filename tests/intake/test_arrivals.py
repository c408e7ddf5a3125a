"""What an upload consists of, and what of it is refused before anything is read."""

from __future__ import annotations

import pytest

from rag.errors import ReadError
from rag.intake import Upload, UploadLimits, arrivals
from rag.reading.files import MEGABYTE
from tests.intake.made_uploads import REPORT, flagged, linked, packed, packed_as_windows, upload

LIMITS = UploadLimits(file_bytes=MEGABYTE, files=20, all_bytes=4 * MEGABYTE)
BOMB = b"\0" * (8 * MEGABYTE)

Told = tuple[str, str]


def loaded(*uploads: Upload, limits: UploadLimits = LIMITS) -> list[Told]:
    """For each file its path, or its name and why it was refused."""
    found: list[Told] = []
    for arrival in arrivals(uploads, limits):
        try:
            path, data = arrival.load()
        except ReadError as error:
            assert error.remedy
            found.append((arrival.name, error.reason))
        else:
            found.append((path, f"{len(data)} 字节"))
    return found


SIZE = f"{len(REPORT.encode())} 字节"
REFUSED = [
    ("a format that cannot be read", upload("报告.doc"), "Word 的旧格式"),
    ("no ending", upload("报告"), "没有后缀"),
    ("a program", upload("报告.exe", b"MZ"), "不认识的文件格式"),
    ("an empty file", upload("报告.txt", b""), "空的"),
    ("a large file", upload("报告.txt", b"a" * (MEGABYTE + 1)), "超过 1 MB"),
    ("a path in the name", upload("../报告.txt"), "跳出资料文件夹"),
    ("no archive", upload("报告.zip", b"no archive"), "压缩包不能直接读取"),
    ("a torn archive", upload("报告.zip", packed({"报告.txt": REPORT})[:90]), "已损坏"),
    ("an empty archive", upload("报告.zip", packed({})), "没有文件"),
    ("litter alone", upload("报告.zip", packed({"__MACOSX/._报告.txt": "x", ".DS_Store": "x"})), "没有文件"),
    ("a climbing entry", upload("报告.zip", packed({"../报告.txt": REPORT})), "跳出资料文件夹"),
    ("an absolute entry", upload("报告.zip", packed({"/etc/报告.txt": REPORT})), "绝对路径"),
    ("a drive letter", upload("报告.zip", packed({"C:/报告.txt": REPORT})), "绝对路径"),
    ("an archive within", upload("报告.zip", packed({"内.zip": packed({"报告.txt": REPORT})})), "压缩包不能直接读取"),
    ("a bomb", upload("报告.zip", packed({"报告.txt": BOMB})), "超过 1 MB"),
    ("a password", upload("报告.zip", flagged(packed({"a.txt": REPORT}), 0x1)), "设有密码"),
    ("a link", upload("报告.zip", linked("/etc/passwd")), "是链接"),
]


@pytest.mark.parametrize(("sent", "why"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED])
def test_what_cannot_be_taken_is_refused_with_the_reason(sent: Upload, why: str) -> None:
    ((_, reason),) = loaded(sent)
    assert why in reason


def test_files_and_folders_come_in_their_order() -> None:
    folder = packed({"澄溪县/一.txt": REPORT, "澄溪县/空/": "", "澄溪县/.隐藏.txt": "x", "澄溪县/二.md": REPORT})
    assert loaded(upload("甲.txt"), upload("文件夹.zip", folder), upload("乙.html")) == [
        ("甲.txt", SIZE),
        ("澄溪县/一.txt", SIZE),
        ("澄溪县/二.md", SIZE),
        ("乙.html", SIZE),
    ]


def test_a_word_document_is_no_archive_to_be_unpacked() -> None:
    document = packed({"word/document.xml": "<x/>"})
    assert loaded(upload("报告.docx", document)) == [("报告.docx", f"{len(document)} 字节")]


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8"])
def test_names_that_old_programs_wrote_come_out_in_chinese(encoding: str) -> None:
    archive = packed_as_windows("澄溪县/重点工作.txt", REPORT, encoding)
    assert loaded(upload("报告.zip", archive)) == [("澄溪县/重点工作.txt", SIZE)]


def test_a_western_name_of_an_old_program_stays() -> None:
    archive = packed_as_windows("r\u00e9sum\u00e9.txt", REPORT, "cp437")
    assert loaded(upload("报告.zip", archive))[0][1] == SIZE


def test_a_directory_that_lies_about_the_size_changes_nothing() -> None:
    archive = bytearray(packed({"报告.txt": BOMB}))
    at = archive.index(b"PK\x01\x02") + 24
    archive[at : at + 4] = (10).to_bytes(4, "little")
    ((_, reason),) = loaded(upload("报告.zip", bytes(archive)))
    assert "超过 1 MB" in reason or "已损坏" in reason


def test_no_more_is_unpacked_than_the_whole_upload_may_hold() -> None:
    archive = packed({f"{n}.txt": b"a" * MEGABYTE for n in range(6)})
    told = loaded(upload("报告.zip", archive))
    assert [reason for _, reason in told[:4]] == [f"{MEGABYTE} 字节"] * 4
    assert all("总量太大" in reason for _, reason in told[4:])


def test_more_files_than_an_upload_may_have_are_each_refused() -> None:
    told = loaded(*(upload(f"{n}.txt") for n in range(22)))
    assert [reason for _, reason in told[:20]] == [SIZE] * 20
    assert [name for name, reason in told[20:] if "最多加入 20 份" in reason] == ["20.txt", "21.txt"]


def test_an_archive_of_very_many_entries_is_not_opened() -> None:
    archive = packed({f"{n}.txt": "x" for n in range(300)})
    assert loaded(upload("报告.zip", archive))[0][1].startswith("压缩包里有 300 项")
