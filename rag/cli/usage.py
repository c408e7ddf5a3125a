"""What several commands share of their usage: numbers with a limit, one question or a file of them, refusals."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from typing import NoReturn


def up_to(most: int) -> Callable[[str], int]:
    """The type of an argument that is a whole number from 1 to `most`."""

    def number(text: str) -> int:
        if not text.isdecimal() or not 1 <= int(text) <= most:
            raise argparse.ArgumentTypeError(f"应为 1 到 {most} 之间的整数，现为 {text}")
        return int(text)

    return number


def need_one(value: str | None, batch: str | None, what: str) -> None:
    """Leave with the usage where not exactly one of both was given."""
    if (value is None) == (batch is None):
        refuse_usage(f"给出一个{what}，或者 --batch 文件，二者取一")


def refuse_usage(rule: str) -> NoReturn:
    """Leave with status 2 and the rule that was broken."""
    print(f"用法：{rule}；见 --help", file=sys.stderr)
    raise SystemExit(2)
