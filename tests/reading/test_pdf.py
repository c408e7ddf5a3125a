"""PDFs → text."""

import pytest

from rag.errors import ReadError
from rag.reading import pdf as reader
from rag.reading import read_bytes
from rag.reading.pdf import Line, Page, Table, text_lines
from tests.reading.made_files import Ruled, Shown, pdf

LEFT, INDENT, RIGHT, SIZE = 72.0, 96.0, 516.0, 12.0


def line(text: str, top: float, left: float = LEFT, right: float = RIGHT, size: float = SIZE) -> Line:
    return Line(text, left, right, top, top + size, size)


def test_text_and_tables_come_in_reading_order_without_page_numbers() -> None:
    first = [
        Shown(190, 780, "白杨镇2024年工作报告", 18),
        Shown(96, 740, "今年要种植玉米14500亩，新建高标准农田2000亩，改造道路12公里，全面完"),
        Shown(72, 716, "成高标准农田建设任务。"),
        Shown(290, 40, "— 1 —"),
    ]
    second = [
        Ruled(72, 780, (("指标", "单位", "2024年目标"), ("粮食产量", "万吨", "30"))),
        Shown(96, 600, "以上目标必须完成。"),
        Shown(290, 40, "— 2 —"),
    ]
    document = read_bytes("a.pdf", pdf([first, second]))
    assert document.text.split("\n") == [
        "白杨镇2024年工作报告",
        "今年要种植玉米14500亩，新建高标准农田2000亩，改造道路12公里，全面完成高标准农田建设任务。",
        "2024年目标：粮食产量30万吨。",
        "以上目标必须完成。",
    ]
    assert (document.metadata.title, document.metadata.year) == ("白杨镇2024年工作报告", 2024)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (pdf([[Shown(72, 700, "正文")]], encrypted=True), "PDF 设有密码"),
        (pdf([[]]), "PDF 里没有文字层，可能是扫描件"),
        (b"%PDF-1.7\nnothing more", "PDF 已损坏，打不开"),
        (b"plain text", "内容不是 PDF"),
    ],
)
def test_a_pdf_that_cannot_be_read_is_refused_with_the_reason(data: bytes, reason: str) -> None:
    with pytest.raises(ReadError) as refused:
        read_bytes("a.pdf", data)
    assert refused.value.reason == reason
    assert refused.value.remedy


def test_a_pdf_that_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "TIMEOUT_SECONDS", 0.01)
    with pytest.raises(ReadError, match="没有读完"):
        read_bytes("a.pdf", pdf([[Shown(72, 700, "正文")]]))


def test_a_paragraph_goes_on_over_the_end_of_a_page() -> None:
    pages = (
        Page(842, (line("第一段开头是满行的文字，", 700, left=INDENT), line("— 1 —", 800, 280, 310))),
        Page(842, (line("接着写到页尾。", 80, right=200), line("第二段。", 100, left=INDENT, right=160))),
    )
    assert text_lines(pages) == ("第一段开头是满行的文字，接着写到页尾。", "第二段。")


def test_a_heading_is_not_joined_with_the_text_below() -> None:
    page = Page(
        842,
        (
            line("一、很长的标题占满了一整行", 100, left=INDENT, size=16.0),
            line("正文从这里开始，写满一行", 130),
            line("二、短标题", 150, right=150),
            line("又一段", 170, right=150),
        ),
    )
    assert text_lines((page,)) == ("一、很长的标题占满了一整行", "正文从这里开始，写满一行二、短标题", "又一段")


def test_running_heads_are_left_out_and_body_numbers_stay() -> None:
    def page(number: int) -> Page:
        return Page(
            842,
            (
                line("青山县公报", 30, right=150),
                line(f"第{number}条内容。", 400, right=200),
                line(str(number), 420, right=90),
                line(f"第 {number} 页 共 4 页", 810, 280, 330),
            ),
        )

    lines = text_lines(tuple(page(number) for number in range(1, 5)))
    assert lines == tuple(text for number in range(1, 5) for text in (f"第{number}条内容。", str(number)))


def test_a_table_ends_the_paragraph_before_it() -> None:
    table = Table((("指标", "目标"), ("玉米", "30吨")))
    assert text_lines((Page(842, (line("满行的文字", 100), table, line("表后", 300, right=100))),)) == (
        "满行的文字",
        "目标：玉米30吨。",
        "表后",
    )
