"""Text of files and users stays text."""

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.ui.parts.escaping import WORD_JOINER, as_html, as_label, fitted, shortened


class Tags(HTMLParser):
    """Collects the tags and the text that a browser would make of a piece of HTML."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("<script>", "&lt;script&gt;"),
        ('" onload="x', "&quot; onload=&quot;x"),
        ("a & b", "a &amp; b"),
        ("&lt;", "&amp;lt;"),
        ("零\x00字节\x1b", "零字节"),
        ("倒\u202e写", "倒写"),
        ("半个\ud83d字符", "半个字符"),
        ("第一行\n第二行", "第一行\n第二行"),
    ],
)
def test_nothing_in_a_text_is_left_for_html_to_read(text: str, escaped: str) -> None:
    assert as_html(text) == escaped


@given(st.text(alphabet=st.sampled_from("<>&\"'/=abc甲乙 ;#x"), max_size=60))
def test_a_browser_reads_back_the_text_and_no_tag(text: str) -> None:
    reader = Tags()
    reader.feed(f"<p>{as_html(text)}</p>")
    reader.close()
    assert reader.tags == ["p"]
    assert reader.text == text


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("种多少亩玉米？", "种多少亩玉米？"),
        ("**粗**", "~\\*~\\*粗~\\*~\\*"),
        (":smile:", "~\\:smile~\\:"),
        ("$x$", "~\\$x~\\$"),
        ("[a](b)", "~\\[a~\\]~\\(b~\\)"),
        ("www.a", "www~\\.a"),
        ("两行\n  一行", "两行 一行"),
    ],
)
def test_a_label_leaves_no_mark_that_markdown_would_read(text: str, label: str) -> None:
    assert as_label(text) == label.replace("~", WORD_JOINER)


@pytest.mark.parametrize(("text", "limit", "short"), [("一二三", 3, "一二三"), ("一二三四", 3, "一二…"), ("", 3, "")])
def test_a_long_text_ends_with_an_ellipsis(text: str, limit: int, short: str) -> None:
    assert shortened(text, limit) == short


@pytest.mark.parametrize(
    ("text", "pixels", "shown"),
    [
        ("政府工作报告", 84, "政府工作报告"),
        ("政府工作报告", 83, "政府工作…"),
        ("2024年报告", 60, "2024年…"),
        ("报告", 14, "…"),
        ("", 14, ""),
    ],
)
def test_a_text_that_does_not_fit_ends_with_an_ellipsis(text: str, pixels: int, shown: str) -> None:
    assert fitted(text, pixels) == shown
