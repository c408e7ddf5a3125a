"""From evidence to an order and a similarity."""

from dataclasses import fields, replace

import numpy as np
import pytest

from rag.search.evidence import Evidence
from rag.search.fusion import WEIGHTS, fuse, similarity

NOTHING = Evidence(0, 0, 0, 0, 0, 0, 0)


def scores(*found: tuple[str, Evidence]) -> list[float]:
    rows = np.array([[getattr(row, field.name) for field in fields(Evidence)] for _, row in found])
    return fuse(rows, [doc for doc, _ in found]).tolist()


@pytest.mark.parametrize("name", [field.name for field in fields(Evidence)])
def test_each_piece_of_evidence_raises_the_score(name: str) -> None:
    more, less = scores(("甲", replace(NOTHING, **{name: 1.0})), ("乙", NOTHING))
    assert more > less


def test_of_equal_passages_the_one_in_the_better_document_comes_first() -> None:
    some, much = replace(NOTHING, words=0.5), replace(NOTHING, words=1.0)
    lonely, accompanied, _ = scores(("甲", some), ("乙", some), ("乙", much))
    assert accompanied > lonely


def test_a_document_with_many_weak_passages_does_not_gain_by_their_number() -> None:
    some = replace(NOTHING, words=0.5)
    alone, *many = scores(("甲", some), *[("乙", some)] * 9)
    assert many == pytest.approx([alone] * 9)


def test_similarity_grows_with_the_score_and_stays_between_nothing_and_certainty() -> None:
    found = [similarity(score) for score in (-1000.0, -5.0, 0.0, 10.0, 20.0, 40.0, 1000.0)]
    assert found == sorted(found)
    assert all(0.0 <= value <= 1.0 for value in found)


def test_all_evidence_is_weighed() -> None:
    assert all(getattr(WEIGHTS, field.name) > 0 for field in fields(Evidence))
