"""政问 in the browser: `streamlit run app.py`. Navigation only; every page is a module of rag.ui."""

from pathlib import Path

import streamlit as st

from rag.ui.chat.page import page as chat
from rag.ui.compare.page import page as compare
from rag.ui.documents.page import page as documents
from rag.ui.library.page import page as library
from rag.ui.parts.guard import guarded
from rag.ui.parts.panels import BRAND
from rag.ui.status.page import page as status

LOOKS = Path(__file__).parent / "rag" / "ui"

st.set_page_config(page_title="政问", page_icon=LOOKS / "icon.svg", layout="centered")
st.html(LOOKS / "style.css")
st.html(f"<script>{(LOOKS / 'page.js').read_text(encoding='utf-8')}</script>", unsafe_allow_javascript=True)
page = st.navigation(
    [
        st.Page(chat, title="问答", icon=":material/forum:", url_path="ask", default=True),
        st.Page(library, title="目标库", icon=":material/table_view:", url_path="library"),
        st.Page(compare, title="对比与追踪", icon=":material/bar_chart:", url_path="compare"),
        st.Page(documents, title="文档", icon=":material/description:", url_path="documents"),
        st.Page(status, title="关于与状态", icon=":material/info:", url_path="status"),
    ]
)
with st.sidebar, st.container(key="zw-brand"):
    st.html(BRAND)
with guarded():
    page.run()
