"""The sample that comes with the program fills an empty folder and harms nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from rag.errors import ReadError
from rag.reading import source_files
from rag.ui.parts.sample_import import FOLDER, SAMPLE, import_sample


def test_the_sample_is_part_of_the_corpus_that_comes_with_the_project(sample: Path) -> None:
    for path in (path for path in SAMPLE.rglob("*") if path.is_file()):
        assert path.read_bytes() == (sample / path.relative_to(SAMPLE)).read_bytes()


def test_it_stands_in_a_folder_of_its_own_ready_to_be_read(tmp_path: Path) -> None:
    corpus = tmp_path / "not" / "there"
    count = import_sample(corpus)
    found = source_files(corpus).files
    assert len(found) == count >= 5
    assert {Path(file.path).parts[0] for file in found} == {FOLDER}


def test_what_is_there_already_stays_as_it_is(tmp_path: Path) -> None:
    import_sample(tmp_path)
    first = tmp_path / source_files(tmp_path).files[0].path
    first.write_text("改过", encoding="utf-8")
    import_sample(tmp_path)
    assert first.read_text(encoding="utf-8") == "改过"


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / FOLDER).write_text("a file", encoding="utf-8")
    with pytest.raises(ReadError, match="写不进去"):
        import_sample(tmp_path)
