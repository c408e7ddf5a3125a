"""Pages of figures and the counts beside the filters."""

from __future__ import annotations

from rag.records import FigureCount, FigureKind
from rag.topics import load_topics
from rag.ui.library.catalog import Catalog
from rag.ui.library.view import PAGE_FIGURES, View
from tests.ui.fakes import FakeFigures, corn_targets


def catalog(times: int = 1) -> Catalog:
    return Catalog(FakeFigures(corn_targets() * times), load_topics())


def test_areas_come_in_the_order_of_the_topics_and_count_all_below_them() -> None:
    choices = catalog().choices(View(area="三农"))
    assert [count.value for count in choices.areas if count.value in ("三农", "民生")] == ["三农", "民生"]
    assert FigureCount("三农", 3) in choices.areas
    assert choices.topics == (FigureCount("粮食安全", 3),)


def test_a_filter_is_counted_by_all_others_but_not_by_itself() -> None:
    choices = catalog().choices(View(years=(2023,), kind=FigureKind.TARGET))
    assert {count.value: count.figures for count in choices.years} == {"2024": 4}
    assert choices.units == ()


def test_counts_are_asked_for_once_in_a_generation() -> None:
    shared = catalog()
    index = shared.index
    assert isinstance(index, FakeFigures)
    first = shared.choices(View())
    asked = len(index.asked)
    assert shared.choices(View()) == first
    assert len(index.asked) == asked
    index.generation = 4
    shared.choices(View())
    assert len(index.asked) > asked


def test_a_page_beyond_the_end_is_the_last_one() -> None:
    view, page = catalog(times=12).page(View(page=99))
    assert (view.page, page.total, len(page.figures)) == (2, 60, 60 - PAGE_FIGURES)


def test_no_more_than_a_page_is_ever_fetched_for_the_screen() -> None:
    shared = catalog(times=100)
    shared.page(View())
    shared.choices(View())
    assert isinstance(shared.index, FakeFigures)
    assert {query.limit for query in shared.index.asked} == {PAGE_FIGURES, 0}


def test_topics_that_do_not_exist_or_lie_elsewhere_are_dropped() -> None:
    known = catalog().known
    assert known(View(area="没有的", topics=("粮食安全",))) == View()
    assert known(View(area="粮食安全")) == View()
    assert known(View(area="三农", topics=("粮食安全", "教育"))) == View(area="三农", topics=("粮食安全",))
