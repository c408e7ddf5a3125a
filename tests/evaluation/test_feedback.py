"""What users have judged is asked again, and what has changed for the worse stands first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from rag.conversations import Conversations, Feedback, Reason
from rag.errors import IndexMissing, QuestionError
from rag.evaluation.feedback import ask_again
from rag.evaluation.report import evaluate
from rag.records import Answer, Correction, Filter, Question, Status, Turn
from rag.settings import Settings
from tests.ui.fakes import corn


class Now:
    """Answers everything as `corn` does, but for questions on 油菜, and remembers how it was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, tuple[Turn, ...], Filter, Correction]] = []

    def ask(
        self,
        question: str,
        history: Sequence[Turn] = (),
        filter: Filter = Filter(),
        correction: Correction = Correction(),
    ) -> Answer:
        self.asked.append((question, tuple(history), filter, correction))
        if "坏" in question:
            raise QuestionError("这个问题没法处理")
        if "油菜" in question:
            return Answer(Status.NOT_FOUND, "报告没有提到油菜。", Question(question, question))
        return corn(question)


def judged(question: str, good: bool, reason: Reason | None = None, remark: str = "") -> Feedback:
    return Feedback(question, good, question, corn(question), 3, reason=reason, remark=remark)


KEPT = (
    judged("种多少玉米？", True),
    judged("种多少油菜？", True),
    judged("玉米多少亩？", False, Reason.YEAR, "我要2023年的"),
    judged("油菜多少亩？", False, Reason.NUMBER),
    judged("玉米几亩？", False),
)


def test_what_was_good_and_is_another_now_stands_first() -> None:
    text = ask_again(KEPT, Now().ask).text()
    order = [
        *(
            "### 点过赞、现在变了的",
            "- 种多少油菜？",
            "  - 当时：answered 青石镇2024年",
            "  - 现在：not_found 报告没有提到油菜。",
        ),
        *("| 评价 |", "### 指过有问题、现在变了的", "- 油菜多少亩？（数字不对）"),
        *("### 指过有问题、还是老样子的", "- 玉米多少亩？（不是我要的年份：我要2023年的）", "没有变的：1 个"),
    ]
    assert [text.index(piece) for piece in order] == sorted(text.index(piece) for piece in order)


def test_judgements_are_counted_by_reason_with_how_many_have_changed() -> None:
    assert ask_again(KEPT, Now().ask).table().splitlines()[2:] == [
        "| 有用 | 2 | 1 |",
        "| 不是我要的年份 | 1 | 0 |",
        "| 数字不对 | 1 | 1 |",
        "| 没有写原因 | 1 | 0 |",
    ]


def test_shares_are_of_what_was_judged_alike() -> None:
    measures = ask_again(KEPT, Now().ask).measures()
    assert measures == {"点赞的回答不变": 0.5, "被指有问题的回答已变": pytest.approx(1 / 3)}
    assert ask_again((), Now().ask).measures() == {}


def test_each_is_asked_under_its_own_circumstances() -> None:
    history, chosen, meant = (Turn("user", "前"),), Filter(years=(2024,)), Correction(places=("青石镇",))
    now = Now()
    ask_again([replace(KEPT[0], history=history, filter=chosen, correction=meant)], now.ask)
    assert now.asked == [("种多少玉米？", history, chosen, meant)]


def test_another_source_of_the_same_words_is_a_change() -> None:
    moved = replace(corn("玉米"), citations=(replace(corn("玉米").citations[0], quote="别的一句。"),))
    assert ask_again([replace(KEPT[0], answer=moved)], Now().ask).asked[0].changed


def test_a_question_that_is_refused_now_is_told_with_the_reason() -> None:
    text = ask_again([judged("坏问题", True)], Now().ask).text()
    assert "  - 现在：这个问题没法处理" in text


def test_nothing_judged_is_said() -> None:
    assert ask_again((), Now().ask).text() == "还没有人评价过回答。"


def test_long_and_many_lined_texts_stay_on_their_line() -> None:
    text = ask_again([judged("油菜\n# 标题\n" + "长" * 5000, False, Reason.OTHER, "一\n二")], Now().ask).text()
    assert "- 油菜 # 标题 长" in text
    assert max(map(len, text.splitlines())) < 300


def test_the_command_needs_an_index_for_it(tmp_path: Path) -> None:
    Conversations(tmp_path / "state").judge("ann", KEPT[0])
    with pytest.raises(IndexMissing):
        evaluate(Settings(index=tmp_path / "index", state=tmp_path / "state"), feedback=True)
