"""A browser is known by a random key that it is asked to keep."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from rag.ui.chat.owner import COOKIE, KEY, OWNER


def app() -> None:
    from rag.ui.chat.owner import owner  # noqa: PLC0415 - the body is run as a script of its own

    owner()


def test_a_new_browser_gets_a_key_that_stays_for_the_session_and_is_handed_to_it() -> None:
    page = AppTest.from_function(app).run()
    key = page.session_state[OWNER]
    assert KEY.fullmatch(key)
    (script,) = page.get("html")
    assert f'document.cookie = "{COOKIE}={key}; path=/' in script.proto.body
    assert page.run().session_state[OWNER] == key


def test_no_two_browsers_get_the_same_key() -> None:
    keys = {AppTest.from_function(app).run().session_state[OWNER] for _ in range(5)}
    assert len(keys) == 5
