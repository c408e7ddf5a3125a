"""One document on the page 文档: what it is, its outline, its text with every figure marked, and its figures as a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache, partial
from pathlib import PurePosixPath

import streamlit as st

from rag.protocols import Index
from rag.records import Document, DocumentSummary, Figure, Section, Span
from rag.settings import Settings
from rag.text.clean import CleanText, clean
from rag.text.structure import sections
from rag.ui import documents_text as text
from rag.ui.documents_actions import go
from rag.ui.documents_metadata import metadata
from rag.ui.documents_panels import document_html
from rag.ui.documents_removed import take_away
from rag.ui.documents_rows import title_of
from rag.ui.documents_view import DocumentView, params_of
from rag.ui.escaping import as_label, shortened
from rag.ui.library_rows import table
from rag.ui.linked import into_session
from rag.ui.pages import page_of
from rag.ui.panels import notice_html

KEPT = 8
MOST_HEADINGS = 200
LONGEST_HEADING = 60
ROW_HEIGHT, TABLE_HEIGHT = 38, 420
COLUMNS = ("指标", "数值", "目标或完成", "年份", "地区", "主题")
WIDTHS = {"指标": 220, "数值": 130, "目标或完成": 120, "年份": 70, "地区": 110, "主题": 180}
FORM = "documents-text-form"
FORMS = {False: "原文", True: "整理后"}
TO_THE_PLACE = """<script>
(() => {{ // {place}
  const box = document.querySelector(".zw-reading"), at = document.getElementById("zw-here");
  if (!box || !at) return;
  box.scrollTop += at.getBoundingClientRect().top - box.getBoundingClientRect().top - box.clientHeight / 3;
  box.scrollIntoView({{block: "nearest", behavior: "instant"}});
}})();
</script>"""
TO_THE_TOP = """<script>
(() => {{ // {place}
  const box = document.querySelector(".zw-reading");
  if (box) box.scrollTop = 0;
}})();
</script>"""


@lru_cache(maxsize=KEPT)
def _cleaned(original: str) -> tuple[CleanText, tuple[Section, ...]]:
    """The clean text of an original with its sections; the last few are remembered for all users."""
    cleaned = clean(original)
    return cleaned, sections(cleaned)


def document_page(
    view: DocumentView, summary: DocumentSummary, index: Index, settings: Settings, here: st.Page
) -> None:
    """The whole page of one document of the index."""
    document = index.document(summary.path)
    if document is None:
        st.html(notice_html("这份文档刚被移走", "资料库正好更新了；回到“全部文档”看看。"))
        return
    figures = index.figures_of(document.path)
    view = _within(view, document)
    cleaned, outline = _cleaned(document.text)
    shown = text.cleaned(cleaned, figures, view.span) if view.clean else text.original(document, figures, view.span)
    st.html(document_html(summary, len(figures)))
    _actions(document, summary, settings)
    metadata(settings.corpus, summary)
    if view.astray:
        st.html(notice_html("链接里的位置不在这份文件里", "从头显示全文；可以用目录或数字表找到要看的地方。"))
    side, main = st.columns([1, 3], gap="medium")
    with side:
        _outline(outline, view, here)
    with main:
        _toolbar(view, figures)
        _text(shown, view)
    if figures:
        _figures(figures, view)


def _within(view: DocumentView, document: Document) -> DocumentView:
    """The view without what lies outside the document."""
    length = len(document.text)
    if view.span is not None and view.span.stop > length:
        view = replace(view, span=None, astray=True)
    return replace(view, at=None) if view.at is not None and view.at >= length else view


def _actions(document: Document, summary: DocumentSummary, settings: Settings) -> None:
    with st.container(key="zw-file-actions", horizontal=True):
        st.download_button(
            "下载原文",
            partial(document.text.encode, "utf-8", "replace"),
            file_name=f"{PurePosixPath(document.path).stem}.txt",
            mime="text/plain",
            key="documents-download",
            icon=":material/download:",
            on_click="ignore",
        )
        st.button(
            "移走这份文件",
            key="documents-remove",
            icon=":material/delete:",
            on_click=take_away,
            args=(settings.corpus, document.path, title_of(summary)),
        )


def _outline(outline: Sequence[Section], view: DocumentView, here: st.Page) -> None:
    with st.container(key="zw-outline", gap=None):
        st.html('<h2 class="zw-side">目录</h2>')
        if not outline:
            st.html('<p class="zw-hint">这份文件没有分标题。</p>')
        for number, section in enumerate(outline[:MOST_HEADINGS]):
            with st.container(key=f"zw-heading-{min(section.level, 4)}-{number}", gap=None):
                st.page_link(
                    here,
                    label=as_label(shortened(section.heading, LONGEST_HEADING)) or "（无字）",
                    icon="",
                    query_params=_link(_at(view, section.heading_span)),
                )
        if len(outline) > MOST_HEADINGS:
            st.html(f'<p class="zw-hint">另有 {len(outline) - MOST_HEADINGS:,} 个标题没有列出。</p>')


def _toolbar(view: DocumentView, figures: Sequence[Figure]) -> None:
    into_session({FORM: view.clean})
    with st.container(key="zw-file-tools", horizontal=True, vertical_alignment="center"):
        st.segmented_control(
            "显示原文还是整理后的文字",
            list(FORMS),
            key=FORM,
            format_func=FORMS.__getitem__,
            required=True,
            label_visibility="collapsed",
            help="整理后：繁体转为简体，去掉网页菜单、页码和多余的空格",
            on_change=lambda: go(replace(view, clean=bool(st.session_state[FORM]))),
        )
        st.html(text.LEGEND, width="content")
        before, number, total, after = text.steps(figures, view.span)
        with st.container(key="zw-file-steps", horizontal=True, vertical_alignment="center", width="content"):
            _step("上一个数字", ":material/keyboard_arrow_up:", view, before)
            st.html(f'<p class="zw-place">{f"{number:,} / " if number else "共 "}{total:,}</p>', width="content")
            _step("下一个数字", ":material/keyboard_arrow_down:", view, after)


def _step(label: str, icon: str, view: DocumentView, target: Span | None) -> None:
    st.button(
        label,
        icon=icon,
        key=f"documents-{label}",
        on_click=go,
        args=(_at(view, target) if target else view,),
        disabled=target is None,
        type="tertiary",
    )


def _text(shown: text.Shown, view: DocumentView) -> None:
    spans = text.shown_pages(shown)
    where = view.at if view.at is not None else view.span.start if view.span else 0
    number = page_of(spans, shown.place(where))
    is_here = shown.here is not None and shown.here.overlaps(spans[number])
    st.html(text.page_html(shown, spans[number]))
    script = TO_THE_PLACE if is_here else TO_THE_TOP
    st.html(script.format(place=f"{view.clean} {number} {view.span}"), unsafe_allow_javascript=True)
    if view.span and shown.here is None:
        st.html('<p class="zw-hint" role="status">要看的地方在整理时去掉了，请切换到“原文”。</p>')
    if len(spans) > 1:
        _turns(shown, spans, number, view)


def _turns(shown: text.Shown, spans: tuple[Span, ...], number: int, view: DocumentView) -> None:
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        for label, icon, to in (
            ("上一页", ":material/arrow_upward:", number - 1),
            ("下一页", ":material/arrow_downward:", number + 1),
        ):
            possible = 0 <= to < len(spans)
            target = replace(view, at=shown.origin(spans[to].start)) if possible else view
            st.button(
                label,
                icon=icon,
                key=f"documents-{label}",
                on_click=go,
                args=(target,),
                disabled=not possible,
                type="tertiary",
            )
            if label == "上一页":
                st.html(f'<p class="zw-place">第 {number + 1} 页，共 {len(spans)} 页</p>', width="content")


def _figures(figures: Sequence[Figure], view: DocumentView) -> None:
    key = f"documents-figures-{hash(view.doc):x}"
    columns = table(figures, {})
    st.html('<h2 class="zw-section">这份文件里的数字</h2><p class="zw-hint">点一行，看它在文中的位置。</p>')
    st.dataframe(
        {name: columns[name] for name in COLUMNS},
        key=key,
        height=min(TABLE_HEIGHT, ROW_HEIGHT * (len(figures) + 1) + 2),
        row_height=ROW_HEIGHT,
        hide_index=True,
        on_select=partial(_selected, key, figures, view),
        selection_mode="single-cell",
        column_config={name: st.column_config.TextColumn(width=width) for name, width in WIDTHS.items()},
        alt="这份文件里的目标和完成数",
    )


def _selected(key: str, figures: Sequence[Figure], view: DocumentView) -> None:
    cells = st.session_state[key]["selection"]["cells"]
    if cells and cells[0][0] < len(figures):
        go(_at(view, figures[cells[0][0]].span))


def _at(view: DocumentView, span: Span) -> DocumentView:
    return replace(view, span=span, at=None, astray=False)


def _link(view: DocumentView) -> dict[str, str]:
    return {name: values[0] for name, values in params_of(view).items()}
