"""Target or result: by the part of the report, by plain words of the other tense, by the sentence before."""

from dataclasses import replace

import pytest

from rag.figures.stances import looked_back, looked_forward, mood, part_of, part_of_title, stance, year_before_told
from rag.records import FigureKind, ReportKind
from tests.figures.read_text import COUNTY, figures

TARGET, RESULT = FigureKind.TARGET, FigureKind.RESULT

HEADINGS = (
    (("一、2023年工作回顾",), RESULT), (("二、2024年工作安排",), TARGET), (("一、过去五年的成就", "（一）加快产业升级"), RESULT), (("二、加快建设现代产业体系",), TARGET),
    (("一、工业经济稳步提升",), None), (("三、要继续深化改革",), TARGET), (("结束语",), None), ((), None), (("今后五年的奋斗目标",), TARGET),
    (("二、2024年预算草案",), TARGET), (("关于2023年预算执行情况和2024年预算草案的报告",), None),
    (("二、重点任务扎实推进",), RESULT), (("二、扎实推进重点任务",), TARGET), (("一、当前形势和基本任务",), None), (("一、发展成就与今后的建设任务", "（一）加快水利建设"), None),
)  # fmt: skip


@pytest.mark.parametrize(("headings", "part"), HEADINGS)
def test_headings_say_which_part_of_the_report_it_is(headings: tuple[str, ...], part: FigureKind | None) -> None:
    assert part_of(headings) is part


TITLES = (
    ("2024年工作要点", TARGET),
    ("重点任务清单", TARGET),
    ("2023年工作总结", RESULT),
    ("经济运行情况", RESULT),
    ("2023年总结和2024年安排", None),
    ("2023年预算执行情况和2024年预算草案的报告", None),
    ("2023年工作总结及2024年打算", None),
    ("政府工作报告", None),
)


@pytest.mark.parametrize(
    ("heading", "part"),
    [
        ("二、主要工作举措", None),
        ("五、严格执法监管", None),
        ("六、下一步打算", TARGET),
        ("三、2025年工作安排", TARGET),
    ],
)
def test_in_a_report_of_what_was_done_only_what_is_to_come_is_a_plan(heading: str, part: FigureKind | None) -> None:
    assert part_of((heading,), RESULT) is part


@pytest.mark.parametrize(("title", "part"), TITLES)
def test_a_title_says_so_where_no_heading_does(title: str, part: FigureKind | None) -> None:
    assert part_of_title(title) is part


WORDS = (
    (None, "今年将新建公路", None, TARGET), (None, "去年新建公路", None, RESULT), (None, "力争产值达到", None, TARGET), (None, "累计建成", None, RESULT),
    (None, "新建公路", TARGET, TARGET), (None, "新建公路", None, RESULT), (None, "主要农产品产量", RESULT, RESULT), (None, "占年度计划的", RESULT, RESULT),
    (RESULT, "力争到2026年达到", None, TARGET), (RESULT, "产值由2015年的3亿元增加到2020年的", None, RESULT), (TARGET, "截至目前已完成", None, RESULT), (TARGET, "在去年秋覆膜的基础上，建成示范带", None, TARGET),
    (RESULT, "没有实现年初确定的能耗降低", None, TARGET), (RESULT, "未完成原定新栽茶叶", None, TARGET), (RESULT, "工期未达到要求，全年新栽茶叶", None, RESULT),
    (None, "也要看到，城镇化率只有", TARGET, RESULT), (None, "压力很大。全县还有贫困村", TARGET, RESULT), (RESULT, "今年财政安排的资金将达", None, TARGET),
    (RESULT, "去年年初我们曾提出，要把物价涨幅控制在", None, TARGET), (RESULT, "年初提出的新建学校", None, TARGET), (RESULT, "原计划改造老旧小区", None, TARGET), (RESULT, "今年经济增长的调控目标，定为", None, TARGET),
    (RESULT, "原计划改造老旧小区12个，实际改造", None, RESULT), (RESULT, "年初提出的新建学校3所的任务，已经完成", None, RESULT), (RESULT, "年初承诺的33件实事全部完成，提高", None, RESULT),
    (TARGET, "开展项目前期工作攻坚，全年新开工项目", None, TARGET), (None, "到2030年，城镇化率达到", None, TARGET), (None, "8月底前完成改造", None, TARGET), (RESULT, "从2003年到2006年年均超收10亿元，其中去年超收", None, RESULT),
    (None, "从2003年到2006年年均增收", None, RESULT), (RESULT, "新建公路", TARGET, RESULT), (TARGET, "新建公路", RESULT, TARGET),
)  # fmt: skip


