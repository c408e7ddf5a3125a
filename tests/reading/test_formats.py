"""File names and first bytes → format, or the reason why not."""

import pytest

from rag.errors import ReadError
from rag.reading import FORMATS, read_bytes
from rag.reading.formats import format_of


@pytest.mark.parametrize(
    ("name", "format"),
    [
        ("a.txt", "txt"),
        ("b/a.MD", "md"),
        ("a.Html", "html"),
        ("a.htm", "htm"),
        ("报告.v2.docx", "docx"),
        ("a.PDF", "pdf"),
    ],
)
def test_the_ending_gives_the_format(name: str, format: str) -> None:
    assert format_of(name) == format
    assert format in FORMATS


@pytest.mark.parametrize(
    ("name", "remedy"),
    [
        ("a.doc", "另存为 .docx"),
        ("a.DOC", "另存为 .docx"),
        ("a.wps", "另存为 .docx"),
        ("a.rtf", "另存为 .docx"),
        ("a.xls", "另存为 .docx"),
        ("a.xlsx", "另存为 .docx"),
        ("a.ppt", "导出为 PDF"),
        ("a.pptx", "导出为 PDF"),
        ("a.jpg", "文字识别"),
        ("a.zip", "解压"),
        ("a.rar", "解压"),
        ("a.mp4", "文字稿"),
        ("a.xyz", ".txt、.md"),
        ("报告", ".txt、.md"),
    ],
)
def test_other_formats_are_refused_with_the_remedy(name: str, remedy: str) -> None:
    with pytest.raises(ReadError) as refused:
        read_bytes(name, b"anything")
    assert remedy in refused.value.remedy


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.txt", b"%PDF-1.7 ...", "后缀是 .txt，内容其实是 PDF"),
        ("a.html", b"PK\x03\x04rest", "后缀是 .html，内容其实是 Word 文档或压缩包"),
        ("a.docx", b"{\\rtf1 text}", "后缀是 .docx，内容其实是 RTF 文档"),
        ("a.md", b"\x89PNG\r\n\x1a\n", "后缀是 .md，内容其实是图片"),
        ("a.pdf", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "后缀是 .pdf，内容是旧版 Office 文档，或设有打开密码"),
    ],
)
def test_the_first_bytes_are_believed_before_the_ending(name: str, data: bytes, reason: str) -> None:
    with pytest.raises(ReadError) as refused:
        read_bytes(name, data)
    assert refused.value.reason == reason
