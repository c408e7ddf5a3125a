"""Units of measurement: which there are, and how two amounts in different units compare.

The units come from units.yaml; 万 and 亿 before a unit are part of it (1.2 万亩) and part of its factor.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

import yaml

MULTIPLIERS = {
    "千": Decimal(10**3), "万": Decimal(10**4), "十万": Decimal(10**5), "百万": Decimal(10**6), "千万": Decimal(10**7),
    "亿": Decimal(10**8), "十亿": Decimal(10**9), "百亿": Decimal(10**10), "千亿": Decimal(10**11), "万亿": Decimal(10**12),
    "亿万": Decimal(10**12), "万万": Decimal(10**8),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: amounts compare where `dimension` is the same, after multiplication with `factor`."""

    name: str
    dimension: str
    factor: Decimal


@cache
def units() -> dict[str, Unit]:
    """All units by name, without multipliers."""
    data = yaml.safe_load(files("rag.figures").joinpath("units.yaml").read_text(encoding="utf-8"))
    return {unit.name: unit for dimension, names in data.items() for unit in _of_dimension(dimension, names)}


def _of_dimension(dimension: str, names: object) -> Iterable[Unit]:
    if isinstance(names, dict):
        return [Unit(name, dimension, Decimal(str(factor))) for name, factor in names.items()]
    if isinstance(names, list):
        return [Unit(name, f"{dimension}:{name}", Decimal(1)) for name in names]
    raise TypeError(f"units.yaml: {dimension} should be a mapping or a list, not {type(names).__name__}")


@lru_cache(maxsize=4096)
def unit(name: str | None) -> Unit | None:
    """The unit of this name with its multiplier (万亩, 亿元, 元/月), or None where it is not known."""
    if not name:
        return None
    base, _, per = name.partition("（")[0].partition("/")
    for length in (2, 1, 0):
        multiplier = MULTIPLIERS.get(base[:length], Decimal(1)) if length else Decimal(1)
        known = units().get(base[length:]) if not length or base[:length] in MULTIPLIERS else None
        if known is not None:
            dimension = f"{known.dimension}/{per}" if per and name not in units() else known.dimension
            return Unit(name, dimension, known.factor * multiplier)
    if base in MULTIPLIERS:
        return Unit(name, "number", MULTIPLIERS[base])
    return units().get(name)


@cache
def said_of_the_same(classifier: str) -> tuple[str, ...]:
    """The classifiers that are said of the same things as one, itself first: 部, 台 for 部; from classifiers.yaml."""
    groups = _classifiers()["groups"]
    return tuple(dict.fromkeys((classifier, *(word for group in groups if classifier in group for word in group))))


def count_alike(name: str | None, other: str | None) -> bool:
    """True for two units that can count the same things, be it in other words: 万部 and 台."""
    one, two = unit(name), unit(other)
    if one is None or two is None or not all(u.dimension.startswith(_COUNTS) for u in (one, two)):
        return False
    plain, against = (_without_multiplier(u.name) for u in (one, two))
    general = _classifiers()["any"]
    return plain == against or plain in general or against in general or against in said_of_the_same(plain)


_COUNTS = ("count:", "households")


def _without_multiplier(name: str) -> str:
    return next((name[len(m) :] for m in sorted(MULTIPLIERS, key=len, reverse=True) if name.startswith(m)), name)


@cache
def _classifiers() -> dict[str, list[Any]]:
    loaded: dict[str, list[Any]] = yaml.safe_load(
        files("rag.figures").joinpath("classifiers.yaml").read_text(encoding="utf-8")
    )
    return loaded


def comparable(value: Decimal, name: str | None) -> tuple[str, Decimal]:
    """Dimension and amount in the dimension's first unit: (12000, 亩) and (1.2, 万亩) give the same."""
    known = unit(name)
    return (f"?{name or ''}", value) if known is None else (known.dimension, value * known.factor)
