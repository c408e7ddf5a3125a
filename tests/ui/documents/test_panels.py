"""What the page 文档 tells of uploads and of what a build changed."""

from __future__ import annotations

from decimal import Decimal

from rag.intake import Fate, Outcome
from rag.records import Figure, FigureKind, Span
from rag.store import ChangedFigure, FigureChange
from rag.ui.documents.panels import changes_html, receipt_html, totals_html
from tests.made_figures import figure
from tests.ui.fakes import HOSTILE


def changed(before: Figure | None, after: Figure | None) -> str:
    return changes_html(FigureChange("报告.txt", 0, 1, 0), (ChangedFigure(before, after),), there=True)


def test_a_new_figure_links_to_its_place() -> None:
    shown = changed(None, figure())
    assert '<span class="zw-new">新增</span>' in shown
    assert 'href="/documents?doc=%E6%8A%A5%E5%91%8A.txt&amp;start=10&amp;stop=15">5000亩</a>' in shown
    assert "目标　2024 年　溪山县" in shown


def test_an_altered_figure_tells_what_it_was() -> None:
    shown = changed(figure(), figure(text="6000亩", value=Decimal(6000), year=2025))
    assert "<del>5000亩</del> → <a " in shown
    assert "年份 2024 年 → 2025 年" in shown
    same = changed(figure(), figure(kind=FigureKind.RESULT, place=None))
    assert "<del>" not in same
    assert "性质 目标 → 完成；地区 溪山县 → 无" in same
    assert "数字本身没有变" in changed(figure(), figure(rule="another"))


def test_a_removed_figure_leads_nowhere() -> None:
    shown = changed(figure(), None)
    assert "<del>5000亩</del>" in shown
    assert "<a " not in shown


def test_a_document_that_is_gone_has_no_links_and_the_rest_is_counted() -> None:
    shown = changes_html(FigureChange("报告.txt", 9, 0, 0), (ChangedFigure(None, figure()),), there=False)
    assert "<a " not in shown
    assert "另有 8 处没有逐条记下" in shown


def test_totals_are_those_of_the_documents_whose_figures_changed() -> None:
    changes = (FigureChange("a", 2, 1, 0), FigureChange("b", 0, 0, 0), FigureChange("c", 1000, 0, 4))
    assert "改动了 2 份文档里的数字：新增 1,002 个，改动 1 个，移除 4 个。" in totals_html(changes)
    assert "读了 1 份文档，数字没有变化" in totals_html(changes[1:2])


def test_every_file_of_an_upload_is_told_problems_first() -> None:
    shown = receipt_html(
        (
            Outcome(
                "甲.txt",
                Fate.ADDED,
                "澄溪县/甲.txt",
                title="报告",
                notes=("标题年份不一致",),
                part="第1/2页",
                redacted=True,
            ),
            Outcome("乙.txt", Fate.SAME, "旧.txt"),
            Outcome("丙.doc", Fate.REFUSED, reason="旧格式", remedy="另存为 .docx"),
        )
    )
    assert "<h2>已加入 1 份，已有相同文件 1 份，没有加入 1 份</h2>" in shown
    assert shown.index("丙.doc") < shown.index("乙.txt") < shown.index("甲.txt")
    for said in ("旧格式；另存为 .docx", "和 旧.txt 内容完全一样", "标题年份不一致", "这是一部分（第1/2页）", "被隐去"):
        assert said in shown


def test_names_and_figures_are_never_read_as_html() -> None:
    hostile = figure(text=HOSTILE, indicator=HOSTILE, place=HOSTILE, doc=HOSTILE, span=Span(0, 3), concept=HOSTILE)
    shown = (
        changed(figure(), hostile)
        + changed(None, hostile)
        + changed(hostile, None)
        + receipt_html(
            [Outcome(HOSTILE, fate, HOSTILE, HOSTILE, HOSTILE, HOSTILE, (HOSTILE,), HOSTILE) for fate in Fate]
        )
    )
    assert "<script" not in shown
    assert "<img" not in shown
