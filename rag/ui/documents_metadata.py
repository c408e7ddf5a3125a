"""The form of the page 文档 in which the metadata of a document is corrected, with the way back right below it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import streamlit as st

from rag.errors import IntakeError
from rag.intake import MetadataEdit, edit_metadata, undo_edit
from rag.reading import load_overrides
from rag.records import DocumentSummary
from rag.ui import documents_form as form
from rag.ui.building import Building
from rag.ui.documents_actions import attempt
from rag.ui.linked import into_session
from rag.ui.panels import notice_html
from rag.ui.wording import REPORT_KINDS

EDIT, SAID, SHOWN = "documents-edit", "documents-edit-said", "documents-edit-shown"
KEY = "documents-form"
KINDS = {form.AS_READ: "按原文判断"} | {form.kind_cell(kind): name for kind, name in REPORT_KINDS.items()}


def metadata(corpus: Path, document: DocumentSummary, building: Building) -> None:
    """The form, folded away, and what came of it."""
    shown = form.typed(load_overrides(corpus).apply(document.path, document.metadata))
    if st.session_state.get(SHOWN) != (document.path, shown) or f"{KEY}-title" not in st.session_state:
        # another document, or the same as somebody has saved it, or back from another page
        st.session_state[SHOWN] = (document.path, shown)
        st.session_state[SAID] = ()
        into_session({f"{KEY}-{name}": value for name, value in shown.items()})
    with (
        st.expander("修改信息", icon=":material/edit:", key=f"{KEY}-open", on_change="rerun"),
        st.form(KEY, border=False),
    ):
        _fields()
        st.html('<p class="zw-hint">留空的栏目按原文读出的来。保存后写进 metadata.csv，更新资料库时生效。</p>')
        st.form_submit_button(
            "保存",
            key=f"{KEY}-save",
            icon=":material/save:",
            on_click=attempt,
            args=(partial(_save, corpus, document.path, shown),),
        )
    if said := st.session_state[SAID]:
        st.html(notice_html("没有保存", "\n".join(said), tone="problem"))
    _saved(corpus, document.path, building)


def _fields() -> None:
    columns = st.columns(2)
    for number, (name, label) in enumerate(form.FIELDS.items()):
        with columns[number % 2]:
            key = f"{KEY}-{name}"
            if name == "kind":
                st.selectbox(label, list(KINDS), format_func=KINDS.__getitem__, key=key, filter_mode=None)
            else:
                st.text_input(label, key=key, placeholder=form.HINTS[name], max_chars=form.LONGEST)


def _save(corpus: Path, path: str, shown: dict[str, str]) -> None:
    values = {name: str(st.session_state.get(f"{KEY}-{name}") or "") for name in form.FIELDS}
    changed = form.changed(shown, values)
    st.session_state[SAID] = form.problems(changed)
    if changed and not st.session_state[SAID]:
        st.session_state[EDIT] = edit_metadata(corpus, path, changed)


def _saved(corpus: Path, path: str, building: Building) -> None:
    edit: MetadataEdit | None = st.session_state.get(EDIT)
    if edit is None or edit.path != path:
        return
    names = "、".join(form.FIELDS[field] for field, _ in edit.after)
    with st.container(key="zw-saved", gap="small"):
        st.html(notice_html(f"已保存：{names}", "更新资料库以后生效。"))
        with st.container(horizontal=True):
            st.button("现在更新", key="documents-edit-update", icon=":material/sync:", on_click=building.start)
            st.button(
                "撤销修改",
                key="documents-edit-undo",
                icon=":material/undo:",
                on_click=attempt,
                args=(partial(_take_back, corpus, edit),),
            )
            st.button("知道了", key="documents-edit-seen", on_click=_forget, type="tertiary")


def _take_back(corpus: Path, edit: MetadataEdit) -> None:
    _forget()
    if not undo_edit(corpus, edit):
        raise IntakeError("别人在这之后又改过同一栏，没有撤销；请直接修改")


def _forget() -> None:
    st.session_state[EDIT] = None
    st.session_state[SAID] = ()
