"""Links and views of the page 目标库."""

from __future__ import annotations

import pytest

from rag.records import FigureKind, FigureOrder, FigureQuery
from rag.topics import load_topics
from rag.ui.library.view import PAGE_FIGURES, View, pages_of, params_of, query_of, view_of
from rag.ui.parts.params import LONGEST_VALUE, MOST_VALUES

FULL = View(
    area="三农",
    topics=("粮食安全", "特色农业"),
    places=("云溪县",),
    years=(2024, 2023),
    concepts=("粮食产量",),
    units=("万亩",),
    kind=FigureKind.TARGET,
    masked=True,
    text="玉米 & 50%",
    order=FigureOrder.LARGEST,
    page=3,
)


@pytest.mark.parametrize("view", [View(), FULL, View(page=2), View(text="[a](b)")])
def test_a_link_opens_the_view_that_it_was_made_of(view: View) -> None:
    assert view_of(params_of(view)) == view


def test_the_link_of_the_untouched_page_is_bare() -> None:
    assert params_of(View()) == {}


@pytest.mark.parametrize(
    ("params", "view"),
    [
        ({"kind": ["delete"], "sort": ["; DROP"], "masked": ["yes"]}, View()),
        ({"page": ["-3"]}, View()),
        ({"page": ["0"]}, View()),
        ({"page": ["9" * 400]}, View()),
        ({"page": ["２"]}, View()),
        ({"year": ["2024", "今年", "20x4", ""]}, View(years=(2024,))),
        ({"place": [" 青石镇 ", "", "青石镇"]}, View(places=("青石镇",))),
        ({"nothing": ["known"]}, View()),
    ],
)
def test_what_makes_no_sense_in_a_link_is_passed_over(params: dict[str, list[str]], view: View) -> None:
    assert view_of(params) == view


def test_a_link_is_bounded() -> None:
    view = view_of({"place": [f"{n:03}" * 500 for n in range(200)], "text": ["字" * 10_000]})
    assert len(view.places) == MOST_VALUES
    assert {len(value) for value in (*view.places, view.text)} == {LONGEST_VALUE}


def test_a_view_is_fetched_a_page_at_a_time() -> None:
    assert query_of(FULL, load_topics()) == FigureQuery(
        places=("云溪县",),
        years=(2024, 2023),
        kinds=(FigureKind.TARGET,),
        concepts=("粮食产量",),
        topics=("粮食安全", "特色农业"),
        units=("万亩",),
        masked=True,
        text="玉米 & 50%",
        order=FigureOrder.LARGEST,
        limit=PAGE_FIGURES,
        offset=2 * PAGE_FIGURES,
    )


def test_an_area_means_itself_and_all_topics_below_it() -> None:
    topics = load_topics()
    assert query_of(View(area="三农"), topics).topics == ("三农", *topics.children("三农"))


@pytest.mark.parametrize(("total", "pages"), [(0, 1), (1, 1), (50, 1), (51, 2), (100_000, 2000)])
def test_pages_are_counted(total: int, pages: int) -> None:
    assert pages_of(total) == pages


@pytest.mark.parametrize(
    ("view", "narrowed"), [(View(), False), (View(page=4, order=FigureOrder.NEWEST), False), (View(text="亩"), True)]
)
def test_order_and_page_narrow_nothing(view: View, narrowed: bool) -> None:
    assert view.narrowed is narrowed
