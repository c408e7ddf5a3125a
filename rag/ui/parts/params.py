"""What the parameters of a link say, bounded: a link comes from anywhere. Pure functions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

MOST_VALUES = 30
LONGEST_VALUE = 80
LARGEST_NUMBER = 1_000_000

Params = Mapping[str, Sequence[str]]


def many(params: Params, name: str) -> tuple[str, ...]:
    """The values of a parameter, each once: at most MOST_VALUES, each cut to LONGEST_VALUE."""
    values = (value.strip()[:LONGEST_VALUE] for value in list(params.get(name, ()))[:MOST_VALUES])
    return tuple(dict.fromkeys(value for value in values if value))


def one(params: Params, name: str) -> str:
    """The first value of a parameter; empty where there is none."""
    return next(iter(many(params, name)), "")


def number(text: str) -> int:
    """A positive whole number in plain digits; 0 for anything else."""
    plain = text.isascii() and text.isdigit() and len(text) <= len(str(LARGEST_NUMBER))
    return min(int(text), LARGEST_NUMBER) if plain else 0
