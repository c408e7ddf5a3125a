"""The catalogue as its writer knows it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import numpy as np
import pytest

from rag.records import (
    Bound,
    Document,
    Figure,
    FigureKind,
    Measure,
    Metadata,
    Passage,
    ReportKind,
    Sentence,
    Span,
)
from rag.store import editions, figure_queries, queries
from rag.store.catalog import Catalog, SourceState, halves_to_rows
from rag.store.figure_changes import FigureChange
from rag.store.prepared import Prepared, PreparedPassage, fold_key, statements_of, vector_key

TEXT = "溪山县2024年工作报告\n力争种植玉米3000亩至5000亩，XX户脱贫。"

DOCUMENT = Document(
    path="报告.txt",
    text=TEXT,
    metadata=Metadata(
        title="工作报告",
        places=("云溪省", "溪山县"),
        year=2024,
        date=date(2024, 1, 23),
        kind=ReportKind.WORK_REPORT,
        speaker="某某",
        issuer="溪山县人民政府",
        source="溪山网",
    ),
    format="txt",
    encoding="gb18030",
    part="第2/3页",
    redacted=True,
    notes=("标题与正文的年份不一致", "另一条"),
)
RANGE = Figure(
    doc="报告.txt",
    span=Span(20, 31),
    text=TEXT[20:31],
    kind=FigureKind.TARGET,
    indicator="玉米",
    measure=Measure.INCREASE,
    value=Decimal("3000.50"),
    value_high=Decimal("1E+4"),
    unit="亩",
    bound=Bound.RANGE,
    year=2024,
    deadline=date(2024, 9, 30),
    place="溪山县",
    masked=False,
    rule="range",
    topics=("粮食安全", "乡村振兴"),
)
MASKED = Figure(
    doc="报告.txt",
    span=Span(32, 35),
    text=TEXT[32:35],
    kind=FigureKind.RESULT,
    indicator="",
    measure=Measure.LEVEL,
    value=None,
    value_high=None,
    unit=None,
    bound=Bound.EXACT,
    year=None,
    deadline=None,
    place=None,
    masked=True,
    rule="masked",
)


def prepared(document: Document = DOCUMENT, figures: tuple[Figure, ...] = (RANGE, MASKED)) -> Prepared:
    text = document.text.split("\n")[1]
    at = document.text.index("\n") + 1
    passage = Passage(
        document.path,
        0,
        Span(at, len(document.text)),
        text,
        ("一、总的要求", "（一）农业"),
        (Sentence(Span(at, len(document.text)), text),),
        ("粮食安全",),
    )
    made = PreparedPassage(passage, f"{document.metadata.title}\n{text}", "玉米", "工作 报告")
    return Prepared(document, "hash of the file", fold_key(text), statements_of([text]), (made,), figures)


def store(catalog: Catalog, made: Prepared) -> FigureChange:
    keys = [vector_key(passage.indexed_text) for passage in made.passages]
    ids = catalog.add_vectors("model", keys, np.ones((len(keys), 8), dtype=np.float32) / 3)
    with catalog.transaction() as connection:
        return editions.put(connection, catalog.working, made, [ids[key] for key in keys])


@pytest.fixture
def catalog(tmp_path: Path) -> Catalog:
    """An empty one."""
    return Catalog(tmp_path / "catalog.sqlite")


def test_everything_comes_back_as_it_was_put_in(catalog: Catalog) -> None:
    store(catalog, prepared())
    assert queries.document(catalog.connection, 0, "报告.txt") is None
    catalog.publish()
    assert queries.document(catalog.connection, 1, "报告.txt") == DOCUMENT
    assert queries.passages_of(catalog.connection, 1, "报告.txt") == (prepared().passages[0].passage,)
    assert figure_queries.figures_of(catalog.connection, 1, "报告.txt") == (RANGE, MASKED)


def test_a_decimal_keeps_its_digits(catalog: Catalog) -> None:
    store(catalog, prepared())
    values = catalog.connection.execute("SELECT value, value_high FROM figures ORDER BY ordinal").fetchall()
    assert [tuple(row) for row in values] == [("3000.50", "10000"), (None, None)]


def test_figures_go_with_their_document(catalog: Catalog) -> None:
    assert store(catalog, prepared()) == FigureChange("报告.txt", 2, 0, 0)
    catalog.publish()
    assert store(catalog, prepared(figures=(MASKED,))) == FigureChange("报告.txt", 0, 0, 1)
    assert figure_queries.figures_of(catalog.connection, 1, "报告.txt") == (RANGE, MASKED)
    catalog.publish()
    assert figure_queries.figures_of(catalog.connection, 2, "报告.txt") == (MASKED,)
    assert queries.totals(catalog.connection, 2)[3] == 1
    catalog.purge(grace_s=0)
    for table in ("figures", "passages", "documents", "contents"):
        assert catalog.connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] == 1


def test_what_readers_have_just_seen_is_kept_for_a_while(catalog: Catalog) -> None:
    store(catalog, prepared())
    catalog.publish()
    with catalog.transaction() as connection:
        editions.remove(connection, catalog.working, "报告.txt")
    catalog.purge(grace_s=0)
    assert queries.passages(catalog.connection, [1])[0].doc == "报告.txt"
    catalog.publish()
    catalog.purge(grace_s=60)
    assert queries.passages(catalog.connection, [1])[0].doc == "报告.txt"
    catalog.purge(grace_s=0)
    with pytest.raises(KeyError):
        queries.passages(catalog.connection, [1])


def test_a_failed_transaction_leaves_nothing(catalog: Catalog) -> None:
    ids = catalog.add_vectors("model", [b"a"], np.ones((1, 8), dtype=np.float32))
    with pytest.raises(ZeroDivisionError), catalog.transaction() as connection:
        editions.put(connection, catalog.working, prepared(), [ids[b"a"]])
        raise ZeroDivisionError
    assert catalog.connection.execute("SELECT count(*) FROM documents").fetchone()[0] == 0


def test_vectors_outlive_their_passages_until_they_are_pruned(catalog: Catalog) -> None:
    store(catalog, prepared())
    with catalog.transaction() as connection:
        editions.remove(connection, catalog.working, "报告.txt")
    key = vector_key(prepared().passages[0].indexed_text)
    assert set(catalog.vector_ids("model", [key])) == {key}
    assert catalog.vector_ids("another model", [key]) == {}
    assert catalog.prune() == 1
    assert catalog.vector_ids("model", [key]) == {}


def test_vectors_are_kept_to_half_precision(catalog: Catalog) -> None:
    rows = np.random.default_rng(1).normal(size=(3, 5)).astype(np.float32)
    catalog.add_vectors("model", [b"a", b"b", b"c"], rows)
    blobs = [row[0] for row in catalog.connection.execute("SELECT vector FROM vectors ORDER BY id")]
    assert halves_to_rows(blobs, 5) == pytest.approx(rows, rel=1e-3)
    assert halves_to_rows([], 5).shape == (0, 5)


def test_what_was_found_of_files_is_noted_and_forgotten(catalog: Catalog) -> None:
    good = SourceState("甲.txt", "1:2", "abc", "rules")
    bad = SourceState("乙.txt", None, None, "rules", "打不开", "请检查")
    catalog.set_source(good)
    catalog.set_source(bad)
    assert catalog.sources() == {"甲.txt": good, "乙.txt": bad}
    assert queries.problems(catalog.connection) == [("乙.txt", "打不开", "请检查")]
    catalog.forget_source("乙.txt")
    assert queries.problems(catalog.connection) == []


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("种植玉米，100亩。", "种植玉米 100亩", True),
        ("种植玉米100亩。", "种植玉米101亩。", False),
        ("增长5%。", "增长5", True),
        ("，。", "", True),
    ],
)
def test_texts_fold_where_only_marks_and_spaces_differ(one: str, other: str, same: bool) -> None:
    assert (fold_key(one) == fold_key(other)) is same
