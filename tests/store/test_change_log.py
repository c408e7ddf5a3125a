"""What the last build did to the figures, as readers are told of it."""

from __future__ import annotations

import sqlite3
from decimal import Decimal
from pathlib import Path

from rag.records import Span
from rag.store import FigureChange, StoredIndex, change_log, open_index
from rag.store.catalog import Catalog
from rag.store.figure_changes import changed_figures
from rag.store.figure_rows import figure_values
from rag.store.folder import live_slot
from tests.made_figures import figure
from tests.store.conftest import Copied
from tests.store.small import build_small, write, write_reports

Told = tuple[str | None, str | None, Span | None]
FIRST = "乡镇/第00镇.txt"


def told(index: StoredIndex, path: str) -> list[Told]:
    """Words before, words now, and where they stand, of each changed figure."""
    return [
        (
            changed.before.text if changed.before else None,
            changed.after.text if changed.after else None,
            changed.after.span if changed.after else None,
        )
        for changed in index.changed_figures(path)
    ]


def rewrite(folder: Path, *paragraphs: str) -> Path:
    return write(folder / "corpus", FIRST, *paragraphs, about="云溪省/溪山县/第0镇|2020|work_report")


def test_each_figure_of_the_last_build_is_told_with_what_it_was(built: Copied) -> None:
    folder = built(2)
    text = rewrite(
        folder,
        "第0镇今年种植玉米1亩。第0项工作落实到村。",
        "第0镇今年种植玉米77亩。",
        "第0镇今年种植玉米3亩。走访9户。走访8户。",
    ).read_text(encoding="utf-8")
    build_small(folder)
    index = open_index(folder / "index")
    (change,) = index.changes() or ()
    assert (change.path, change.added, change.changed, change.removed) == (FIRST, 1, 2, 0)
    words = told(index, FIRST)
    assert [(before, after) for before, after, _ in words] == [("0亩", "77亩"), ("2亩", "9户"), (None, "8户")]
    assert [span.of(text) for _, _, span in words if span] == ["77亩", "9户", "8户"]
    (changed, *_) = index.changed_figures(FIRST)
    assert changed.after is not None
    assert (changed.after.value, changed.after.year, changed.after.place) == (Decimal(77), 2020, "第0镇")


def test_a_build_that_alters_nothing_leaves_the_log_of_the_one_before(built: Copied) -> None:
    folder = built(1)
    rewrite(folder, "第0镇今年种植玉米5亩。")
    build_small(folder)
    before = open_index(folder / "index").changes()
    build_small(folder)
    assert open_index(folder / "index").changes() == before == (FigureChange(FIRST, 0, 1, 3),)


def test_only_the_last_build_is_kept(built: Copied) -> None:
    folder = built(2)
    (folder / "corpus" / FIRST).unlink()
    build_small(folder)
    index = open_index(folder / "index")
    assert index.changes() == (FigureChange(FIRST, 0, 0, 4),)
    assert told(index, FIRST) == [(f"{row}亩", None, None) for row in range(4)]
    write_reports(folder / "corpus", 3, first=2)
    build_small(folder)
    assert index.changes() == (FigureChange("乡镇/第02镇.txt", 4, 0, 0),)
    assert told(index, FIRST) == []


def test_a_document_whose_figures_stayed_is_told_with_no_change(built: Copied) -> None:
    folder = built(1)
    file = folder / "corpus" / FIRST
    file.write_text(file.read_text(encoding="utf-8") + "\n走访群众。", encoding="utf-8")
    build_small(folder)
    assert open_index(folder / "index").changes() == (FigureChange(FIRST, 0, 0, 0),)


def test_a_reader_sees_nothing_of_a_build_under_way(built: Copied) -> None:
    folder = built(1)
    index = open_index(folder / "index")
    before = index.changes()
    seen: list[object] = []
    rewrite(folder, "第0镇今年种植玉米5亩。")
    build_small(folder, progress=lambda stage, done, *_: seen.append(index.changes()) if stage == "reading" else None)
    assert seen == [before]
    assert index.changes() != before


def test_counts_stay_exact_beyond_the_figures_that_are_kept(tmp_path: Path) -> None:
    figures = tuple(figure_values(figure(text=f"{row}亩", span=Span(row, row + 2))) for row in range(4))
    with Catalog(tmp_path / "catalog.sqlite") as catalog:
        for path in ("甲.txt", "乙.txt"):
            change_log.note(catalog.connection, 1, path, changed_figures((), figures), most=5)
        assert [change.added for change in change_log.changes(catalog.connection, 1) or ()] == [4, 4]
        assert len(change_log.changed_figures(catalog.connection, 1, "甲.txt")) == 4
        assert len(change_log.changed_figures(catalog.connection, 1, "乙.txt")) == 1


def test_an_index_without_a_log_is_read_and_given_one_by_the_next_build(built: Copied) -> None:
    folder = built(1)
    with sqlite3.connect(live_slot(folder / "index").catalog) as connection:
        connection.executescript("DROP TABLE document_changes; DROP TABLE figure_changes;")
    connection.close()
    index = open_index(folder / "index")
    assert index.changes() is None
    assert index.changed_figures(FIRST) == ()
    build_small(folder)
    assert index.changes() is None
    rewrite(folder, "第0镇今年种植玉米5亩。")
    build_small(folder)
    assert index.changes() == (FigureChange(FIRST, 0, 1, 3),)
