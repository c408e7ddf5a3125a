"""The year of a figure: the last one that its sentence speaks of and that nothing is compared with."""

from dataclasses import replace
from datetime import date

import pytest

from rag.figures.periods import plan_end, stated_year, year_of
from rag.records import FigureKind, Metadata, ReportKind

TARGET, RESULT = FigureKind.TARGET, FigureKind.RESULT
STATED = (
    ("2023年完成", RESULT, 2023), ("到2026年产值达到", TARGET, 2026), ("一九八二年完成", RESULT, 1982), ("今年建成", TARGET, 2024), ("去年新栽", RESULT, 2023),
    ("明年力争", TARGET, 2025), ("“十五五”末达到", TARGET, 2030), ("“十四五”期间完成", TARGET, 2025), ("财政收入较“十三五”末增加", RESULT, None), ("2023年产值比2020年增长", RESULT, 2023), ("2023年，产值9亿元，是2011年的1.1倍；税收完成", RESULT, 2023), ("2023年，产值9亿元，是2011年的", RESULT, 2023), ("这是2023年的目标", RESULT, 2023), ("比上年增长", RESULT, None),
    ("2021至2023年累计完成", RESULT, 2023), ("同2020年相比增长", RESULT, None), ("90年代以来", RESULT, None), ("完成2022年的搬迁", TARGET, None), ("念完《2023年度茶业考评通报》，奖励", RESULT, None), ("印发《2022年茶业要点》后，2023年新栽", RESULT, 2023), ("全年完成", TARGET, None),
)  # fmt: skip


@pytest.mark.parametrize(("before", "kind", "year"), STATED)
def test_the_text_before_a_figure_states_its_year(before: str, kind: FigureKind, year: int | None) -> None:
    stated = stated_year(before, 2024 if kind is TARGET or "19" not in before else None, kind)
    assert (stated.year if stated else None) == year


BOTH = ("三、“十五五”时期目标任务和2026年工作安排",)
NAMED = (
    (BOTH, "今年主要预期目标是", 2026), (BOTH, "《纲要》提出了主要指标", 2030), (BOTH, "今后五年，要迈上新台阶", 2030),
    (("三、“十五五”时期目标任务",), "主要指标是", 2030), (("三、2026年工作安排",), "《纲要》提出了主要指标", 2026),
)  # fmt: skip


@pytest.mark.parametrize(("headings", "opening", "year"), NAMED)
def test_a_heading_of_a_plan_and_a_year_leaves_it_to_the_paragraph(
    headings: tuple[str, ...], opening: str, year: int
) -> None:
    county = Metadata(title="2026年云渚县政府工作报告", year=2026, kind=ReportKind.WORK_REPORT)
    assert year_of("粮食产量", headings, county, TARGET, opening=opening)[0] == year


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
    (replace(WORK_REPORT, title="2024年就业工作总结"), (), RESULT, 2024), (replace(WORK_REPORT, title="2024年就业工作总结"), (), TARGET, 2025),
    (replace(WORK_REPORT, title="2024年上半年工作总结"), (), TARGET, 2024), (replace(WORK_REPORT, title="2023年工作总结和2024年工作要点"), (), RESULT, 2023),
    (replace(WORK_REPORT, title="2024年政府工作报告"), (), RESULT, 2023), (replace(WORK_REPORT, title="2023年工作总结及2024年打算"), (), RESULT, 2023),
    (WORK_REPORT, ("“十五五”时期目标",), TARGET, 2030), (WORK_REPORT, ("“十三五”时期目标",), TARGET, 2024), (Metadata(year=1982), ("第六个五年计划的任务",), TARGET, 1985),
)  # fmt: skip


TO_COME = (
    ("今后五年，新建公路", 2028), ("未来三年累计投入", 2026), ("，五年新增装机", 2028), ("三年内建成", 2026), ("实施三年行动，建成", 2024), ("五年来", 2024),
)  # fmt: skip


@pytest.mark.parametrize(("before", "year"), TO_COME)
def test_a_promise_for_years_to_come_is_for_the_last_of_them(before: str, year: int) -> None:
    assert year_of(before, ("二、2024年重点工作",), WORK_REPORT, TARGET)[0] == year


def test_results_of_an_account_go_on_in_the_year_that_was_told() -> None:
    interview = Metadata(year=2024, kind=ReportKind.INTERVIEW)
    assert year_of("建成", (), interview, RESULT, told=2023) == (2023, "the results before it")
    assert year_of("建成", (), interview, RESULT) == (2023, "the year before the report")
    assert year_of("建成", (), replace(interview, date=date(2024, 9, 1)), RESULT) == (2024, "the report's year")
    assert year_of("今年建成", (), interview, RESULT, told=2023)[0] == 2024


@pytest.mark.parametrize(("metadata", "headings", "kind", "year"), UNSTATED)
def test_without_a_year_in_the_sentence_heading_and_report_decide(
    metadata: Metadata, headings: tuple[str, ...], kind: FigureKind, year: int | None
) -> None:
    assert year_of("完成", headings, metadata, kind)[0] == year


def test_what_a_plan_without_a_year_of_its_own_promises_is_for_its_end() -> None:
    plan = Metadata(title="云渚县国民经济和社会发展第十四个五年规划纲要", kind=ReportKind.POLICY)
    assert year_of("森林覆盖率达到", (), plan, TARGET)[0] == 2025
    assert year_of("森林覆盖率达到", (), plan, RESULT)[0] is None
