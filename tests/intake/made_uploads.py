"""Uploads and archives for tests, sound and hostile."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from rag.intake import Upload

REPORT = "2024年青筏镇政府工作报告\n各位代表：\n今年全镇计划种植玉米1200亩，新修村道6公里，走访困难群众80户。\n"


def upload(name: str, content: bytes | str = REPORT) -> Upload:
    """One thing that was sent."""
    data = content.encode() if isinstance(content, str) else content
    return Upload(name, len(data), io.BytesIO(data))


def packed(files: Mapping[str, bytes | str]) -> bytes:
    """A zip of these files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def packed_as_windows(name: str, content: str, encoding: str) -> bytes:
    """A zip as old programs write it: the name in another encoding, and nothing that says so."""
    raw = name.encode(encoding)
    stand_in = "x" * len(raw)
    return packed({stand_in: content}).replace(stand_in.encode(), raw)


def flagged(archive: bytes, flag: int) -> bytes:
    """The archive with a flag set in the first local header and the first entry of the directory."""
    data = bytearray(archive)
    data[6] |= flag
    data[data.index(b"PK\x01\x02") + 8] |= flag
    return bytes(data)


def linked(target: str) -> bytes:
    """A zip with a symbolic link in it."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        entry = zipfile.ZipInfo("链接.txt")
        entry.create_system = 3
        entry.external_attr = 0o120777 << 16
        archive.writestr(entry, target)
    return out.getvalue()
