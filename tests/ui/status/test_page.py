"""The page 关于/状态: what is looked at, and how it is told."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from rag.settings import Settings
from rag.ui.parts.unread import Unread, unread_html
from rag.ui.parts.wording import in_bytes
from rag.ui.status.findings import findings, model, places, versions
from rag.ui.status.panels import Finding, facts_html, health_html, sizes
from tests.ui.fakes import HOSTILE, REPORT, FakeIndex

BAD = Unread("坏.docx", "打不开", "另存为 docx")


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    place = tmp_path / "corpus" / "云溪县"
    place.mkdir(parents=True)
    (place / "青石镇_2024.txt").write_text(REPORT.text, encoding="utf-8")
    (tmp_path / "index").mkdir()
    return Settings(corpus=tmp_path / "corpus", index=tmp_path / "index")


def texts(html: str) -> list[str]:
    return [text for text in re.split(r"<[^>]+>", html) if text.strip()]


def told(settings: Settings, unread: tuple[Unread, ...] = (), building: bool = False) -> list[tuple[bool, str]]:
    found = findings(FakeIndex((REPORT,)).documents(), unread, settings, building)
    return [(finding.well, finding.text) for finding in found]


def test_a_library_that_holds_all_files_is_well(settings: Settings) -> None:
    assert told(settings)[:3] == [
        (True, "资料库可以打开，能够提问"),
        (True, "报告文件夹里的文件都在资料库里"),
        (True, "所有文件都读出来了"),
    ]


def test_files_that_came_or_went_since_the_last_build_are_counted(settings: Settings) -> None:
    (settings.corpus / "新.txt").write_text("一份报告。", encoding="utf-8")
    (settings.corpus / "云溪县" / "青石镇_2024.txt").unlink()
    assert (False, "1 份文件还没有读入，1 份文件已被移走") in told(settings)


def test_a_file_that_could_not_be_read_is_a_problem_of_its_own_and_not_a_new_one(settings: Settings) -> None:
    (settings.corpus / "坏.docx").write_bytes(b"PK")
    found = told(settings, (BAD,))
    assert (True, "报告文件夹里的文件都在资料库里") in found
    assert (False, "有 1 份文件没能读出") in found


def test_a_missing_corpus_is_said_with_what_to_do(settings: Settings, tmp_path: Path) -> None:
    gone = Settings(corpus=tmp_path / "没有", index=settings.index)
    finding = findings((), (), gone, False)[1]
    assert not finding.well
    assert "找不到资料文件夹" in finding.text
    assert finding.remedy


def test_a_build_that_runs_is_mentioned(settings: Settings) -> None:
    assert told(settings, building=True)[-1] == (True, "资料库正在更新，可以照常提问")


def test_health_is_said_in_words_not_by_colour_alone() -> None:
    html = health_html([Finding(True, "磁盘剩余 3.0 GB"), Finding(False, "有 2 份文件没能读出", "看下面")])
    assert texts(html) == ["正常", "磁盘剩余 3.0 GB", "注意", "有 2 份文件没能读出", "看下面"]


def test_unread_files_are_listed_with_reason_and_remedy_and_counted_beyond_a_hundred() -> None:
    assert texts(unread_html([BAD])) == ["没能读出的文件（1 份）", "坏.docx", "打不开；另存为 docx"]
    assert texts(unread_html([BAD] * 130))[-1] == "另有 30 份"
    assert unread_html([]) == ""


def test_sizes_are_said_in_plain_words() -> None:
    rows = dict(sizes(FakeIndex().statistics()))
    assert (rows["文件"], rows["文字"], rows["占用空间"]) == ("2 份", "9,000 字", "976.6 KB")


@pytest.mark.parametrize(
    ("count", "said"),
    [(0, "0 字节"), (640, "640 字节"), (1024, "1.0 KB"), (1_572_864, "1.5 MB"), (5 * 1024**5, "5,120.0 TB")],
)
def test_bytes_are_said_in_the_largest_unit(count: int, said: str) -> None:
    assert in_bytes(count) == said


def test_places_are_full_paths(settings: Settings) -> None:
    rows = dict(places(settings))
    assert rows["报告文件"] == str(settings.corpus)
    assert rows["资料库"] == str(settings.index)
    assert Path(rows["模型缓存"]).name == "zhengwen"
    assert rows["主题词表"] == "随程序安装的词表"
    assert rows["指标名称表"] == "随程序安装的名称表"


def test_every_package_that_matters_is_installed_and_has_its_version() -> None:
    rows = versions()
    assert [name for name, said in rows if not re.match(r"\d+\.\d+", said)] == []


@pytest.mark.parametrize(("encoder", "name"), [("bundled", "multilingual-e5-small"), ("/模型/我的", "/模型/我的")])
def test_the_model_is_named(encoder: str, name: str) -> None:
    assert dict(model(encoder))["名称"] == name


def test_hostile_names_and_reasons_stay_text() -> None:
    hostile = Unread(HOSTILE, HOSTILE, HOSTILE)
    shown = unread_html([hostile]) + facts_html(HOSTILE, [(HOSTILE, HOSTILE)]) + health_html([Finding(False, HOSTILE)])
    assert "<script" not in shown
    assert "<img" not in shown
