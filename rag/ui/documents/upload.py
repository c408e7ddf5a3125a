"""Adding files on the page 文档: dropped, tried at once, and each one's fate told; the whole upload can be undone."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path

import streamlit as st

from rag.errors import ReadError
from rag.intake import Fate, Outcome, Upload, UploadLimits, arrivals, receive, remove
from rag.reading import FORMATS, read_bytes
from rag.reading.files import MEGABYTE
from rag.settings import Settings
from rag.store.trial import TrialReading
from rag.ui.documents.actions import attempt
from rag.ui.documents.panels import receipt_html
from rag.ui.parts.escaping import shortened

ROUND, RECEIPT, UNDONE = "documents-upload-round", "documents-receipt", "documents-upload-undone"
LARGEST_UPLOAD = 8
LONGEST_NAME = 40
LONGEST_FOLDER = 120
ENDINGS = "、".join(f".{ending}" for ending in FORMATS)


def upload(settings: Settings) -> None:
    """The drop area, and below it what became of the files that were dropped last."""
    with st.container(key="zw-upload", gap="small"):
        folder = st.text_input(
            "放进哪个文件夹（可以不填）",
            key="documents-folder",
            placeholder="例如 澄溪县/柏坞镇；不填就放在最外层",
            max_chars=LONGEST_FOLDER,
        )
        files = st.file_uploader(
            f"把报告拖到这里，或点按钮选择：{ENDINGS}，也可以是装着它们的 .zip；"
            f"可以一次选很多，每份不超过 {settings.max_file_mb} MB",
            accept_multiple_files=True,
            key=f"documents-files-{st.session_state.get(ROUND, 0)}",
            max_upload_size=LARGEST_UPLOAD * settings.max_file_mb,
        )
        if files:
            sent = tuple(Upload(file.name, file.size, file) for file in files)
            st.session_state[RECEIPT] = _received(sent, folder, settings)
            st.session_state[UNDONE] = ""
            # another key is another field, in which nothing lies
            st.session_state[ROUND] = st.session_state.get(ROUND, 0) + 1
            st.rerun()
    _receipt(settings.corpus)


def _received(sent: tuple[Upload, ...], folder: str, settings: Settings) -> tuple[Outcome, ...]:
    most = settings.max_file_mb * MEGABYTE
    bar = st.progress(0.0, text="正在试读……")

    def told(done: int, total: int, name: str) -> None:
        bar.progress(done / total, text=f"正在试读 {done:,} / {total:,}：{shortened(name, LONGEST_NAME)}")

    files = arrivals(sent, UploadLimits(most))
    with TrialReading(partial(read_bytes, max_bytes=most)) as read:
        return receive(files, settings.corpus, folder, read=read, told_how_far=told)


def _receipt(corpus: Path) -> None:
    if undone := st.session_state.get(UNDONE):
        st.html(f'<p class="zw-pending" role="status">{undone}</p>')
    outcomes: tuple[Outcome, ...] = st.session_state.get(RECEIPT, ())
    if not outcomes:
        return
    st.html(receipt_html(outcomes))
    with st.container(horizontal=True):
        if any(outcome.fate is Fate.ADDED for outcome in outcomes):
            st.button(
                "撤销这次加入",
                key="documents-upload-undo",
                icon=":material/undo:",
                on_click=attempt,
                args=(partial(_undo, corpus, outcomes),),
            )
        st.button("知道了", key="documents-upload-seen", on_click=_forget, type="tertiary")


def _undo(corpus: Path, outcomes: tuple[Outcome, ...]) -> None:
    """Move what was added into the trash; what is no longer there is passed over."""
    done = 0
    for outcome in outcomes:
        if outcome.fate is Fate.ADDED:
            try:
                remove(corpus, outcome.path, outcome.title, datetime.now().astimezone())
            except ReadError:
                continue
            done += 1
    _forget()
    st.session_state[UNDONE] = f"已撤销：{done:,} 份文件放到了“移走的文件”里"


def _forget() -> None:
    st.session_state[RECEIPT] = ()
    st.session_state[UNDONE] = ""
