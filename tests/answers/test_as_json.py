"""Answers as JSON."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal

from rag.answers.as_json import as_json
from rag.records import (
    Answer,
    Bound,
    Citation,
    Figure,
    FigureKind,
    Measure,
    Question,
    QuestionKind,
    Span,
    Status,
)

QUESTION = Question(
    "云渚县2024年种多少亩玉米？",
    "云渚县2024年种多少亩玉米?",
    ("云渚县",),
    (2024,),
    ("粮食安全",),
    "玉米",
    QuestionKind.FIGURE,
)
FIGURE = Figure(
    doc="a.txt", span=Span(4, 9), text="4200亩", kind=FigureKind.TARGET, indicator="玉米", measure=Measure.LEVEL,
    value=Decimal("4200"), value_high=None, unit="亩", bound=Bound.EXACT, year=2024, deadline=date(2024, 9, 30),
    place="云渚县", masked=False, rule="number/planted", topics=("粮食安全",),
)  # fmt: skip


def test_an_answer_has_exactly_the_fields_of_the_interface() -> None:
    cited = (Citation(1, "a.txt", Span(0, 9), "种植玉米4200亩", "报告", ("二、安排", "（一）粮食")),)
    answer = Answer(Status.ANSWERED, "种植玉米4200亩[1]", QUESTION, cited, (FIGURE,), ("1",), 3.14159)
    assert as_json(answer, "q1") == {
        "id": "q1",
        "status": "answered",
        "text": "种植玉米4200亩[1]",
        "figures": [
            {
                "doc": "a.txt",
                "start": 4,
                "end": 9,
                "text": "4200亩",
                "kind": "target",
                "indicator": "玉米",
                "measure": "level",
                "value": "4200",
                "value_high": None,
                "unit": "亩",
                "bound": "eq",
                "year": 2024,
                "deadline": "2024-09-30",
                "place": "云渚县",
                "masked": False,
                "topic": ["粮食安全"],
                "concept": None,
                "rule": "number/planted",
            }
        ],
        "citations": [
            {
                "n": 1,
                "doc": "a.txt",
                "start": 0,
                "end": 9,
                "quote": "种植玉米4200亩",
                "title": "报告",
                "heading": "二、安排 › （一）粮食",
            }
        ],
        "computed": ["1"],
        "read_as": {
            "places": ["云渚县"],
            "years": [2024],
            "topics": ["粮食安全"],
            "indicator": "玉米",
            "kind": "figure",
        },
        "elapsed_ms": 3.14,
    }


def test_an_answer_can_be_written_as_json() -> None:
    written = json.dumps(as_json(Answer(Status.UNCLEAR, "请写出事项", Question("", ""))), ensure_ascii=False)
    assert json.loads(written)["status"] == "unclear"
