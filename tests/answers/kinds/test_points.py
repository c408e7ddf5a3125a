"""Points that a report makes one after another, and things that it names."""

from __future__ import annotations

import pytest

from rag.answers.telling.guard import unsupported
from rag.records import Status
from tests.answers.small import COUNTY, answerer, report

SPEECH = """在2024年全镇经济工作会议上的讲话

一、2023年的工作
一是夯实农业基础。种植玉米4200亩。
二是改善人居环境。改造农房36户。
三是发展旅游。接待游客2万人次。
四是搞好治安。全年无重大案件。

二、今年要抓好的三个方面工作
聚焦茶业提质，壮大富民产业。新栽茶叶350亩，改造老茶园，引导茶农统一采摘，做好品牌推介，让茶农的收入稳定增长。
聚焦河道清淤，守护一江清水。清淤河道12公里，落实河长责任，整治沿河乱堆乱放，建好护岸，让河水常年清澈。
聚焦民生实事，增进群众福祉。成立工作小组，下设党建专班、茶业专班、清淤专班等5个工作专班，把群众的事一件一件办好。
同志们，让我们携手并进。
"""
TOWN = (report("芦湾镇/2024.txt", SPEECH, ("岚原省", "望川市", "云渚县", "芦湾镇"), 2024, "2024年芦湾镇讲话"),)
FOCUS = ("聚焦茶业提质，壮大富民产业[1]", "聚焦河道清淤，守护一江清水[2]", "聚焦民生实事，增进群众福祉[3]")

ASKED = [
    # question, the lines behind the first
    ("芦湾镇2024年要抓的三个方面工作分别是什么？", FOCUS),
    ("芦湾镇2024年的讲话，逐条列出每一条“聚焦”的是什么", FOCUS),
    (
        "芦湾镇2024年讲话里的四条举措都有哪些？",
        ("一是夯实农业基础[1]", "二是改善人居环境[2]", "三是发展旅游[3]", "四是搞好治安[4]"),
    ),
    ("芦湾镇2024年在茶业上提了几条举措？", FOCUS),
]


@pytest.mark.parametrize(("question", "points"), ASKED)
def test_points_are_told_from_their_headings(question: str, points: tuple[str, ...]) -> None:
    answer = answerer(TOWN).answer(question)
    assert answer.status is Status.ANSWERED
    first, *lines = answer.text.splitlines()
    assert first.startswith(f"据《2024年芦湾镇讲话》，共{len(points)}条")
    assert tuple(lines) == points
    assert answer.computed == (str(len(points)),)
    assert all(c.span.of(SPEECH) == c.quote for c in answer.citations)
    assert unsupported(answer) == frozenset()


def test_the_sentence_that_says_how_many_points_follow_is_cited_for_their_number() -> None:
    told = SPEECH.replace("三个方面工作\n", "三个方面工作\n今年要全力抓好三个方面的工作。\n")
    answer = answerer((report("芦湾镇/2024.txt", told, TOWN[0].metadata.places, 2024, "2024年芦湾镇讲话"),)).answer(
        "芦湾镇2024年要抓的三个方面工作分别是什么？"
    )
    assert answer.text.splitlines()[0] == "据《2024年芦湾镇讲话》，共3条[4]："
    assert answer.citations[-1].quote == "今年要全力抓好三个方面的工作。"


BATTLES = """2024年政府工作报告

一、2024年工作
今年要打好“三仗”，重点抓好以下工作。
（一）打好茶业提质攻坚仗。新栽茶叶350亩，改造老茶园，引导茶农统一采摘，做好品牌推介。
（二）打好河道清淤持久仗。清淤河道12公里，落实河长责任，整治沿河乱堆乱放，建好护岸。
（三）打好民生实事主动仗。成立工作小组，把群众的事一件一件办好，让群众满意。
（四）推进乡村振兴。
"""


@pytest.mark.parametrize("asked", ["哪三仗？", "是哪三场仗"])
def test_what_is_called_by_one_word_is_told_from_headings_that_have_it(asked: str) -> None:
    answers = answerer((report("芦湾镇/2024.txt", BATTLES, TOWN[0].metadata.places, 2024, "2024年芦湾镇政府工作报告"),))
    lines = answers.answer(f"芦湾镇2024年要打的“三仗”具体{asked}").text.splitlines()
    assert [line.partition("打好")[2] for line in lines[1:]] == [
        "茶业提质攻坚仗[1]", "河道清淤持久仗[2]", "民生实事主动仗[3]",
    ]  # fmt: skip


ONE_OF_THEM = [
    ("芦湾镇2024年讲话里的四条举措都有哪些，打头的是哪一条？", "其中第1条是：一是夯实农业基础[1]"),
    ("芦湾镇2024年讲话里的四条举措都有哪些，第三条是什么？", "其中第3条是：三是发展旅游[3]"),
    ("芦湾镇2024年讲话里的四条举措都有哪些，最后一条是什么？", "其中第4条是：四是搞好治安[4]"),
    ("芦湾镇2024年要抓几个方面的工作，排在最前的是哪个？", "其中第1条是："),
]


@pytest.mark.parametrize(("question", "first"), ONE_OF_THEM)
def test_the_one_that_is_asked_for_is_told_before_all_of_them(question: str, first: str) -> None:
    answer = answerer(TOWN).answer(question)
    assert answer.text.splitlines()[0].startswith(first)
    assert unsupported(answer) == frozenset()


