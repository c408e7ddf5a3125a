"""Values of the catalogue's columns ↔ those of records, whatever the table; what cannot be a value is damage."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from decimal import Decimal
from functools import wraps
from typing import ParamSpec, TypeVar

Value = str | int | float | None
P = ParamSpec("P")
Record = TypeVar("Record")


def json_list(values: tuple[str, ...] | tuple[int, ...] | list[int]) -> str:
    """A compact JSON list, readable where it is Chinese."""
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))


def insert_sql(table: str, columns: tuple[str, ...]) -> str:
    """An INSERT with one placeholder a column."""
    return f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"


def plain(value: Decimal | None) -> str | None:
    """Digits without an exponent."""
    return None if value is None else format(value, "f")


def sound(decode: Callable[P, Record]) -> Callable[P, Record]:
    """Rows that cannot be what was written are damage to the database, as what SQLite itself finds wrong."""

    @wraps(decode)
    def checked(*args: P.args, **kwargs: P.kwargs) -> Record:
        try:
            return decode(*args, **kwargs)
        except (ValueError, TypeError, ArithmeticError) as error:
            raise sqlite3.DataError(f"{decode.__name__}: {error}") from error

    return checked


@sound
def decoded_list(text: str) -> tuple[str, ...]:
    """A JSON list of texts."""
    return tuple(json.loads(text))
