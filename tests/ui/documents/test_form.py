"""What is typed for the metadata of a document."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from rag.records import Metadata, ReportKind
from rag.ui.documents.form import FIELDS, changed, kind_cell, problems, typed

KNOWN = Metadata("标题", ("岚原省", "澄溪县"), 2024, date(2024, 1, 18), ReportKind.SPEECH, "周文远", None, "望川日报")

PROBLEMS = [
    ({"title": "标题", "year": "2024", "date": "2024-1-18", "places": "岚原省/澄溪县", "kind": "讲话"}, ""),
    ({"year": "", "date": "", "title": ""}, ""),
    ({"year": "去年"}, "四位数"),
    ({"year": "1899"}, "四位数"),
    ({"year": "20245"}, "四位数"),
    ({"date": "2024-02-30"}, "2024-01-18"),
    ({"date": "1月18日"}, "2024-01-18"),
    ({"title": "长" * 201}, "标题太长"),
    ({"places": "/".join("甲乙丙丁戊己庚辛壬")}, "最多写 8 级"),
]


def test_what_is_known_stands_in_the_fields() -> None:
    assert typed(KNOWN) == {
        "title": "标题",
        "places": "岚原省/澄溪县",
        "year": "2024",
        "date": "2024-01-18",
        "kind": "讲话",
        "issuer": "",
        "speaker": "周文远",
        "source": "望川日报",
    }
    assert set(typed(Metadata())) == set(FIELDS)


def test_only_what_was_typed_otherwise_is_written() -> None:
    shown = typed(KNOWN)
    assert changed(shown, {**shown, "title": " 标题 ", "speaker": "", "year": "2025 "}) == {
        "speaker": "",
        "year": "2025",
    }


@pytest.mark.parametrize(("values", "said"), PROBLEMS)
def test_what_cannot_be_taken_is_told(values: Mapping[str, str], said: str) -> None:
    found = problems(values)
    assert (said in "".join(found)) if said else found == ()


@pytest.mark.parametrize("kind", ReportKind)
def test_every_kind_has_a_name_that_the_file_knows(kind: ReportKind) -> None:
    assert kind_cell(kind)
    assert not kind_cell(kind).isascii()
