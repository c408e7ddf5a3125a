"""Builds killed with SIGKILL at any moment, in processes of their own: nothing is lost and nothing is half there."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from rag.errors import IndexMissing
from rag.records import Filter
from rag.store import build_state, open_index
from tests.fakes import HashEncoder
from tests.store.conftest import Copied
from tests.store.small import build_small, contents, found_by_meaning, found_by_words, write, write_reports

ROOT = Path(__file__).resolve().parents[2]
REPORTS = 70


def start(folder: Path, where: str, number: int = 0) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.store.child", str(folder), where, str(number)],
        cwd=ROOT,
        stderr=subprocess.PIPE,
        text=True,
    )


def ended(process: subprocess.Popen[str]) -> int:
    _, errors = process.communicate(timeout=120)
    assert process.returncode in (0, -signal.SIGKILL), errors
    return process.returncode


def check_whole(folder: Path) -> int:
    """Every document that the index lists is there with all its passages and found by both searches."""
    try:
        index = open_index(folder / "index")
    except IndexMissing:
        return 0
    documents = index.documents()
    for document in documents:
        only = Filter(docs=(document.path,))
        ordinals = [passage.ordinal for passage in index.passages_of(document.path)]
        assert len(ordinals) == document.passages == 4
        assert [ordinal for _, ordinal in found_by_words(index, "玉米", only)] == ordinals
        assert [ordinal for _, ordinal, _ in found_by_meaning(index, "玉米", only)] == ordinals
        original = index.document(document.path)
        assert original is not None
        assert all(passage.span.of(original.text) == passage.text for passage in index.passages_of(document.path))
    assert index.statistics().passages == 4 * sum(document.duplicate_of is None for document in documents)
    index.close()
    return len(documents)


def change_some(folder: Path) -> None:
    reports = sorted((folder / "corpus" / "乡镇").iterdir())
    reports[3].unlink()
    reports[4].rename(folder / "corpus" / "改名.txt")
    (folder / "corpus" / "抄本.txt").write_bytes(reports[6].read_bytes())
    for report in reports[10:50]:
        report.write_text(report.read_text(encoding="utf-8").replace("落实", "全面落实"), encoding="utf-8")
    write(folder / "corpus", "新.txt", *(f"新增种植玉米{n}亩。" for n in range(4)))


FIRST = [
    ("reading", 0),
    ("reading", 40),
    ("encoding", 0),
    ("encoding", 1),
    ("indexing", 0),
    ("derived", 0),
    ("published", 0),
]
UPDATE = [("reading", 30), ("encoding", 0), ("derived", 0), ("published", 0)]


@pytest.mark.parametrize(
    ("where", "number", "first"), [(*point, True) for point in FIRST] + [(*point, False) for point in UPDATE]
)
def test_a_build_that_is_killed_leaves_whole_documents_and_the_next_goes_on(
    tmp_path: Path, built: Copied, where: str, number: int, first: bool
) -> None:
    write_reports(tmp_path / "corpus", REPORTS)
    if not first:
        built(REPORTS)
        change_some(tmp_path)
    assert ended(start(tmp_path, where, number)) == -signal.SIGKILL
    here = check_whole(tmp_path)
    if not first or where in ("indexing", "derived", "published"):
        assert here >= REPORTS - 1
    encoder = HashEncoder()
    report = build_small(tmp_path, encoder=encoder)
    assert not set(encoder.encoded) & encoded_before(where, number, first)
    build_small(tmp_path, index="clean")
    assert contents(tmp_path) == contents(tmp_path, "clean")
    assert report.documents == REPORTS + (1 if not first else 0)


def encoded_before(where: str, number: int, first: bool) -> set[str]:
    """What the killed build had certainly encoded already: the first batches."""
    if not first or where == "reading":
        return set()
    batches = 3 if where in ("indexing", "derived", "published") else number + 1
    texts = [
        f"第{n:02}镇\n第{n}镇今年种植玉米{n * 100 + row}亩。第{row}项工作落实到村。"
        for n in range(REPORTS)
        for row in range(4)
    ]
    return set(texts[: 128 * batches])


def test_a_build_killed_again_and_again_gets_there(tmp_path: Path) -> None:
    chance = random.Random(7)
    write_reports(tmp_path / "corpus", REPORTS)
    before = 0
    for _ in range(6):
        process = start(tmp_path, "never")
        time.sleep(chance.uniform(0.8, 2.5))
        process.kill()
        ended(process)
        here = check_whole(tmp_path)
        assert here >= before
        before = here
    build_small(tmp_path)
    build_small(tmp_path, index="clean")
    assert contents(tmp_path) == contents(tmp_path, "clean")


def test_a_killed_build_holds_no_lock(tmp_path: Path) -> None:
    write_reports(tmp_path / "corpus", 3)
    ended(start(tmp_path, "indexing"))
    assert build_state(tmp_path / "index") is None
    assert build_small(tmp_path).documents == 3
