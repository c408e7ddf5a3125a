"""Text of files and users → text on the screen: nothing in it is ever read as HTML, Markdown or a shortcode.

`as_html` is for `st.html`, `as_label` for the labels of buttons, which Streamlit reads as Markdown.
"""

from __future__ import annotations

import html
import re
from itertools import accumulate

WORD_JOINER = "\u2060"

UNSHOWABLE = re.compile(
    r"""
      [\x00-\x08\x0b\x0c\x0e-\x1f\x7f]   # control characters other than tab and line ends
    | [\u202a-\u202e\u2066-\u2069]       # marks that turn the direction of the text after them
    | [\ud800-\udfff]                    # halves of characters, which cannot be sent
    """,
    re.VERBOSE,
)
# how wide a character of a table is, in pixels
HALF, FULL = 8, 14
ASCII_PUNCTUATION = re.compile(r"[!-/:-@\[-`{-~]")
SPACES = re.compile(r"\s+")


def as_html(text: str) -> str:
    """`text` with every character that HTML would read escaped, quotes too, so that it also fits an attribute."""
    return html.escape(UNSHOWABLE.sub("", text), quote=True)


def as_label(text: str) -> str:
    """`text` on one line for a Markdown label.

    A backslash keeps Markdown and LaTeX from reading a punctuation mark; the word joiner before it, which has no width,
    breaks what is searched for in the text afterwards: `:smile:`, `www.`, `->`.
    """
    flat = SPACES.sub(" ", UNSHOWABLE.sub("", text)).strip()
    return ASCII_PUNCTUATION.sub(lambda mark: f"{WORD_JOINER}\\{mark.group()}", flat)


def fitted(text: str, pixels: int) -> str:
    """`text`, cut with an ellipsis where it is about wider than so many pixels in a table."""
    widths = [HALF if character.isascii() else FULL for character in text]
    if sum(widths) <= pixels:
        return text
    room = accumulate(widths, initial=FULL)
    return text[: sum(width <= pixels for width in room) - 1] + "…"


def shortened(text: str, limit: int) -> str:
    """`text`, cut to at most `limit` characters with an ellipsis as the last of them."""
    return text if len(text) <= limit else text[: limit - 1] + "…"
