"""One build at a time, and what others can see of it."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from rag.errors import IndexBusy
from rag.store import BuildState, build_state, open_index
from tests.store.small import build_small, write_reports


class Watcher:
    """A Progress that looks from outside at the build that calls it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.states: list[BuildState | None] = []
        self.busy = ""

    def __call__(self, stage: str, done: int, total: int, detail: str) -> None:
        self.states.append(build_state(self._folder / "index"))
        if stage == "indexing" and not self.busy:
            with pytest.raises(IndexBusy) as refused:
                build_small(self._folder)
            self.busy = str(refused.value)


def test_a_second_build_is_refused_and_told_who_is_building(tmp_path: Path) -> None:
    write_reports(tmp_path / "corpus", 2)
    watcher = Watcher(tmp_path)
    build_small(tmp_path, progress=watcher)
    assert re.search(rf"正在由进程 {os.getpid()}，自 \d{{4}}-\d\d-\d\dT[0-9:+-]+ 起更新", watcher.busy)


def test_anyone_can_see_how_far_a_build_is(tmp_path: Path) -> None:
    write_reports(tmp_path / "corpus", 2)
    watcher = Watcher(tmp_path)
    build_small(tmp_path, progress=watcher)
    seen = [(state.pid, state.stage, state.total) for state in watcher.states if state]
    assert seen[0] == (os.getpid(), "reading", 2)
    assert seen[-1] == (os.getpid(), "indexing", 1)
    assert build_state(tmp_path / "index") is None
    assert sorted(path.name for path in (tmp_path / "index").glob("build*")) == ["build.lock"]


def test_an_index_can_be_opened_while_a_build_runs(tmp_path: Path) -> None:
    write_reports(tmp_path / "corpus", 2)
    build_small(tmp_path)
    write_reports(tmp_path / "corpus", 3)
    seen: list[int] = []
    build_small(
        tmp_path,
        progress=lambda stage, *_: seen.append(len(open_index(tmp_path / "index").documents())),
    )
    assert set(seen[:-1]) == {2}
    assert len(open_index(tmp_path / "index").documents()) == 3


def test_there_is_no_build_where_there_is_no_folder(tmp_path: Path) -> None:
    assert build_state(tmp_path / "index") is None
