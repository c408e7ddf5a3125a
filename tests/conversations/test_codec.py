"""A record that is written and read again is the same; what does not fit is said and nothing else is raised."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

import pytest

from rag.conversations import ContentDamaged, read, written
from rag.records import Answer, Citation, Correction, QuestionKind, Span
from tests.ui.fakes import HOSTILE, REPORT, corn, corn_targets, hit


@dataclass(frozen=True, slots=True)
class Later:
    """A record that has grown a field since it was written."""

    name: str
    added: tuple[int, ...] = (7,)


def test_an_answer_with_all_it_holds_is_read_as_it_was_written() -> None:
    answer = replace(
        corn(HOSTILE),
        figures=tuple(replace(f, deadline=date(2025, 12, 31), value_high=Decimal("1.50")) for f in corn_targets()),
        searched=(hit(REPORT, "村级道路硬化12公里。", ("一、过去一年的工作",)),),
    )
    assert read(Answer, written(answer)) == answer
    assert str(read(Answer, written(answer)).figures[0].value_high) == "1.50"


@pytest.mark.parametrize(
    "correction",
    [Correction(), Correction(places=()), Correction(years=(2024,), indicator=""), Correction(kind=QuestionKind.TRACK)],
)
def test_none_and_empty_stay_apart(correction: Correction) -> None:
    assert read(Correction, written(correction)) == correction


@pytest.mark.parametrize("text", ["\ud800", "\x00", "“引”\u202e", "𠮷" * 3])
def test_any_text_goes_through_bytes_unharmed(text: str) -> None:
    citation = Citation(1, "报告.txt", Span(0, 1), text, "")
    assert read(Citation, written(citation).encode("utf-8").decode("utf-8")) == citation


def test_a_field_that_was_not_written_takes_its_default_and_an_unknown_one_is_passed_over() -> None:
    assert read(Later, json.dumps({"name": "甲", "gone": [1]})) == Later("甲")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "Citation"),
        ("[" * 100_000, "Citation"),
        ("[]", "Citation 应为对象"),
        ("{}", "缺少 n、doc、span、quote、title"),
        ('{"n":true,"doc":"","span":{"start":0,"stop":1},"quote":"","title":""}', "Citation.n 应为 int"),
        ('{"n":1,"doc":"","span":{"start":2,"stop":1},"quote":"","title":""}', "Citation.span"),
        ('{"n":1,"doc":"","span":{"start":0,"stop":1},"quote":"","title":"","headings":"a"}', "headings 应为列表"),
        ('{"n":1,"doc":"","span":{"start":0,"stop":1},"quote":null,"title":""}', "quote 应为 str"),
    ],
)
def test_what_does_not_fit_is_said(text: str, said: str) -> None:
    with pytest.raises(ContentDamaged, match=said):
        read(Citation, text)


@pytest.mark.parametrize(
    ("field", "value"), [("value", "many"), ("kind", "hope"), ("deadline", "soon"), ("value", 1.5)]
)
def test_values_out_of_their_range_are_said(field: str, value: object) -> None:
    data = json.loads(written(corn("玉米")))
    data["figures"][0][field] = value
    with pytest.raises(ContentDamaged, match=f"Answer.figures.{field}"):
        read(Answer, json.dumps(data))
