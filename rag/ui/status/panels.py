"""What the page 关于/状态 tells → HTML for `st.html`. Pure functions; all text is escaped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rag.records import Statistics
from rag.ui.parts.escaping import as_html, shortened
from rag.ui.parts.wording import in_bytes, moment

LONGEST_TEXT = 200
ABOUT = (
    '<header class="zw-heading"><h1>关于与状态</h1></header>'
    '<p class="zw-about">政问从政府报告里查目标、进展和措施。它只在这台机器上运行，不联网，也不生成文字：'
    "回答里的每个数字都出自所附的原文，报告里没有的，会直说没有。</p>"
)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at: whether it is well, what was found, and what to do where it is not."""

    well: bool
    text: str
    remedy: str = ""


def health_html(findings: Sequence[Finding]) -> str:
    """The findings one below the other, each said to be well or not in words, too."""
    return f'<ul class="zw-health">{"".join(_finding(finding) for finding in findings)}</ul>'


def facts_html(title: str, rows: Sequence[tuple[str, str]]) -> str:
    """A section: its title, and names with their values; a row without a value is left out."""
    items = "".join(f"<div><dt>{as_html(name)}</dt><dd>{as_html(value)}</dd></div>" for name, value in rows if value)
    return f'<section class="zw-facts-list"><h2>{as_html(title)}</h2><dl>{items}</dl></section>'


def sizes(statistics: Statistics) -> tuple[tuple[str, str], ...]:
    """The size and age of a library, as rows."""
    return (
        ("文件", f"{statistics.documents:,} 份"),
        ("文字", f"{statistics.characters:,} 字"),
        ("段落", f"{statistics.passages:,} 段"),
        ("目标和完成数", f"{statistics.figures:,} 个"),
        ("占用空间", in_bytes(statistics.bytes_on_disk)),
        ("更新时间", moment(statistics.built_at)),
        ("更新次数", f"{statistics.generation:,} 次"),
    )


def _finding(finding: Finding) -> str:
    word, tone = ("正常", "well") if finding.well else ("注意", "ill")
    remedy = f"<small>{_short(finding.remedy)}</small>" if finding.remedy else ""
    return f'<li class="zw-{tone}"><span>{word}</span><p>{_short(finding.text)}{remedy}</p></li>'


def _short(text: str) -> str:
    return as_html(shortened(text, LONGEST_TEXT))
