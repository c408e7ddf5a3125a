"""Whatever the bytes are, reading ends with a document or with ReadError."""

import io
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rag.errors import ReadError
from rag.reading import FORMATS, read_bytes
from rag.records import Document
from tests.reading.made_files import archive, word

DOCUMENT = word("一、标题", [["指标", "2024年"], ["粮食", "30"]], "正文。")
BODY = zipfile.ZipFile(io.BytesIO(DOCUMENT)).read("word/document.xml")
PAGE = (
    "<div><h1>标题</h1><table><tr><td colspan=3>指标<td>目标<tr><td rowspan=9>粮食</table><p>正文&nbsp;</div>".encode()
)
# two bytes of which one is NUL are as well a character in UTF-16
NO_NUL = st.characters(codec="utf-8", exclude_characters="\0")
slow_is_fine = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


def read_or_refused(name: str, data: bytes) -> None:
    try:
        document = read_bytes(name, data)
    except ReadError as error:
        assert error.path == name
        assert error.reason
        assert error.remedy
    else:
        assert isinstance(document, Document)
        assert document.text.strip()


@st.composite
def damaged(draw: st.DrawFn, whole: bytes) -> bytes:
    """`whole` with a stretch of it replaced."""
    start = draw(st.integers(0, len(whole)))
    stop = draw(st.integers(start, min(len(whole), start + 40)))
    return whole[:start] + draw(st.binary(max_size=20)) + whole[stop:]


@pytest.mark.parametrize("suffix", FORMATS)
@slow_is_fine
@given(data=st.binary(max_size=400))
def test_arbitrary_bytes_under_any_ending(suffix: str, data: bytes) -> None:
    read_or_refused(f"a.{suffix}", data)


@slow_is_fine
@given(damaged(DOCUMENT))
def test_damaged_word_archives(data: bytes) -> None:
    read_or_refused("a.docx", data)


@slow_is_fine
@given(damaged(BODY))
def test_damaged_word_bodies(body: bytes) -> None:
    read_or_refused("a.docx", archive({"word/document.xml": body}))


@slow_is_fine
@given(damaged(PAGE))
def test_damaged_pages(data: bytes) -> None:
    read_or_refused("a.html", data)


@slow_is_fine
@given(st.text(NO_NUL, min_size=1, max_size=300), st.text(max_size=30))
def test_arbitrary_text_under_any_name(text: str, name: str) -> None:
    try:
        assert read_bytes(f"{name}.txt", text.encode("utf-8", "replace")).text == text.removeprefix("\ufeff")
    except ReadError as error:
        assert error.reason
