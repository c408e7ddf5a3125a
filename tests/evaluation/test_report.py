"""The report of an evaluation."""

from pathlib import Path

import pytest

from rag.errors import ReadError
from rag.evaluation.questions import Asked, Judged, Verdict
from rag.evaluation.report import compared, evaluate, retrieval_table, worst
from rag.evaluation.retrieval import Retrieval
from rag.records import Answer, Question, Status
from rag.settings import Settings


def judged(verdict: Verdict) -> Judged:
    asked = Asked("q1", "lookup_target", "种多少亩？", (), (("300亩",),), (), (), False, False)
    return Judged(
        asked, Answer(Status.NOT_FOUND, "没有\n说明", Question("种多少亩？", "种多少亩？")), verdict, frozenset()
    )


def test_a_retrieval_table_has_a_row_for_each_way() -> None:
    table = retrieval_table([Retrieval("甲", "词", 10, 0.5, 0.75, 1.25), Retrieval("甲", "合", 10, 0.9, 1.0, 2.0)])
    assert table.splitlines()[2:] == [
        "| 甲 | 词 | 10 | 0.500 | 0.750 | 1.2 |",
        "| 甲 | 合 | 10 | 0.900 | 1.000 | 2.0 |",
    ]


def test_what_went_wrong_is_told_with_what_was_wanted() -> None:
    assert worst([judged(Verdict.REFUSED)]).splitlines() == [
        "- q1 拒答了能答的：种多少亩？",
        "  - 答：没有 说明",
        "  - 应有：300亩",
    ]


def test_nothing_wrong_is_said_so() -> None:
    assert worst([judged(Verdict.RIGHT)]) == "全部答对。"


def test_a_run_is_compared_with_the_one_before() -> None:
    assert compared({}, {"a": 0.5}) == "这是第一次评测。"
    assert compared({"a": 0.5, "b": 0.25}, {"a": 0.75, "b": 0.25}) == "- a：0.500 → 0.750（+0.250）"
    assert compared({"a": 0.5}, {"a": 0.5}) == "没有变化。"


def test_without_anything_to_ask_the_remedy_is_named(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=r"--questions.*--generated"):
        evaluate(Settings(index=tmp_path), data=tmp_path / "none")
