"""What a user corrects in a reading takes its place; what says the same again changes nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rag.answers.asked.correcting import corrected
from rag.records import Answer, Correction, Question, QuestionKind, Status, Turn
from tests.answers.small import answerer, reader

ANSWERS, READER = answerer(), reader()
ASKED = "云渚县2023年粮食产量目标是多少？"


def said(answer: Answer) -> tuple[Status, str, tuple[str, ...]]:
    return answer.status, answer.text, tuple(c.quote for c in answer.citations)


def as_read(question: Question) -> Correction:
    return Correction(question.places, question.years, question.topics, question.indicator or "", question.kind)


READ_ALIKE = [
    # question, correction, the question that asks the same
    (ASKED, Correction(years=(2024,)), "云渚县2024年粮食产量目标是多少？"),
    (ASKED, Correction(years=(2023, 2024)), "云渚县2023年和2024年粮食产量目标是多少？"),
    ("云渚县2023年和2024年粮食产量目标是多少？", Correction(years=(2024,)), "云渚县2024年粮食产量目标是多少？"),
    (ASKED, Correction(indicator="城镇新增就业"), "云渚县2023年城镇新增就业目标是多少？"),
    (ASKED, Correction(indicator="GDP"), "云渚县2023年GDP目标是多少？"),
    ("云渚县2023年要产多少万吨粮食？", Correction(indicator="城镇新增就业"), "云渚县2023年城镇新增就业目标是多少？"),
    (
        "芦湾镇2024年城镇新增就业目标是多少人？",
        Correction(places=("云渚县",)),
        "云渚县2024年城镇新增就业目标是多少人？",
    ),
    ("芦湾镇2024年城镇新增就业目标是多少人？", Correction(places=("云渚",)), "云渚县2024年城镇新增就业目标是多少人？"),
    ("云渚县2024年城镇新增就业目标是多少人？", Correction(places=("全国",)), "全国2024年城镇新增就业目标是多少人？"),
    ("云渚县2024年城镇新增就业目标是多少人？", Correction(places=()), "2024年城镇新增就业目标是多少人？"),
    (ASKED, Correction(kind=QuestionKind.TRACK), "云渚县2023年粮食产量目标完成了吗？"),
    ("云渚县2023年粮食产量目标完成了吗？", Correction(kind=QuestionKind.FIGURE), "云渚县2023年粮食产量是多少？"),
    ("云渚县2024年的主要目标有哪些？", Correction(years=(2023,)), "云渚县2023年的主要目标有哪些？"),
]


@pytest.mark.parametrize(("question", "correction", "same"), READ_ALIKE)
def test_a_corrected_question_is_answered_as_the_one_that_says_so_itself(
    question: str, correction: Correction, same: str
) -> None:
    assert said(ANSWERS.answer(question, correction=correction)) == said(ANSWERS.answer(same))


QUESTIONS = (
    *dict.fromkeys(q for asked, _, same in READ_ALIKE for q in (asked, same)),
    "2024年哪个县粮食产量目标最高",
    "云渚县哪年粮食产量最高？",
    "2024年云渚县要新建多少高标准农田、改造多少老旧小区？",
    "云渚县要培育什么低空经济品牌？",
    "云渚县2020年GDP增长目标是多少？",
    "牙克石市2023年GDP目标是多少？",
)


@pytest.mark.parametrize("question", QUESTIONS)
def test_sending_back_what_was_read_gives_the_same_answer(question: str) -> None:
    answer = ANSWERS.answer(question)
    again = ANSWERS.answer(question, correction=as_read(answer.question))
    assert again == answer


def test_the_answer_shows_how_the_question_was_understood_in_the_end() -> None:
    correction = Correction(places=("芦湾",), years=(2024,), indicator="玉米", kind=QuestionKind.TEXT)
    question = ANSWERS.answer(ASKED, correction=correction).question
    assert as_read(question) == replace(correction, places=("芦湾镇",), topics=())
    assert question.text == ASKED


def test_what_is_shown_in_the_end_can_be_sent_back_too() -> None:
    first = ANSWERS.answer(ASKED, correction=Correction(years=(2024,), indicator="城镇新增就业"))
    again = ANSWERS.answer(ASKED, correction=as_read(first.question))
    assert said(again) == said(first)


def test_a_corrected_field_is_no_longer_taken_over_from_before() -> None:
    history = (Turn("user", ASKED), Turn("assistant", "……"))
    answer = ANSWERS.answer("2024年呢？", history, correction=Correction(places=("芦湾镇",)))
    assert answer.question.inherited == ("indicator",)
    assert answer.question.places == ("芦湾镇",)
    assert answer.status is Status.NOT_FOUND


def test_without_a_subject_a_question_is_unclear() -> None:
    assert ANSWERS.answer(ASKED, correction=Correction(indicator="")).status is Status.UNCLEAR


def test_a_table_is_read_where_the_highest_is_meant() -> None:
    answer = ANSWERS.answer("2024年各地粮食产量目标是多少？", correction=Correction(kind=QuestionKind.EXTREME))
    assert answer.text.startswith("最高的是云渚县")


def test_what_nobody_can_mean_is_left_out_or_refused() -> None:
    reading = READER.read(ASKED)
    wild = Correction(places=("", "霄" * 500), years=(12, 2024, 2024, 999999))
    understood = corrected(reading, wild, READER).question
    assert understood.years == (2024,)
    assert [len(place) for place in understood.places] == [60]
    assert ANSWERS.answer(ASKED, correction=wild).status is Status.NOT_FOUND


def test_topics_keep_the_search_to_passages_about_them() -> None:
    reading = corrected(READER.read(ASKED), Correction(topics=("粮食安全",)), READER)
    assert reading.topics == ("粮食安全",)
    assert corrected(READER.read(ASKED), Correction(topics=()), READER).topics == ()
