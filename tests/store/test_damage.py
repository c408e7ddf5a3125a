"""Damaged indexes, damaged catalogues and full disks: what can be renewed is, the rest is told with its remedy."""

from __future__ import annotations

import os
import random
import resource
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from rag.errors import IndexMissing, IndexUnusable
from rag.store import open_index
from rag.store.lock import building
from tests.store.conftest import Copied
from tests.store.small import build_small, contents, found_by_words, write, write_reports

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def folder(built: Copied) -> Path:
    """Three reports, built."""
    return built(3)


def no_lexical(index: Path) -> None:
    shutil.rmtree(index / "lexical")


def empty_lexical(index: Path) -> None:
    for file in (index / "lexical").iterdir():
        file.unlink()


def garbage_in_segments(index: Path) -> None:
    for file in (index / "lexical").glob("*.idx"):
        file.write_bytes(os.urandom(file.stat().st_size))


def one_bit_in_segments(index: Path) -> None:
    for file in (index / "lexical").glob("*.term"):
        content = bytearray(file.read_bytes())
        content[len(content) // 2] ^= 4
        file.write_bytes(content)


def cut_segments(index: Path) -> None:
    for file in (index / "lexical").glob("*.store"):
        os.truncate(file, 3)


def garbage_meta(index: Path) -> None:
    (index / "lexical" / "meta.json").write_bytes(b"\0garbage")


def no_vectors(index: Path) -> None:
    (index / "vectors.faiss").unlink()


def garbage_vectors(index: Path) -> None:
    (index / "vectors.faiss").write_bytes(os.urandom(5_000))


def cut_vectors(index: Path) -> None:
    os.truncate(index / "vectors.faiss", 200)


def one_bit_in_vectors(index: Path) -> None:
    content = bytearray((index / "vectors.faiss").read_bytes())
    content[-100] ^= 1
    (index / "vectors.faiss").write_bytes(content)


def garbage_manifests(index: Path) -> None:
    (index / "vectors.json").write_bytes(b'[{"generation": 1, "files": 7}]')
    (index / "lexical.json").write_bytes(b"\xff\xfe")


def all_derived(index: Path) -> None:
    no_lexical(index)
    no_vectors(index)


DAMAGES = [
    no_lexical,
    empty_lexical,
    garbage_in_segments,
    one_bit_in_segments,
    cut_segments,
    garbage_meta,
    no_vectors,
    garbage_vectors,
    cut_vectors,
    one_bit_in_vectors,
    garbage_manifests,
    all_derived,
]


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_derived_index_is_renewed_when_it_is_opened(folder: Path, damage: Callable[[Path], None]) -> None:
    before = contents(folder)
    damage(folder / "index")
    assert contents(folder) == before
    # the renewal is on disk, so that a reader that cannot write finds it
    with building(folder / "index"):
        assert contents(folder) == before


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_reader_makes_its_own_while_somebody_else_builds(folder: Path, damage: Callable[[Path], None]) -> None:
    before = contents(folder)
    damage(folder / "index")
    with building(folder / "index"):
        assert contents(folder) == before


@pytest.mark.parametrize("damage", [garbage_in_segments, cut_vectors, garbage_manifests, all_derived])
def test_a_build_over_a_damaged_derived_index_ends_where_a_clean_one_ends(
    folder: Path, damage: Callable[[Path], None]
) -> None:
    damage(folder / "index")
    write(folder / "corpus", "新.txt", "新增种植玉米9亩。")
    build_small(folder)
    build_small(folder, index="clean")
    assert contents(folder) == contents(folder, "clean")


def test_no_index_is_told_with_the_remedy(tmp_path: Path) -> None:
    with pytest.raises(IndexMissing, match="先运行 python -m rag build"):
        open_index(tmp_path / "nowhere")
    (tmp_path / "empty").mkdir()
    with pytest.raises(IndexMissing, match="先运行 python -m rag build"):
        open_index(tmp_path / "empty")


def garbage_catalog(catalog: Path) -> None:
    catalog.write_bytes(os.urandom(100_000))


def text_catalog(catalog: Path) -> None:
    catalog.write_text("这不是数据库" * 1000, encoding="utf-8")


def garbage_pages(catalog: Path) -> None:
    content = bytearray(catalog.read_bytes())
    content[4096:] = os.urandom(len(content) - 4096)
    catalog.write_bytes(content)


def newer_catalog(catalog: Path) -> None:
    connection = sqlite3.connect(catalog)
    connection.execute("PRAGMA user_version = 99")
    connection.close()


def older_catalog(catalog: Path) -> None:
    connection = sqlite3.connect(catalog)
    connection.execute("PRAGMA user_version = 0")
    connection.close()


def another_program(catalog: Path) -> None:
    catalog.unlink()
    connection = sqlite3.connect(catalog)
    connection.execute("CREATE TABLE photos (name TEXT)")
    connection.commit()
    connection.close()


@pytest.mark.parametrize(
    ("damage", "message"),
    [
        (garbage_catalog, "已损坏.*请删除该文件夹中的内容，重新运行 python -m rag build"),
        (text_catalog, "已损坏.*请删除该文件夹中的内容，重新运行 python -m rag build"),
        (garbage_pages, "已损坏.*请删除该文件夹中的内容，重新运行 python -m rag build"),
        (newer_catalog, r"的格式版本是 99，本程序只认 \d+；请升级程序"),
        (older_catalog, r"是旧版程序建立的（格式版本 0，现为 \d+）；请删除 .* 中的内容，重新运行 python -m rag build"),
        (another_program, "不是本程序的索引"),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_a_damaged_catalogue_is_told_with_the_remedy(
    folder: Path, damage: Callable[[Path], None], message: str
) -> None:
    for name in ("catalog.sqlite-wal", "catalog.sqlite-shm"):
        (folder / "index" / name).unlink(missing_ok=True)
    damage(folder / "index" / "catalog.sqlite")
    with pytest.raises(IndexUnusable, match=message):
        contents(folder)
    with pytest.raises(IndexUnusable, match=message):
        build_small(folder)


def test_damage_anywhere_in_the_catalogue_is_told_and_never_a_stack_trace(folder: Path) -> None:
    chance = random.Random(11)
    catalog = folder / "index" / "catalog.sqlite"
    sound = catalog.read_bytes()
    told = 0
    for _ in range(60):
        content = bytearray(sound)
        at = chance.randrange(len(content) - 400)
        content[at : at + 400] = chance.randbytes(400)
        for name in ("catalog.sqlite-wal", "catalog.sqlite-shm"):
            (folder / "index" / name).unlink(missing_ok=True)
        catalog.write_bytes(content)
        try:
            contents(folder)
            build_small(folder)
        except IndexUnusable:
            told += 1
        except KeyError as unknown:
            assert "索引中没有编号为" in str(unknown)  # a passage that the vectors know and the catalogue has lost
    assert told


def test_a_pointer_to_nowhere_is_told_with_the_remedy(folder: Path) -> None:
    (folder / "index" / "current").write_text("../../etc", encoding="utf-8")
    with pytest.raises(IndexUnusable, match="删除该文件即可"):
        open_index(folder / "index")


def check_unharmed(folder: Path, before: tuple[object, ...], message: str) -> None:
    assert message.startswith("IndexUnusable: "), message
    assert "原有索引不受影响" in message
    assert "重新运行 python -m rag build" in message
    kept = contents(folder)
    assert set(before[0]) <= set(kept[0])  # type: ignore[call-overload]


def run(folder: Path, **limits: object) -> str:
    """A build in another process; its error."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.store.child", str(folder), "never", "0"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        **limits,  # type: ignore[call-overload]
    )
    assert done.returncode == 1, done.stderr
    assert "Traceback" not in done.stderr
    return str(done.stderr)


@pytest.mark.parametrize("kilobytes", [150, 200, 300])
def test_a_limit_on_the_size_of_files_stops_a_build_and_harms_nothing(folder: Path, kilobytes: int) -> None:
    before = contents(folder)
    write_reports(folder / "corpus", 90, paragraphs=20, first=3)

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (kilobytes * 1024, kilobytes * 1024))

    check_unharmed(folder, before, run(folder, preexec_fn=limit))
    build_small(folder)
    build_small(folder, index="clean")
    assert contents(folder) == contents(folder, "clean")


@pytest.fixture
def small_disk(folder: Path) -> Iterator[Path]:
    """The same index on a disk of three megabytes, where one can be had."""
    disk = folder / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(disk)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("a small disk cannot be mounted here")
    shutil.copytree(folder / "index", disk / "index")
    (disk / "corpus").symlink_to(folder / "corpus")
    yield disk
    subprocess.run(["umount", "-l", str(disk)], check=True)


def test_a_full_disk_stops_a_build_and_harms_nothing(small_disk: Path) -> None:
    before = contents(small_disk)
    filler = small_disk / "filler"
    write_reports(small_disk / "corpus", 90, paragraphs=20, first=3)
    for spare in (50_000, 200_000, 600_000, 1_000_000):
        space = os.statvfs(small_disk)
        filler.write_bytes(bytes(max(0, space.f_bavail * space.f_frsize - spare)))
        message = run(small_disk)
        assert "磁盘已满" in message
        check_unharmed(small_disk, before, message)
        filler.unlink()
    assert set(found_by_words(open_index(small_disk / "index"), "玉米")) >= {("乡镇/第00镇.txt", 0)}
