"""What stands around the table of the page 目标库 → HTML for `st.html`. Pure functions."""

from __future__ import annotations

from rag.records import Figure
from rag.ui.escaping import as_html, shortened
from rag.ui.library_view import View
from rag.ui.panels import notice_html
from rag.ui.wording import figure_nature

LONGEST_NAME = 60
HINT = '<p class="zw-hint">点表里的一行，看它在原文里的那句话。</p>'


def heading_html(total: int, narrowed: bool) -> str:
    """The name of the page and how many figures are in it as it is filtered."""
    among = "符合条件的" if narrowed else ""
    return (
        '<header class="zw-heading"><h1>目标库</h1>'
        f'<p role="status">{among}共 <strong>{total:,}</strong> 个数字</p></header>'
    )


def figure_html(figure: Figure) -> str:
    """The figure whose source stands below: what, how much, what sort, for when and where."""
    value = "原文隐去" if figure.masked else figure.text
    facts = (
        figure_nature(figure),
        f"{figure.year} 年" if figure.year else "",
        f"{figure.deadline.isoformat()} 前" if figure.deadline else "",
        figure.place or "",
    )
    said = "　".join(as_html(fact) for fact in facts if fact)
    name = as_html(shortened(figure.indicator, LONGEST_NAME))
    return f'<p class="zw-figure"><span>{name}</span><strong>{as_html(value)}</strong><span>{said}</span></p>'


def comparison_html(address: str) -> str:
    """The way from a figure to those of other places and years."""
    return f'<p class="zw-ways"><a href="{as_html(address)}" target="_self">对比这个指标</a></p>'


def nothing_html(view: View) -> str:
    """What to do where no figure is shown."""
    if not view.narrowed:
        return notice_html("报告里还没有找到数字", "这些报告没有写明目标或完成数；加入新的报告并更新资料库后再来看。")
    tips = [
        f"换一个说法，或去掉“{shortened(view.text, 20)}”" if view.text else "",
        "关掉“只看原文隐去的数字”" if view.masked else "",
        "少选几个条件，或点“清除筛选”看全部",
    ]
    return notice_html("没有符合条件的数字", "\n".join(tip for tip in tips if tip))


def export_limit_html(most: int) -> str:
    """That a file does not hold everything."""
    return f'<p class="zw-hint">一次最多下载前 {most:,} 个；要其余的，请先筛选。</p>'
