"""Which path below the corpus a file may have."""

from __future__ import annotations

from itertools import islice

import pytest

from rag.errors import ReadError
from rag.intake.names import corpus_name, is_litter, numbered

KEPT = [
    ("报告.txt", "报告.txt"),
    ("澄溪县/2024 年报告.docx", "澄溪县/2024 年报告.docx"),
    ("澄溪县\\柏坞镇\\报告.txt", "澄溪县/柏坞镇/报告.txt"),
    ("./澄溪县//报告.txt", "澄溪县/报告.txt"),
    ("cafe\u0301.txt", "café.txt"),
    ("报告..终稿.txt", "报告..终稿.txt"),
]
REFUSED = [
    ("../报告.txt", "跳出资料文件夹"),
    ("澄溪县/../../报告.txt", "跳出资料文件夹"),
    ("澄溪县\\..\\报告.txt", "跳出资料文件夹"),
    ("/etc/报告.txt", "绝对路径"),
    ("\\\\机器\\报告.txt", "绝对路径"),
    ("C:\\报告.txt", "绝对路径"),
    ("c:报告.txt", "绝对路径"),
    ("报\x00告.txt", "控制字符"),
    ("报\n告.txt", "控制字符"),
    ("告报\u202etxt.exe", "控制字符"),
    ("\ud800.txt", "控制字符"),
    ("", "没有文件名"),
    ("/", "绝对路径"),
    ("报告.txt ", "空格或句点"),
    ("澄溪县 /报告.txt", "空格或句点"),
    ("报告.txt.", "空格或句点"),
    ("长" * 80 + ".txt", "太长"),
    ("层/" * 8 + "报告.txt", "超过 8 层"),
    ("metadata.csv", "资料信息表"),
    ("澄溪县/Metadata.CSV", "资料信息表"),
    ("README.md", "说明文件"),
]
LITTER = ["__MACOSX/._报告.txt", ".DS_Store", "澄溪县/.报告.txt", "~$报告.docx", "Thumbs.db", "澄溪县/desktop.ini"]


@pytest.mark.parametrize(("said", "path"), KEPT)
def test_a_name_becomes_a_path_below_the_corpus(said: str, path: str) -> None:
    assert corpus_name(said) == path
    assert not is_litter(said)


@pytest.mark.parametrize(("said", "why"), REFUSED)
def test_a_name_that_leads_elsewhere_or_hides_something_is_refused(said: str, why: str) -> None:
    with pytest.raises(ReadError) as refused:
        corpus_name(said)
    assert why in refused.value.reason
    assert refused.value.remedy
    assert refused.value.path.isprintable()


@pytest.mark.parametrize("name", LITTER)
def test_what_nobody_meant_to_add_is_litter(name: str) -> None:
    assert is_litter(name)


@pytest.mark.parametrize("name", ["../报告.txt", "澄溪县/../报告.txt", "报告.txt"])
def test_a_name_that_climbs_is_no_litter_and_so_is_told(name: str) -> None:
    assert not is_litter(name)


def test_a_taken_name_is_numbered_before_its_ending() -> None:
    assert list(islice(numbered("澄溪县/报告.v1.txt"), 3)) == [
        "澄溪县/报告.v1.txt",
        "澄溪县/报告.v1 (2).txt",
        "澄溪县/报告.v1 (3).txt",
    ]
