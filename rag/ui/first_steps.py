"""The page where there is nothing to ask yet: what is missing, what to do, and the button that does it."""

from __future__ import annotations

import streamlit as st

from rag.errors import IndexMissing, ZhengwenError
from rag.settings import Settings
from rag.ui.building import Building
from rag.ui.guard import described
from rag.ui.panels import notice_html
from rag.ui.rebuild import rebuild

FORMATS = "TXT、HTML、Word（docx）、PDF"


def nothing_to_ask(error: ZhengwenError, settings: Settings, building: Building) -> None:
    """Say why no question can be taken; offer to build where that helps, else to try again."""
    if not isinstance(error, IndexMissing):
        st.html(notice_html(*described(error), tone="problem"))
        st.button("再试一次", key="retry", icon=":material/refresh:")
        return
    no_documents(settings, building)


def no_documents(settings: Settings, building: Building) -> None:
    """There is no library yet, or an empty one: where to put the reports, and the button that reads them."""
    corpus = settings.corpus.resolve()
    if corpus.is_dir() and any(path.is_file() for path in corpus.rglob("*")):
        title, text = (
            "资料库还没有建立",
            f"报告已放在 {corpus}\n点下面的按钮开始读取。第一次需要几分钟，以后只处理有变动的文件。",
        )
    else:
        title, text = "还没有报告可查", f"请把报告文件（{FORMATS}）放进 {corpus}\n放好以后点下面的按钮。"
    st.html(notice_html(title, text))
    rebuild(building, "建立资料库", "build-first")
