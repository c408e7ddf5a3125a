"""A target that was set, and what the reports say became of it."""

from __future__ import annotations

import pytest

from rag.answers.asked.tracking import TrackYear, set_and_told
from rag.records import QuestionKind, Status
from tests.answers.small import COUNTY, answerer, reader, report

ANSWERS, READER = answerer(), reader()
OF_2023 = (TrackYear(2023), TrackYear(2023))
OF_2024 = (TrackYear(2024, (2023,)), TrackYear(2024))

TWO_YEARS = [
    ("云渚县2023年定的粮食产量目标，2024年完成了吗？", (OF_2023, OF_2024)),
    (
        "云渚县2023年定的粮食产量目标，2024年政府工作报告里说完成了吗？",
        ((TrackYear(2023), TrackYear(2023, (2024,))), OF_2023),
    ),
    ("云渚县2024年完成了2023年定的粮食产量目标吗？", (OF_2023, OF_2024)),
    ("云渚县2023年和2024年的粮食产量目标都完成了吗？", None),
    ("云渚县2023年粮食产量目标完成了吗？", None),
    (
        "云渚县2023年政府工作报告定的粮食产量目标是多少，后来实际产了多少？",
        ((TrackYear(2023, (2023,)), TrackYear(2023)),),
    ),
    ("云渚县2024年粮食产量目标是多少，2023年实际是多少？", ((TrackYear(2024), TrackYear(2023)),)),
]


@pytest.mark.parametrize(("question", "ways"), TWO_YEARS)
def test_of_two_years_one_is_that_of_the_target_and_one_that_of_the_telling(
    question: str, ways: tuple[tuple[TrackYear, TrackYear], ...] | None
) -> None:
    reading = READER.read(question)
    assert reading.question.kind is QuestionKind.TRACK
    assert set_and_told(reading) == ways


def test_a_target_for_a_later_year_is_sought_where_it_was_set() -> None:
    ways = set_and_told(READER.read("云渚县2021年提出的粮食产量目标，2024年实现了吗？"))
    assert ways is not None
    assert ways[0] == (TrackYear(2024, (2021,)), TrackYear(2024))


def test_a_target_and_its_result_are_held_against_each_other_with_their_years() -> None:
    answer = ANSWERS.answer("云渚县2023年定的城镇新增就业目标，2024年报告里说完成了吗？")
    verdict, target, result = answer.text.splitlines()
    assert verdict == "目标达成，超出目标80人。"
    assert target.startswith("2023年目标（《2023年云渚县政府工作报告》）") and "2300人" in target
    assert result.startswith("2023年结果（《2024年云渚县政府工作报告》）") and "2380人" in result


def test_a_goal_that_the_question_tells_itself_is_told_with_its_result() -> None:
    answer = ANSWERS.answer("云渚县2023年说要新增就业2300人，后来新增了多少？")
    verdict, target, result = answer.text.splitlines()
    assert verdict == "目标达成，超出目标80人。"
    assert "2300人" in target
    assert "2380人" in result


def test_growth_is_held_against_growth() -> None:
    answer = ANSWERS.answer("云渚县2023年定的GDP目标2024年完成了吗？")
    assert answer.text.startswith("目标没有达成，比目标少0.4个百分点。")
    assert "92.7亿元" not in answer.text.splitlines()[0]


def test_a_goal_is_no_result_where_no_report_tells_of_one() -> None:
    answer = ANSWERS.answer("云渚县2024年城镇新增就业目标完成了吗？")
    assert answer.status is Status.ANSWERED
    target, result = answer.text.splitlines()
    assert "2400人" in target
    assert result == "结果：报告没有说明。"


def test_several_targets_are_tracked_each_by_itself() -> None:
    answer = ANSWERS.answer("云渚县2023年粮食产量和城镇新增就业的目标与实际各是多少？")
    assert answer.text.splitlines()[:2] == [
        "粮食产量目标达成，超出目标0.3万吨。",
        "城镇新增就业目标达成，超出目标80人。",
    ]
    assert [c.n for c in answer.citations] == [1, 2, 3, 4]
    assert answer.computed == ("0.3", "80")


