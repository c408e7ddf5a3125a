"""Hostile files cost themselves and nothing else."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from rag.errors import StoreError
from rag.records import Document
from rag.store.run import Limits
from rag.store.stages import Stages
from tests.fakes import HashEncoder
from tests.store.small import build_small, small_stages, write, write_reports
from tests.store.small_stages import DIES, FAILS, HANGS, SWELLS


@pytest.mark.parametrize(
    ("word", "reason"),
    [
        (HANGS, "读了 12 秒还没有读完"),
        (DIES, "读取进程意外结束（被信号 9 终止）"),
        (FAILS, "读取进程意外结束（退出码 1：RuntimeError: nobody foresaw this）"),
        (SWELLS, "读这个文件需要的内存太多"),
    ],
    ids=["hangs", "dies", "fails", "swells"],
)
def test_a_hostile_file_is_told_and_the_rest_goes_on(tmp_path: Path, word: str, reason: str) -> None:
    write_reports(tmp_path / "corpus", 3)
    write(tmp_path / "corpus", "乡镇/第01镇甲.txt", word)
    report = build_small(tmp_path, limits=Limits(seconds_a_file=12))
    assert [(problem.path, problem.reason) for problem in report.skipped] == [("乡镇/第01镇甲.txt", reason)]
    assert report.added == ("乡镇/第00镇.txt", "乡镇/第01镇.txt", "乡镇/第02镇.txt")


def test_a_file_that_hung_is_not_tried_again_until_it_changes(tmp_path: Path) -> None:
    file = write(tmp_path / "corpus", "长文.txt", HANGS)
    build_small(tmp_path, limits=Limits(seconds_a_file=6))
    again = build_small(tmp_path, limits=Limits(seconds_a_file=10_000))
    assert [problem.path for problem in again.skipped] == ["长文.txt"]
    file.unlink()
    write(tmp_path / "corpus", "长文.txt", "种植玉米100亩。")
    assert build_small(tmp_path).added == ("长文.txt",)


def test_a_file_whose_reader_died_is_tried_again(tmp_path: Path) -> None:
    write(tmp_path / "corpus", "报告.txt", DIES)
    assert build_small(tmp_path).documents == 0
    assert [problem.reason for problem in build_small(tmp_path).skipped] == ["读取进程意外结束（被信号 9 终止）"]


def test_a_reader_that_cannot_start_blames_no_file(tmp_path: Path) -> None:
    write_reports(tmp_path / "corpus", 2)
    with pytest.raises(StoreError, match=r"读取文件的进程启动不了（.*nowhere.*）；请重新安装依赖"):
        build_small(tmp_path, stages=stages_of_another_machine())
    assert build_small(tmp_path).documents == 2


class Elsewhere:
    """A stage that the worker cannot unpickle, as with a library that is not installed."""

    def __reduce__(self) -> tuple[object, ...]:
        return __import__, ("nowhere",)

    def __call__(self, path: Path, root: Path) -> Document:
        raise NotImplementedError


def stages_of_another_machine() -> Stages:
    stages = small_stages()
    return replace(stages, preparation=replace(stages.preparation, read=Elsewhere()))


def test_several_workers_give_what_one_gives(tmp_path: Path) -> None:
    write_reports(tmp_path / "corpus", 24)
    write(tmp_path / "corpus", "乡镇/第05镇甲.txt", DIES)
    encoder = HashEncoder()
    report = build_small(tmp_path, encoder=encoder, jobs=3)
    assert report.added == tuple(f"乡镇/第{number:02}镇.txt" for number in range(24))
    assert encoder.encoded == [
        f"第{number:02}镇\n第{number}镇今年种植玉米{number * 100 + row}亩。第{row}项工作落实到村。"
        for number in range(24)
        for row in range(4)
    ]
