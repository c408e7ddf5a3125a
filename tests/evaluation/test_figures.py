"""Figures held against an annotated set: pairs, depths, and what is said of the rest."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from rag.errors import ReadError
from rag.evaluation.annotated import RECORD, Annotated, AnnotatedSet, read_annotated
from rag.evaluation.figures import FigureReport, evaluate_figures, same_indicator
from rag.records import Figure, Span
from rag.settings import Settings
from rag.store import open_index
from rag.store.build import build
from rag.store.index import StoredIndex
from rag.targets.as_json import figure_as_json
from tests.fakes import HashEncoder

REPORT = """青筏镇政府工作报告
——2025年1月8日在青筏镇第六届人民代表大会第五次会议上
二、2025年工作安排
改造危桥4座，种植黄精850亩以上，接待游客XX万人次。
"""
NAME = "青筏镇.txt"


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> StoredIndex:
    folder = tmp_path_factory.mktemp("annotated")
    corpus = folder / "corpus"
    for place, text in (("乙", "同名的另一份文件，什么数字也没有。\n"), ("甲", REPORT)):
        (corpus / place).mkdir(parents=True)
        (corpus / place / NAME).write_text(text, encoding="utf-8")
    build(Settings(corpus=corpus, index=folder / "index", jobs=1), HashEncoder())
    return open_index(folder / "index")


@pytest.fixture(scope="module")
def read(index: StoredIndex) -> tuple[Figure, ...]:
    figures = index.figures_of(f"甲/{NAME}")
    assert [figure.text for figure in figures] == ["4座", "850亩以上", "XX万人次"]
    return figures


def annotated(figure: Figure, **said: Any) -> Annotated:
    """A figure as it was read, annotated with what is said otherwise."""
    fields = figure_as_json(figure) | said
    span = said.get("span", figure.span)
    accepted = {field: (fields[field],) for field in RECORD} | said.get("accepted", {})
    return Annotated(NAME, span, span.of(REPORT), accepted, said.get("optional", False))


def report(index: StoredIndex, *wanted: Annotated, ranges: tuple[Span, ...] | None = None) -> FigureReport:
    return evaluate_figures(AnnotatedSet(wanted, {} if ranges is None else {NAME: ranges}), index)


def test_what_was_annotated_as_it_was_read_is_right(index: StoredIndex, read: tuple[Figure, ...]) -> None:
    whole = report(index, *map(annotated, read))
    assert whole.measures() == {"detect": 1.0, "figure": 1.0, "record": 1.0}
    assert whole.worst(9) == "全部读对。"


def test_a_wrong_field_counts_at_the_depths_that_look_at_it(index: StoredIndex, read: tuple[Figure, ...]) -> None:
    bridge, herbs, guests = read
    whole = report(index, annotated(bridge, year=2024), annotated(herbs, value="580"), annotated(guests, kind="result"))
    assert [round(f1, 3) for f1 in whole.measures().values()] == [0.667, 0.333, 0.0]
    assert whole.worst(2).splitlines() == [
        f"- 读错 {NAME} {bridge.span.start}：4座，year 读作 2025，应为 2024",
        f"- 读错 {NAME} {herbs.span.start}：850亩以上，value 读作 850，应为 580",
        "- …… 另有 1 处",
    ]


def test_what_was_missed_and_what_was_made_up_lower_recall_and_precision(
    index: StoredIndex, read: tuple[Figure, ...]
) -> None:
    nowhere = annotated(read[0], span=Span(0, 3))
    whole = report(index, annotated(read[1]), nowhere)
    assert whole.f1("record") == (pytest.approx(1 / 3), 0.5, pytest.approx(0.4))
    assert whole.worst(1).splitlines()[0] == f"- 漏读 {NAME} 0：青筏镇"


def test_only_annotated_ranges_are_looked_at(index: StoredIndex, read: tuple[Figure, ...]) -> None:
    around = Span(read[1].span.start - 2, read[1].span.stop)
    assert report(index, annotated(read[1]), ranges=(around,)).made_up == ()


def test_an_optional_figure_counts_neither_way(index: StoredIndex, read: tuple[Figure, ...]) -> None:
    whole = report(index, *map(annotated, read[:2]), annotated(read[2], optional=True, kind="result"))
    assert (len(whole.compared), whole.made_up) == (2, ())


def test_any_alternative_is_right(index: StoredIndex, read: tuple[Figure, ...]) -> None:
    (compared,) = report(index, annotated(read[0], accepted={"year": (2024, 2025)}), ranges=(Span(0, 50),)).compared
    assert compared.wrong == ()


def test_the_unit_of_a_lost_figure_is_anybodys_guess(index: StoredIndex, read: tuple[Figure, ...]) -> None:
    compared = report(index, annotated(read[2], unit="人次")).compared
    assert [c.wrong for c in compared] == [()]


SAME = [
    ("油茶种植面积", "油茶", True),
    ("新建 高标准农田", "高标准农田新建", True),
    ("一般公共预算收入", "地方公共预算收入", True),  # six of eight characters
    ("油茶", "危桥", False),
    ("财政收入", "财政支出", False),
    ("亩", "油茶亩产", False),
    (None, None, True),
    (None, "油茶", False),
]


@pytest.mark.parametrize(("one", "other", "same"), SAME)
def test_names_of_indicators_are_compared_loosely(one: str | None, other: str | None, same: bool) -> None:
    assert same_indicator(one, other) is same


def test_a_set_is_read_with_its_ranges(tmp_path: Path, read: tuple[Figure, ...]) -> None:
    line = figure_as_json(read[0]) | {"indicator_alt": ["危桥", "桥梁"], "optional": True}
    path = tmp_path / "own.jsonl"
    path.write_text(json.dumps(line, ensure_ascii=False) + "\n", encoding="utf-8-sig")
    assert read_annotated(path).ranges == {}
    (tmp_path / "own_ranges.json").write_text(json.dumps({NAME: [[0, 9]]}), encoding="utf-8")
    found = read_annotated(path)
    assert found.ranges == {NAME: (Span(0, 9),)}
    (one,) = found.figures
    assert (one.doc, one.span, one.text, one.optional) == (NAME, read[0].span, "4座", True)
    assert one.accepted["indicator"] == ("危桥", "桥梁")


def test_a_broken_set_is_named_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "own.jsonl"
    path.write_text('\n{"doc": "甲.txt"}\n', encoding="utf-8")
    with pytest.raises(ReadError, match="第 2 行"):
        read_annotated(path)
    path.write_text("", encoding="utf-8")
    (tmp_path / "own_ranges.json").write_text("[1]", encoding="utf-8")
    with pytest.raises(ReadError, match="范围表"):
        read_annotated(path)
    with pytest.raises(ReadError, match="读不出来"):
        read_annotated(tmp_path / "none.jsonl")