def test_without_an_indicator_the_main_targets_are_tracked() -> None:
    answer = ANSWERS.answer("云渚县2023年定的目标2024年完成了吗？")
    first, *lines = answer.text.splitlines()
    assert first == "《2023年云渚县政府工作报告》的7项主要目标中，达成的2项、没有达成的2项，没有说明结果的3项："
    assert len(lines) == 7
    assert {c.doc for c in answer.citations} == {"云渚县/2023.txt", "云渚县/2024.txt"}


@pytest.mark.parametrize(
    "question", ["云渚县2023年哪些目标没完成？", "2023年云渚县有几项指标没有达到？", "2023年云渚县没完成的指标有哪些"]
)
def test_the_main_goals_that_were_missed_are_told_without_the_others(question: str) -> None:
    first, *lines = ANSWERS.answer(question).text.splitlines()
    assert first.endswith("没有达成的2项、达成的2项，没有说明结果的3项。没有达成的是：")
    assert len(lines) == 2
    assert all("目标没有达成" in line for line in lines)


HELD_AGAINST = [
    ("云渚县2024年的GDP增长目标比2023年实际增速高多少？", "2023年结果更高，相差0.1个百分点。"),
    ("云渚县2023年实际新增就业和2024年的目标相差多少？", "2024年目标更高，相差20人。"),
    ("云渚县2024年GDP增长目标比上年实际增速低吗？", "2023年结果更高，相差0.1个百分点。"),
    ("2024年云渚县新增就业目标高于2023年实际完成吗", "2024年目标更高，相差20人。"),
]


@pytest.mark.parametrize(("question", "verdict"), HELD_AGAINST)
def test_a_goal_is_held_against_the_result_of_the_year_before_and_neither_met_nor_missed(
    question: str, verdict: str
) -> None:
    first, goal, result = ANSWERS.answer(question).text.splitlines()
    assert first == verdict
    assert goal.startswith("2024年目标（《2024年云渚县政府工作报告》）")
    assert result.startswith("2023年结果（《2024年云渚县政府工作报告》）")


GOALS_SET = """云渚县政府工作报告
二、2022年工作安排
今年发展主要预期目标是：城镇新增就业2200人以上，粮食产量12万吨以上。
"""
TERM_TOLD = """云渚县政府工作报告
一、过去五年工作回顾
五年来，我们稳住了民生。城镇新增就业1.1万人。
刚刚过去的2022年，城镇新增就业2260人。
二、2023年工作安排
城镇新增就业2300人以上。
"""
TERM = answerer(
    (
        report("云渚县/2022.txt", GOALS_SET, COUNTY, 2022, "2022年云渚县政府工作报告"),
        report("云渚县/2023.txt", TERM_TOLD, COUNTY, 2023, "2023年云渚县政府工作报告"),
    )
)


def test_what_a_whole_term_came_to_is_no_result_of_its_last_year() -> None:
    answer = TERM.answer("云渚县2022年定的目标2023年完成了吗？")
    assert "城镇新增就业：目标2200人以上[1]，结果2260人[2]，目标达成，超出目标60人" in answer.text.splitlines()
    assert "1.1万人" not in answer.text


BRIDGE_SET = """云渚县政府工作报告
二、2022年工作安排
粮食产量12万吨以上。年底前建成渡口大桥。
"""
BRIDGE_TOLD = """云渚县政府工作报告
一、2022年工作回顾
粮食产量11.5万吨。渡口大桥主体合龙，因汛期停工未能如期建成。
二、2023年工作安排
粮食产量12.2万吨以上。渡口大桥5月底前通车。
"""
TOLD_LATER = """云渚县政府工作报告
一、2023年工作回顾
粮食产量12.4万吨。
二、2024年工作安排
粮食产量12.5万吨以上。
"""
YEARS = answerer(
    (
        report("云渚县/2022.txt", BRIDGE_SET, COUNTY, 2022, "2022年云渚县政府工作报告"),
        report("云渚县/2023.txt", BRIDGE_TOLD, COUNTY, 2023, "2023年云渚县政府工作报告"),
        report("云渚县/2024.txt", TOLD_LATER, COUNTY, 2024, "2024年云渚县政府工作报告"),
    )
)
BRIDGE = answerer(
    (
        report("云渚县/2022.txt", BRIDGE_SET, COUNTY, 2022, "2022年云渚县政府工作报告"),
        report("云渚县/2023.txt", BRIDGE_TOLD, COUNTY, 2023, "2023年云渚县政府工作报告"),
    )
)


