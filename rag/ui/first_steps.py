"""The page where there is nothing to ask yet: what is missing, what to do, and the button that does it."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from rag.errors import IndexMissing, ReadError, ZhengwenError
from rag.reading import source_files
from rag.reading.formats import FORMATS
from rag.settings import Settings
from rag.ui.building import Building
from rag.ui.guard import described
from rag.ui.panels import notice_html
from rag.ui.rebuild import BUSY, rebuild

ENDINGS = "、".join(FORMATS)


def nothing_to_ask(error: ZhengwenError, settings: Settings, building: Building) -> None:
    """Say why no question can be taken; offer to build where that helps, else to try again."""
    if not isinstance(error, IndexMissing):
        st.html(notice_html(*described(error), tone="problem"))
        st.button("再试一次", key="retry", icon=":material/refresh:")
        return
    no_documents(settings, building)


def no_documents(settings: Settings, building: Building) -> None:
    """There is no library yet, or an empty one: where to put the reports, and the button that reads them."""
    if building.view().phase in BUSY:
        title, text = "正在建立资料库", "建好以后这里就可以提问，不用刷新页面。"
    elif _has_documents(settings.corpus):
        title = "资料库还没有建立"
        text = (
            f"报告已放在 {settings.corpus.resolve()}\n点下面的按钮开始读取。第一次需要几分钟，以后只处理有变动的文件。"
        )
    else:
        title = "还没有报告可查"
        text = f"请把报告文件（{ENDINGS}）放进 {settings.corpus.resolve()}\n放好以后点下面的按钮。"
    st.html(notice_html(title, text))
    rebuild(building, "建立资料库", "build-first", remark="")


def _has_documents(corpus: Path) -> bool:
    try:
        return bool(source_files(corpus).files)
    except ReadError:
        return False
