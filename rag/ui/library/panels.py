"""What stands around the table of the page 目标库 → HTML for `st.html`. Pure functions."""

from __future__ import annotations

from rag.ui.library.view import View
from rag.ui.parts.escaping import shortened
from rag.ui.parts.panels import notice_html

LONGEST_NAME = 60
HINT = '<p class="zw-hint">点表里的一行，看它在原文里的那句话。</p>'


def heading_html(total: int, narrowed: bool) -> str:
    """The name of the page and how many figures are in it as it is filtered."""
    among = "符合条件的" if narrowed else ""
    return (
        '<header class="zw-heading"><h1>目标库</h1>'
        f'<p role="status">{among}共 <strong>{total:,}</strong> 个数字</p></header>'
    )


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
