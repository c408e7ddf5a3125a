"""Frozen records ↔ JSON text, by the types of their fields.

Written: every field by its name, enums by value, dates in ISO form, decimals as strings, tuples as lists. Read: a field that the
text does not have takes its default, one that the record does not have is passed over, so that what an earlier or later
version wrote can still be read; anything else that does not fit raises ContentDamaged.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from rag.errors import ConversationsUnusable

Record = TypeVar("Record")


class ContentDamaged(ConversationsUnusable):
    """What was kept is not what it should be; the message says where."""


def written(record: object) -> str:
    """A frozen record as JSON text."""
    return json.dumps(_plain(record), ensure_ascii=True, separators=(",", ":"))


def read(kind: type[Record], text: str) -> Record:
    """The record of this kind that `written` made; raises ContentDamaged."""
    try:
        data = json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        raise ContentDamaged(f"保存的内容已损坏，读不出来（{kind.__name__}）") from error
    found: Record = _of(kind, data, kind.__name__)
    return found


def _plain(value: object) -> object:
    if isinstance(value, Enum):
        return value.value
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    return value


def _of(kind: Any, data: object, where: str) -> Any:
    origin = get_origin(kind)
    if origin in (Union, UnionType):
        return _of_union(kind, data, where)
    if origin is tuple:
        return _of_tuple(get_args(kind), data, where)
    if isinstance(kind, type) and is_dataclass(kind):
        return _of_record(kind, data, where)
    if isinstance(kind, type) and issubclass(kind, Enum | Decimal | date):
        return _of_text(kind, data, where)
    if kind is float and isinstance(data, int) and not isinstance(data, bool):
        return float(data)
    if type(data) is not kind:
        raise ContentDamaged(f"保存的内容已损坏：{where} 应为 {kind.__name__}，现为 {type(data).__name__}")
    return data


def _of_union(kind: Any, data: object, where: str) -> Any:
    """Only `X | None` occurs in records."""
    if data is None:
        return None
    own = [option for option in get_args(kind) if option is not NoneType]
    return _of(own[0], data, where)


def _of_tuple(kinds: tuple[Any, ...], data: object, where: str) -> tuple[Any, ...]:
    if not isinstance(data, list):
        raise ContentDamaged(f"保存的内容已损坏：{where} 应为列表")
    if kinds[-1] is Ellipsis:
        return tuple(_of(kinds[0], item, where) for item in data)
    if len(data) != len(kinds):
        raise ContentDamaged(f"保存的内容已损坏：{where} 应有 {len(kinds)} 项，现有 {len(data)} 项")
    return tuple(_of(kind, item, where) for kind, item in zip(kinds, data, strict=True))


def _of_record(kind: Any, data: object, where: str) -> Any:
    if not isinstance(data, Mapping):
        raise ContentDamaged(f"保存的内容已损坏：{where} 应为对象")
    hints = _hints(kind)
    missing = [f.name for f in fields(kind) if f.name not in data and not _has_default(f)]
    if missing:
        raise ContentDamaged(f"保存的内容已损坏：{where} 缺少 {'、'.join(missing)}")
    values = {f.name: _of(hints[f.name], data[f.name], f"{where}.{f.name}") for f in fields(kind) if f.name in data}
    try:
        return kind(**values)
    except ValueError as error:
        raise ContentDamaged(f"保存的内容已损坏：{where}：{error}") from error


def _of_text(kind: type[Any], data: object, where: str) -> Any:
    if not isinstance(data, str):
        raise ContentDamaged(f"保存的内容已损坏：{where} 应为文字")
    make: Callable[[str], Any] = kind.fromisoformat if issubclass(kind, date) else kind
    try:
        return make(data)
    except (ValueError, InvalidOperation) as error:
        raise ContentDamaged(f"保存的内容已损坏：{where} 不能是 {data[:40]}") from error


@cache
def _hints(kind: type[Any]) -> dict[str, Any]:
    return get_type_hints(kind)


def _has_default(field: Field[Any]) -> bool:
    return field.default is not MISSING or field.default_factory is not MISSING
