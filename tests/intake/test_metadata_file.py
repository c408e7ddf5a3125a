"""What is corrected of a document's metadata stands in metadata.csv, and nothing else of that file is touched."""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

from rag.errors import DataFileError
from rag.intake import edit_metadata, undo_edit
from rag.reading import Override, load_overrides
from rag.records import ReportKind

BOM = "\ufeff"
HEADER = "path,title,places,year,date,kind,speaker,issuer,source"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path


def written(root: Path) -> str:
    return (root / "metadata.csv").read_bytes().decode()


def write(root: Path, text: str, encoding: str = "utf-8") -> None:
    (root / "metadata.csv").write_bytes(text.encode(encoding))


def test_the_first_correction_makes_the_file(root: Path) -> None:
    edit_metadata(root, "澄溪县/报告.txt", {"title": "工作报告", "places": "岚原省/澄溪县", "year": "2024"})
    assert written(root) == f"{BOM}{HEADER}\r\n澄溪县/报告.txt,工作报告,岚原省/澄溪县,2024,,,,,\r\n"
    assert load_overrides(root).rows == {
        "澄溪县/报告.txt": Override(title="工作报告", places=("岚原省", "澄溪县"), year=2024)
    }


BEFORE = 'path , Year\n# 说明,\n甲.txt,2023\n\n"乙,丙.txt","2022"\n./丁\\戊.txt,2021'
CASES: list[tuple[str, str, Mapping[str, str], str]] = [
    ("a cell", "甲.txt", {"year": "2024"}, BEFORE.replace("甲.txt,2023", "甲.txt,2024") + "\n"),
    ("a path in quotes", "乙,丙.txt", {"year": "2020"}, BEFORE.replace('"2022"', "2020") + "\n"),
    ("a path of Windows", "丁/戊.txt", {"year": "2020"}, BEFORE.replace("2021", "2020") + "\n"),
    ("a new row", "己.txt", {"year": "2020"}, f"{BEFORE}\n己.txt,2020\n"),
    (
        "a new column",
        "甲.txt",
        {"speaker": "周文远"},
        BEFORE.replace("path , Year", "path , Year,speaker").replace("甲.txt,2023", "甲.txt,2023,周文远") + "\n",
    ),
    ("an emptied row", "甲.txt", {"year": ""}, BEFORE.replace("甲.txt,2023\n", "") + "\n"),
    ("nothing new", "甲.txt", {"year": "2023"}, BEFORE),
    ("nothing for a field without a column", "甲.txt", {"source": ""}, BEFORE),
]


@pytest.mark.parametrize(("path", "cells", "after"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_only_the_cells_of_one_row_are_written(root: Path, path: str, cells: Mapping[str, str], after: str) -> None:
    write(root, BEFORE)
    edit_metadata(root, path, cells)
    assert written(root).removeprefix(BOM) == after


@pytest.mark.parametrize("case", CASES, ids=[case[0] for case in CASES])
def test_a_correction_is_taken_back(root: Path, case: tuple[str, str, Mapping[str, str], str]) -> None:
    write(root, BEFORE)
    before = load_overrides(root).rows
    edit = edit_metadata(root, case[1], case[2])
    assert undo_edit(root, edit)
    assert dict(load_overrides(root).rows) == dict(before)


def test_a_cell_that_somebody_changed_since_is_not_taken_back(root: Path) -> None:
    edit = edit_metadata(root, "甲.txt", {"year": "2024"})
    edit_metadata(root, "甲.txt", {"year": "2025", "title": "标题"})
    assert not undo_edit(root, edit)
    assert load_overrides(root).rows["甲.txt"] == Override(title="标题", year=2025)


@pytest.mark.parametrize("text", ['=HYPERLINK("http://x")', "+1", "-1", "@sum", " =1", "＝1", "'", "'=1", "普通标题"])
def test_no_cell_is_a_formula_and_every_cell_is_read_as_it_was_written(root: Path, text: str) -> None:
    edit_metadata(root, f"{text.strip()}.txt", {"title": text})
    for line in written(root).removeprefix(BOM).splitlines()[1:]:
        for cell in line.replace('"', "").split(","):
            assert not cell.lstrip().startswith(tuple("=+-@＝＋－＠"))
    assert load_overrides(root).rows[f"{text.strip()}.txt"].title == " ".join(text.split())


def test_a_value_stays_on_one_line(root: Path) -> None:
    edit_metadata(root, "甲.txt", {"title": "第一行\r\n第二行,\0\t完"})
    assert load_overrides(root).rows["甲.txt"].title == "第一行 第二行, 完"
    assert len(written(root).splitlines()) == 2


def test_a_file_that_excel_saved_in_chinese_encoding_is_read_and_becomes_utf_8(root: Path) -> None:
    write(root, "path,title\r\n报告.txt,澄溪县工作报告的标题\r\n", "gb18030")
    edit_metadata(root, "别的.txt", {"title": "柏坞镇"})
    assert written(root) == f"{BOM}path,title\r\n报告.txt,澄溪县工作报告的标题\r\n别的.txt,柏坞镇\r\n"


@pytest.mark.parametrize(
    "text", ["path,没有的列\n甲.txt,1\n", "path,year\n甲.txt,去年\n", 'path,title\n甲.txt,"没有收尾\n']
)
def test_a_broken_file_is_told_and_left_alone(root: Path, text: str) -> None:
    write(root, text)
    with pytest.raises(DataFileError):
        edit_metadata(root, "甲.txt", {"title": "标题"})
    assert written(root) == text


@pytest.mark.parametrize("cells", [{"year": "去年"}, {"date": "2024-13-01"}, {"kind": "小说"}])
def test_nothing_is_written_that_could_not_be_read_again(root: Path, cells: Mapping[str, str]) -> None:
    write(root, BEFORE)
    with pytest.raises(DataFileError):
        edit_metadata(root, "甲.txt", cells)
    assert written(root) == BEFORE
    assert [path.name for path in root.iterdir()] == ["metadata.csv"]


def test_ten_people_correcting_at_once_lose_nothing(root: Path) -> None:
    def correct(person: int) -> None:
        edit_metadata(
            root, f"{person % 5}.txt", {"title": f"标题{person % 5}"} if person < 5 else {"year": f"{2000 + person}"}
        )

    with ThreadPoolExecutor(10) as people:
        list(people.map(correct, range(10)))
    rows = load_overrides(root).rows
    assert [rows[f"{n}.txt"] for n in range(5)] == [Override(title=f"标题{n}", year=2005 + n) for n in range(5)]


def test_every_field_comes_back_as_it_was_written(root: Path) -> None:
    cells = {
        "title": "标题",
        "places": "岚原省/望川市",
        "year": "2024",
        "date": "2024-01-18",
        "kind": "speech",
        "speaker": "周文远",
        "issuer": "澄溪县人民政府",
        "source": "望川日报",
    }
    edit_metadata(root, "甲.txt", cells)
    assert load_overrides(root).rows["甲.txt"] == Override(
        "标题", ("岚原省", "望川市"), 2024, date(2024, 1, 18), ReportKind.SPEECH, "周文远", "澄溪县人民政府", "望川日报"
    )
