"""Documents are taken out of the corpus and put back."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

import pytest

from rag.errors import IntakeError, ReadError
from rag.intake import remove, removed, restore
from rag.intake.trash import FOLDER, RECORD
from rag.reading import source_files

DAY = datetime.fromisoformat("2024-01-18T09:30:00+08:00")


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    root = tmp_path / "corpus"
    (root / "澄溪县").mkdir(parents=True)
    (root / "澄溪县" / "报告.txt").write_text("一份报告。", encoding="utf-8")
    (root / "留下.txt").write_text("留下的报告。", encoding="utf-8")
    return root


def paths(root: Path) -> list[str]:
    return [file.path for file in source_files(root).files]


def test_a_removed_file_is_out_of_sight_and_comes_back_as_it_was(corpus: Path) -> None:
    before = (corpus / "澄溪县" / "报告.txt").stat()
    gone = remove(corpus, "澄溪县/报告.txt", "一份报告", DAY)
    assert (gone.path, gone.title, gone.removed_at, gone.size) == ("澄溪县/报告.txt", "一份报告", DAY.isoformat(), 15)
    assert paths(corpus) == ["留下.txt"]
    assert not (corpus / "澄溪县").exists()
    assert removed(corpus) == (gone,)
    assert restore(corpus, gone.id) == "澄溪县/报告.txt"
    after = (corpus / "澄溪县" / "报告.txt").stat()
    assert (after.st_mtime_ns, after.st_size) == (before.st_mtime_ns, before.st_size)
    assert removed(corpus) == ()
    assert list((corpus / FOLDER).iterdir()) == []


def test_the_last_one_removed_is_the_first_of_the_list(corpus: Path) -> None:
    first = remove(corpus, "留下.txt", "", DAY)
    second = remove(corpus, "澄溪县/报告.txt", "", DAY.replace(minute=31))
    assert removed(corpus) == (second, first)


def test_a_file_whose_place_is_taken_comes_back_under_a_number(corpus: Path) -> None:
    gone = remove(corpus, "留下.txt", "", DAY)
    (corpus / "留下.txt").write_text("新的一份。", encoding="utf-8")
    assert restore(corpus, gone.id) == "留下 (2).txt"
    assert (corpus / "留下.txt").read_text(encoding="utf-8") == "新的一份。"
    assert (corpus / "留下 (2).txt").read_text(encoding="utf-8") == "留下的报告。"


@pytest.mark.parametrize("path", ["没有.txt", "../corpus.txt", "/etc/hostname", "澄溪县", "澄溪县/../../x"])
def test_only_a_file_of_the_corpus_can_be_removed(corpus: Path, path: str) -> None:
    with pytest.raises(ReadError):
        remove(corpus, path, "", DAY)
    assert len(paths(corpus)) == 2


@pytest.mark.parametrize("id", ["", "..", "../../etc", "20240118093000-00000000", "x" * 400])
def test_only_what_is_in_the_trash_can_be_put_back(corpus: Path, id: str) -> None:
    with pytest.raises(IntakeError):
        restore(corpus, id)


def test_nothing_is_put_back_twice(corpus: Path) -> None:
    gone = remove(corpus, "留下.txt", "", DAY)
    restore(corpus, gone.id)
    with pytest.raises(IntakeError, match="可能刚被放回"):
        restore(corpus, gone.id)


@pytest.mark.parametrize("path", ["../../逃.txt", "/tmp/逃.txt", ""])
def test_a_record_that_leads_outside_is_not_followed(corpus: Path, path: str) -> None:
    gone = remove(corpus, "留下.txt", "", DAY)
    record = corpus / FOLDER / gone.id / RECORD
    record.write_text(json.dumps({**json.loads(record.read_text()), "path": path}), encoding="utf-8")
    with pytest.raises(IntakeError, match="不能放回"):
        restore(corpus, gone.id)
    assert removed(corpus)[0].id == gone.id


def test_what_is_no_record_is_passed_over(corpus: Path) -> None:
    gone = remove(corpus, "留下.txt", "", DAY)
    (corpus / FOLDER / gone.id / RECORD).write_text("[]", encoding="utf-8")
    (corpus / FOLDER / "别的").mkdir()
    assert removed(corpus) == ()
