"""The files that are not in the library → HTML for `st.html`. Pure functions; all text is escaped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rag.ui.parts.escaping import as_html, shortened

LISTED = 100
LONGEST_TEXT = 200


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that is not in the library: its path, why, and what to do."""

    path: str
    reason: str
    remedy: str = ""


def unread_html(unread: Sequence[Unread]) -> str:
    """The files that could not be read, with reason and remedy; empty where there are none."""
    if not unread:
        return ""
    items = "".join(
        f"<li><strong>{_short(file.path)}</strong><p>{_short(file.reason)}"
        f"{f'；{_short(file.remedy)}' if file.remedy else ''}</p></li>"
        for file in unread[:LISTED]
    )
    left = len(unread) - LISTED
    more = f"<li>另有 {left:,} 份</li>" if left > 0 else ""
    return f'<details class="zw-unread"><summary>没能读出的文件（{len(unread):,} 份）</summary><ul>{items}{more}</ul></details>'


def _short(text: str) -> str:
    return as_html(shortened(text, LONGEST_TEXT))
