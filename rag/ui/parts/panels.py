"""What surrounds the answers → HTML for `st.html`: welcome, notices, the library, near passages. Pure functions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from rag.records import Filter, Hit, Statistics
from rag.ui.parts.building import BuildView, Phase
from rag.ui.parts.escaping import as_html, shortened
from rag.ui.parts.wording import moment, scope, time_left

NEAR_CHARACTERS = 180
SCOPE_CHARACTERS = 80
BRAND = (
    '<div class="zw-brand"><span aria-hidden="true">政</span><div>政问<small>问政府报告，答案带原文</small></div></div>'
)
STAGES = {"reading": ("读取文件", "份"), "encoding": ("理解段落", "段"), "indexing": ("整理索引", "段")}
CHANGES = (("added", "新增"), ("changed", "改动"), ("removed", "移除"), ("renamed", "改名"))
LISTED = (("skipped", "没能读出"), ("added", "新增"), ("changed", "改动"), ("removed", "移除"))
LISTED_ENTRIES = 20


def notice_html(title: str, text: str, tone: str = "calm") -> str:
    """A box that says what the matter is and, line by line, what to do; `tone` is calm or problem."""
    lines = "".join(f"<p>{as_html(line)}</p>" for line in text.splitlines() if line.strip())
    return f'<div class="zw-notice zw-{as_html(tone)}" role="status"><h2>{as_html(title)}</h2>{lines}</div>'


def welcome_html(documents: int) -> str:
    """What this is, in two sentences, above the example questions."""
    return (
        '<div class="zw-welcome"><h1>问一问政府报告</h1>'
        f"<p>从 {documents:,} 份报告里查目标、进展和措施。每个回答都附原文，一字不改；报告里没有的，会直说没有。</p></div>"
    )


def scope_html(chosen: Filter) -> str:
    """What the next question is narrowed to, above the question box."""
    return f'<p class="zw-scope">只在这些范围里找：{as_html(shortened(scope(chosen), SCOPE_CHARACTERS))}</p>'


def library_html(statistics: Statistics, model: str) -> str:
    """Size and age of the index as a list of names and values."""
    rows = (
        ("文件", f"{statistics.documents:,} 份"),
        ("段落", f"{statistics.passages:,} 段"),
        ("目标和完成数", f"{statistics.figures:,} 个" if statistics.figures else ""),
        ("更新时间", moment(statistics.built_at)),
        ("语义模型", model),
    )
    items = "".join(f"<div><dt>{name}</dt><dd>{as_html(value)}</dd></div>" for name, value in rows if value)
    return f'<h2 class="zw-side zw-apart">资料库</h2><dl class="zw-library">{items}</dl>'


def nearest_html(hits: Sequence[Hit]) -> str:
    """Passages near to a question that do not answer it, folded away so that none is taken for an answer."""
    items = "".join(
        f"<li><p>{as_html(shortened(hit.passage.text, NEAR_CHARACTERS))}</p>"
        f"<cite>{' › '.join(as_html(part) for part in (hit.passage.doc, *hit.passage.headings))}</cite></li>"
        for hit in hits
    )
    return f'<details class="zw-nearest"><summary>看看相近的内容（不是答案）</summary><ul>{items}</ul></details>'


def progress_html(view: BuildView, remark: str = "") -> str:
    """How far a build is, in words: stage, count, rate, time left, the file at hand, and a remark below."""
    heading = "另一个程序正在更新资料库" if view.phase is Phase.ELSEWHERE else "正在更新资料库"
    lines = [f'<p class="zw-now">{heading}</p>']
    state = view.state
    if state is None or not state.stage:
        lines.append("<p>正在准备……</p>")
    else:
        name, unit = STAGES.get(state.stage, (state.stage, ""))
        lines.append(f"<p>{as_html(name)} {state.done:,} / {state.total:,} {unit}</p>")
        if view.per_second is not None and view.seconds_left is not None:
            lines.append(f"<p>每秒 {view.per_second:,.1f} {unit}，{time_left(view.seconds_left)}后完成这一步</p>")
        if state.detail:
            lines.append(f'<p class="zw-detail">{as_html(shortened(state.detail, 60))}</p>')
    if remark:
        lines.append(f'<p class="zw-detail">{as_html(remark)}</p>')
    return f'<div class="zw-progress" role="status">{"".join(lines)}</div>'


def build_report_html(report: Mapping[str, Any]) -> str:
    """What a build did, from its JSON: how many files came, changed and went, and which could not be read and why."""
    counts = "，".join(f"{name} {len(report.get(key) or ())}" for key, name in CHANGES if report.get(key))
    lists = "".join(_listed(name, [_described(entry) for entry in report.get(key) or ()]) for key, name in LISTED)
    return (
        '<div class="zw-report" role="status"><p class="zw-now">更新完成</p>'
        f"<p>{f'文件：{counts}' if counts else '文件没有变化'}</p>{lists}</div>"
    )


def _listed(name: str, entries: Sequence[str]) -> str:
    if not entries:
        return ""
    items = "".join(f"<li>{as_html(shortened(entry, 200))}</li>" for entry in entries[:LISTED_ENTRIES])
    left = len(entries) - LISTED_ENTRIES
    more = f"<li>另有 {left} 份</li>" if left > 0 else ""
    return f"<details><summary>{name} {len(entries)} 份</summary><ul>{items}{more}</ul></details>"


def _described(entry: object) -> str:
    if not isinstance(entry, Mapping):
        return str(entry)
    path, reason, remedy = (str(entry.get(key) or "") for key in ("path", "reason", "remedy"))
    return f"{path}：{reason}" + (f"；{remedy}" if remedy else "")
