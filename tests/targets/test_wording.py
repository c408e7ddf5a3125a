"""Every term of the extraction that meets the sample is said in Chinese."""

from __future__ import annotations

from pathlib import Path

from rag.errors import ReadError
from rag.extraction import Extraction
from rag.reading import source_files
from rag.reading.reader import MAX_BYTES
from rag.records import FigureQuery
from rag.targets.sources import from_files
from rag.targets.wording import rule_said, said
from rag.topics import load_indicators, load_topics


def test_an_explanation_of_the_sample_holds_no_term_of_the_code(sample: Path) -> None:
    paths = [sample / file.path for file in source_files(sample).files]
    extraction = Extraction(load_topics(), load_indicators())
    outcomes = tuple(from_files(paths, FigureQuery(), extraction, corpus=sample, max_bytes=MAX_BYTES))
    found = [one for outcome in outcomes if not isinstance(outcome, ReadError) for one in outcome.figures]
    assert len(found) > 100
    terms = {said(field, term) for one in found for field, term in one.evidence}
    terms |= {rule_said(one.figure.rule) for one in found}
    assert [term for term in terms if any("a" <= character <= "z" for character in term)] == []


def test_a_term_that_is_not_known_is_shown_as_it_is() -> None:
    assert said("year", "a new way") == "a new way"
    assert rule_said("number/new frame") == "数字，new frame"
