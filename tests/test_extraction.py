"""What a figure is given beside what is read of it: name, places and topics, and a version of the rules."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from rag import extraction
from rag.extraction import Extraction, counted_for, rules_version
from rag.records import Document, Metadata, ReportKind
from rag.text.clean import clean
from rag.text.structure import sections
from rag.topics import load_indicators, load_topics

EXTRACTION = Extraction(load_topics(), load_indicators())
TEXT = "一、2024年工作安排\n全县粮食总产量达到6万吨，社零总额增长5%左右。新建青石水库1座。"
REPORT = Document(
    "报告.txt",
    TEXT,
    Metadata(title="溪山县政府工作报告", places=("云溪省", "溪山县"), year=2024, kind=ReportKind.WORK_REPORT),
    "txt",
    "utf-8",
)


def test_figures_get_the_name_of_their_indicator_places_and_topics() -> None:
    cleaned = clean(TEXT)
    figures = EXTRACTION(REPORT, cleaned, sections(cleaned))
    assert [(figure.text, figure.concept, figure.places) for figure in figures] == [
        ("6万吨", "粮食产量", ("云溪省", "溪山县")),
        ("5%左右", "社会消费品零售总额", ("云溪省", "溪山县")),
        ("1座", None, ("云溪省", "溪山县")),
    ]
    assert [figure.topics[:1] for figure in figures] == [("粮食安全",), ("消费商贸",), ("水利",)]


def test_the_topic_of_the_indicator_is_left_out_where_the_user_has_no_such_topic(tmp_path: Path) -> None:
    path = tmp_path / "topics.yaml"
    path.write_text("- name: 粮油\n  synonyms: [粮食]\n  example: 种粮食。\n", encoding="utf-8")
    cleaned = clean(TEXT)
    figures = Extraction(load_topics(path), load_indicators())(REPORT, cleaned, sections(cleaned))
    assert [figure.topics for figure in figures] == [("粮油",), (), ()]


PLACES = [
    (None, ("云溪省", "溪山县"), ("云溪省", "溪山县")),
    ("溪山县", ("云溪省", "溪山县"), ("云溪省", "溪山县")),
    ("云溪省", ("云溪省", "溪山县"), ("云溪省",)),
    ("青石镇", ("云溪省", "溪山县"), ("云溪省", "溪山县", "青石镇")),
    ("兰州市", ("甘肃省",), ("甘肃省", "兰州市")),
    ("全国", ("甘肃省",), ("全国",)),
    ("青石镇", (), ("青石镇",)),
    (None, (), ()),
]


@pytest.mark.parametrize(("place", "own", "expected"), PLACES)
def test_a_figure_counts_for_its_place_and_all_above_it(
    place: str | None, own: tuple[str, ...], expected: tuple[str, ...]
) -> None:
    assert counted_for(place, own) == expected


def test_an_extraction_reaches_another_process_as_it_is() -> None:
    cleaned = clean(TEXT)
    there = pickle.loads(pickle.dumps(EXTRACTION))
    assert there(REPORT, cleaned, sections(cleaned)) == EXTRACTION(REPORT, cleaned, sections(cleaned))


def test_any_change_of_a_rule_or_a_data_file_is_another_version(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "rules.py").write_text("A = 1\n", encoding="utf-8")
    below = tmp_path / "frames"
    below.mkdir()
    (below / "units.yaml").write_text("a: 1\n", encoding="utf-8")
    monkeypatch.setattr(extraction, "files", lambda package: tmp_path)
    versions = []
    for path, content in ((tmp_path / "rules.py", "A = 2\n"), (below / "units.yaml", "a: 2\n"), (below / "x.pyc", "")):
        rules_version.cache_clear()
        versions.append(rules_version(("made.up",)))
        path.write_text(content, encoding="utf-8")
    rules_version.cache_clear()
    versions.append(rules_version(("made.up",)))
    rules_version.cache_clear()
    assert len(set(versions)) == 3
    assert versions[2] == versions[3]
