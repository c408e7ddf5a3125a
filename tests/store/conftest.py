"""Indexes that several tests begin with are built once and copied."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.store.small import build_small, write_reports

Copied = Callable[[int], Path]


@pytest.fixture(scope="session")
def _kept(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Path]:
    return {}


@pytest.fixture
def built(_kept: dict[int, Path], tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Copied:
    """A folder with `corpus`, so many reports, and `index`, the index of them."""

    def copied(count: int) -> Path:
        if count not in _kept:
            _kept[count] = tmp_path_factory.mktemp(f"reports-{count}-")
            write_reports(_kept[count] / "corpus", count)
            build_small(_kept[count])
        shutil.copytree(_kept[count], tmp_path, dirs_exist_ok=True)
        return tmp_path

    return copied
