"""Below the newest answer: a few questions to go on with, each tried before it is shown.

They come after the answer is on the screen, one computation at a time for all users; whoever would wait too long goes without.
"""

from __future__ import annotations

from threading import Lock

import streamlit as st

from rag.ui.chat import resources
from rag.ui.chat.conversation import Asks, Exchange
from rag.ui.chat.session import Asking, Talk
from rag.ui.parts.escaping import as_label, shortened
from rag.ui.parts.guard import Told, guarded

HELD = "suggestions"
LONGEST_SHOWN = 60
WAIT_S = 1.0
ONE_AT_A_TIME = Lock()


@st.fragment
def what_next(talk: Talk, assistant: Asks) -> None:
    """The suggestions as buttons; nothing where there are none."""
    if not talk.said or talk.waiting or talk.said[-1].answer is None:
        return
    with guarded():
        found = _suggested(talk.said, assistant)
        if not found:
            return
        with st.container(key="zw-suggested", gap="xsmall"):
            st.html('<p class="zw-soft">接着问</p>')
            for number, question in enumerate(found):
                label = as_label(shortened(question, LONGEST_SHOWN))
                icon = ":material/subdirectory_arrow_right:"
                if st.button(label, key=f"{talk.said[-1].key}-next-{number}", icon=icon, type="tertiary"):
                    talk.ask(Asking(question))
                    st.rerun()


def _suggested(said: tuple[Exchange, ...], assistant: Asks) -> tuple[str, ...]:
    newest = said[-1]
    key, held = st.session_state.get(HELD, ("", ()))
    if key == newest.key:
        return tuple(held)
    if not ONE_AT_A_TIME.acquire(timeout=WAIT_S):
        return ()
    found: tuple[str, ...] = ()
    try:
        # the answer stands without them, so a problem is logged and not shown
        with Told():
            found = resources.suggested(said, assistant)
    finally:
        ONE_AT_A_TIME.release()
    st.session_state[HELD] = (newest.key, found)
    return found
