"""`python -m rag targets`: files and indexes, every format, and what is told of what cannot be read."""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from rag import extraction
from rag.cli import main
from rag.settings import Settings
from rag.store.build import build
from tests.fakes import HashEncoder

REPORT = """溪山县政府工作报告
——2024年1月20日在溪山县第十八届人民代表大会第四次会议上
一、2023年工作回顾
全县粮食总产量达到6万吨，同比增长3.5%。
二、2024年工作安排
粮食播种面积稳定在20万亩以上，新建高标准农田XX亩。9月底前完成造林1.2万亩。
"""
FIELDS = [
    "doc",
    "start",
    "end",
    "text",
    "kind",
    "indicator",
    "measure",
    "value",
    "value_high",
    "unit",
    "bound",
    "year",
    "deadline",
    "place",
    "masked",
    "topic",
    "concept",
    "rule",
]
EXPECTED = [
    ("6万吨", "result", "粮食产量", "level", "6", "万吨", 2023),
    ("3.5%", "result", "粮食产量", "increase", "3.5", "%", 2023),
    ("20万亩以上", "target", "粮食播种面积", "level", "20", "万亩", 2024),
    ("XX亩", "target", "高标准农田", "level", None, "亩", 2024),
    ("1.2万亩", "target", "造林面积", "level", "1.2", "万亩", 2024),
]


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """One report in a folder of its own."""
    path = tmp_path / "资料" / "报告.txt"
    path.parent.mkdir()
    path.write_text(REPORT, encoding="utf-8")
    return path


@pytest.fixture
def index(report: Path, tmp_path: Path) -> Path:
    """An index of that report and its reprint."""
    shutil.copy(report, report.with_name("转载.txt"))
    build(Settings(corpus=report.parent, index=tmp_path / "index"), HashEncoder())
    return tmp_path / "index"


