"""What the page 文档 tells → HTML for `st.html`. Pure functions; all text is escaped."""

from __future__ import annotations

from collections.abc import Sequence

from rag.intake import Fate, Outcome
from rag.records import DocumentSummary, Figure
from rag.store import ChangedFigure, FigureChange
from rag.ui.documents.rows import badges, facts, title_of
from rag.ui.parts.escaping import as_html, shortened
from rag.ui.parts.links import document_link
from rag.ui.parts.wording import figure_nature

LONGEST_TITLE = 200
LONGEST_FACT = 120
LONGEST_NOTE = 300
FATES = {Fate.ADDED: "已加入", Fate.SAME: "已有相同文件", Fate.REFUSED: "没有加入"}
TONES = {Fate.ADDED: "well", Fate.SAME: "calm", Fate.REFUSED: "ill"}


def heading_html(total: int) -> str:
    """The name of the page and how many documents there are."""
    return f'<header class="zw-heading"><h1>文档</h1><p>共 <strong>{total:,}</strong> 份</p></header>'


def entry_html(document: DocumentSummary, gone: bool) -> str:
    """What stands below the title of a document in the list."""
    said = "　".join(as_html(shortened(value, LONGEST_FACT)) for _, value in facts(document) if value)
    marks = (*badges(document), *(("已移走，更新后消失",) if gone else ()))
    return (
        f'<p class="zw-facts">{said}{_badges(marks)}</p>'
        f'<p class="zw-path">{as_html(shortened(document.path, LONGEST_TITLE))}</p>'
    )


def document_html(document: DocumentSummary, figures: int) -> str:
    """The head of a document's page: title, marks, what is known of it, and what its reading noted."""
    rows = (*facts(document), ("数字", f"{figures:,} 个目标和完成数"), ("文件", document.path))
    items = "".join(
        f"<div><dt>{name}</dt><dd>{as_html(shortened(value, LONGEST_TITLE))}</dd></div>"
        if value
        else f'<div class="zw-unknown"><dt>{name}</dt><dd>原文没有写</dd></div>'
        for name, value in rows
    )
    title = as_html(shortened(title_of(document), LONGEST_TITLE))
    return (
        f'<header class="zw-document"><h1>{title}{_badges(badges(document))}</h1><dl>{items}</dl>'
        f"{_notes(_remarks(document))}</header>"
    )


def receipt_html(outcomes: Sequence[Outcome]) -> str:
    """What became of each file that was sent."""
    counts = "，".join(
        f"{name} {count:,} 份" for fate, name in FATES.items() if (count := sum(item.fate is fate for item in outcomes))
    )
    ordered = sorted(outcomes, key=lambda item: list(reversed(FATES)).index(item.fate))
    items = "".join(_outcome(outcome) for outcome in ordered)
    return f'<section class="zw-receipt" role="status"><h2>{counts}</h2><ul>{items}</ul></section>'


def totals_html(changes: Sequence[FigureChange]) -> str:
    """How many figures the last build added, altered and removed, and in how many documents."""
    touched = [change for change in changes if change]
    if not touched:
        return f"<p>最近一次更新读了 {len(changes):,} 份文档，数字没有变化。</p>"
    told = _counts(*(sum(getattr(change, name) for change in touched) for name in ("added", "changed", "removed")))
    return f"<p>最近一次更新改动了 {len(touched):,} 份文档里的数字：{told}。</p>"


def counts_text(change: FigureChange) -> str:
    """How many figures of one document were added, altered and removed."""
    return _counts(change.added, change.changed, change.removed)


def changes_html(change: FigureChange, figures: Sequence[ChangedFigure], there: bool) -> str:
    """The figures of one document that the last build changed; `there` says that the document can be opened."""
    rows = "".join(_changed(item, there) for item in figures)
    left = change.added + change.changed + change.removed - len(figures)
    more = f'<p class="zw-hint">另有 {left:,} 处没有逐条记下。</p>' if left > 0 else ""
    head = "".join(f'<th scope="col">{name}</th>' for name in ("变化", "指标", "数字", "说明"))
    table = f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>" if rows else ""
    return f'<div class="zw-changes">{table}{more}</div>'


