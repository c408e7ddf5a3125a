"""A comparer → what the page 对比与追踪 offers to choose, and a view completed with what the index has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rag.comparing.comparer import Ask, Comparer
from rag.comparing.scales import Scale
from rag.records import FigureCount
from rag.ui.compare.view import Tab, View

# of so many most frequent indicators the one with the most places and years is shown first
LOOKED_AT = 8
MOST_PANELS = 6
# the newest year counts where it has so large a share of the figures of the fullest
FULL_ENOUGH = 0.4


@dataclass(frozen=True, slots=True)
class Choices:
    """What can be chosen; counts are of figures. Scales come with the unit most used on them."""

    concepts: tuple[FigureCount, ...]
    scales: tuple[tuple[Scale, str, int], ...]
    years: tuple[FigureCount, ...]
    places: tuple[FigureCount, ...]


def choices(comparer: Comparer, view: View) -> Choices:
    """What the widgets of the page offer while a completed view is shown."""
    if view.scale is None:
        return Choices(comparer.concepts(), (), (), ())
    return Choices(
        comparer.concepts(),
        tuple((scale, comparer.unit(view.concept, scale), n) for scale, n in comparer.scales(view.concept)),
        comparer.years(view.concept, view.scale),
        comparer.places(view.concept, view.scale),
    )


def completed(comparer: Comparer, view: View) -> View:
    """The view with an indicator, a scale and years that the index has figures of; without what it has not."""
    known = {count.value for count in comparer.concepts()}
    concept = view.concept if view.concept in known else first_concept(comparer)
    if not concept:
        return View(tab=view.tab)
    scales = [scale for scale, _ in comparer.scales(concept)]
    scale = view.scale if view.scale in scales else scales[0]
    years = comparer.years(concept, scale)
    having = {count.value for count in comparer.places(concept, scale)}
    found = sorted(int(count.value) for count in years)
    first, last = _span(found, view.first, view.last)
    return replace(
        view,
        concept=concept,
        scale=scale,
        year=view.year if view.year in found else _fullest(years),
        first=first,
        last=last,
        places=tuple(place for place in view.places if place in having),
    )


def ask_of(comparer: Comparer, view: View) -> Ask:
    """The comparison that a completed view shows; through the years without places, of the place with the most figures."""
    assert view.scale is not None
    if view.tab is Tab.ACROSS:
        return Ask(view.concept, view.scale, (view.year, view.year), view.places, view.kinds)
    places = view.places or tuple(c.value for c in comparer.places(view.concept, view.scale)[:1])
    return Ask(view.concept, view.scale, (view.first, view.last), places[:MOST_PANELS], view.kinds)


def first_concept(comparer: Comparer) -> str:
    """The indicator with the most places and years among the most frequent ones; empty where there is none."""
    return max(
        (count.value for count in comparer.concepts()[:LOOKED_AT]),
        key=lambda concept: _breadth(comparer, concept),
        default="",
    )


def _breadth(comparer: Comparer, concept: str) -> int:
    scale = comparer.scales(concept)[0][0]
    return len(comparer.places(concept, scale)) + len(comparer.years(concept, scale))


def _span(years: Sequence[int], first: int, last: int) -> tuple[int, int]:
    """From and to, both years that there are; all of them where the wish makes no sense."""
    if not years:
        return 0, 0
    low, high = first if first in years else years[0], last if last in years else years[-1]
    return (low, high) if low <= high else (years[0], years[-1])


def _fullest(years: Sequence[FigureCount]) -> int:
    """The newest year that has nearly as many figures as the fullest."""
    most = max((count.figures for count in years), default=0)
    return next((int(count.value) for count in years if count.figures >= FULL_ENOUGH * most), 0)
