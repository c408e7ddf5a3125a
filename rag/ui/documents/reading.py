"""Reading a document on the page 文档: its outline, its text original or cleaned, the way from figure to figure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

import streamlit as st

from rag.records import Document, Figure, Section, Span
from rag.text.clean import CleanText, clean
from rag.text.structure import sections
from rag.ui.documents import text
from rag.ui.documents.actions import go
from rag.ui.documents.view import DocumentView, to_be_linked
from rag.ui.parts.escaping import as_label, shortened
from rag.ui.parts.linked import into_session
from rag.ui.parts.pages import page_of
from rag.ui.parts.panels import notice_html

KEPT = 8
LONGEST_CLEANED = 2_000_000
MOST_HEADINGS = 200
LONGEST_HEADING = 60
FORM = "documents-text-form"
FORMS = {False: "原文", True: "整理后"}
# what is drawn may come after this runs, and letters may still change their size, so it looks until the place stays in view
TO_THE_PLACE = """<script>
(() => {{ // {place}
  let looks = 40, well = 0;
  const look = () => {{
    const box = document.querySelector(".zw-reading"), at = document.getElementById("zw-here");
    if (box && at) {{
      const room = box.getBoundingClientRect(), mark = at.getBoundingClientRect();
      const top = Math.max(room.top, 0), bottom = Math.min(room.bottom, innerHeight);
      well = mark.top >= top && mark.top < bottom - 24 ? well + 1 : 0;
      if (!well) {{
        box.scrollTop += mark.top - room.top - box.clientHeight / 3;
        box.scrollIntoView({{block: "start", behavior: "instant"}});
      }}
    }}
    if (well < 4 && --looks) setTimeout(look, 100);
  }};
  look();
}})();
</script>"""
TO_THE_TOP = """<script>
(() => {{ // {place}
  const box = document.querySelector(".zw-reading");
  if (box) box.scrollTop = 0;
}})();
</script>"""


def reading(view: DocumentView, document: Document, figures: Sequence[Figure], here: st.Page) -> None:
    """The outline beside the text; of a text too long to be cleaned while somebody waits, the original alone."""
    if len(document.text) > LONGEST_CLEANED:
        st.html(notice_html("这份文件很长", "没有列目录，也不提供整理后的文字；可以翻页读原文，或从数字表里找。"))
        view = replace(view, clean=False)
        _toolbar(view, figures, (False,))
        _text(text.original(document, figures, view.span), view)
        return
    cleaned, outline = _cleaned(document.text)
    shown = text.cleaned(cleaned, figures, view.span) if view.clean else text.original(document, figures, view.span)
    side, main = st.columns([1, 3], gap="medium")
    with side:
        _outline(outline, view, here)
    with main:
        _toolbar(view, figures, tuple(FORMS))
        _text(shown, view)


def at_span(view: DocumentView, span: Span) -> DocumentView:
    """The view with a span of the document pointed at."""
    return replace(view, span=span, at=None, astray=False)


@lru_cache(maxsize=KEPT)
def _cleaned(original: str) -> tuple[CleanText, tuple[Section, ...]]:
    """The clean text of an original with its sections; the last few are remembered for all users."""
    cleaned = clean(original)
    return cleaned, sections(cleaned)


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
                    query_params=to_be_linked(at_span(view, section.heading_span)),
                )
        if len(outline) > MOST_HEADINGS:
            st.html(f'<p class="zw-hint">另有 {len(outline) - MOST_HEADINGS:,} 个标题没有列出。</p>')


def _toolbar(view: DocumentView, figures: Sequence[Figure], forms: Sequence[bool]) -> None:
    into_session({FORM: view.clean})
    with st.container(key="zw-file-tools", horizontal=True, vertical_alignment="center"):
        st.segmented_control(
            "显示原文还是整理后的文字",
            forms,
            key=FORM,
            format_func=FORMS.__getitem__,
            required=True,
            label_visibility="collapsed",
            help="整理后：繁体转为简体，去掉网页菜单、页码和多余的空格",
            on_change=lambda: go(replace(view, clean=bool(st.session_state[FORM]))),
        )
        st.html(text.LEGEND, width="content")
        steps = text.steps(figures, view.span)
        place = f"{steps.number:,} / {steps.total:,}" if steps.number else f"共 {steps.total:,}"
        with st.container(key="zw-file-steps", horizontal=True, vertical_alignment="center", width="content"):
            _step("上一个数字", ":material/keyboard_arrow_up:", view, steps.before)
            st.html(f'<p class="zw-place">{place}</p>', width="content")
            _step("下一个数字", ":material/keyboard_arrow_down:", view, steps.after)


def _step(label: str, icon: str, view: DocumentView, target: Span | None) -> None:
    st.button(
        label,
        icon=icon,
        key=f"documents-{label}",
        on_click=go,
        args=(at_span(view, target) if target else view,),
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
