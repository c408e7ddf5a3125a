"""One exchange on the screen: the answer, its figures, the line of what can be done with it, and its sources."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import streamlit as st

from rag.protocols import Index
from rag.records import Answer
from rag.ui.chat import resources
from rag.ui.chat.chips import ask_again, understood
from rag.ui.chat.conversation import Exchange
from rag.ui.chat.feedback import thumbs, why
from rag.ui.chat.session import Talk
from rag.ui.parts import cards, panels
from rag.ui.parts.guard import guarded
from rag.ui.parts.reader import read_on

SHOWN_SOURCES = 3
SHOWN_FIGURES = 12


def show_exchange(said: Exchange, earlier: Sequence[Exchange], talk: Talk, index: Index) -> None:
    """What was answered before, as it was; `earlier` is what was said before it."""
    with st.container(gap="small"):
        show_outcome(said, earlier, talk, index)


def show_outcome(said: Exchange, earlier: Sequence[Exchange], talk: Talk, index: Index, *, fresh: bool = False) -> None:
    """The answer or the problem; a fresh answer appears clause by clause."""
    if said.problem is not None:
        st.html(panels.notice_html(*said.problem, tone="problem"))
        if st.button("再问一次", key=f"{said.key}-retry", icon=":material/refresh:", type="tertiary"):
            ask_again(said, talk)
            st.rerun()
    elif said.answer is not None:
        _show_answer(said, said.answer, earlier, talk, index, fresh=fresh)


def _show_answer(
    said: Exchange, answer: Answer, earlier: Sequence[Exchange], talk: Talk, index: Index, *, fresh: bool
) -> None:
    more = f"{said.key}-all"
    shown = said.sources if st.session_state.get(more) else said.sources[:SHOWN_SOURCES]
    st.html(cards.answer_html(answer, said.key, [source.citation.n for source in shown], fresh))
    if answer.figures:
        st.html(cards.figures_html(answer.figures, SHOWN_FIGURES))
    _below(said, answer, earlier, talk, index)
    if said.nearest:
        st.html(panels.nearest_html(said.nearest))
    for source in shown:
        with st.container(key=f"zw-card-{said.key}-{source.citation.n}", gap=None):
            st.html(cards.source_html(source, said.key))
            read_on(source, index, f"{said.key}-{source.citation.n}")
    if rest := len(said.sources) - len(shown):
        st.button(f"再看其余 {rest} 处来源", key=f"{more}-button", on_click=_remember, args=(more,), type="tertiary")


@st.fragment
def _below(said: Exchange, answer: Answer, earlier: Sequence[Exchange], talk: Talk, index: Index) -> None:
    """One quiet line: how the question was read, copy, thumbs; below it what the thumbs or a newer library bring."""
    with guarded():
        with st.container(horizontal=True, vertical_alignment="center", key=f"zw-below-{said.key}", gap="small"):
            with st.container(horizontal=True, vertical_alignment="center", key=f"zw-chips-{said.key}", gap="xsmall"):
                understood(said, talk, partial(resources.choices, index))
            with st.container(horizontal=True, vertical_alignment="center", key=f"zw-do-{said.key}", gap="xsmall"):
                st.html(cards.copy_html(cards.citation_text(answer, said.sources)), width="content")
                thumbs(said, earlier, talk)
        why(said, earlier, talk)
        if said.generation != index.generation:
            with st.container(horizontal=True, vertical_alignment="center", key=f"zw-older-{said.key}", gap="small"):
                st.html('<p class="zw-soft">资料库已更新，这是更新前的回答。</p>', width="content")
                if st.button("重新提问", key=f"{said.key}-again", type="tertiary"):
                    ask_again(said, talk)
                    st.rerun()


def _remember(key: str) -> None:
    st.session_state[key] = True
