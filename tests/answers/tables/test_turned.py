"""How the amounts of several places changed between two years, from the words typed to the cited answer."""

from __future__ import annotations

import pytest

from rag.answers.telling.guard import unsupported
from rag.records import Status
from tests.answers.provinces import provincial
from tests.answers.small import answerer, report

ANSWERS = answerer(
    (
        provincial("岚原省", 2023, "地区生产总值增长6%左右，城镇新增就业40万人以上", "地区生产总值增长5.1%"),
        provincial("岚原省", 2024, "地区生产总值增长5.5%左右，城镇新增就业40万人以上", "地区生产总值增长5.3%"),
        provincial("汀湖省", 2023, "地区生产总值增长7%以上，城镇新增就业8万人", "地区生产总值增长6.4%"),
        provincial("汀湖省", 2024, "地区生产总值增长7%左右，城镇新增就业9万人", "地区生产总值增长6.2%"),
        provincial("溟海省", 2023, "地区生产总值增长5.5%，粮食产量300万吨", "地区生产总值增长5.1%"),
        provincial("溟海省", 2024, "地区生产总值增长5%—5.5%，粮食产量300万吨", "地区生产总值增长5.2%"),
        provincial("望桐省", 2024, "地区生产总值增长6%以上，粮食产量300万吨", "地区生产总值增长5%"),
    )
)
LOWERED = "降低的有2个：岚原省（6%左右[1]→5.5%左右[2]）、溟海省（5.5%[3]→5%—5.5%[4]）。"

ASKED = [
    (
        "跟2023年相比，岚原省、汀湖省、溟海省有几个省把2024年的GDP增长目标调低了？",
        (
            LOWERED,
            "没有提高的。",
            "持平的有1个：汀湖省（7%以上[5]→7%左右[6]）。",
            "资料库里3个省区市中，有3个写明了2023年和2024年这项目标。",
        ),
    ),
    (
        "哪些省2024年的GDP增长目标比2023年下调了",
        (
            LOWERED,
            "没有提高的。",
            "持平的有1个：汀湖省（7%以上[5]→7%左右[6]）。",
            "资料库里4个省区市中，有3个写明了2023年和2024年这项目标；没有都写明的有望桐省。",
        ),
    ),
    (
        "岚原省和汀湖省2024年城镇新增就业目标跟上年相比变没变",
        (
            "没有降低的。",
            "提高的有1个：汀湖省（8万人[1]→9万人[2]）。",
            "持平的有1个：岚原省（40万人以上[3]→40万人以上[4]）。",
            "资料库里2个地区中，有2个写明了2023年和2024年这项目标。",
        ),
    ),
]


AGAINST_RESULTS = [
    "2024年有几个省GDP目标比2023年实际增速高？",
    "2024年GDP增速目标高于2023年实际完成的有哪些省",
    "2024年各省地区生产总值目标比上年实际高的有几个",
]


@pytest.mark.parametrize("question", AGAINST_RESULTS)
def test_the_goals_of_a_year_are_held_against_what_was_reached_before(question: str) -> None:
    answer = ANSWERS.answer(question)
    assert answer.status is Status.ANSWERED
    assert answer.text.splitlines() == [
        "目标高于上一年结果的有3个：岚原省（5.3%[1]→5.5%左右[2]）、望桐省（5%[3]→6%以上[4]）、汀湖省（6.2%[5]→7%左右[6]）。",
        "没有目标低于上一年结果的。",
        "没有目标与上一年结果相同的。",
        "区间有变、说不上高低的有溟海省（5.2%[7]→5%—5.5%[8]）。",
        "资料库里4个省区市中，有4个写明了2023年这项完成情况和2024年目标。",
    ]
    assert not unsupported(answer)


@pytest.mark.parametrize(("question", "lines"), ASKED)
def test_the_places_that_changed_are_counted_with_both_amounts(question: str, lines: tuple[str, ...]) -> None:
    answer = ANSWERS.answer(question)
    assert answer.status is Status.ANSWERED
    assert tuple(answer.text.splitlines()) == lines
    assert unsupported(answer) == frozenset()


