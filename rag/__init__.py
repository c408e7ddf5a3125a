"""政问: ask Chinese local-government reports what they promise and what they delivered.

    from rag import Assistant
    Assistant.open("index").ask("柏坞镇今年要种多少亩玉米？")

Importing this package is cheap; the model and the index libraries are drawn in with the first use of `Assistant`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rag.assistant import Assistant

__all__ = ["Assistant"]


def __getattr__(name: str) -> object:
    if name == "Assistant":
        from rag.assistant import Assistant  # noqa: PLC0415 - draws in the model, which `import rag` must not wait for

        return Assistant
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
