"""Bytes → text."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.errors import ReadError
from rag.reading import read_bytes
from rag.reading.encoding import decode

SIMPLIFIED = "白杨镇今年要种植玉米14500亩，\r\n新建高标准农田2000亩，改造管网12公里。"
TRADITIONAL = "白楊鎮今年要種植玉米14500畝，\r\n新建高標準農田2000畝，改造管網12公里。"


@pytest.mark.parametrize(
    ("text", "written", "named"),
    [
        (SIMPLIFIED, "utf-8", "utf-8"),
        (SIMPLIFIED, "utf-8-sig", "utf-8"),
        (SIMPLIFIED, "gb18030", "gb18030"),
        (SIMPLIFIED, "gbk", "gb18030"),
        (SIMPLIFIED, "gb2312", "gb18030"),
        (SIMPLIFIED, "utf-16-le", "utf-16-le"),
        (SIMPLIFIED, "utf-16-be", "utf-16-be"),
        (TRADITIONAL, "big5", "big5"),
        (TRADITIONAL, "gbk", "gb18030"),
        (TRADITIONAL, "utf-8", "utf-8"),
        (TRADITIONAL, "utf-16-le", "utf-16-le"),
        ("玉米", "gb18030", "gb18030"),
        ("ASCII only, 2024", "ascii", "utf-8"),
    ],
)
def test_text_comes_back_as_it_was_written(text: str, written: str, named: str) -> None:
    found = decode("a.txt", text.encode(written))
    assert (found.text, found.encoding, found.damaged) == (text, named, 0)


@pytest.mark.parametrize(
    ("bom", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_decides_and_is_dropped(bom: bytes, encoding: str) -> None:
    found = decode("a.txt", bom + SIMPLIFIED.encode(encoding))
    assert (found.text, found.encoding) == (SIMPLIFIED, encoding)


@pytest.mark.parametrize("written", ["utf-8", "gb18030"])
def test_a_few_damaged_bytes_become_replacement_characters_and_a_note(written: str) -> None:
    data = (SIMPLIFIED * 20).encode(written) + b"\xff"
    document = read_bytes("a.txt", data)
    assert document.text == SIMPLIFIED * 20 + "\ufffd"
    assert "有 1 处字节损坏，显示为 �" in document.notes


def test_a_text_cut_inside_its_last_character_is_still_read() -> None:
    assert decode("a.txt", (SIMPLIFIED * 5).encode()[:-1]).text == (SIMPLIFIED * 5)[:-1] + "\ufffd"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (bytes(range(256)) * 4, "认不出文字编码，可能不是文本文件"),
        ("正文里有空字节\0".encode(), "认不出文字编码，可能不是文本文件"),
        (b"\x01\x02\x03 text", "含有大量控制字符，不是文本文件"),
        (b" \r\n\t ", "文件里没有文字"),
        (codecs.BOM_UTF8, "文件里没有文字"),
    ],
)
def test_what_is_no_text_is_refused_with_the_reason(data: bytes, reason: str) -> None:
    with pytest.raises(ReadError) as refused:
        decode("资料/a.txt", data)
    assert (refused.value.path, refused.value.reason) == ("资料/a.txt", reason)
    assert refused.value.remedy


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(str.strip))
def test_any_utf8_text_is_read_exactly(text: str) -> None:
    assert decode("a.txt", b"\xef\xbb\xbf" + text.encode()).text == text
