"""What becomes of the files that are sent, and of the corpus."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from rag.errors import ReadError
from rag.intake import Fate, Outcome, Upload, UploadLimits, arrivals, receive
from rag.reading import source_files
from rag.reading.files import MEGABYTE
from tests.intake.made_uploads import REPORT, packed, upload

LIMITS = UploadLimits(file_bytes=MEGABYTE)


def sent(root: Path, *uploads: Upload, folder: str = "") -> tuple[Outcome, ...]:
    return receive(arrivals(uploads, LIMITS), root, folder)


def held(root: Path) -> dict[str, str]:
    return {file.path: (root / file.path).read_text(encoding="utf-8") for file in source_files(root).files}


def test_a_file_is_kept_with_what_its_trial_reading_found(tmp_path: Path) -> None:
    part = f"{REPORT}第2/3页\n全年完成××万元，培训XX人次。\n"
    (outcome,) = sent(tmp_path / "corpus", upload("报告.txt", part))
    assert (outcome.fate, outcome.path, outcome.title) == (Fate.ADDED, "报告.txt", "2024年青筏镇政府工作报告")
    assert (outcome.part, outcome.redacted) == ("第2/3页", True)
    assert held(tmp_path / "corpus") == {"报告.txt": part}


def test_what_cannot_be_read_is_told_and_not_kept(tmp_path: Path) -> None:
    outcomes = sent(
        tmp_path,
        upload("报告.docx", b"PK\x03\x04 no document"),
        upload("报告.pdf", REPORT),
        upload("程序.txt", b"\x7fELF\0\0\0\0"),
        upload("好.txt"),
    )
    assert [outcome.fate for outcome in outcomes] == [Fate.REFUSED] * 3 + [Fate.ADDED]
    assert [outcome.reason for outcome in outcomes[:3]] == [
        "不是有效的 Word 文档，文件可能已损坏",
        "内容不是 PDF",
        "后缀是 .txt，内容其实是程序",
    ]
    assert all(outcome.remedy for outcome in outcomes[:3])
    assert [path.name for path in tmp_path.iterdir()] == ["好.txt"]


def test_a_folder_keeps_its_shape_below_the_chosen_one(tmp_path: Path) -> None:
    archive = packed({"柏坞镇/报告.txt": REPORT, "../逃.txt": REPORT + "逃"})
    outcomes = sent(tmp_path, upload("文件夹.zip", archive), folder="澄溪县")
    assert [(outcome.name, outcome.path) for outcome in outcomes] == [
        ("柏坞镇/报告.txt", "澄溪县/柏坞镇/报告.txt"),
        ("../逃.txt", ""),
    ]
    assert not (tmp_path.parent / "逃.txt").exists()


@pytest.mark.parametrize("folder", ["../别处", "/tmp", "C:\\别处", "甲/../../乙"])
def test_a_folder_outside_the_corpus_is_refused(tmp_path: Path, folder: str) -> None:
    with pytest.raises(ReadError):
        sent(tmp_path, upload("报告.txt"), folder=folder)
    assert held(tmp_path) == {}


def test_a_taken_name_is_numbered_and_nothing_is_written_over(tmp_path: Path) -> None:
    (tmp_path / "报告.txt").write_text("原有的报告。", encoding="utf-8")
    outcomes = sent(tmp_path, upload("报告.txt"), upload("报告.txt", REPORT + "续"))
    assert [outcome.path for outcome in outcomes] == ["报告 (2).txt", "报告 (3).txt"]
    assert held(tmp_path) == {"报告.txt": "原有的报告。", "报告 (2).txt": REPORT, "报告 (3).txt": REPORT + "续"}


def test_the_same_content_is_not_kept_twice_under_any_name(tmp_path: Path) -> None:
    (tmp_path / "澄溪县").mkdir()
    (tmp_path / "澄溪县" / "旧名.txt").write_text(REPORT, encoding="utf-8")
    outcomes = sent(
        tmp_path, upload("新名.txt"), upload("另一份.txt", REPORT + "续"), upload("又一份.txt", REPORT + "续")
    )
    assert [(outcome.fate, outcome.path) for outcome in outcomes] == [
        (Fate.SAME, "澄溪县/旧名.txt"),
        (Fate.ADDED, "另一份.txt"),
        (Fate.SAME, "另一份.txt"),
    ]


def test_a_link_to_a_folder_elsewhere_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    (tmp_path / "outside").mkdir()
    (tmp_path / "corpus" / "链接").symlink_to(tmp_path / "outside")
    (outcome,) = sent(tmp_path / "corpus", upload("报告.txt"), folder="链接")
    assert (outcome.fate, outcome.reason) == (Fate.REFUSED, "文件夹 链接 是链接")
    assert list((tmp_path / "outside").iterdir()) == []


def test_a_file_in_the_place_of_a_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "报告.txt").write_text("原有的报告。", encoding="utf-8")
    (outcome,) = sent(tmp_path, upload("a.zip", packed({"报告.txt/内.txt": REPORT})))
    assert outcome.fate is Fate.REFUSED
    assert "已经是一份文件" in outcome.reason


def test_ten_people_sending_at_once_lose_nothing(tmp_path: Path) -> None:
    def send(person: int) -> tuple[Outcome, ...]:
        return sent(tmp_path, upload("报告.txt", f"{REPORT}第{person}人"), upload("同一份.txt"))

    with ThreadPoolExecutor(10) as people:
        outcomes = [outcome for told in people.map(send, range(10)) for outcome in told]
    assert sorted(held(tmp_path).values()) == sorted([REPORT, *(f"{REPORT}第{person}人" for person in range(10))])
    assert sum(outcome.fate is Fate.ADDED for outcome in outcomes) == 11
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")]


def test_progress_is_told_file_by_file(tmp_path: Path) -> None:
    told: list[tuple[int, int, str]] = []
    files = arrivals((upload("甲.txt"), upload("乙.exe")), LIMITS)
    receive(files, tmp_path, told_how_far=lambda *far: told.append(far))
    assert told == [(1, 2, "甲.txt"), (2, 2, "乙.exe")]
