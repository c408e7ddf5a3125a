"""What an incremental build does with what happened to the files, and that it ends where a clean build ends."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from rag.records import Document, Figure, Filter
from rag.store import open_index
from rag.store.figure_changes import FigureChange
from rag.store.report import Duplicate, Renamed
from tests.fakes import HashEncoder
from tests.store.conftest import Copied
from tests.store.small import build_small, contents, found_by_words, small_stages, write, write_reports
from tests.store.small_stages import Tagger, amounts, read_small


@pytest.fixture
def folder(built: Copied) -> Path:
    """A corpus of five reports, built."""
    return built(5)


def corpus(folder: Path, number: int) -> Path:
    return folder / "corpus" / "乡镇" / f"第{number:02}镇.txt"


def add(folder: Path) -> None:
    write(folder / "corpus", "新/来信.txt", "全县种植玉米9000亩。")


def change(folder: Path) -> None:
    text = corpus(folder, 2).read_text(encoding="utf-8")
    corpus(folder, 2).write_text(text.replace("200亩", "250亩"), encoding="utf-8")


def remove(folder: Path) -> None:
    corpus(folder, 3).unlink()


def rename(folder: Path) -> None:
    corpus(folder, 1).rename(folder / "corpus" / "第一镇.txt")


def copy(folder: Path) -> None:
    (folder / "corpus" / "a.txt").write_bytes(corpus(folder, 4).read_bytes())


def break_one(folder: Path) -> None:
    corpus(folder, 0).write_text("没有第二行\n所以读不出来", encoding="utf-8")


def all_at_once(folder: Path) -> None:
    for happen in (add, change, remove, rename, copy, break_one):
        happen(folder)


def test_the_first_build_takes_every_file_in_and_says_so(tmp_path: Path) -> None:
    write_reports(tmp_path / "corpus", 3)
    report = build_small(tmp_path)
    assert report.added == ("乡镇/第00镇.txt", "乡镇/第01镇.txt", "乡镇/第02镇.txt")
    assert (report.documents, report.passages, report.figures, report.encoded) == (3, 12, 12, 12)
    assert report.generation == 1
    assert report.characters == sum(
        len(file.read_text(encoding="utf-8")) for file in (tmp_path / "corpus" / "乡镇").iterdir()
    )
    assert [(change.added, change.removed) for change in report.figure_changes] == [(4, 0)] * 3


@pytest.mark.parametrize("happen", [add, change, remove, rename, copy, break_one, all_at_once])
def test_an_incremental_build_ends_where_a_clean_build_ends(folder: Path, happen: Callable[[Path], None]) -> None:
    happen(folder)
    build_small(folder)
    build_small(folder, index="clean")
    assert contents(folder) == contents(folder, "clean")


def test_nothing_is_done_where_nothing_changed(folder: Path) -> None:
    encoder = HashEncoder()
    report = build_small(folder, encoder=encoder)
    assert (report.added, report.changed, report.removed, report.retagged, report.generation) == ((), (), (), (), 1)
    assert encoder.encoded == []


def test_a_file_saved_again_with_the_same_bytes_is_unchanged(folder: Path) -> None:
    os.utime(corpus(folder, 2), ns=(1, 1))
    assert build_small(folder).generation == 1


def test_a_change_of_the_same_length_and_time_is_seen(folder: Path) -> None:
    before = corpus(folder, 2).stat()
    change(folder)
    os.utime(corpus(folder, 2), ns=(before.st_atime_ns, before.st_mtime_ns))
    assert build_small(folder).changed == ("乡镇/第02镇.txt",)


def test_only_what_was_never_encoded_is_encoded(folder: Path) -> None:
    encoder = HashEncoder()
    change(folder)
    report = build_small(folder, encoder=encoder)
    assert report.changed == ("乡镇/第02镇.txt",)
    assert encoder.encoded == ["第02镇\n第2镇今年种植玉米250亩。第0项工作落实到村。"]
    assert report.figure_changes == (FigureChange("乡镇/第02镇.txt", 0, 1, 0),)


def test_a_renamed_file_is_told_as_such_and_not_encoded_again(folder: Path) -> None:
    encoder = HashEncoder()
    rename(folder)
    report = build_small(folder, encoder=encoder)
    assert report.renamed == (Renamed("第一镇.txt", "乡镇/第01镇.txt"),)
    assert (report.added, report.removed, report.figure_changes) == ((), (), ())
    assert encoder.encoded == []


def test_a_renamed_file_is_not_encoded_again_although_its_title_changes(tmp_path: Path) -> None:
    stages = small_stages()
    named = small_stages(rules="title from the name")
    write_reports(tmp_path / "corpus", 1)
    build_small(tmp_path, stages=stages)
    encoder = HashEncoder()
    text = corpus(tmp_path, 0).read_text(encoding="utf-8").replace("第00镇\n", "溪山县第00镇工作要点\n", 1)
    corpus(tmp_path, 0).write_text(text, encoding="utf-8")
    report = build_small(tmp_path, encoder=encoder, stages=named)
    assert report.changed == ("乡镇/第00镇.txt",)
    assert encoder.encoded == []
    with_title = open_index(tmp_path / "index")
    assert found_by_words(with_title, "要点") == tuple(("乡镇/第00镇.txt", ordinal) for ordinal in range(4))


def test_what_was_removed_comes_back_without_being_encoded_again(folder: Path) -> None:
    kept = corpus(folder, 3).read_bytes()
    remove(folder)
    assert build_small(folder).removed == ("乡镇/第03镇.txt",)
    corpus(folder, 3).write_bytes(kept)
    encoder = HashEncoder()
    assert build_small(folder, encoder=encoder).added == ("乡镇/第03镇.txt",)
    assert encoder.encoded == []


def test_a_reprint_is_listed_but_found_once(folder: Path) -> None:
    text = corpus(folder, 4).read_text(encoding="utf-8").replace("。", "．").replace("今年", "今 年")
    (folder / "corpus" / "转载.txt").write_text(text, encoding="utf-8")
    report = build_small(folder)
    assert report.duplicates == (Duplicate("转载.txt", "乡镇/第04镇.txt"),)
    index = open_index(folder / "index")
    assert [document.path for document in index.documents() if document.duplicate_of] == ["转载.txt"]
    assert report.passages == 20
    assert {doc for doc, _ in found_by_words(index, "玉米")} == {f"乡镇/第{number:02}镇.txt" for number in range(5)}
    only = Filter(docs=("转载.txt",))
    assert {doc for doc, _ in found_by_words(index, "玉米", only)} == {"乡镇/第04镇.txt"}


LINES = tuple(f"第{row}条，全县种植玉米{row}亩，逐村落实到人到地块。" for row in range(30))


@pytest.mark.parametrize(
    ("changed", "folded"),
    [
        ((*LINES, "扫一扫分享到朋友圈。"), True),
        (("本站按：以下是县里的安排。", *LINES), True),
        ((*LINES[:15], LINES[15].replace("15亩", "16亩"), *LINES[16:]), False),
        ((*LINES[:25], *("这里讲的是另一件事，与种地没有关系。",) * 3), False),
        (LINES[:20], False),
        (LINES[::-1], True),
    ],
    ids=[
        "furniture after it",
        "a note before it",
        "one other number",
        "another ending",
        "a part of it",
        "another order",
    ],
)
def test_a_reprint_folds_unless_it_says_something_else(tmp_path: Path, changed: tuple[str, ...], folded: bool) -> None:
    write(tmp_path / "corpus", "甲.txt", *LINES)
    write(tmp_path / "corpus", "乙.txt", *changed, title="另一个标题")
    report = build_small(tmp_path)
    assert report.duplicates == ((Duplicate("甲.txt", "乙.txt"),) if folded else ())


def test_the_reprint_steps_in_where_the_first_is_removed(folder: Path) -> None:
    copy(folder)
    assert build_small(folder).duplicates == (Duplicate("乡镇/第04镇.txt", "a.txt"),)
    (folder / "corpus" / "a.txt").unlink()
    encoder = HashEncoder()
    report = build_small(folder, encoder=encoder)
    assert (report.removed, report.duplicates, encoder.encoded) == (("a.txt",), (), [])
    index = open_index(folder / "index")
    assert ("乡镇/第04镇.txt", 0) in found_by_words(index, "玉米")


def test_a_text_file_stands_for_its_copy_in_another_format(tmp_path: Path) -> None:
    text = write(tmp_path / "corpus", "z/报告.txt", "全县种植玉米9000亩。").read_bytes()
    (tmp_path / "corpus" / "a.html").write_bytes(text)
    assert build_small(tmp_path).duplicates == (Duplicate("a.html", "z/报告.txt"),)


def test_documents_are_tagged_anew_where_topics_change_without_being_encoded_again(folder: Path) -> None:
    encoder = HashEncoder()
    other = small_stages(tagger=Tagger((("第0项", "头等大事"),)))
    report = build_small(folder, encoder=encoder, stages=other)
    assert report.retagged == tuple(f"乡镇/第{number:02}镇.txt" for number in range(5))
    assert encoder.encoded == []
    index = open_index(folder / "index")
    assert [(facet.value, facet.documents) for facet in index.facets().topics] == [("头等大事", 5)]
    assert found_by_words(index, "玉米", Filter(topics=("头等大事",))) == tuple(
        (f"乡镇/第{number:02}镇.txt", 0) for number in range(5)
    )


def test_new_rules_that_come_to_the_same_write_nothing(folder: Path) -> None:
    report = build_small(folder, stages=small_stages(rules="2"))
    assert (report.retagged, report.generation) == ((), 1)


def test_a_file_that_no_longer_says_it_is_no_longer_cited(folder: Path) -> None:
    break_one(folder)
    report = build_small(folder)
    assert [(problem.path, problem.reason) for problem in report.skipped] == [
        ("乡镇/第00镇.txt", "第二行不是 places|year|kind")
    ]
    assert report.removed == ("乡镇/第00镇.txt",)
    assert open_index(folder / "index").document("乡镇/第00镇.txt") is None


def test_a_problem_is_still_told_by_the_next_build(folder: Path) -> None:
    break_one(folder)
    build_small(folder)
    assert [problem.path for problem in build_small(folder).skipped] == ["乡镇/第00镇.txt"]
    assert [problem.path for problem in open_index(folder / "index").problems()] == ["乡镇/第00镇.txt"]
    corpus(folder, 0).unlink()
    assert build_small(folder).skipped == ()


def test_a_cancelled_build_keeps_what_it_has_and_the_next_goes_on(tmp_path: Path) -> None:
    write_reports(tmp_path / "corpus", 60)
    seen: list[str] = []
    encoder = HashEncoder()
    report = build_small(
        tmp_path,
        encoder=encoder,
        cancel=lambda: len(seen) >= 40,
        progress=lambda stage, done, total, detail: seen.append(detail) if stage == "reading" else None,
    )
    assert report.cancelled
    assert 0 < report.documents < 60
    assert report.documents == len(open_index(tmp_path / "index").documents())
    finished = build_small(tmp_path, encoder=encoder)
    assert (finished.documents, len(finished.added)) == (60, 60 - report.documents)
    assert len(encoder.encoded) == len(set(encoder.encoded)) == 240
    build_small(tmp_path, index="clean")
    assert contents(tmp_path) == contents(tmp_path, "clean")


def test_a_figure_that_is_not_in_the_original_is_left_out_and_told(tmp_path: Path) -> None:
    write(tmp_path / "corpus", "报告.txt", "种植玉米100亩。")
    build_small(tmp_path, stages=small_stages(extract=one_that_is_not_there))
    index = open_index(tmp_path / "index")
    assert index.figures_of("报告.txt") == ()
    assert index.documents()[0].notes == ("有 1 个数字与原文对不上，没有收入",)


def one_that_is_not_there(document: Document, *_: object) -> tuple[Figure, ...]:
    return tuple(replace(figure, text="200亩") for figure in amounts(document))


def test_file_names_are_only_names(tmp_path: Path) -> None:
    names = ("'; DROP TABLE documents; --.txt", "“引号”\"'.txt", "%_[a-z]*.txt", "a\nb.txt", "……  .txt")
    for number, name in enumerate(names):
        write(tmp_path / "corpus", name, f"第{number}份种植玉米{number}亩。", title="报告")
    report = build_small(tmp_path)
    assert set(report.added) == set(names)
    index = open_index(tmp_path / "index")
    for number, name in enumerate(names):
        assert found_by_words(index, "玉米", Filter(docs=(name,))) == ((name, 0),)
        assert index.document(name) == read_small(tmp_path / "corpus" / name, tmp_path / "corpus")
        assert index.passages_of(name)[0].text == f"第{number}份种植玉米{number}亩。"
