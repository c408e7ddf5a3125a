"""Each kind of noise, what becomes of it, and the way back to the original."""

import pytest

from rag.records import Span
from rag.text.clean import clean, clean_query

CHARACTERS = [
    ("a gloss after a Traditional character", "白塔縣(xiàn)今年務（wù）必增長(zhǎng)5%。", "白塔县今年务必增长5%。"),
    ("a gloss without a tone mark", "這兒(er)有三個(ge)村。", "这儿有三个村。"),
    ("a gloss with its tone mark apart", "發(fa\u0304)展很快。", "发展很快。"),
    ("a gloss with two readings", "增長(zhǎng,cháng)很快。", "增长很快。"),
    ("an abbreviation in brackets is no gloss", "推广地理信息(gis)系统。", "推广地理信息(gis)系统。"),
    ("Traditional and Simplified side by side", "村干部和村幹部一道，後來改變了。", "村干部和村干部一道，后来改变了。"),
    (
        "full-width digits and signs",
        "１９９３年增长２５．５％，ＧＤＰ达３００亿元。",
        "1993年增长25.5%，GDP达300亿元。",
    ),
    ("full-width thousands", "共种植３，５００亩。", "共种植3,500亩。"),
    ("radicals in the place of characters", "⼀是⼤⼒发展。", "一是大力发展。"),
    ("invisible characters", "\ufeff今年\u200b新建\u00ad道路\x0712公里。", "今年新建道路12公里。"),
    ("CRLF, CR and other line ends", "甲镇。\r\n乙镇。\r丙镇。\u2028丁镇。", "甲镇。\n乙镇。\n丙镇。\n丁镇。"),
]

MARKS = [
    ("a doubled comma", "完成投资，,增长较快,,很好。", "完成投资，增长较快,很好。"),
    ("a comma before a stop", "完成投资，。全部完工,。", "完成投资。全部完工。"),
    ("a stray comma before the mark that was meant", "镇长,、书记参加。", "镇长、书记参加。"),
    ("a colon and a comma", "他说：，要抓紧。", "他说：要抓紧。"),
    ("marks between a number and its qualifier", "控制在5%,。以内，力争更低。", "控制在5%以内，力争更低。"),
    ("a question with surprise", "真的完成了？！", "真的完成了？！"),
]

SPACES = [
    ("before a unit", "完成15.16 亿元, 增 长 21.05%。", "完成15.16亿元,增长21.05%。"),
    ("between characters", "政 府 工 作 报 告", "政府工作报告"),
    ("between characters, wider", "政　府　工　作　报告", "政府工作报告"),
    ("inside a decimal", "增长21. 05%，产值15 .16亿元。", "增长21.05%，产值15.16亿元。"),
    ("inside a year", "到2 0 2 4 年完工。", "到2024年完工。"),
    ("between groups of three digits", "完成1 234 亩、2 300 户。", "完成1234亩、2300户。"),
    ("between Latin words", "引进 open source 项目。", "引进open source项目。"),
    ("after the number of a list item", "1. 2024年目标\n2 总则", "1. 2024年目标\n2 总则"),
    ("between a title and a name", "白塔县县长 李明", "白塔县县长 李明"),
    ("between columns", "指标  2023年  2024年\n产值\t12.5\t13.6", "指标\t2023年\t2024年\n产值\t12.5\t13.6"),
    ("in running text", "坚持稳中求进 ，抓好 落实。", "坚持稳中求进，抓好落实。"),
]