def test_how_many_they_are_is_told_in_the_words_of_the_question() -> None:
    answer = answerer(TOWN).answer("芦湾镇2024年要抓几个方面的工作？")
    assert "共3个方面" in answer.text


NO_POINTS = [
    "芦湾镇2024年要抓的五个方面工作分别是什么？",  # nothing has five
    "芦湾镇2024年新栽多少茶叶？",
    "芦湾镇2024年清淤多少条河道？",
    "芦湾镇2024年在教育上提了几条措施？",
    "芦湾镇2023年改造农房打算提高几个点？",
]


@pytest.mark.parametrize("question", NO_POINTS)
def test_other_numbers_and_other_questions_have_no_points(question: str) -> None:
    assert "共" not in answerer(TOWN).answer(question).text


@pytest.mark.parametrize("named", ["叫得出名字的有几个", "其中点出名字的有几个", "点了名的是几个"])
def test_how_many_are_named_is_counted_beside_how_many_there_are(named: str) -> None:
    answer = answerer(TOWN).answer(f"芦湾镇2024年下设了几个工作专班？{named}？")
    assert answer.status is Status.ANSWERED
    quote, counted = answer.text.splitlines()
    assert "5个工作专班" in quote
    assert counted == "其中点了名的有3个：党建专班、茶业专班、清淤专班[1]。"
    assert answer.computed == ("3",)
    assert unsupported(answer) == frozenset()


def test_names_that_a_report_lists_are_counted_where_it_does_not_say_how_many() -> None:
    text = "2024年政府工作报告\n龙潭窑址、塔山墓群和石笕廊桥为省级文物保护单位。王家祠堂正在修缮。\n"
    made = report("芦湾镇/2024.txt", text, TOWN[0].metadata.places, 2024, "2024年芦湾镇政府工作报告")
    answer = answerer((made,)).answer("芦湾镇有几处省级文物保护单位，都叫什么？")
    assert answer.text.splitlines()[1] == "其中列出的有3处：龙潭窑址、塔山墓群、石笕廊桥[1]。"
    assert answer.computed == ("3",)
    longer = answerer((made,)).answer("芦湾镇有几处窑址墓群和廊桥现在是省级文物保护单位？分别是哪几处？")
    assert longer.text.splitlines()[1] == answer.text.splitlines()[1]
    assert answerer((made,)).answer("芦湾镇有几处国家级非遗，都叫什么？").status is Status.NOT_FOUND


def test_how_far_something_is_raised_is_no_question_of_how_many_are_named() -> None:
    text = "2024年政府工作报告\n今年要建设文化馆、图书馆、体育馆，把高中升学率提到73%以上。\n"
    made = report("芦湾镇/2024.txt", text, TOWN[0].metadata.places, 2024, "2024年芦湾镇政府工作报告")
    answer = answerer((made,)).answer("芦湾镇2024年要把高中升学率提到多少？")
    assert "73%以上" in answer.text
    assert "点了名的" not in answer.text


DEEDS = """2024年政府工作报告

二、2024年工作安排
（一）推进茶业提质。新栽茶叶350亩。
（二）推进河道清淤。清淤河道12公里。
（三）增进群众福祉。今年集中办好“三件民生实事”。①改造农房36户，拆除危房8户。②安装路灯240盏。③为老人发放助餐补贴。我们说到做到。
"""


@pytest.mark.parametrize(
    "asked", ["的三件民生实事都有哪些？", "三件民生实事分别是什么？", "要办的三件民生实事，都包括什么"]
)
def test_things_asked_by_their_number_are_the_points_that_are_said_to_be_so_many_of_them(asked: str) -> None:
    answers = answerer((report("芦湾镇/2024.txt", DEEDS, TOWN[0].metadata.places, 2024, "2024年芦湾镇政府工作报告"),))
    answer = answers.answer(f"芦湾镇2024年{asked}")
    assert [c.quote for c in answer.citations[:3]] == [
        "①改造农房36户，拆除危房8户。", "②安装路灯240盏。", "③为老人发放助餐补贴。",
    ]  # fmt: skip
    assert unsupported(answer) == frozenset()


def test_points_that_nothing_calls_so_are_no_such_things() -> None:
    answers = answerer((report("芦湾镇/2024.txt", DEEDS, TOWN[0].metadata.places, 2024, "2024年芦湾镇政府工作报告"),))
    assert "共3条" not in answers.answer("芦湾镇2024年三件乡村大事都有哪些？").text


IN_A_PARAGRAPH = """政府工作报告
一、2023年工作回顾
一年来，在几场攻坚战中全县干部敢打敢拼。一是茶园改造攻坚战。改造茶园900亩。二是河道清淤攻坚战。清淤河道12公里。三是危房改造攻坚战。改造危房40户。
存在的问题是：一是产业链条不长。二是人才不足。
二、2024年工作安排
全年种植玉米5000亩。
"""


def test_what_headings_within_a_paragraph_are_called_is_told_from_the_report_of_the_next_year() -> None:
    answer = answerer((report("2024.txt", IN_A_PARAGRAPH, COUNTY, 2024, "2024年云渚县政府工作报告"),)).answer(
        "云渚县2023年打了哪几场攻坚战？"
    )
    assert answer.text.splitlines()[1:] == [
        "一是茶园改造攻坚战[1]",
        "二是河道清淤攻坚战[2]",
        "三是危房改造攻坚战[3]",
    ]
