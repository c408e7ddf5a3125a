"""What is suggested next is drawn from the index, differs from what was asked, and has been answered before it is shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest

from rag.answers.suggestions import MOST_TRIES, ideas, question_for, suggestions
from rag.assistant import Assistant
from rag.errors import QuestionError
from rag.places import gazetteer
from rag.records import Answer, Figure, FigureKind, Measure, Question, QuestionKind, Status
from rag.settings import Settings
from rag.store import open_index
from rag.store.build import build
from rag.topics import load_topics
from tests.fakes import HashEncoder
from tests.ui.fakes import FakeFigures, corn

CORN = replace(corn("").figures[0], concept="玉米面积", topics=("粮食安全",), places=("青石镇",))
RESULT = replace(CORN, kind=FigureKind.RESULT, doc="后一年.txt")
EARLIER = replace(CORN, year=2023, doc="前一年.txt")
LATER = replace(CORN, year=2025, doc="后一年.txt")
ELSEWHERE = replace(CORN, place="云溪县", doc="县.txt")
GROWTH = replace(CORN, measure=Measure.INCREASE, doc="增.txt")
OTHER = replace(CORN, concept="油菜面积", indicator="油菜", doc="油.txt")
EVERYTHING = (CORN, RESULT, EARLIER, LATER, ELSEWHERE, GROWTH, OTHER)
ANSWER = replace(corn("青石镇2024年种多少玉米？"), figures=(CORN,))


def holds(*figures: Figure) -> Callable[[str], Answer]:
    """Answers each question that one of the figures is meant by, with that figure."""
    known = {question_for(f): f for f in figures}
    known |= {f"{f.place}{f.year}年{f.concept}目标完成了吗？": f for f in figures if f.kind is FigureKind.RESULT}

    def ask(question: str) -> Answer:
        if (figure := known.get(question)) is None:
            return Answer(Status.NOT_FOUND, "没有", Question(question, question))
        return replace(corn(question), figures=(figure,))

    return ask


def test_kinds_come_by_turns_the_most_telling_first() -> None:
    assert [idea.question for idea in ideas(ANSWER, FakeFigures(EVERYTHING))] == [
        "青石镇2024年玉米面积目标完成了吗？",
        "青石镇2025年玉米面积的目标是多少？",
        "云溪县2024年玉米面积的目标是多少？",
        "青石镇2024年玉米面积增长目标是多少？",
        "青石镇2023年玉米面积的目标是多少？",
        "青石镇2024年油菜面积的目标是多少？",
    ]


@pytest.mark.parametrize(
    ("figure", "question"),
    [
        (CORN, "青石镇2024年玉米面积的目标是多少？"),
        (RESULT, "青石镇2024年玉米面积达到多少？"),
        (GROWTH, "青石镇2024年玉米面积增长目标是多少？"),
        (replace(RESULT, measure=Measure.INCREASE), "青石镇2024年玉米面积增长了多少？"),
        (replace(RESULT, measure=Measure.DECREASE), "青石镇2024年玉米面积下降了多少？"),
        (replace(CORN, measure=Measure.DECREASE), "青石镇2024年玉米面积下降目标是多少？"),
        (replace(CORN, concept=None), "青石镇2024年玉米的目标是多少？"),
    ],
)
def test_a_figure_is_asked_for_by_kind_and_measure(figure: Figure, question: str) -> None:
    assert question_for(figure) == question


def test_only_what_the_index_answers_with_the_figure_that_is_meant_is_suggested() -> None:
    found = suggestions(ANSWER, FakeFigures(EVERYTHING), holds(RESULT, EARLIER, OTHER))
    assert found == (
        "青石镇2024年玉米面积目标完成了吗？",
        "青石镇2023年玉米面积的目标是多少？",
        "青石镇2024年油菜面积的目标是多少？",
    )


def test_an_answer_about_another_year_does_not_count() -> None:
    def wrong(question: str) -> Answer:
        return replace(corn(question), figures=(replace(CORN, year=1999),))

    assert suggestions(ANSWER, FakeFigures(EVERYTHING), wrong) == ()


def test_what_was_asked_already_is_not_suggested_again() -> None:
    asked = ("青石镇2025年玉米面积的目标是多少？", "青石镇2024年玉米面积目标完成了吗？")
    found = suggestions(ANSWER, FakeFigures(EVERYTHING), holds(*EVERYTHING), asked=asked)
    assert found[0] == "云溪县2024年玉米面积的目标是多少？"
    assert not set(asked) & set(found)


def test_after_whether_a_target_was_met_that_is_not_suggested() -> None:
    tracked = replace(ANSWER, question=replace(ANSWER.question, kind=QuestionKind.TRACK))
    assert "完成了吗" not in "".join(idea.question for idea in ideas(tracked, FakeFigures(EVERYTHING)))


def test_a_result_leads_to_its_target() -> None:
    answer = replace(ANSWER, figures=(RESULT,))
    assert next(ideas(answer, FakeFigures((RESULT, CORN)))).question == "青石镇2024年玉米面积的目标是多少？"


def test_blanked_and_unplaced_figures_suggest_nothing() -> None:
    nameless = (replace(CORN, masked=True, value=None), replace(CORN, place=None), replace(CORN, year=None))
    for figure in nameless:
        assert suggestions(replace(ANSWER, figures=(figure,)), FakeFigures(nameless), holds(*EVERYTHING)) == ()


def test_after_nothing_was_found_come_things_that_the_place_does_state() -> None:
    nothing = Answer(Status.NOT_FOUND, "没有", Question("青石镇地铁", "青石镇地铁", ("青石镇",)))
    assert suggestions(nothing, FakeFigures(EVERYTHING), holds(*EVERYTHING), n=2) == (
        question_for(LATER),
        question_for(OTHER),
    )


def test_without_place_or_topic_nothing_is_guessed() -> None:
    hello = Answer(Status.NOT_FOUND, "没有", Question("你好", "你好"))
    assert suggestions(hello, FakeFigures(EVERYTHING), holds(*EVERYTHING)) == ()


def test_tries_and_time_are_bounded_and_a_refused_question_is_passed_over() -> None:
    tried: list[str] = []

    def refuses(question: str) -> Answer:
        tried.append(question)
        raise QuestionError("不行")

    many = (CORN, *(replace(CORN, year=year, doc=f"{year}.txt") for year in range(1950, 2020)))
    assert suggestions(ANSWER, FakeFigures(many), refuses) == ()
    assert len(tried) == MOST_TRIES
    tried.clear()
    seconds = count(step=1)
    assert suggestions(ANSWER, FakeFigures(many), refuses, clock=lambda: float(next(seconds))) == ()
    assert len(tried) == 1


@pytest.fixture(scope="module")
def sampled(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    index, encoder = tmp_path_factory.mktemp("suggestions") / "index", HashEncoder()
    build(Settings(corpus=sample, index=index, jobs=1), encoder)
    return Assistant(open_index(index), encoder, gazetteer(), load_topics(None).tag)


@pytest.mark.parametrize(
    "question",
    [
        "2023年澄溪县粮食播种面积要稳定在多少？",
        "青筏镇2024年食用菌要发展到多少万棒？",
        "柏坞镇2024年粮食方面有哪些措施？",
        "青筏镇2024年要修几座地铁站？",
        "2022年澄溪县粮食播种面积完成了吗？",
    ],
)
def test_on_the_sample_every_answer_leads_on_to_answers(sampled: Assistant, question: str) -> None:
    found = suggestions(sampled.ask(question), sampled.index, sampled.ask)
    assert len(found) >= 2
    assert question not in found
    assert [sampled.ask(q).status for q in found] == [Status.ANSWERED] * len(found)
