"""A folder made once: whole, shared by processes, made again where damaged."""

from __future__ import annotations

import multiprocessing
import os
from pathlib import Path

import pytest

from rag.encoder.cache import MANIFEST, cached_folder, is_whole
from rag.errors import EncoderError


class Maker:
    """Writes two files and counts how often it was asked to."""

    def __init__(self) -> None:
        self.calls = 0

    def __call__(self, folder: Path) -> None:
        self.calls += 1
        (folder / "deep").mkdir()
        (folder / "small.json").write_text("{}", encoding="utf-8")
        (folder / "deep" / "large.bin").write_bytes(b"0123456789" * 1000)


def test_a_folder_is_made_once(tmp_path: Path) -> None:
    make = Maker()
    first = cached_folder(tmp_path / "cache", "model", make, ("small.json",))
    second = cached_folder(tmp_path / "cache", "model", make, ("small.json",))
    assert (first, make.calls) == (second, 1)
    assert sorted(path.name for path in first.iterdir()) == ["deep", MANIFEST, "small.json"]
    assert [path.name for path in (tmp_path / "cache").iterdir()] == ["model"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("small.json", b"[]"),  # the same size
        ("deep/large.bin", b"short"),
        ("deep/large.bin", None),
        (MANIFEST, b"not json"),
        (MANIFEST, b"[]"),
        (MANIFEST, b'{"small.json": 3}'),
        (MANIFEST, None),
    ],
)
def test_a_damaged_folder_is_made_again(tmp_path: Path, name: str, content: bytes | None) -> None:
    make = Maker()
    folder = cached_folder(tmp_path, "model", make, ("small.json",))
    if content is None:
        (folder / name).unlink()
    else:
        (folder / name).write_bytes(content)
    assert cached_folder(tmp_path, "model", make, ("small.json",)) == folder
    assert make.calls == 2
    assert is_whole(folder, ("small.json", "deep/large.bin"))
    assert [path.name for path in tmp_path.iterdir()] == ["model"]


def test_a_file_in_the_place_of_the_folder_gives_way(tmp_path: Path) -> None:
    (tmp_path / "model").write_text("in the way", encoding="utf-8")
    folder = cached_folder(tmp_path, "model", Maker(), ("small.json",))
    assert (folder / "small.json").read_text(encoding="utf-8") == "{}"


def test_a_failed_attempt_leaves_nothing(tmp_path: Path) -> None:
    def fail(folder: Path) -> None:
        (folder / "half").write_text("", encoding="utf-8")
        raise OSError(28, "No space left on device")

    with pytest.raises(EncoderError, match=r"No space left.*XDG_CACHE_HOME"):
        cached_folder(tmp_path, "model", fail, ())
    assert list(tmp_path.iterdir()) == []


def test_a_cache_that_cannot_be_a_folder_is_reported_with_its_path(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file", encoding="utf-8")
    with pytest.raises(EncoderError, match="cache"):
        cached_folder(tmp_path / "cache", "model", Maker(), ())


def test_what_a_killed_process_left_is_swept_away_once_it_is_old(tmp_path: Path) -> None:
    for name, hours in ((".making-old", 5), (".making-new", 0)):
        (tmp_path / name).mkdir()
        moment = (tmp_path / name).stat().st_mtime - hours * 3600
        os.utime(tmp_path / name, (moment, moment))
    cached_folder(tmp_path, "model", Maker(), ())
    assert sorted(path.name for path in tmp_path.iterdir()) == [".making-new", "model"]


def test_many_processes_that_make_it_at_once_all_succeed(tmp_path: Path) -> None:
    damaged = tmp_path / "model"
    damaged.mkdir()
    (damaged / MANIFEST).write_text("{}", encoding="utf-8")
    context = multiprocessing.get_context("spawn")
    with context.Pool(4) as pool:
        whole = pool.map(_make, [tmp_path] * 8)
    assert whole == [True] * 8
    assert [path.name for path in tmp_path.iterdir()] == ["model"]


def _make(parent: Path) -> bool:
    return is_whole(cached_folder(parent, "model", Maker(), ("small.json",)), ("small.json",))
