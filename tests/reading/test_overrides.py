"""metadata.csv → overrides."""

from datetime import date
from pathlib import Path

import pytest

from rag.errors import DataFileError
from rag.reading import NO_OVERRIDES, load_overrides, read
from rag.records import Metadata, ReportKind

TABLE = "path,title,places,year,date,kind,speaker,issuer,source\n乡镇/甲.txt,白杨镇报告,甘肃省／青山县>白杨镇,2024,2024/1/5,访谈,王某,,某报\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_row_sets_its_fields_and_leaves_empty_ones(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "metadata.csv").write_bytes(TABLE.encode(encoding))
    found = load_overrides(tmp_path).apply("乡镇/甲.txt", Metadata(title="旧", issuer="青山县人民政府", year=2020))
    assert found == Metadata(
        title="白杨镇报告",
        places=("甘肃省", "青山县", "白杨镇"),
        year=2024,
        date=date(2024, 1, 5),
        kind=ReportKind.INTERVIEW,
        speaker="王某",
        issuer="青山县人民政府",
        source="某报",
    )


def test_other_paths_keep_what_their_text_says(tmp_path: Path) -> None:
    (tmp_path / "metadata.csv").write_text(TABLE, encoding="utf-8")
    overrides = load_overrides(tmp_path)
    metadata = Metadata(title="乙", year=2020)
    assert overrides.apply("乡镇/乙.txt", metadata) == metadata
    assert overrides.fingerprint("乡镇/乙.txt") == ""
    assert overrides.fingerprint("乡镇/甲.txt") != ""


def test_a_document_is_read_with_its_overrides(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("2023年政府工作报告\n各位代表：", encoding="utf-8")
    (tmp_path / "metadata.csv").write_text("Path,Year\r\n.\\a.txt,2022年\r\n\r\n", encoding="utf-8")
    document = read(tmp_path / "a.txt", tmp_path, overrides=load_overrides(tmp_path))
    assert document.metadata.year == 2022


def test_without_the_file_nothing_is_overridden(tmp_path: Path) -> None:
    assert load_overrides(tmp_path) == NO_OVERRIDES


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ("title,year\na,2024\n", "第 1 行没有 path 列"),
        ("path,colour\na.txt,red\n", "第 1 行有不认识的列 colour"),
        ("path,year\na.txt,2024\nb.txt,去年\n", "第 3 行的 year 是“去年”"),
        ("path,year\na.txt,99999\n", "第 2 行的 year"),
        ("path,date\na.txt,2024-02-30\n", "第 2 行的 date 是“2024-02-30”"),
        ("path,date\na.txt,昨天\n", "第 2 行的 date"),
        ("path,kind\na.txt,小说\n", "第 2 行的 kind 是“小说”"),
        ("path,title\na.txt,甲,多余\n", "第 2 行的格子比表头多"),
        ("path,title\n,甲\n", "第 2 行没有写 path"),
        ("path,title\na.txt,甲\na.txt,乙\n", "第 3 行的 a.txt 写了两次"),
        ('path,title\na.txt,"没有收尾\n', "读不出来"),
    ],
)
def test_a_broken_table_names_file_and_line(tmp_path: Path, table: str, message: str) -> None:
    (tmp_path / "metadata.csv").write_text(table, encoding="utf-8")
    with pytest.raises(DataFileError, match=message) as broken:
        load_overrides(tmp_path)
    assert str(tmp_path / "metadata.csv") in str(broken.value)


def test_a_table_that_is_no_text_is_named(tmp_path: Path) -> None:
    (tmp_path / "metadata.csv").write_bytes(bytes(range(256)))
    with pytest.raises(DataFileError, match="认不出编码"):
        load_overrides(tmp_path)
