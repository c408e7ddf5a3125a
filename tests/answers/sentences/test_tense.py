"""What a statement is, and the years that it may be for."""

from __future__ import annotations

from decimal import Decimal

import pytest

from rag.answers.sentences.tense import confirmed, parts_of_report, standing
from rag.answers.words.load_vocabulary import load_vocabulary
from rag.records import Bound, Figure, FigureKind, Measure, Metadata, ReportKind, Span
from rag.text.clean import clean
from rag.text.passages import passages
from tests.answers.small import COUNTY_2024

TARGET, RESULT = FigureKind.TARGET, FigureKind.RESULT
REPORT = Metadata("政府工作报告", ("云渚县",), 2024, None, ReportKind.WORK_REPORT)
NEWS = Metadata("上半年经济运行", ("云渚县",), 2024, None, ReportKind.NEWS)

STANDINGS = [
    # sentence up to the figure, part of the report, metadata, kind, years
    ("粮食产量", RESULT, REPORT, RESULT, {2023}),
    ("粮食产量", TARGET, REPORT, TARGET, {2024}),
    ("由2010年的", RESULT, REPORT, RESULT, {2023}),
    ("由2010年的5亿元增加到2022年的", RESULT, REPORT, RESULT, {2022}),
    ("到2026年,力争粮食产量达到", TARGET, REPORT, TARGET, {2026}),
    ("农民收入：2022年完成", TARGET, REPORT, RESULT, {2022}),
    ("固定资产投资增长", None, NEWS, RESULT, {2024}),
    ("固定资产投资", None, REPORT, RESULT, {2023, 2024}),
]


@pytest.mark.parametrize(("before", "part", "metadata", "kind", "years"), STANDINGS)
def test_part_words_and_years_decide(
    before: str, part: FigureKind | None, metadata: Metadata, kind: FigureKind, years: set[int]
) -> None:
    said = standing(f"{before}9亿元。", len(before), part, (), metadata)
    assert (said.kind, said.years) == (kind, years)


def test_a_report_falls_into_its_parts() -> None:
    found = passages("a.txt", clean(COUNTY_2024))
    parts = parts_of_report(found, REPORT, load_vocabulary())
    assert list(dict.fromkeys(part for part in parts if part is not None)) == [RESULT, TARGET]


def test_a_plan_by_its_title_looks_forward_from_the_start() -> None:
    found = passages("a.txt", clean("种植玉米4200亩。"))
    plan = Metadata("2024年工作要点", ("芦湾镇",), 2024)
    assert parts_of_report(found, plan, load_vocabulary()) == (TARGET,)
    assert parts_of_report(found, NEWS, load_vocabulary()) == (None,)


def test_the_year_of_a_record_counts_before_one_that_only_the_sort_of_report_suggests() -> None:
    guessed = standing("固定资产投资9亿元。", 6, None, (), REPORT)
    told = standing("2022年固定资产投资9亿元。", 11, None, (), REPORT)
    assert confirmed(guessed, _record(2024)).years == {2024}
    assert confirmed(told, _record(2024)).years == {2022, 2024}
    assert confirmed(guessed, _record(None)).years == {2023, 2024}


def _record(year: int | None) -> Figure:
    return Figure(
        doc="a.txt",
        span=Span(6, 9),
        text="9亿元",
        kind=RESULT,
        indicator="固定资产投资",
        measure=Measure.LEVEL,
        value=Decimal(9),
        value_high=None,
        unit="亿元",
        bound=Bound.EXACT,
        year=year,
        deadline=None,
        place=None,
        masked=False,
        rule="test",
    )