def _changed(item: ChangedFigure, there: bool) -> str:
    now = item.after or item.before
    if now is None:
        return ""
    sort, tone = (
        ("新增", "new") if item.before is None else ("移除", "gone") if item.after is None else ("改动", "other")
    )
    number = as_html(_value(now))
    if item.after is not None and there:
        number = f'<a href="{as_html(document_link(now.doc, now.span))}">{number}</a>'
    if item.before is not None and item.after is not None and _value(item.before) != _value(item.after):
        number = f"<del>{as_html(_value(item.before))}</del> → {number}"
    elif item.after is None:
        number = f"<del>{number}</del>"
    return (
        f'<tr><td><span class="zw-{tone}">{sort}</span></td><td>{as_html(shortened(now.indicator, LONGEST_FACT))}</td>'
        f"<td>{number}</td><td>{_said(item)}</td></tr>"
    )


def _said(item: ChangedFigure) -> str:
    """What a figure is, or where it was altered what is now otherwise beside its words of value."""
    if item.before is None or item.after is None:
        figure = item.after or item.before
        return as_html("　".join(value for _, value in _facts(figure))) if figure else ""
    pairs = zip(_facts(item.before, True), _facts(item.after, True), strict=True)
    told = [f"{name} {old or '无'} → {new or '无'}" for (name, old), (_, new) in pairs if old != new]
    if not told and _value(item.before) == _value(item.after):
        return "重新识别，数字本身没有变"
    return as_html("；".join(told))


def _facts(figure: Figure, empty: bool = False) -> list[tuple[str, str]]:
    found = [
        ("性质", figure_nature(figure)),
        ("年份", f"{figure.year} 年" if figure.year else ""),
        ("期限", figure.deadline.isoformat() if figure.deadline else ""),
        ("地区", figure.place or ""),
        *([("指标", figure.indicator), ("归入", figure.concept or "")] if empty else []),
    ]
    return found if empty else [(name, value) for name, value in found if value]


def _value(figure: Figure) -> str:
    return "原文隐去" if figure.masked else figure.text


def _counts(added: int, changed: int, removed: int) -> str:
    counts = (("新增", added), ("改动", changed), ("移除", removed))
    return "，".join(f"{name} {count:,} 个" for name, count in counts if count) or "没有变化"


def _outcome(outcome: Outcome) -> str:
    said = {
        Fate.ADDED: f"{outcome.title or '没有标题'}　→　{outcome.path}",
        Fate.SAME: f"和 {outcome.path} 内容完全一样，没有重复加入",
        Fate.REFUSED: "；".join(part for part in (outcome.reason, outcome.remedy) if part),
    }[outcome.fate]
    notes = (
        *((f"这是一部分（{outcome.part}），不是全文",) if outcome.part else ()),
        *(("文中有数字或姓名被隐去",) if outcome.redacted else ()),
        *outcome.notes,
    )
    return (
        f'<li class="zw-{TONES[outcome.fate]}"><span>{FATES[outcome.fate]}</span><div>'
        f"<strong>{as_html(shortened(outcome.name, LONGEST_TITLE))}</strong>"
        f"<p>{as_html(shortened(said, LONGEST_NOTE))}</p>{_notes(notes)}</div></li>"
    )


def _remarks(document: DocumentSummary) -> tuple[str, ...]:
    return (
        *((f"这是一部分（{document.part}），不是全文",) if document.part else ()),
        *(("文中有数字或姓名被隐去",) if document.redacted else ()),
        *((f"和 {document.duplicate_of} 是同一篇，查找时只用那一份",) if document.duplicate_of else ()),
        *document.notes,
    )


def _badges(marks: Sequence[str]) -> str:
    return "".join(f'<span class="zw-badge">{as_html(shortened(mark, 40))}</span>' for mark in marks)


def _notes(notes: Sequence[str]) -> str:
    return "".join(f'<p class="zw-note">{as_html(shortened(note, LONGEST_NOTE))}</p>' for note in notes)