def test_of_one_place_the_change_is_told_before_both_statements() -> None:
    answer = ANSWERS.answer("岚原省2024年的GDP增长目标比2023年是调高了还是调低了？")
    assert answer.text.splitlines()[0] == "2024年与2023年相比，由6%左右到5.5%左右，降低0.5个百分点。"
    assert [c.doc for c in answer.citations] == ["岚原省/2023.txt", "岚原省/2024.txt"]
    assert unsupported(answer) == frozenset()


def test_a_year_that_no_report_is_for_is_said_to_be_missing() -> None:
    answer = ANSWERS.answer("2022年与2020年相比，有几个省上调了GDP增长目标？")
    assert answer.status is Status.NOT_FOUND
    assert "2020年和2022年" in answer.text


def test_of_the_places_named_those_are_counted_that_have_a_goal_at_all() -> None:
    answer = ANSWERS.answer("岚原省、汀湖省、溟海省2024年有几个给粮食产量定了目标？是哪几个，定了多少？")
    assert answer.text.splitlines() == [
        "有1个地区：溟海省（300万吨）[1]。",
        "资料库里3个地区中，有1个写明了2024年这项目标；没有写明的有岚原省、汀湖省。",
    ]


HELD_AGAINST = [
    ("岚原省2024年的GDP增长目标比汀湖省高吗", "汀湖省更高，相差1.5个百分点。"),
    ("岚原省2024年的城镇新增就业目标比汀湖省高还是低", "岚原省更高，相差31万人。"),
    ("岚原省2023年的GDP增长目标和汀湖省一样吗", "汀湖省更高，相差1个百分点。"),
    ("岚原省、汀湖省2023年的GDP增长目标一样吗", "汀湖省更高，相差1个百分点。"),
]


@pytest.mark.parametrize(("question", "verdict"), HELD_AGAINST)
def test_one_place_is_held_against_another(question: str, verdict: str) -> None:
    answer = ANSWERS.answer(question)
    assert answer.text.splitlines()[0] == verdict
    assert unsupported(answer) == frozenset()


def test_it_is_told_which_of_the_places_meet_what_is_asked_of_all() -> None:
    answer = ANSWERS.answer("岚原省、汀湖省、溟海省2024年的GDP增长目标都在5.5%以上吗？")
    assert answer.text.splitlines()[0] == "有1个地区：汀湖省（7%左右）[1]。"


def test_whoever_set_a_goal_is_counted_in_whatever_unit() -> None:
    answers = answerer(
        (
            provincial("岚原省", 2024, "研发投入增长8%以上", "地区生产总值增长5.3%"),
            provincial("汀湖省", 2024, "研发投入达到20亿元", "地区生产总值增长6.2%"),
            provincial("溟海省", 2024, "粮食产量300万吨", "地区生产总值增长5.2%"),
        )
    )
    told, covered = answers.answer("岚原省、汀湖省、溟海省2024年有几个给研发投入定了目标").text.splitlines()
    assert told.startswith("有2个地区：")
    assert ("岚原省（8%以上）" in told, "汀湖省（20亿元）" in told) == (True, True)
    assert covered == "资料库里3个地区中，有2个写明了2024年这项目标；没有写明的有溟海省。"


def test_several_places_are_held_against_the_country() -> None:
    nation = report(
        "全国/2024.txt",
        "政府工作报告\n——2024年3月5日在第十四届全国人民代表大会第二次会议上\n\n二、2024年工作安排\n今年发展主要预期目标是：国内生产总值增长6%左右。\n",
        ("全国",),
        2024,
        "2024年国务院政府工作报告",
    )
    places = (
        provincial("岚原省", 2024, "地区生产总值增长5.5%左右", "粮食产量达到3万吨"),
        provincial("汀湖省", 2024, "地区生产总值增长7%左右", "粮食产量达到3万吨"),
        provincial("溟海省", 2024, "地区生产总值增长8%左右", "粮食产量达到3万吨"),
    )
    answer = answerer((*places, nation)).answer("岚原省和汀湖省2024年GDP增长目标都高于全国吗")
    assert answer.text.splitlines() == [
        "有1个地区：汀湖省（7%左右）[1]。",
        "资料库里2个地区中，有2个写明了2024年这项目标。",
        "全国：国内生产总值增长6%左右[2]。",
    ]
