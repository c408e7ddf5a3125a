"""Whether questions ask which goals were met."""

from __future__ import annotations

import pytest

from rag.answers.asked.outcomes import Outcome, asked_outcomes

MET, MISSED = Outcome.MET, Outcome.MISSED
ASKED = [
    ("2023年哪些县完成了就业目标", (MET,)),
    ("2023年就业目标达成的有几个县", (MET,)),
    ("哪些县超额完成粮食目标", (MET,)),
    ("有几个县没有完成就业目标", (MISSED,)),
    ("就业目标没达到的县", (MISSED,)),
    ("各县就业目标完成情况", (MET, MISSED)),
    ("各县就业目标是否完成", (MET, MISSED)),
    ("哪些县完成了就业目标，哪些县没完成目标", (MET, MISSED)),
    ("哪些县的就业目标最高", ()),
    ("各县完成投资多少", ()),
]


@pytest.mark.parametrize(("question", "outcomes"), ASKED)
def test_the_outcomes_that_are_asked_for_are_read(question: str, outcomes: tuple[Outcome, ...]) -> None:
    assert asked_outcomes(question) == outcomes
