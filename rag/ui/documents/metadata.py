"""The form of the page 文档 in which the metadata of a document is corrected, with the way back right below it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path

import streamlit as st

from rag.errors import IntakeError
from rag.intake import MetadataEdit, edit_metadata, undo_edit
from rag.reading import load_overrides
from rag.records import DocumentSummary
from rag.ui.documents import form
from rag.ui.documents.actions import attempt
from rag.ui.parts.building import Building
from rag.ui.parts.panels import notice_html
from rag.ui.parts.wording import REPORT_KINDS

EDIT, SAID, SHOWN = "documents-edit", "documents-edit-said", "documents-edit-shown"
KEY = "documents-form"
KINDS = {form.AS_READ: "按原文判断"} | {form.kind_cell(kind): name for kind, name in REPORT_KINDS.items()}


def metadata(corpus: Path, document: DocumentSummary, building: Building) -> None:
    """The form, folded away, and what came of it."""
    shown = form.typed(load_overrides(corpus).apply(document.path, document.metadata))
    keys = _keys(document.path, shown)
    with (
        st.expander("修改信息", icon=":material/edit:", key=f"{KEY}-open", on_change="rerun"),
        st.form(KEY, border=False),
    ):
        _fields(shown, keys)
        st.html('<p class="zw-hint">留空的栏目按原文读出的来。保存后写进 metadata.csv，更新资料库时生效。</p>')
        st.form_submit_button(
            "保存",
            key=f"{KEY}-save",
            icon=":material/save:",
            on_click=attempt,
            args=(partial(_save, corpus, document.path, shown, keys),),
        )
    if said := st.session_state[SAID]:
        st.html(notice_html("没有保存", "\n".join(said), tone="problem"))
    _saved(corpus, document.path, building)


def _keys(path: str, shown: Mapping[str, str]) -> dict[str, str]:
    """The keys of the fields: new ones for another document, for the same as somebody has saved it, and back from another
    page, so that the fields are others and begin with what is shown.

    A value that is set into a field goes to the browser in one run alone. Where the next run overtakes that one it never
    arrives, and the browser would send the field back empty as if somebody had emptied it.
    """
    of, number = st.session_state.get(SHOWN, (None, 0))
    if of != (path, shown) or f"{KEY}-{number}-title" not in st.session_state:
        number += 1
        st.session_state[SHOWN] = ((path, shown), number)
        st.session_state[SAID] = ()
    return {name: f"{KEY}-{number}-{name}" for name in form.FIELDS}


def _fields(shown: Mapping[str, str], keys: Mapping[str, str]) -> None:
    columns = st.columns(2)
    for number, (name, label) in enumerate(form.FIELDS.items()):
        with columns[number % 2]:
            value, key = shown[name], keys[name]
            if name == "kind":
                kinds = list(KINDS)
                index = kinds.index(value)
                st.selectbox(label, kinds, index, KINDS.__getitem__, key=key, filter_mode=None)
            else:
                longest = max(form.LONGEST, len(value))
                st.text_input(label, value, key=key, placeholder=form.HINTS[name], max_chars=longest)


def _save(corpus: Path, path: str, shown: Mapping[str, str], keys: Mapping[str, str]) -> None:
    # a field that is not there was not changed
    values = {name: str(st.session_state.get(key, shown[name]) or "") for name, key in keys.items()}
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
