"""What speaks for a passage."""

from dataclasses import fields

import numpy as np
import pytest

from rag.records import Passage, Sentence, Span
from rag.search.asked import read_asked
from rag.search.evidence import EQUIVALENT, Evidence, gather, rarities


def passage(*sentences: str) -> Passage:
    return Passage("报告.txt", 0, Span(0, 1), "".join(sentences), (), tuple(Sentence(Span(0, 1), s) for s in sentences))


def evidence(question: str, *found: Passage, contexts: tuple[str, ...] = ()) -> list[Evidence]:
    asked = read_asked(question)
    contexts = contexts or ("",) * len(found)
    similarities = np.linspace(0.9, 0.8, len(found), dtype=np.float32)
    rows = gather(asked, np.ones(len(asked.words)), found, contexts, similarities)
    return [Evidence(*row.tolist()) for row in rows]


def test_a_rare_word_weighs_more_than_a_frequent_one() -> None:
    weights = rarities((0, 1, 50, 100, 170), 100)
    assert list(weights) == sorted(weights, reverse=True)
    assert weights[-1] == weights[-2] > 0


def test_a_passage_with_the_words_beats_one_without() -> None:
    having, lacking = evidence("玉米面积", passage("玉米面积扩大。"), passage("道路通车。"))
    assert (having.words, having.sentence, having.pairs, having.sentence_pairs) == pytest.approx((1, 1, 1, 1))
    assert (lacking.words, lacking.sentence, lacking.pairs, lacking.sentence_pairs) == pytest.approx((0, 0, 0, 0))


def test_words_in_one_sentence_count_more_than_words_far_apart() -> None:
    together, apart = evidence(
        "玉米面积", passage("玉米面积扩大。", "道路通车。"), passage("种植玉米。", "建筑面积扩大。")
    )
    assert together.words == apart.words
    assert together.sentence > apart.sentence
    assert together.sentence_pairs > apart.sentence_pairs


def test_a_word_of_the_title_need_not_stand_in_the_text() -> None:
    titled, bare = evidence("云岭玉米", *(passage("种植玉米。"),) * 2, contexts=("云岭县政府工作报告", ""))
    assert (titled.words, titled.sentence, titled.pairs) == pytest.approx((1, 1, 2 / 3))
    assert bare.words < titled.words
    assert bare.pairs < titled.pairs


@pytest.mark.parametrize(("characters", "length"), [(20, 0.2), (100, 1), (300, 1)])
def test_a_short_passage_counts_less(characters: int, length: float) -> None:
    assert evidence("玉米", passage("粮" * characters))[0].length == pytest.approx(length)


def test_an_equivalent_counts_but_less_than_the_word_itself() -> None:
    same, other = evidence("游客", passage("接待游客。"), passage("接待旅客。"))
    assert same.words == pytest.approx(1)
    assert other.words == pytest.approx(EQUIVALENT)


@pytest.mark.parametrize(
    ("question", "text", "number"),
    [
        ("种多少玉米", "种植玉米700亩。", 1),
        ("种多少玉米", "种植玉米三十万亩。", 1),
        ("种多少玉米", "种好玉米。", 0),
        ("玉米谁来种", "种植玉米700亩。", 0),
    ],
)
def test_a_number_speaks_for_a_passage_where_one_is_asked_for(question: str, text: str, number: float) -> None:
    assert evidence(question, passage(text))[0].number == number


def test_a_number_in_another_sentence_does_not_count() -> None:
    assert evidence("种多少玉米", passage("种好玉米。", "修路12公里。"))[0].number == 0


def test_meaning_is_measured_against_the_other_passages() -> None:
    near, far = evidence("玉米", passage("玉米。"), passage("道路。"))
    assert (near.meaning, far.meaning) == pytest.approx((1, -1), abs=1e-4)


def test_there_is_a_column_for_every_kind_of_evidence() -> None:
    asked = read_asked("玉米")
    rows = gather(asked, np.ones(1), [passage("玉米。")] * 3, [""] * 3, np.ones(3, dtype=np.float32))
    assert rows.shape == (3, len(fields(Evidence)))
    assert np.isfinite(rows).all()
