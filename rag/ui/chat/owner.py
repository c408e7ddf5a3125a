"""Which browser is asking: a random key that it keeps as a cookie, so that everybody's list holds their own conversations.

There are no accounts. Where a browser keeps no cookies the key lasts as long as the session, and conversations are reached by
their links.
"""

from __future__ import annotations

import re
import secrets

import streamlit as st

COOKIE = "zhengwen-owner"
KEY_BYTES = 24
KEPT_S = 2 * 366 * 86_400
OWNER = "owner"
KEY = re.compile(r"[A-Za-z0-9_-]{32}")
# another tab may have been first: then its key counts, and this page begins again with it
REMEMBER = """<script>
{{
  const held = document.cookie.split("; ").find((one) => one.startsWith("{cookie}="));
  if (!held) document.cookie = "{cookie}={key}; path=/; max-age={kept}; samesite=strict";
  else if (held !== "{cookie}={key}" && !sessionStorage.getItem("{cookie}")) {{
    sessionStorage.setItem("{cookie}", "1");
    location.reload();
  }}
}}
</script>"""


def owner() -> str:
    """The key of this browser; a new one is handed to it."""
    held: str | None = st.session_state.get(OWNER)
    sent = st.context.cookies.to_dict().get(COOKIE, "")
    if held is None:
        held = sent if KEY.fullmatch(sent) else secrets.token_urlsafe(KEY_BYTES)
        st.session_state[OWNER] = held
    if sent != held:
        st.html(REMEMBER.format(cookie=COOKIE, key=held, kept=KEPT_S), unsafe_allow_javascript=True)
    return held