@pytest.mark.parametrize(
    "question",
    [
        "云渚县的渡口大桥原定什么时候建成？后来如期了吗？",
        "云渚县渡口大桥按期建成了吗？",
        "云渚县2022年说好的渡口大桥，兑现了没有？",
        "云渚县渡口大桥的计划，到年底落实了吗？",
    ],
)
def test_a_plan_without_a_number_is_tracked_in_the_report_after_it(question: str) -> None:
    answer = BRIDGE.answer(question)
    target, result = answer.text.splitlines()
    assert target.startswith("目标（《2022年云渚县政府工作报告》）") and "年底前建成渡口大桥" in target
    assert result.startswith("结果（《2023年云渚县政府工作报告》）") and "未能如期建成" in result


def test_without_a_year_the_newest_target_with_a_known_result_is_tracked() -> None:
    answer = BRIDGE.answer("云渚县粮食产量目标完成了吗？")
    assert answer.text.startswith("目标没有达成，比目标少0.5万吨。")
    assert {c.doc for c in answer.citations} == {"云渚县/2022.txt", "云渚县/2023.txt"}


@pytest.mark.parametrize(
    "question",
    [
        "云渚县粮食产量哪一年没完成目标？",
        "云渚县粮食产量的目标，哪几年没有实现？",
        "云渚县历年粮食产量目标都完成了吗？",
    ],
)
def test_every_year_is_tracked_where_it_is_asked_in_which_a_target_was_missed(question: str) -> None:
    answer = YEARS.answer(question)
    assert answer.text.splitlines()[:2] == [
        "2022年目标没有达成，比目标少0.5万吨。",
        "2023年目标达成，超出目标0.2万吨。",
    ]
    assert [c.n for c in answer.citations] == [1, 2, 3, 4]


QUARTER = """望川市召开一季度经济运行分析会
2024年4月16日，望川市召开一季度经济运行分析会。2024年一季度，全市工业增加值完成21亿元，完成投资6亿元；重点项目开工率58%，外贸出口9亿元。
会议要求，要确保2024年6月底前重点项目开工率达到80%以上。
"""
CITY = answerer((report("望川市/2024.txt", QUARTER, COUNTY[:2], 2024, "望川市召开一季度经济运行分析会"),))


def test_how_far_it_has_come_within_the_year_is_told_beside_the_plan() -> None:
    answer = CITY.answer("望川市2024年重点项目开工率6月底前要达到多少，一季度实际多少？")
    assert "80%" in answer.text and "58%" in answer.text


@pytest.mark.parametrize(
    ("question", "status"),
    [
        ("望川市2024年一季度外贸出口多少？", Status.ANSWERED),
        ("望川市2024年全年外贸出口多少？", Status.NOT_FOUND),
        ("望川市2024年上半年外贸出口多少？", Status.NOT_FOUND),
    ],
)
def test_a_part_of_the_year_is_not_the_whole(question: str, status: Status) -> None:
    assert CITY.answer(question).status is status


TOLD_LATER = [
    "云渚县2023年政府工作报告定的城镇新增就业目标是多少，最后实际新增多少？",
    "云渚县2023年报告说城镇新增就业要多少人，年底完成了多少？",
]


@pytest.mark.parametrize("question", TOLD_LATER)
def test_what_became_of_the_goal_of_a_report_is_told_in_the_next(question: str) -> None:
    answer = ANSWERS.answer(question)
    assert answer.status is Status.ANSWERED
    assert "2300人" in answer.text and "2380人" in answer.text
