"""What questions set side by side besides places and years, read and answered."""

from __future__ import annotations

import pytest

from rag.answers.telling.guard import unsupported
from rag.records import Document, Status
from tests.answers.small import answerer, reader, report

READ = [
    # question, the members, the terms of the first
    ("芦湾镇规上工业和特色产业，哪一块涨得更凶？", ("规上工业", "特色产业"), {"规上工业"}),
    ("芦湾镇的茶园和果园哪个面积大？", ("茶园", "果园"), {"茶园"}),
    ("云渚县2023年城镇居民和农村居民收入增长目标，哪边高？", ("城镇居民收入", "农村居民收入"), {"城镇居民收入"}),
    ("云渚县2023年固投目标比社零目标高几个百分点？", ("固投", "社零"), {"固投"}),
    (
        "云渚县2023年的重点项目里，农业类、工业类和商贸类加起来几个？",
        ("农业类", "工业类", "商贸类"),
        {"农业", "重点项目"},
    ),
]


@pytest.mark.parametrize(("question", "labels", "first"), READ)
def test_members_stand_in_a_row_before_what_compares_or_adds_them(
    question: str, labels: tuple[str, ...], first: set[str]
) -> None:
    reading = reader().read(question)
    assert tuple(member.label for member in reading.members) == labels
    assert first <= {term.text for term in reading.members[0].terms}


MORE_READ = [
    ("云渚县2023年和2024年给茶园、果园投资定的任务分别是多少？", ("茶园", "果园投资")),
    ("芦湾镇2024年玉米比谷子多种多少亩？", ("玉米", "谷子")),
    ("芦湾镇2024年玉米比小杂粮多种多少亩？", ("玉米", "小杂粮")),
    ("云渚县2023年一产二产三产哪个增长目标最高？", ("一产", "二产", "三产")),
]


@pytest.mark.parametrize(("question", "labels"), MORE_READ)
def test_members_may_be_held_against_one_another_or_follow_one_another(question: str, labels: tuple[str, ...]) -> None:
    assert tuple(member.label for member in reader().read(question).members) == labels


NOT_READ = [
    "芦湾镇2024年总共安排了多少个项目？茶业类的和果业类的各几个？",
    "芦湾镇的茶园和果园在哪里？",  # nothing is compared
    "云渚县打算建哪些茶园、果园，各多少亩？",
    "芦湾镇2024年种多少玉米？",
    "云渚县2023年粮食产量目标和实际差多少",  # the two sides of one target
]


@pytest.mark.parametrize("question", NOT_READ)
def test_questions_that_compare_nothing_have_no_members(question: str) -> None:
    assert reader().read(question).members == ()


SPEECH = """在2024年全镇经济工作会议上的讲话

一、2023年的工作
全镇规模以上工业总产值完成3.6亿元，同比增长31%；特色产业产值完成5200万元，同比增长18%。

二、今年的重点工作
新建茶园350亩、果园280亩。安排重点项目42个，其中农业类19个、工业类8个、商贸类15个。
"""
TOWN = (report("芦湾镇/2024.txt", SPEECH, ("岚原省", "望川市", "云渚县", "芦湾镇"), 2024, "2024年芦湾镇讲话"),)

ASKED = [
    # question, the first line of the answer, what the others must hold, the number worked out
    ("芦湾镇规上工业和特色产业，哪一块涨得更凶？各涨多少", "规上工业更高，相差13个百分点。", ("31%", "18%"), "13"),
    ("芦湾镇2024年新建的茶园和果园，面积差多少？", "茶园更高，相差70亩。", ("350亩", "280亩"), "70"),
    ("芦湾镇2024年茶园和果园哪个建得多？", "茶园更高，相差70亩。", ("350亩", "280亩"), "70"),
    ("芦湾镇规上工业和特色产业，谁涨得快？", "规上工业更高，相差13个百分点。", ("31%", "18%"), "13"),
    ("芦湾镇2024年的重点项目里，工业类和商贸类哪个少？", "工业类更低，相差7个。", ("8个", "15个"), "7"),
    ("芦湾镇2024年的重点项目里，农业类、工业类和商贸类加起来几个？", "合计42个。", ("19个", "8个", "15个"), "42"),
]


@pytest.mark.parametrize(("question", "first", "held", "number"), ASKED)
def test_each_member_is_looked_up_by_itself_and_then_compared(
    question: str, first: str, held: tuple[str, ...], number: str
) -> None:
    answer = answerer(TOWN).answer(question)
    assert answer.status is Status.ANSWERED
    line, *told = answer.text.splitlines()
    assert line == first
    assert len(told) == len(held)
    assert all(amount in words for amount, words in zip(held, told, strict=True))
    assert answer.computed == (number,)
    assert unsupported(answer) == frozenset()


def test_one_amount_for_both_says_nothing_of_which_is_more() -> None:
    shared = report(
        "芦湾镇/2024.txt",
        "今年的重点工作\n茶园、果园共新建350亩。\n",
        ("岚原省", "望川市", "云渚县", "芦湾镇"),
        2024,
        "讲话",
    )
    answer = answerer((shared,)).answer("芦湾镇2024年新建的茶园和果园，哪个面积大？")
    assert "相同" not in answer.text
    assert "更高" not in answer.text


def test_several_places_are_asked_for_every_member() -> None:
    towns: tuple[Document, ...] = (
        *TOWN,
        report(
            "芦岭乡/2024.txt",
            "在2024年全乡经济工作会议上的讲话\n\n二、今年的重点工作\n新建茶园120亩、果园90亩。\n",
            ("岚原省", "望川市", "云渚县", "芦岭乡"),
            2024,
            "2024年芦岭乡讲话",
        ),
    )
    answer = answerer(towns).answer("芦湾镇、芦岭乡2024年茶园和果园各是多少亩？")
    assert [line.partition("（")[0] for line in answer.text.splitlines()] == [
        "芦湾镇茶园",
        "芦湾镇果园",
        "芦岭乡茶园",
        "芦岭乡果园",
    ]


INCOMES = report(
    "芦湾镇/2024.txt",
    "芦湾镇2024年政府工作报告\n一、2023年工作回顾\n全体居民人均可支配收入增长5.5%，城镇居民人均可支配收入增长4.8%，"
    "农村居民人均可支配收入增长7%。\n二、2024年工作安排\n城乡居民收入增长6%。\n",
    ("岚原省", "望川市", "云渚县", "芦湾镇"),
    2024,
    "2024年芦湾镇政府工作报告",
)


def test_what_town_and_country_earn_is_told_of_each_where_reports_tell_them_apart() -> None:
    answer = answerer((INCOMES,)).answer("芦湾镇2023年城乡居民收入增长多少？")
    town, country = answer.text.splitlines()
    assert town.startswith("城镇居民收入") and "4.8%" in town
    assert country.startswith("农村居民收入") and "7%" in country


def test_what_they_earn_together_is_told_where_one_amount_is_for_both() -> None:
    answer = answerer((INCOMES,)).answer("芦湾镇2024年城乡居民收入目标是多少？")
    assert answer.text == "据《2024年芦湾镇政府工作报告》：城乡居民收入增长6%。[1]"
