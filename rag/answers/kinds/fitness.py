"""Whether what was chosen can be the answer.

In: a decision and its reading. Out: False for what leaves out something that the question calls by its name, speaks of another
sort of thing or of a part, or does not say what is demanded.
"""

from __future__ import annotations

import re

from rag.answers.asked.demands import meets
from rag.answers.asked.question import Aim, Reading
from rag.answers.evidence.contradiction import (
    is_named_for_another_sort,
    is_of_a_part,
    is_of_another_sort,
    is_of_one_sort_alone,
    is_share_of_another,
    is_stock_for_added,
    lacks_its_head,
)
from rag.answers.evidence.decide import Decision
from rag.answers.evidence.for_each import is_for_each_as_asked
from rag.answers.evidence.named import left_out, speaks_of_what_is_done, speaks_of_what_is_named
from rag.answers.evidence.weighing import Evidence
from rag.answers.kinds.tracked import is_result_of_a_plan
from rag.answers.words.vocabulary import Vocabulary
from rag.records import FigureKind, QuestionKind

_DOUBTED = re.compile(r"[吗么嘛吧没]|是不是|是否|有没有|对不对|准确")


def can_answer(decision: Decision, reading: Reading, vocabulary: Vocabulary) -> bool:
    """True where what was chosen speaks of all that is called by its name, of the sort of thing that is asked about, and says
    what is demanded of it."""
    runs = decision.runs
    if not runs:
        return True
    missing = left_out(reading, runs, vocabulary)
    of_another = is_of_another_sort(reading, runs[0], missing) or is_share_of_another(reading, runs[0], vocabulary)
    if of_another or lacks_its_head(reading, missing) or not speaks_of_what_is_named(reading, runs, missing):
        return False
    if reading.wanted.number:
        named_otherwise = (
            is_named_for_another_sort(reading, runs[0], vocabulary)
            or is_of_a_part(reading, runs[0], vocabulary)
            or is_stock_for_added(reading, runs[0])
            or is_of_one_sort_alone(reading, runs[0])
        )
        return not (named_otherwise or _repeats(runs[0], reading)) and is_for_each_as_asked(reading, runs[0])
    if is_result_of_a_plan(reading):
        return True
    if not speaks_of_what_is_done(reading, runs, missing):
        return False
    dated = any(run.years for run in runs) and runs[0].kind is FigureKind.RESULT
    words = "\n".join(run.sentence.text for run in runs)
    for own in reading.place.spoken if reading.place is not None else ():
        words = words.replace(own, "")
    return meets(reading.question.clean, words, dated)


def _repeats(run: Evidence, reading: Reading) -> bool:
    """True where the only amounts that answer are those that the question says itself: 20座公厕每座造价多少."""
    if reading.question.kind is QuestionKind.TRACK and reading.aim is Aim.TARGET:
        # 说要新建5万亩，后来建成了多少: the goal is told once more
        return False
    clean = reading.question.clean
    further = (a.quantity for a in run.others if run.start <= a.quantity.start < run.stop)
    said = [run.sentence.text[q.start : q.stop] for q in (*run.quantities, *further) if not q.masked]
    return bool(said) and all(words in clean for words in said) and _DOUBTED.search(clean) is None
