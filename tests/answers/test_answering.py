"""Questions about a few invented reports, from the words typed to the cited answer."""

from __future__ import annotations

import pytest

from rag.answers.telling.guard import unsupported
from rag.records import Filter, Status, Turn
from tests.answers.small import REPORTS, TOWN, answerer, report

ANSWERS = answerer()
TEXTS = {d.path: d.text for d in REPORTS}

LOOKED_UP = [
    # question, what the answer must say, what it must not say, the document cited
    ("云渚县2023年GDP增长目标是多少？", "增长6.5%左右", "6.1%", "云渚县/2023.txt"),
    ("云渚县2023年GDP实际完成多少亿元？", "92.7亿元", "86.4", "云渚县/2024.txt"),
    ("云渚縣2022年糧食產量是多少？", "12.6万吨", "13万吨", "云渚县/2023.txt"),
    ("云诸县2024年粮食产量目标是多少", "13.5万吨以上", "13.3", "云渚县/2024.txt"),
    ("云渚县２０２３年农村居民收入目标增长百分之几？", "6%、8%", "6.5%", "云渚县/2023.txt"),
    ("芦湾镇今年要种多少亩玉米？", "4200亩", "350亩", "芦湾镇/2024.txt"),
    ("芦湾2024年打算新栽多少茶叶", "350亩", "4200亩", "芦湾镇/2024.txt"),
    ("云渚县2023年准备砸多少钱修复望川河？", "3.4亿元", "92.7", "云渚县/2023.txt"),
    ("2023年全国城镇新增就业多少人？", "1240万人", "2380", "全国/2024.txt"),
    ("2024年国务院政府工作报告里经济增速目标定在多少？", "5.3%左右", "5.1%", "全国/2024.txt"),
    ("云渚县跟哪个区结成了友好城市？", "松陵区", "92.7", "云渚县/2023.txt"),
    ("云渚县要培育什么低空经济品牌？", "渚上飞", "92.7", "云渚县/2023.txt"),
    ("2024年作云渚县政府工作报告的县长是谁？", "沈砚秋", "某某", "云渚县/2024.txt"),
]


@pytest.mark.parametrize(("question", "said", "unsaid", "doc"), LOOKED_UP)
def test_a_look_up_is_answered_from_the_right_report_with_its_own_words(
    question: str, said: str, unsaid: str, doc: str
) -> None:
    answer = ANSWERS.answer(question)
    assert answer.status is Status.ANSWERED
    assert said in answer.text
    assert unsaid not in answer.text
    assert [c.doc for c in answer.citations] == [doc]
    assert len(answer.text) <= 200


@pytest.mark.parametrize("question", [question for question, *_ in LOOKED_UP])
def test_every_quote_is_the_original_at_its_span(question: str) -> None:
    for citation in ANSWERS.answer(question).citations:
        assert citation.quote == citation.span.of(TEXTS[citation.doc])


REFUSED = [
    # question, what the refusal names
    ("云渚县2020年GDP增长目标是多少？", "2023年"),
    ("牙克石市2023年GDP目标是多少？", "牙克石市"),
    ("云渚县2023年末常住人口有多少？", "常住人口"),
    ("芦湾镇2024年粮食产量目标是多少？", "粮食产量"),
    ("云渚县2024年城镇调查失业率目标是多少？", "城镇调查失业率"),
    ("望川市2023年地区生产总值完成多少？", "望川市"),
    ("云渚县2023年要招聘多少名教师？", "教师"),
]


@pytest.mark.parametrize(("question", "named"), REFUSED)
def test_what_the_reports_do_not_say_is_refused_without_a_figure(question: str, named: str) -> None:
    answer = ANSWERS.answer(question)
    assert answer.status is Status.NOT_FOUND
    assert named in answer.text
    assert answer.citations == ()
    assert "亿元" not in answer.text
    assert "%" not in answer.text


def test_a_blanked_out_number_is_said_to_be_blanked_out_and_cited() -> None:
    answer = ANSWERS.answer("芦湾镇2024年有多少户监测对象？")
    assert answer.status is Status.MASKED
    assert "隐去" in answer.text
    assert [c.quote for c in answer.citations] == ["对全镇XX户监测对象落实帮扶措施。"]


def test_a_comparison_answers_each_year_under_its_own_label() -> None:
    answer = ANSWERS.answer("云渚县2023年和2024年定的城镇新增就业目标分别是多少？")
    first, second = answer.text.splitlines()
    assert (first[:5], second[:5]) == ("2023年", "2024年")
    assert "2300人" in first
    assert "2400人" in second
    assert [c.n for c in answer.citations] == [1, 2]


def test_keeping_track_of_a_target_gives_target_and_result() -> None:
    answer = ANSWERS.answer("云渚县2023年新建高标准农田的目标完成了吗？")
    verdict, target, result = answer.text.splitlines()
    assert "没有达成" in verdict
    assert answer.computed == ("0.1",)
    assert target.startswith("目标")
    assert "2.2万亩" in target
    assert result.startswith("结果")
    assert "2.1万亩" in result


def test_a_list_gathers_its_parts_in_the_order_of_the_text() -> None:
    answer = ANSWERS.answer("2024年云渚县要新建多少高标准农田、改造多少老旧小区？")
    assert answer.text.index("2.6万亩") < answer.text.index("9个")


