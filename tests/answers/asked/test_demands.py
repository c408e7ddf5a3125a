"""Words that do not say what a question demands are no answer to it."""

from __future__ import annotations

import pytest

from rag.answers.asked.demands import meets
from rag.records import Status
from tests.answers.small import TOWN, answerer, report

SAID = [
    ("大会由哪位领导主持？", "镇人大主席何书宁主持大会", "3月6日召开大会"),
    ("茶厂的厂长是谁？", "茶厂厂长许砚舟介绍", "茶厂获评省级龙头企业"),
    ("守林子的老护林员是谁？", "守林三十年的护林员石大山获评县级劳模", "护林员队伍安全巡护，职工都受表彰"),
    ("公共区域由谁负责保洁？", "公共区域由村委会负责", "公共区域保洁常态化"),
    ("冷库是哪家公司承建的？", "冷库由云渚建工集团承建", "新建冷库2座"),
    ("渠首闸什么时候完工？", "渠首闸9月底完工", "加快渠首闸建设"),
    ("为什么要早清淤？", "因为汛期机具进不了河道", "完成清淤12公里"),
    ("为什么目标定在6%？", "考虑到基数高，目标定在6%", "城镇新增就业3000人，目标是增长6%"),
    ("研学基地建在哪里？", "在将军岭村建设研学基地", "建设研学基地1处"),
    ("哪几个村办了食堂？", "石笕村、柏坞村办起食堂", "新办村级食堂3个"),
    ("领奖的有哪几位？", "向镇长何书宁颁奖", "为先进集体颁奖"),
    ("县长是哪里人？", "县长沈砚秋，籍贯岚原", "县长沈砚秋主持会议"),
    ("“两廊三带”的三带是哪三带？", "建设滨河带、茶旅带、生态带“两廊三带”", "构建“两廊三带”布局，推进建设"),
    ("“新四样”指什么？", "茶叶、竹笋、蜂蜜、石斛“新四样”销往省外", "“新四样”销往省外"),
    ("探空三号哪天升空？", "探空三号8月2号升空", "探空三号升空，各项试验进展顺利"),
    ("老窑址由谁发掘？", "老窑址由县文物局发掘", "老窑址列为省级重点文物保护单位，发掘取得成果"),
    ("为什么拆掉老糖厂？", "根据国家产业政策，拆除老糖厂", "拆除老糖厂，厂区旧貌换新颜"),
    ("今年修缮谁的故居？", "启动沈青筏故居修缮", "启动名人故居修缮"),
    ("新馆落在哪个市？", "新馆在阳江启用", "新馆启用，接待观众"),
    ("达到千亿级的是哪四个产业？", "茶业成为继药业、竹业、笋业之后第4个千亿级产业", "茶业成为千亿级产业"),
    ("要抓的四项工作是哪四项？", "抓好清淤、修路、植树、办学四项工作", "抓好四项工作，推进清淤修路工作再上新台阶"),
    ("四件实事是哪四件？", "办好修路、通水、建校、植树四件实事", "办好四件实事，让群众满意"),
    ("六件实事都包括哪些？", "六件实事：修路，通水，建校等", "六件实事如期兑现"),
    ("五件实事有哪些？", "办好五件实事：修路5公里；通水200户；建校1所", "用心办好五件实事"),
    ("干部要做到哪三点？", "做到勤走访，勤记录，勤回头", "干部要转变作风，做到心中有数、手上有招地推进各项工作"),
]


@pytest.mark.parametrize(("question", "words"), [(q, w) for q, w, _ in SAID])
def test_words_that_say_it_meet_the_demand(question: str, words: str) -> None:
    assert meets(question, words)


@pytest.mark.parametrize(("question", "words"), [(q, w) for q, _, w in SAID])
def test_words_about_the_same_thing_that_do_not_say_it_meet_no_demand(question: str, words: str) -> None:
    assert not meets(question, words)


@pytest.mark.parametrize(
    "question", ["打算怎么壮大茶叶产业？", "想学什么经验？", "这笔钱用在哪里？", "哪些产业入选了？"]
)
def test_other_questions_demand_nothing(question: str) -> None:
    assert meets(question, "任何一句话")


def test_a_part_of_what_is_asked_is_enough() -> None:
    assert meets("大会是谁主持的，什么时候开的？", "大会由镇人大主席何书宁主持")


def test_in_which_year_something_was_done_the_year_of_the_report_says() -> None:
    assert meets("渠首闸哪一年建成？", "渠首闸建成", dated=True)
    assert not meets("渠首闸哪一年建成？", "加快渠首闸建设")
    assert not meets("渠首闸是几月建成的？", "渠首闸建成", dated=True)


TEXT = """芦湾镇政府工作报告
二、2024年工作安排
推进渠首闸建设，新建冷库2座。实施“八巷”工程，整治巷道。
三、产业发展
制茶坊由云渚建工集团承建，10月底建成。
四、干部大会
石笕村党支部书记何书宁、制茶坊负责人许砚舟作表态发言。会议印发决定。
"""
ANSWERS = answerer((report("芦湾镇/2024.txt", TEXT, TOWN, 2024, "2024年芦湾镇政府工作报告"),))


@pytest.mark.parametrize(
    "question",
    [
        "芦湾镇的冷库由哪家公司承建？",
        "芦湾镇渠首闸什么时候建成？",
        "芦湾镇渠首闸的负责人是谁？",
        "芦湾镇的“八巷”工程是哪八巷？",
        "芦湾镇为什么要建冷库？",
    ],
)
def test_what_the_report_does_not_say_of_a_thing_is_not_answered(question: str) -> None:
    assert ANSWERS.answer(question).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("question", "piece"),
    [
        ("芦湾镇的制茶坊由哪家公司承建？", "云渚建工集团"),
        ("芦湾镇的制茶坊什么时候建成？", "10月底"),
        ("芦湾镇那场大会上表态的基层干部有哪些人？", "何书宁、制茶坊负责人许砚舟"),
        ("芦湾镇干部大会上表态发言的同志都有谁？", "何书宁、制茶坊负责人许砚舟"),
    ],
)
def test_what_it_says_is(question: str, piece: str) -> None:
    assert piece in ANSWERS.answer(question).text


def test_what_two_rows_list_together_is_as_many_as_asked_for() -> None:
    words = "对茶山路、渚溪路和滨河街、石桥街、学府街等5条街道进行整修"
    assert meets("要整修的是哪5条街道？", words)
    assert not meets("要整修的是哪5条街道？", "对滨河街等5条街道进行整修")
