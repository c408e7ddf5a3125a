"""Files that no longer hold what the last build read of them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from rag.reading import source_files
from rag.store import SourceState, StoredIndex, open_index
from rag.store.altered import MOST_BYTES_A_LOOK, AlteredFiles
from tests.store.conftest import Copied
from tests.store.small import build_small, write

FIRST, SECOND, THIRD = "乡镇/第00镇.txt", "乡镇/第01镇.txt", "乡镇/第02镇.txt"
LONG_AGO = 1_700_000_000


def settled(folder: Path) -> StoredIndex:
    """The index of files that were not modified within the last moments, so that their times are noted."""
    for file in (folder / "corpus").rglob("*.txt"):
        os.utime(file, (LONG_AGO, LONG_AGO))
    build_small(folder)
    return open_index(folder / "index")


def altered(folder: Path, index: StoredIndex, most_bytes: int = MOST_BYTES_A_LOOK) -> tuple[str, ...]:
    corpus = folder / "corpus"
    return AlteredFiles(corpus, most_bytes).among(source_files(corpus).files, index.sources())


def rewrite(folder: Path, path: str, old: str, new: str, modified: int) -> None:
    file = folder / "corpus" / path
    file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    os.utime(file, (modified, modified))


def test_files_as_they_were_read_are_the_same_also_where_they_were_only_touched(built: Copied) -> None:
    folder = built(3)
    index = settled(folder)
    assert altered(folder, index) == ()
    os.utime(folder / "corpus" / FIRST, (LONG_AGO + 5, LONG_AGO + 5))
    assert altered(folder, index) == ()


@pytest.mark.parametrize("new", ["小麦", "马铃薯"], ids=["of the same size", "of another size"])
def test_a_file_of_other_content_is_altered_until_it_is_built(built: Copied, new: str) -> None:
    folder = built(3)
    index = settled(folder)
    rewrite(folder, SECOND, "玉米", new, LONG_AGO + 5)
    assert altered(folder, index) == (SECOND,)
    build_small(folder)
    assert altered(folder, index) == ()


def test_a_file_without_a_noted_time_is_told_by_its_bytes(built: Copied) -> None:
    folder = built(3)
    index = open_index(folder / "index")
    unstamped = [SourceState(state.path, None, state.hash, state.rules) for state in index.sources()]
    rewrite(folder, THIRD, "玉米", "小麦", LONG_AGO)
    files = source_files(folder / "corpus").files
    assert AlteredFiles(folder / "corpus").among(files, unstamped) == (THIRD,)


def test_new_files_and_those_that_are_tried_again_anyway_are_not_among_them(built: Copied) -> None:
    folder = built(3)
    index = settled(folder)
    write(folder / "corpus", "乡镇/新的镇.txt", "种植玉米1亩。")
    states = [SourceState(s.path, None, None, s.rules) if s.path == FIRST else s for s in index.sources()]
    rewrite(folder, FIRST, "玉米", "小麦", LONG_AGO + 5)
    assert AlteredFiles(folder / "corpus").among(source_files(folder / "corpus").files, states) == ()


def test_no_more_bytes_are_hashed_in_one_look_than_are_allowed_and_none_twice(built: Copied) -> None:
    folder = built(3)
    index = settled(folder)
    corpus, states = folder / "corpus", index.sources()
    for path in (FIRST, SECOND, THIRD):
        os.utime(corpus / path, (LONG_AGO + 5, LONG_AGO + 5))
    files = source_files(corpus).files
    looking = AlteredFiles(corpus, max(file.size for file in files))
    assert looking.among(files, states) == (SECOND, THIRD)
    assert looking.among(files, states) == (THIRD,)
    assert looking.among(files, states) == ()


def test_a_file_that_goes_while_it_is_looked_at_is_no_error(built: Copied) -> None:
    folder = built(3)
    index = settled(folder)
    os.utime(folder / "corpus" / FIRST, (LONG_AGO + 5, LONG_AGO + 5))
    files = source_files(folder / "corpus").files
    (folder / "corpus" / FIRST).unlink()
    assert AlteredFiles(folder / "corpus").among(files, index.sources()) == (FIRST,)