def objects(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def told(found: list[dict[str, Any]]) -> list[tuple[Any, ...]]:
    names = ("text", "kind", "concept", "measure", "value", "unit", "year")
    return [tuple(one[name] for name in names) for one in found]


def test_a_file_is_read_without_an_index(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["targets", str(report), "--format", "jsonl"]) == 0
    found = objects(capsys)
    assert told(found) == EXPECTED
    assert {tuple(one) for one in found} == {tuple(FIELDS)}
    assert {one["doc"] for one in found} == {"报告.txt"}
    assert [REPORT[one["start"] : one["end"]] for one in found] == [one["text"] for one in found]
    assert [one["deadline"] for one in found] == [None, None, None, None, "2024-09-30"]
    assert [one["masked"] for one in found] == [False, False, False, True, False]


def test_a_file_of_indicators_named_in_the_settings_names_figures(
    report: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    own = tmp_path / "indicators.yaml"
    own.write_text("- name: 造林\n  topic: 国土绿化\n  example: 完成造林1.2万亩。\n", encoding="utf-8")
    monkeypatch.setenv("ZHENGWEN_INDICATORS", str(own))
    assert main(["targets", str(report), "--format", "jsonl"]) == 0
    assert [one["concept"] for one in objects(capsys)] == [None, None, None, None, "造林"]
    own.write_text("- name: 造林\n  topic: 国土绿化\n", encoding="utf-8")
    assert main(["targets", str(report)]) == 1
    assert f"{own} 第 1 行：指标“造林”缺少 example" in capsys.readouterr().err


FILTERS = [
    (["--kind", "result"], ["6万吨", "3.5%"]),
    (["--year", "2024"], ["20万亩以上", "XX亩", "1.2万亩"]),
    (["--topic", "国土绿化"], ["1.2万亩"]),
    (["--topic", "三农", "--kind", "target"], ["20万亩以上", "XX亩"]),
    (["--place", "溪山县", "--year", "2023"], ["6万吨", "3.5%"]),
    (["--place", "没有的县"], []),
    (["--year", "2023", "--year", "2024", "--kind", "result", "--kind", "target"], [row[0] for row in EXPECTED]),
]


@pytest.mark.parametrize(("words", "expected"), FILTERS, ids=" ".join)
def test_files_and_index_give_the_same_under_every_filter(
    report: Path, index: Path, words: list[str], expected: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["targets", str(report), "--format", "jsonl", *words]) == 0
    of_file = objects(capsys)
    assert main(["targets", "--index", str(index), "--format", "jsonl", *words]) == 0
    assert [one["text"] for one in of_file] == expected
    assert objects(capsys) == of_file


def test_an_explanation_gives_rule_clause_and_evidence(
    report: Path, index: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["--explain", "--kind", "target", "--topic", "国土绿化"]
    assert main(["targets", str(report), *asked]) == 0
    of_file = capsys.readouterr().out
    for line in (
        "规则 number/", "子句 9月底前完成造林1.2万亩", "类型 目标 ← ", "指标 造林", "统一名称 造林面积", "数值 1.2 万亩（数量，等于）",
        "年份 2024 ← ", "期限 2024-09-30", "地区 溪山县 ← ", "主题 国土绿化",
    ):  # fmt: skip
        assert line in of_file
    assert main(["targets", "--index", str(index), *asked]) == 0
    assert capsys.readouterr().out == of_file
    assert main(["targets", str(report), *asked, "--format", "jsonl"]) == 0
    (explained,) = objects(capsys)
    assert explained["clause"].endswith("完成造林1.2万亩")
    assert set(explained["evidence"]) >= {"kind", "year", "indicator", "place"}


def test_a_table_has_a_line_a_figure(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["targets", str(report)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split() == ["类型", "年份", "地区", "指标", "数值", "主题", "出处"]
    assert lines[2].split()[:3] == ["完成", "2023", "溪山县"]
    assert lines[-1] == "共 5 个数字"


def test_csv_is_printed_as_bytes_that_excel_reads(report: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["targets", str(report), "--format", "csv"]) == 0
    printed = capfdbinary.readouterr().out
    assert printed.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(printed.decode("utf-8-sig"), newline="")))
    assert [row["原文"] for row in rows] == [row[0] for row in EXPECTED]


def test_a_workbook_is_written_with_links_to_the_files(report: Path, tmp_path: Path) -> None:
    output = tmp_path / "数字.xlsx"
    assert main(["targets", str(report), "--format", "xlsx", "--output", str(output)]) == 0
    sheet = load_workbook(output).active
    assert sheet is not None
    assert sheet.max_row == 6
    assert sheet["O2"].hyperlink.target == report.resolve().as_uri()
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["数字.xlsx"]


def test_a_file_that_cannot_be_read_is_named_and_the_rest_goes_on(
    report: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = tmp_path / "坏.docx"
    broken.write_bytes(b"no word file")
    missing = tmp_path / "没有.txt"
    assert main(["targets", str(broken), str(report), str(missing), "--format", "jsonl"]) == 0
    printed = capsys.readouterr()
    assert len(printed.out.splitlines()) == 5
    first, second = printed.err.splitlines()
    assert str(broken) in first
    assert f"{missing}：找不到文件" in second


def test_it_fails_only_where_nothing_could_be_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["targets", str(tmp_path / "没有.txt"), "--format", "jsonl"]) == 1
    empty = tmp_path / "空白.txt"
    empty.write_text("今天天气很好。\n", encoding="utf-8")
    assert main(["targets", str(empty), "--format", "jsonl"]) == 0
    assert capsys.readouterr().out == ""


def test_what_metadata_csv_says_of_a_file_counts(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (report.parent / "metadata.csv").write_text("path,places,year\n报告.txt,云溪省/溪山县,2020\n", encoding="utf-8")
    assert main(["targets", str(report), "--format", "jsonl", "--place", "云溪省", "--kind", "target"]) == 0
    assert len(objects(capsys)) == 3


ERRORS = [
    (["--topic", "没有的主题"], 1, "没有主题“没有的主题”；可用的主题有 "),
    (["--output", "没有的文件夹/数字.csv", "--format", "csv"], 1, "写不了 没有的文件夹/数字.csv"),
]


@pytest.mark.parametrize(("words", "status", "message"), ERRORS, ids=lambda value: "")
def test_an_error_is_one_clear_line(
    report: Path, words: list[str], status: int, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["targets", str(report), *words]) == status
    printed = capsys.readouterr()
    assert printed.err.startswith("错误：")
    assert message in printed.err
    assert printed.err.count("\n") == 1


WRONG_USAGE = [["--kind", "hope"], ["--format", "pdf"], ["--year", "今年"], ["--explain", "--format", "csv"]]


@pytest.mark.parametrize("words", WRONG_USAGE, ids=" ".join)
def test_wrong_usage_is_status_2(report: Path, words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["targets", str(report), *words])
    assert left.value.code == 2
    assert capsys.readouterr().out == ""


def test_without_an_index_the_remedy_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["targets", "--index", str(tmp_path / "none")]) == 1
    assert "先运行 python -m rag build" in capsys.readouterr().err


def test_a_changed_rule_reads_every_file_again_and_encodes_none(
    report: Path, index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []

    def note(stage: str, done: int, total: int, detail: str) -> None:
        if stage == "reading" and detail:
            read.append(detail)

    settings, encoder = Settings(corpus=report.parent, index=index), HashEncoder()
    unchanged = build(settings, encoder, progress=note)
    assert (read, unchanged.retagged, unchanged.figure_changes) == ([], (), ())
    monkeypatch.setattr(extraction, "RULES", ("rag.figures",))
    again = build(settings, encoder, progress=note)
    assert sorted(read) == ["报告.txt", "转载.txt"]
    assert again.encoded == 0


def test_a_build_tells_what_became_of_the_figures(report: Path, index: Path) -> None:
    report.with_name("转载.txt").unlink()
    report.write_text(REPORT.replace("20万亩", "21万亩") + "新建水库2座。", encoding="utf-8")
    told = build(Settings(corpus=report.parent, index=index), HashEncoder())
    (removed, changed) = sorted(told.figure_changes, key=lambda change: change.path, reverse=True)
    assert (changed.path, changed.added, changed.changed, changed.removed) == ("报告.txt", 1, 1, 0)
    assert (removed.path, removed.removed) == ("转载.txt", 5)
    assert "数字：新增 1，改动 1，删除 5" in told.summary()
    assert "  报告.txt：新增 1，改动 1" in told.summary()