def test_a_list_of_amounts_quotes_no_more_than_the_clauses_that_hold_them() -> None:
    text = f"2024年重点工作\n{'坚持绿色发展，' * 6}改造果园1500亩，创建标准化果园6000亩、茶园2000亩，新建大棚2座。"
    town = report("芦湾镇/2024.txt", text, TOWN, 2024, "2024年芦湾镇工作要点")
    answer = answerer((town,)).answer("芦湾镇2024年标准化果园和茶园各要创建多少亩？")
    assert "6000亩、茶园2000亩" in answer.text
    assert "绿色发展" not in answer.text


def test_a_question_over_all_places_of_a_level_says_on_how_many_reports_the_answer_rests() -> None:
    answer = ANSWERS.answer("2024年哪个县GDP增长目标最高？")
    assert answer.text.splitlines() == [
        "最高的是云渚县：地区生产总值增长6%以上[1]。",
        "资料库里1个县区中，有1个写明了2024年这项目标。",
    ]
    assert [f.text for f in answer.figures] == ["6%以上"]


@pytest.mark.parametrize("question", ["芦湾镇那场经济工作会议，到会一共多少人？", "那场座谈会有多少个村参加？"])
def test_what_is_asked_of_a_meeting_in_words_that_name_no_thing_is_not_said(question: str) -> None:
    answer = ANSWERS.answer(question)
    assert answer.status is Status.NOT_FOUND
    assert not answer.citations


def test_a_question_without_a_place_that_several_places_answer_asks_for_one() -> None:
    county_and_town = tuple(d for d in REPORTS if d.metadata.places != ("全国",))
    other = tuple(
        type(d)(
            d.path.replace("云渚", "桐湾"),
            d.text,
            type(d.metadata)("报告", ("岚原省", "桐湾区"), 2024),
            "text",
            "utf-8",
        )
        for d in county_and_town[1:2]
    )
    answer = answerer(county_and_town + other).answer("2024年城镇新增就业目标是多少人？")
    assert answer.status is Status.UNCLEAR
    assert "云渚县" in answer.text
    assert "桐湾区" in answer.text


def test_a_question_without_a_place_means_the_country_where_the_country_answers() -> None:
    answer = ANSWERS.answer("2024年城镇新增就业目标是多少人？")
    assert [c.doc for c in answer.citations] == ["全国/2024.txt"]


FOLLOW_UPS = [
    (("云渚县2023年GDP增长目标是多少？",), "2024年呢？", "6%以上"),
    (("云渚县2024年粮食产量目标是多少？",), "那上一年呢", "13万吨以上"),
    (("云渚县2023年粮食产量目标是多少？",), "实际完成了多少？", "13.3万吨"),
    (("云渚县2024年粮食产量目标是多少？",), "城镇新增就业呢？", "2400人"),
    (("云渚县2023年城镇居民收入增长目标是多少？",), "农村居民的呢？", "8%"),
    (("云渚县2024年城镇新增就业目标是多少？",), "换成全国呢？", "1190万人以上"),
    (("云渚县2023年城镇新增就业目标是多少？",), "最后做到了没？", "超出目标80人"),
    (("芦湾镇种多少亩玉米？", "那茶叶呢？"), "今年要新栽多少？", "350亩"),
    (("云渚县2023年GDP增长目标是多少？", "2024年呢？"), "粮食产量呢？", "13.5万吨以上"),
]


@pytest.mark.parametrize(("earlier", "question", "said"), FOLLOW_UPS)
def test_a_follow_up_takes_over_what_it_leaves_out(earlier: tuple[str, ...], question: str, said: str) -> None:
    history = [turn for text in earlier for turn in (Turn("user", text), Turn("assistant", "……"))]
    answer = ANSWERS.answer(question, history)
    assert answer.status is Status.ANSWERED
    assert said in answer.text
    assert answer.question.inherited


def test_a_filter_keeps_other_documents_out() -> None:
    answer = ANSWERS.answer("云渚县2023年粮食产量是多少？", filter=Filter(docs=("云渚县/2023.txt",)))
    assert [c.doc for c in answer.citations] == ["云渚县/2023.txt"]


def test_an_empty_library_is_said_to_be_empty() -> None:
    answer = answerer(()).answer("云渚县2023年粮食产量目标是多少？")
    assert answer.status is Status.NOT_FOUND
    assert "还没有文档" in answer.text


@pytest.mark.parametrize("question", [q for q, *_ in LOOKED_UP] + [q for q, _ in REFUSED])
def test_no_answer_says_a_number_without_a_source(question: str) -> None:
    assert unsupported(ANSWERS.answer(question)) == frozenset()


def test_what_is_done_is_told_of_where_it_is_one_of_several_things() -> None:
    text = "2024年重点工作\n城镇新增就业900人，城镇调查失业率5%左右，居民消费价格涨幅2%左右，粮食产量6万吨。"
    town = report("芦湾镇/2024.txt", text, TOWN, 2024, "2024年芦湾镇工作要点")
    answer = answerer((town,)).answer("芦湾镇2024年就业、失业率、物价、粮食产量目标分别是多少，列个清单")
    assert "900人" in answer.text
