"""The year of a figure: the last one that its sentence speaks of and that nothing is compared with."""

import pytest

from rag.figures.periods import plan_end, stated_year, year_of
from rag.records import FigureKind, Metadata, ReportKind

TARGET, RESULT = FigureKind.TARGET, FigureKind.RESULT
STATED = (
    ("2023年完成", RESULT, 2023), ("到2026年产值达到", TARGET, 2026), ("一九八二年完成", RESULT, 1982), ("今年建成", TARGET, 2024), ("去年新栽", RESULT, 2023),
    ("明年力争", TARGET, 2025), ("“十五五”末达到", TARGET, 2030), ("“十四五”期间完成", TARGET, 2025), ("2023年产值比2020年增长", RESULT, 2023), ("比上年增长", RESULT, None),
    ("2021至2023年累计完成", RESULT, 2023), ("同2020年相比增长", RESULT, None), ("90年代以来", RESULT, None), ("完成2022年的搬迁", TARGET, None), ("全年完成", TARGET, None),
)  # fmt: skip


@pytest.mark.parametrize(("before", "kind", "year"), STATED)
def test_the_text_before_a_figure_states_its_year(before: str, kind: FigureKind, year: int | None) -> None:
    stated = stated_year(before, 2024 if kind is TARGET or "19" not in before else None, kind)
    assert (stated.year if stated else None) == year


@pytest.mark.parametrize(
    ("numeral", "year"),
    [("一", 1957), ("二", 1962), ("三", 1970), ("七", 1990), ("十四", 2025), ("十五", 2030), ("百", None)],
)
def test_a_plan_ends_with_its_last_year(numeral: str, year: int | None) -> None:
    assert plan_end(numeral) == year


WORK_REPORT = Metadata(year=2024, kind=ReportKind.WORK_REPORT)
UNSTATED = (
    (WORK_REPORT, (), TARGET, 2024), (WORK_REPORT, (), RESULT, 2023), (Metadata(year=2024, kind=ReportKind.NEWS), (), RESULT, 2024),
    (WORK_REPORT, ("一、2022年工作回顾",), RESULT, 2022), (Metadata(), (), TARGET, None),
)  # fmt: skip


@pytest.mark.parametrize(("metadata", "headings", "kind", "year"), UNSTATED)
def test_without_a_year_in_the_sentence_heading_and_report_decide(
    metadata: Metadata, headings: tuple[str, ...], kind: FigureKind, year: int | None
) -> None:
    assert year_of("完成", headings, metadata, kind)[0] == year
