"""Reports of invented places with the figures that stand in them, for tests that set figures side by side."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from rag.figures.quantities import quantities
from rag.records import Document, Figure, FigureKind, Measure, Metadata, ReportKind, Span
from tests.made_figures import PLAIN

COUNTY = ("岚原省", "望川市", "澄溪县")
TOWN, OTHER_TOWN = (*COUNTY, "柏坞镇"), (*COUNTY, "青筏镇")
GRAIN = "粮食产量"


def report(places: tuple[str, ...], year: int | None, text: str) -> Document:
    """A work report; its path says whose and of when."""
    metadata = Metadata(f"{places[-1]}{year}年政府工作报告", places, year, kind=ReportKind.WORK_REPORT)
    return Document(f"{places[-1]}/{year}.txt", text, metadata, "txt", "utf-8")


def stated(document: Document, words: str, kind: FigureKind, year: int | None, **changes: Any) -> Figure:
    """The figure whose value is the first `words` of a document, for the place of the report, unless `changes` say otherwise."""
    start = document.text.index(words)
    quantity = quantities(words)[0]
    made = replace(
        PLAIN,
        doc=document.path,
        span=Span(start, start + len(words)),
        text=words,
        kind=kind,
        indicator=GRAIN,
        concept=GRAIN,
        value=quantity.value,
        value_high=quantity.high,
        unit=quantity.unit,
        bound=quantity.bound,
        masked=quantity.masked,
        year=year,
        place=document.metadata.place,
        places=document.metadata.places,
    )
    return replace(made, **changes)


def grain() -> tuple[tuple[Document, ...], tuple[Figure, ...]]:
    """Three reports of a county and two of towns, with grain outputs: promised, reached, blanked out, in another unit."""
    first = report(COUNTY, 2022, "过去一年，全县粮食产量达到40万吨。\n今年主要预期目标是：粮食产量稳定在41万吨以上。\n")
    second = report(
        COUNTY, 2023, "过去一年，全县粮食产量达到42.5万吨。\n今年，粮食产量稳定在43万吨左右，力争达到45万吨。\n"
    )
    third = report(
        COUNTY, 2024, "过去一年，全县粮食产量42.8万吨。五年来，粮食产量累计200万吨。\n今年，粮食产量要达到XX万吨。\n"
    )
    town = report(
        TOWN, 2024, "过去一年，全镇粮食产量6800吨。\n今年，粮食产量要达到7000吨，农业再上台阶，粮食产量不低于7200吨。\n"
    )
    other = report(OTHER_TOWN, 2024, "过去一年，全镇修路12公里。\n今年，粮食产量增长3%。\n")
    target, result = FigureKind.TARGET, FigureKind.RESULT
    figures = (
        stated(first, "40万吨", result, 2021),
        stated(first, "41万吨以上", target, 2022),
        stated(second, "42.5万吨", result, 2022),
        stated(second, "43万吨左右", target, 2023),
        stated(second, "45万吨", target, 2023),
        stated(third, "42.8万吨", result, 2023),
        stated(third, "200万吨", result, 2023),
        stated(third, "XX万吨", target, 2024),
        stated(town, "6800吨", result, 2023),
        stated(town, "7000吨", target, 2024),
        stated(town, "不低于7200吨", target, 2024),
        stated(other, "3%", target, 2024, measure=Measure.INCREASE),
    )
    return (first, second, third, town, other), figures
