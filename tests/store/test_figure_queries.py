"""Figures asked of the catalogue: each condition, order, page and count, for a reader of one generation."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from rag.records import (
    Document,
    Figure,
    FigureCount,
    FigureGroup,
    FigureKind,
    FigureOrder,
    FigureQuery,
    Measure,
    Metadata,
    Span,
)
from rag.store import editions, figure_queries
from rag.store.catalog import Catalog
from rag.store.prepared import Prepared, fold_key
from rag.targets.asking import passes
from tests.made_figures import figure

COUNTY, PROVINCE = "县.txt", "省.txt"
FIGURES = (
    figure(doc=COUNTY, span=Span(0, 2), text="5000亩"),
    figure(doc=COUNTY, span=Span(2, 4), text="0.6万亩", value=Decimal("0.6"), unit="万亩", year=2025),
    figure(
        doc=COUNTY,
        span=Span(4, 6),
        text="9头",
        value=Decimal(9),
        unit="头",
        indicator="肉牛Angus存栏",
        concept=None,
        kind=FigureKind.RESULT,
        topics=("特色农业", "粮食安全"),
        place="青石镇",
        places=("云溪省", "溪山县", "青石镇"),
    ),
    figure(
        doc=PROVINCE, span=Span(0, 2), text="XX亩", value=None, masked=True, year=None, topics=(), places=("云溪省",)
    ),
    figure(doc=PROVINCE, span=Span(2, 4), text="50公顷", value=Decimal(50), unit="公顷", measure=Measure.INCREASE),
)
QUERIES = [
    (FigureQuery(), [0, 1, 2, 3, 4]),
    (FigureQuery(places=("溪山县",)), [0, 1, 2, 4]),
    (FigureQuery(places=("云溪省",)), [0, 1, 2, 3, 4]),
    (FigureQuery(places=("青石镇", "没有的县")), [2]),
    (FigureQuery(years=(2024,)), [0, 2, 4]),
    (FigureQuery(years=(2025, 2024)), [0, 1, 2, 4]),
    (FigureQuery(kinds=(FigureKind.RESULT,)), [2]),
    (FigureQuery(concepts=("粮食播种面积",)), [0, 1, 3, 4]),
    (FigureQuery(indicator="存栏"), [2]),
    (FigureQuery(indicator="angus"), [2]),
    (FigureQuery(topics=("特色农业",)), [2]),
    (FigureQuery(topics=("粮食安全",)), [0, 1, 2, 4]),
    (FigureQuery(units=("亩", "头")), [0, 2, 3]),
    (FigureQuery(measures=(Measure.LEVEL,)), [0, 1, 2, 3]),
    (FigureQuery(dimensions=("area",)), [0, 1, 3, 4]),
    (FigureQuery(measures=(Measure.INCREASE, Measure.DECREASE), dimensions=("area",)), [4]),
    (FigureQuery(docs=(PROVINCE,)), [3, 4]),
    (FigureQuery(masked=True), [3]),
    (FigureQuery(masked=False), [0, 1, 2, 4]),
    (FigureQuery(text="公顷"), [4]),
    (FigureQuery(text="播种"), [0, 1, 3, 4]),
    (FigureQuery(text="%' OR 1 --"), []),
    (FigureQuery(places=("溪山县",), years=(2024,), units=("亩",)), [0]),
]
ORDERS = [
    (FigureOrder.DOCUMENT, [0, 1, 2, 3, 4]),
    (FigureOrder.LARGEST, [1, 0, 4, 2, 3]),
    (FigureOrder.SMALLEST, [4, 0, 1, 2, 3]),
    (FigureOrder.NEWEST, [1, 0, 2, 4, 3]),
    (FigureOrder.OLDEST, [0, 2, 4, 1, 3]),
]
COUNTS = [
    (FigureGroup.TOPIC, [("粮食安全", 4), ("特色农业", 1)]),
    (FigureGroup.CONCEPT, [("粮食播种面积", 4)]),
    (FigureGroup.PLACE, [("云溪省", 5), ("溪山县", 4), ("青石镇", 1)]),
    (FigureGroup.OWN_PLACE, [("溪山县", 3), ("云溪省", 1), ("青石镇", 1)]),
    (FigureGroup.SCALE, [("level/area", 3), ("increase/area", 1), ("level/count:头", 1)]),
    (FigureGroup.YEAR, [("2024", 3), ("2025", 1)]),
    (FigureGroup.KIND, [("target", 4), ("result", 1)]),
    (FigureGroup.DOCUMENT, [(COUNTY, 3), (PROVINCE, 2)]),
]


def put(catalog: Catalog, path: str, text: str, figures: tuple[Figure, ...]) -> None:
    document = Document(path, text, Metadata(title=path, places=("云溪省",)), "txt", "utf-8")
    prepared = Prepared(document, f"hash of {path}", fold_key(text), (), (), figures)
    with catalog.transaction() as connection:
        editions.put(connection, catalog.working, prepared, ())


@pytest.fixture
def catalog(tmp_path: Path) -> Iterator[Catalog]:
    """Two documents with figures, published."""
    with Catalog(tmp_path / "catalog.sqlite") as opened:
        put(opened, COUNTY, "县的报告。", FIGURES[:3])
        put(opened, PROVINCE, "省的报告。", FIGURES[3:])
        opened.publish()
        yield opened


def found(catalog: Catalog, query: FigureQuery) -> list[int]:
    return [FIGURES.index(one) for one in figure_queries.figures(catalog.connection, 1, query).figures]


@pytest.mark.parametrize(("query", "expected"), QUERIES, ids=lambda value: "")
def test_a_query_lets_through_what_meets_all_its_conditions(
    catalog: Catalog, query: FigureQuery, expected: list[int]
) -> None:
    assert sorted(found(catalog, query)) == expected
    assert figure_queries.figures(catalog.connection, 1, query).total == len(expected)


@pytest.mark.parametrize(("query", "expected"), QUERIES, ids=lambda value: "")
def test_figures_read_a_moment_ago_are_let_through_alike(query: FigureQuery, expected: list[int]) -> None:
    assert [number for number, one in enumerate(FIGURES) if passes(one, query)] == expected


@pytest.mark.parametrize(("order", "expected"), ORDERS)
def test_figures_come_in_the_order_asked_for(catalog: Catalog, order: FigureOrder, expected: list[int]) -> None:
    ranked = found(catalog, FigureQuery(order=order, docs=(COUNTY, PROVINCE)))
    by_dimension = {2: 1, 3: 2}
    if order in (FigureOrder.LARGEST, FigureOrder.SMALLEST):
        # which dimension comes first is of no account; areas stay together, in their order, what has no value is last
        ranked.sort(key=lambda number: by_dimension.get(number, 0))
    assert ranked == expected


def test_pages_make_up_the_whole(catalog: Catalog) -> None:
    pages = [
        figure_queries.figures(catalog.connection, 1, FigureQuery(limit=2, offset=offset)) for offset in (0, 2, 4, 6)
    ]
    assert [page.total for page in pages] == [5, 5, 5, 5]
    assert [len(page.figures) for page in pages] == [2, 2, 1, 0]
    assert tuple(itertools.chain(*(page.figures for page in pages))) == tuple(
        sorted(FIGURES, key=lambda one: (one.doc, one.span))
    )


def test_a_page_before_the_first_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="must not be negative"):
        FigureQuery(offset=-1)
    with pytest.raises(ValueError, match="must not be negative"):
        FigureQuery(limit=-1)


@pytest.mark.parametrize(("by", "expected"), COUNTS)
def test_figures_are_counted_by_what_is_asked_for(
    catalog: Catalog, by: FigureGroup, expected: list[tuple[str, int]]
) -> None:
    counted = figure_queries.counts(catalog.connection, 1, FigureQuery(limit=1), by)
    assert counted == tuple(FigureCount(*pair) for pair in expected)


def test_counts_keep_to_the_query(catalog: Catalog) -> None:
    query = FigureQuery(kinds=(FigureKind.RESULT,))
    counted = figure_queries.counts(catalog.connection, 1, query, FigureGroup.TOPIC)
    assert [(count.value, count.figures) for count in counted] == [("特色农业", 1), ("粮食安全", 1)]


def test_the_figures_of_a_reprint_do_not_count_twice_but_can_be_asked_for(catalog: Catalog) -> None:
    put(catalog, "转载.txt", "县的报告！", FIGURES[:3])
    catalog.publish()
    duplicates = catalog.connection.execute("SELECT path, duplicate_of FROM documents WHERE duplicate_of IS NOT NULL")
    (folded,) = [tuple(row) for row in duplicates]
    assert folded == ("转载.txt", COUNTY)
    assert figure_queries.figures(catalog.connection, 2, FigureQuery()).total == 5
    assert len(figure_queries.figures_of(catalog.connection, 2, "转载.txt")) == 3


def test_a_copied_edition_keeps_the_places_and_topics_of_its_figures(catalog: Catalog) -> None:
    # the one that sorts first stands for the others, so that a new edition of the old leader is made
    put(catalog, "一.txt", "县的报告！", FIGURES[:3])
    catalog.publish()
    kept = figure_queries.figures_of(catalog.connection, 2, COUNTY)
    assert [(one.places, one.topics, one.concept) for one in kept] == [
        (one.places, one.topics, one.concept) for one in FIGURES[:3]
    ]


def test_a_reader_sees_the_figures_of_its_own_generation(catalog: Catalog) -> None:
    with catalog.transaction() as connection:
        editions.remove(connection, catalog.working, COUNTY)
    assert figure_queries.figures(catalog.connection, 1, FigureQuery()).total == 5
    catalog.publish()
    assert figure_queries.figures(catalog.connection, 2, FigureQuery()).total == 2
