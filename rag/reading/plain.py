"""Bytes of a .txt or .md file → its text, exactly as decoded."""

from __future__ import annotations

from rag.reading.content import Content
from rag.reading.encoding import decode


def read_plain(name: str, data: bytes) -> Content:
    """The decoded text, BOM dropped and nothing else changed; raises ReadError where it is no text."""
    decoded = decode(name, data)
    notes = (f"有 {decoded.damaged} 处字节损坏，显示为 �",) if decoded.damaged else ()
    return Content(decoded.text, decoded.encoding, notes=notes)
