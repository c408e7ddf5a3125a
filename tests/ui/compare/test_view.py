"""The link of the page 对比与追踪 and what it shows."""

from __future__ import annotations

import pytest

from rag.comparing.comparer import Comparer
from rag.comparing.scales import Scale
from rag.records import FigureKind, Measure
from rag.ui.compare.choices import MOST_PANELS, ask_of, completed, first_concept
from rag.ui.compare.view import Order, Tab, View, comparison_link, params_of, view_of
from rag.ui.parts.params import LONGEST_VALUE, MOST_VALUES
from tests.made_figures import figure
from tests.made_reports import GRAIN, grain
from tests.ui.fakes import FakeFigures

TONS = Scale(False, "mass")
VIEWS = [
    View(),
    View(GRAIN, TONS, year=2024, kind=FigureKind.TARGET, places=("澄溪县", "柏坞镇"), order=Order.NAME),
    View(GRAIN, Scale(True, "money/月"), Tab.THROUGH, places=("澄溪县",), first=2012, last=2024),
]
NONSENSE = [
    {"view": ["<script>"], "kind": ["bad"], "sort": [""], "year": ["-3"], "measure": ["change"]},
    {"measure": ["sideways/mass"], "from": ["２０２４"], "to": ["1e9"], "place": [" "]},
]


@pytest.fixture
def comparer() -> Comparer:
    documents, figures = grain()
    return Comparer(FakeFigures(figures, documents))


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_survives_its_link(view: View) -> None:
    assert view_of(params_of(view)) == view


@pytest.mark.parametrize("params", NONSENSE)
def test_nonsense_in_a_link_is_passed_over(params: dict[str, list[str]]) -> None:
    assert view_of(params) == View()


def test_a_link_is_bounded() -> None:
    view = view_of({"place": [f"{n:03}" * 100 for n in range(100)], "indicator": ["粮" * 500]})
    assert len(view.places) == MOST_VALUES
    assert {len(value) for value in (*view.places, view.concept)} == {LONGEST_VALUE}


def test_a_figure_leads_to_its_like_of_the_same_year() -> None:
    link = comparison_link(figure(measure=Measure.INCREASE, unit="%", year=2024, concept="粮食产量"))
    assert link == "/compare?indicator=%E7%B2%AE%E9%A3%9F%E4%BA%A7%E9%87%8F&measure=change%2Fratio&year=2024"
    assert comparison_link(figure(concept=None)) == ""


def test_an_empty_link_shows_the_indicator_with_the_most_places_and_years(comparer: Comparer) -> None:
    assert first_concept(comparer) == GRAIN
    assert completed(comparer, View()) == View(GRAIN, TONS, year=2024, first=2021, last=2024)


def test_without_figures_there_is_no_indicator() -> None:
    empty = Comparer(FakeFigures((figure(concept=None),)))
    assert completed(empty, View(tab=Tab.THROUGH)) == View(tab=Tab.THROUGH)


WISHES = [
    (View("没有的指标", TONS, year=2022), View(GRAIN, TONS, year=2022, first=2021, last=2024)),
    (View(GRAIN, Scale(True, "money"), year=2022), View(GRAIN, TONS, year=2022, first=2021, last=2024)),
    (View(GRAIN, TONS, year=1999), View(GRAIN, TONS, year=2024, first=2021, last=2024)),
    (View(GRAIN, TONS, first=2024, last=2021), View(GRAIN, TONS, year=2024, first=2021, last=2024)),
    (View(GRAIN, TONS, first=2022, last=2023), View(GRAIN, TONS, year=2024, first=2022, last=2023)),
    (
        View(GRAIN, TONS, places=("澄溪县", "别处")),
        View(GRAIN, TONS, places=("澄溪县",), year=2024, first=2021, last=2024),
    ),
]


@pytest.mark.parametrize(("wished", "shown"), WISHES)
def test_what_the_index_does_not_have_is_replaced(comparer: Comparer, wished: View, shown: View) -> None:
    assert completed(comparer, wished) == shown


def test_across_the_places_one_year_is_asked_for_and_through_the_years_the_place_with_the_most(
    comparer: Comparer,
) -> None:
    across = ask_of(comparer, completed(comparer, View(year=2023)))
    assert (across.years, across.places) == ((2023, 2023), ())
    through = ask_of(comparer, completed(comparer, View(tab=Tab.THROUGH)))
    assert (through.years, through.places) == ((2021, 2024), ("澄溪县",))
    many = View(GRAIN, TONS, Tab.THROUGH, places=tuple(map(str, range(9))), first=2021, last=2024)
    assert len(ask_of(comparer, many).places) == MOST_PANELS
