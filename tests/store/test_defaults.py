"""The stages of the project, with the files of topics and indicators that a user names."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from rag.errors import DataFileError
from rag.records import FigureQuery
from rag.settings import Settings
from rag.store import open_index
from rag.store.build import build
from rag.store.defaults import default_stages
from rag.store.report import BuildReport
from tests.fakes import HashEncoder

REPORT = """柏坞镇政府工作报告
——2024年1月20日在柏坞镇第十八届人民代表大会第四次会议上
一、2024年工作安排
鲜笋外销量达到3万吨，黄桃种植面积稳定在2万亩。
"""
SHOOTS = "- name: 鲜笋外销量\n  topic: 产业发展\n  example: 鲜笋外销量达到3万吨。\n"


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """One report in a folder of its own."""
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "报告.txt").write_text(REPORT, encoding="utf-8")
    return folder


def build_with(corpus: Path, indicators: Path | None) -> tuple[BuildReport, list[str | None]]:
    """The report of a build, and the one name of the indicator of each figure after it."""
    settings = Settings(corpus=corpus, index=corpus.parent / "index", indicators=indicators)
    report = build(settings, HashEncoder())
    with closing(open_index(settings.index)) as index:
        return report, [figure.concept for figure in index.figures(FigureQuery()).figures]


def test_a_file_of_indicators_names_figures_and_editing_it_names_them_anew(corpus: Path, tmp_path: Path) -> None:
    own = tmp_path / "indicators.yaml"
    own.write_text(SHOOTS, encoding="utf-8")
    report, named = build_with(corpus, None)
    assert (report.added, named) == (("报告.txt",), [None, None])
    report, named = build_with(corpus, own)
    assert (report.retagged, report.encoded, named) == (("报告.txt",), 0, ["鲜笋外销量", None])
    own.write_text(f"{SHOOTS}- name: 黄桃种植面积\n  topic: 农业\n  example: 黄桃种植面积2万亩。\n", encoding="utf-8")
    report, named = build_with(corpus, own)
    assert (report.retagged, report.encoded, named) == (("报告.txt",), 0, ["鲜笋外销量", "黄桃种植面积"])
    report, _ = build_with(corpus, own)
    assert not (report.added or report.changed or report.retagged)


def test_a_broken_file_of_indicators_is_refused_with_its_line(corpus: Path, tmp_path: Path) -> None:
    own = tmp_path / "indicators.yaml"
    own.write_text(f"{SHOOTS}- name: 黄桃种植面积\n  example: 黄桃种植面积2万亩。\n", encoding="utf-8")
    with pytest.raises(DataFileError, match=r"indicators\.yaml 第 4 行：指标“黄桃种植面积”缺少 topic"):
        default_stages(Settings(corpus=corpus, indicators=own))