@pytest.mark.parametrize(("part", "before", "last", "kind"), WORDS)
def test_words_decide_inside_and_outside_the_parts(
    part: FigureKind | None, before: str, last: FigureKind | None, kind: FigureKind
) -> None:
    assert stance(part, before, before, last).kind is kind


REVIEWED = """2024年政府工作报告
——这是全县面貌一新的五年。
刚刚过去的2023年，全县上下团结奋斗。经济稳中有进，工业产值增长5%。争取上级资金3亿元。社会消费品零售总额增长2.5%。今年要再上台阶，工业产值增长6%。
"""


def test_a_paragraph_that_opens_with_the_year_that_is_over_tells_of_it_until_it_turns_ahead() -> None:
    assert [(f.text, f.kind, f.year) for f in figures(REVIEWED)] == [
        ("5%", RESULT, 2023),
        ("3亿元", RESULT, 2023),
        ("2.5%", RESULT, 2023),
        ("6%", TARGET, 2024),
    ]


def test_a_plan_told_again_with_its_fulfilment_is_a_result() -> None:
    before, sentence = "年初确定的", "年初确定的10件民生实事全部完成。"
    assert stance(RESULT, before, sentence, None, "民生实事全部完成。").kind is RESULT
    assert stance(RESULT, before, sentence, None, "民生实事未能完成。").kind is TARGET


def test_a_year_before_the_report_is_past_and_one_after_it_to_come() -> None:
    planned, done = stance(TARGET, "", "", None), stance(RESULT, "", "", None)
    assert looked_back(planned, "2022年完成", 2023).kind is RESULT
    assert looked_back(planned, "石湾村2022年集体收入", 2023).kind is RESULT
    assert looked_back(planned, "全面完成2022年", 2023).kind is TARGET
    assert looked_back(planned, "2022年开工，今年将完成", 2023).kind is TARGET
    assert looked_forward(done, 2026, 2024).kind is TARGET
    assert looked_forward(done, 2023, 2024).kind is RESULT


@pytest.mark.parametrize(
    ("sentence", "kind"), [("今年要抓好八个方面的工作。", TARGET), ("去年以来成绩显著。", RESULT), ("工作有序。", None)]
)
def test_a_sentence_without_figures_sets_the_mood(sentence: str, kind: FigureKind | None) -> None:
    assert mood(sentence) is kind


def test_an_interview_is_read_answer_by_answer() -> None:
    interview = replace(COUNTY, title="访谈", kind=ReportKind.INTERVIEW)
    text = "问：去年干得怎么样？答：去年全镇新栽李树1100亩。建成冷库2座。问：今年有什么打算？答：今年要抓好几件大事。新建分拣中心1处。"
    assert [(f.text, f.kind, f.year) for f in figures(text, interview)] == [
        ("1100亩", RESULT, 2023),
        ("2座", RESULT, 2023),
        ("1处", TARGET, 2024),
    ]


@pytest.mark.parametrize(
    ("sentence", "year"),
    [
        ("会议指出，2023年，全县农业农村工作稳中有进。", 2023),
        ("2023年，各项工作迈上新台阶。", 2023),
        ("会议部署2023年以来的重点任务。", None),
        ("2023年，要再上新台阶。", None),
        ("2024年，各项工作开局良好。", None),
    ],
)
def test_a_sentence_that_opens_with_a_year_that_is_over_dates_the_results_after_it(
    sentence: str, year: int | None
) -> None:
    assert year_before_told(sentence, 2024) == year


LOOKING_BACK = """2024年政府工作报告
一、当前形势和基本任务
过去一年，各项工作取得新的成绩。工业总产值达到36亿元，比上年增长7%。今年要再上台阶。工业总产值增长8%。
二、2024年的工作
过去一年的工作打下了好基础。粮食总产量12万吨。今年要再进一步。粮食总产量13万吨。
"""


def test_a_sentence_that_only_looks_back_dates_the_results_after_it_until_something_is_planned() -> None:
    assert [(f.text, f.kind, f.year) for f in figures(LOOKING_BACK)] == [
        ("36亿元", RESULT, 2023),
        ("7%", RESULT, 2023),
        ("8%", TARGET, 2024),
        ("12万吨", RESULT, 2023),
        ("13万吨", TARGET, 2024),
    ]
