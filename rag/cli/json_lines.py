"""JSON lines in and out: a file or standard input → objects, an object → a line on standard output."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any, TextIO

from rag.errors import SettingsError


def lines(name: str) -> Iterator[dict[str, Any]]:
    """The JSON objects of a file, one a line; raises SettingsError naming the line that is none."""
    with _opened(name) as stream:
        for number, line in enumerate(stream, 1):
            if line.strip():
                yield _object(line, f"{name} 第 {number} 行")


def _opened(name: str) -> AbstractContextManager[TextIO]:
    try:
        return nullcontext(sys.stdin) if name == "-" else Path(name).open(encoding="utf-8-sig")
    except OSError as error:
        raise SettingsError(f"打不开 {name}：{error.strerror}") from error


def _object(line: str, where: str) -> dict[str, Any]:
    try:
        value = json.loads(line)
    except json.JSONDecodeError as error:
        raise SettingsError(f"{where}不是 JSON：{error.msg}") from error
    if not isinstance(value, dict):
        raise SettingsError(f"{where}应是一个 JSON 对象")
    return value


def print_json(value: object) -> None:
    """One line, at once, so that a reader need not wait for the end."""
    print(json.dumps(value, ensure_ascii=False), flush=True)
