"""Word documents → text."""

import io
import zipfile

import docx
import pytest

from rag.errors import ReadError
from rag.reading import read_bytes
from tests.reading.made_files import archive, word

NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def document(body: str, **parts: str) -> bytes:
    """A Word archive with this body and these further parts (numbering, styles)."""
    names = {"word/document.xml": f"<w:document {NAMESPACE}><w:body>{body}</w:body></w:document>"}
    names |= {f"word/{name}.xml": f"<w:{name} {NAMESPACE}>{content}</w:{name}>" for name, content in parts.items()}
    return archive({name: content.encode() for name, content in names.items()})


def paragraph(text: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def numbered(text: str, level: int = 0) -> str:
    return paragraph(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="7"/></w:numPr>')


def test_paragraphs_and_tables_come_in_their_order() -> None:
    data = word(
        "一、主要目标", [["指标", "单位", "2024年目标"], ["粮食产量", "万吨", "30"]], "二、保障措施", "加强领导。"
    )
    assert read_bytes("a.docx", data).text.split("\n") == [
        "一、主要目标",
        "2024年目标：粮食产量30万吨。",
        "二、保障措施",
        "加强领导。",
    ]


def test_vertically_merged_cells_are_repeated() -> None:
    made = docx.Document()
    table = made.add_table(rows=3, cols=3)
    for i, row in enumerate((("指标", "年份", "目标"), ("玉米", "2023年", "10吨"), ("", "2024年", "12吨"))):
        for j, cell in enumerate(row):
            table.cell(i, j).text = cell
    table.cell(1, 0).merge(table.cell(2, 0))
    stream = io.BytesIO()
    made.save(stream)
    lines = read_bytes("a.docx", stream.getvalue()).text.split("\n")
    assert lines == ["2023年目标：玉米10吨。", "2024年目标：玉米12吨。"]


def test_automatic_numbers_are_part_of_the_text() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="3">'
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl>'
        '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>'
        '</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="3"/></w:num>'
    )
    body = [numbered("工作回顾"), numbered("农业", 1), numbered("工业", 1), numbered("工作安排"), numbered("民生", 1)]
    text = read_bytes("a.docx", document("".join(body), numbering=numbering)).text
    assert text.split("\n") == ["一、工作回顾", "（一）农业", "（二）工业", "二、工作安排", "（一）民生"]


def test_inserted_text_counts_and_deleted_text_does_not() -> None:
    body = (
        "<w:p><w:r><w:t>种植玉米</w:t></w:r><w:del><w:r><w:delText>100亩</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>200亩</w:t></w:r></w:ins></w:p>"
        "<w:sdt><w:sdtContent><w:p><w:r><w:t>控件里的文字</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    )
    assert read_bytes("a.docx", document(body)).text == "种植玉米200亩\n控件里的文字"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"no archive at all", "不是有效的 Word 文档，文件可能已损坏"),
        (word("正文")[:-40], "不是有效的 Word 文档，文件可能已损坏"),
        (archive({"a.txt": b"x"}), "不是 Word 文档：压缩包里没有正文"),
        (archive({"word/document.xml": b"<w:document>"}), "Word 文档的 word/document.xml 已损坏"),
        (word(""), "Word 文档里没有文字，可能只有图片"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "后缀是 .docx，内容是旧版 Office 文档，或设有打开密码"),
    ],
)
def test_a_broken_document_is_refused_with_the_reason(data: bytes, reason: str) -> None:
    with pytest.raises(ReadError) as refused:
        read_bytes("a.docx", data)
    assert refused.value.reason == reason
    assert refused.value.remedy


@pytest.mark.parametrize("size", [9, 65])
def test_an_archive_that_would_unpack_to_much_more_is_not_unpacked(size: int) -> None:
    bomb = archive({"word/document.xml": b" " * (size * 1024 * 1024)})
    assert len(bomb) < 100_000
    with pytest.raises(ReadError, match="超出限度，没有打开"):
        read_bytes("a.docx", bomb)


def test_a_directory_that_lies_about_its_sizes_is_not_believed() -> None:
    bomb = bytearray(archive({"word/document.xml": b"<a>" + b" " * 9_000_000 + b"</a>"}))
    for signature, offset in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        at = bomb.index(signature) + offset
        bomb[at : at + 4] = (1000).to_bytes(4, "little")
    with pytest.raises(ReadError, match="损坏"):
        read_bytes("a.docx", bytes(bomb))


def test_entities_in_the_body_are_not_expanded() -> None:
    lines = ['<!DOCTYPE a [<!ENTITY x0 "哈哈哈哈哈哈哈哈哈哈">']
    lines += [f'<!ENTITY x{i} "{f"&x{i - 1};" * 10}">' for i in range(1, 9)]
    body = (
        f"{''.join(lines)}]><w:document {NAMESPACE}><w:body><w:p><w:r><w:t>&x8;</w:t></w:r></w:p></w:body></w:document>"
    )
    with pytest.raises(ReadError):
        read_bytes("a.docx", archive({"word/document.xml": body.encode()}))


def test_an_encrypted_entry_is_named_as_such() -> None:
    data = bytearray(word("正文"))
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as packed:
        names = [entry.filename for entry in packed.infolist()]
    at = -1
    for _ in range(names.index("word/document.xml") + 1):
        at = data.index(b"PK\x01\x02", at + 1)
    data[at + 8] |= 1
    with pytest.raises(ReadError, match="设有密码"):
        read_bytes("a.docx", bytes(data))
