"""A figure with its evidence → lines for people: the rule, the clause, and how each field was come by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rag.figures.extract import Explained
from rag.records import Figure
from rag.targets.terminal import NONE, printable
from rag.targets.wording import BOUNDS, KINDS, MEASURES, rule_said, said

UNKNOWN = "不详"


def explanation_lines(found: Iterable[Explained]) -> Iterator[str]:
    """Some lines a figure, an empty one between two; one line that says so where there are no figures."""
    number = 0
    for number, explained in enumerate(found, 1):
        if number > 1:
            yield ""
        yield from (printable(line) for line in _of(number, explained))
    if not number:
        yield NONE


def _of(number: int, explained: Explained) -> Iterator[str]:
    figure = explained.figure
    yield f"[{number}] {figure.text}　（{figure.doc}:{figure.span.start}-{figure.span.stop}）"
    yield f"    规则　{figure.rule}：{rule_said(figure.rule)}"
    yield f"    子句　{explained.clause}"
    evidence = dict(explained.evidence)
    for field, name, value in _fields(figure):
        how = f"　← {said(field, evidence[field])}" if field in evidence else ""
        yield f"    {name}　{value}{how}"


def _fields(figure: Figure) -> Iterator[tuple[str, str, str]]:
    """Field, its name and its value in Chinese."""
    yield "kind", "类型", KINDS[figure.kind]
    yield "indicator", "指标", figure.indicator
    if figure.concept is not None:
        yield "concept", "统一名称", f"{figure.concept}　← 指标名称表中的同义说法"
    yield "value", "数值", f"{_amount(figure)}　← 原文“{figure.text}”"
    yield "year", "年份", str(figure.year or UNKNOWN)
    if figure.deadline is not None:
        yield "deadline", "期限", f"{figure.deadline.isoformat()}　← 子句中写明的期限"
    yield "place", "地区", figure.place or UNKNOWN
    if figure.topics:
        yield "topic", "主题", f"{'、'.join(figure.topics)}　← 指标、子句和标题里的主题词"


def _amount(figure: Figure) -> str:
    if figure.value is None:
        return "原文隐去或缺失"
    upper = "" if figure.value_high is None else f" 至 {figure.value_high:f}"
    nature = f"{MEASURES[figure.measure]}，{BOUNDS[figure.bound]}"
    return f"{figure.value:f}{upper} {figure.unit or ''}".rstrip() + f"（{nature}）"
