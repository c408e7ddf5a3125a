"""How the values of figures are said in Chinese, and how fields were come by."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import yaml

from rag.records import Bound, FigureKind, Measure

KINDS = {FigureKind.TARGET: "目标", FigureKind.RESULT: "完成"}
MEASURES = {Measure.LEVEL: "数量", Measure.INCREASE: "增加", Measure.DECREASE: "减少"}
BOUNDS = {
    Bound.EXACT: "等于",
    Bound.OVER: "略多于",
    Bound.ABOUT: "约",
    Bound.AT_LEAST: "不低于",
    Bound.AT_MOST: "不超过",
    Bound.RANGE: "区间",
}


def said(field: str, term: str) -> str:
    """How a field was come by in Chinese, or the term itself where evidence.yaml does not have it."""
    return _terms().get(field, {}).get(term, term)


def rule_said(rule: str) -> str:
    """The name of a rule (number/predicated) in Chinese: what sort of number, and how its indicator was found."""
    form, _, frame = rule.partition("/")
    return f"{said('form', form)}，{said('indicator', frame)}"


@cache
def _terms() -> Mapping[str, Mapping[str, str]]:
    text = files("rag.targets").joinpath("evidence.yaml").read_text(encoding="utf-8")
    loaded: Mapping[str, Mapping[str, str]] = yaml.safe_load(text)
    return loaded