LINES = [
    ("a subscript on its own line", "其中PM\n2.5\n年平均浓度下降5%。", "其中PM2.5年平均浓度下降5%。"),
    ("a subscript in brackets", "细颗粒物（PM\n2.5\n）浓度下降。", "细颗粒物（PM2.5）浓度下降。"),
    ("a line that starts with a comma", "今年建成水库\n，通水三个村。", "今年建成水库，通水三个村。"),
    ("a line that ends with a comma", "今年建成水库，\n\n通水三个村。", "今年建成水库，通水三个村。"),
    ("a sentence broken in two", "去年成绩很大。今年建成\n水库两座。", "去年成绩很大。今年建成水库两座。"),
    ("a page break inside a word", "去年成绩很大。今年建\n\u200b\n成水库两座。", "去年成绩很大。今年建成水库两座。"),
    ("a mark on its own line", "一是\n建成水库。\n二是\n修通道路。", "一是建成水库。\n二是修通道路。"),
    ("Latin words stay apart", "去年成绩很大。引进了open\nsource项目。", "去年成绩很大。引进了open source项目。"),
    ("an item after a comma starts a line", "今年要做到，\n一是建成水库。", "今年要做到，\n一是建成水库。"),
    ("headings keep their lines", "一、工作回顾\n去年成绩很大。\n二、工作安排\n今年任务很重。", None),
    (
        "an indented paragraph stays one",
        "去年成绩很大，任务完成\n　　今年任务很重。",
        "去年成绩很大，任务完成\n今年任务很重。",
    ),
    ("blank lines", "\n\n甲镇。\n \n\n乙镇。\n\n", "甲镇。\n乙镇。"),
]

KEPT = [
    "新建XX亩，投资**万元，20XX年增长xx%。",
    "产值万元，同比增长%。",
    "入住达到IO0%。",
    "第①项3㎡，升温2℃。",
    "乾安县和乾隆年间。",
]


@pytest.mark.parametrize(("name", "original", "expected"), CHARACTERS + MARKS + SPACES + LINES)
def test_noise_is_taken_out_of_the_clean_text(name: str, original: str, expected: str | None) -> None:
    assert clean(original).text == (original if expected is None else expected), name


@pytest.mark.parametrize("original", KEPT)
def test_what_the_document_says_is_left_as_it_is(original: str) -> None:
    assert clean(original).text == original


def test_lines_that_all_break_at_one_width_are_joined() -> None:
    text = "白塔县坚持稳中求进抓好项目建设改善人民生活推进乡村全面振兴" * 12
    wrapped = "\n".join(text[at : at + 30] for at in range(0, len(text), 30))
    assert clean(wrapped + "。").text == text + "。"


def test_a_clean_range_maps_to_the_original_characters_it_came_from() -> None:
    original = "臨縣(xiàn)今年\r\n\r\n完成 15.16 亿元，,增长。"
    found = clean(original)
    assert found.text == "临县今年\n完成15.16亿元，增长。"
    at = found.text.index("15.16亿元")
    assert found.span(at, at + 7).of(original) == "15.16 亿元"
    assert found.span(0, 2).of(original) == "臨縣"
    assert found.span(1, 3).of(original) == "縣(xiàn)今"
    assert found.span(0, len(found.text)) == Span(0, len(original))


def test_an_original_span_maps_to_the_clean_characters_inside_it() -> None:
    original = "臨縣(xiàn)今年"
    found = clean(original)
    gloss = Span(original.index("("), original.index(")") + 1)
    assert found.clean_range(Span(0, 2)) == (0, 2)
    assert found.clean_range(gloss) == (2, 2)
    assert found.clean_range(Span(1, len(original))) == (1, 4)


def test_an_empty_range_maps_to_an_empty_span() -> None:
    found = clean("甲\u200b乙")
    assert found.span(1, 1) == Span(2, 2)
    assert found.span(2, 2) == Span(3, 3)
    assert clean("").span(0, 0) == Span(0, 0)


@pytest.mark.parametrize(("start", "stop"), [(-1, 1), (2, 1), (0, 3)])
def test_a_range_outside_the_text_is_an_error(start: int, stop: int) -> None:
    with pytest.raises(ValueError, match="clean text of 2"):
        clean("甲乙").span(start, stop)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("白塔鎮今年種多少畝玉米？", "白塔镇今年种多少亩玉米？"),
        ("２０２４年\u200b增长 5 ％ 吗", "2024年增长5%吗"),
        ("打印", "打印"),
        ("白塔镇\n今年", "白塔镇 今年"),
    ],
)
def test_a_question_is_normalised_and_loses_no_line(typed: str, expected: str) -> None:
    assert clean_query(typed) == expected
