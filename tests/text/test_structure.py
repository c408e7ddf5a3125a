"""Headings at every level, on lines of their own and run on inside paragraphs."""

import pytest

from rag.text.clean import clean
from rag.text.markers import KINDS, marker_at, number
from rag.text.structure import sections

BODY = "全县上下共同努力，完成了年初定下的各项任务，群众比较满意。"


def tree(text: str) -> list[tuple[int, str]]:
    return [(section.level, section.heading) for section in sections(clean(text))]


def test_the_customary_marks_nest() -> None:
    text = f"一、去年工作\n（一）农业\n1.粮食\n{BODY}\n2.果业\n{BODY}\n（二）工业\n{BODY}\n二、今年工作\n{BODY}"
    assert tree(text) == [
        (1, "一、去年工作"),
        (2, "（一）农业"),
        (3, "1.粮食"),
        (3, "2.果业"),
        (2, "（二）工业"),
        (1, "二、今年工作"),
    ]


def test_levels_follow_the_order_in_which_marks_appear() -> None:
    inside = f"一是抓农业。{BODY}一要种粮食。{BODY}二要建果园。{BODY}二是抓工业。{BODY}"
    outside = f"一要抓农业。{BODY}一是种粮食。{BODY}二是建果园。{BODY}二要抓工业。{BODY}"
    assert [level for level, _ in tree(inside)] == [1, 2, 2, 1]
    assert [level for level, _ in tree(outside)] == [1, 2, 2, 1]


def test_items_run_on_inside_one_paragraph() -> None:
    text = f"（一）守住底线，稳步发展。一要守粮食。{BODY}二要守生态。一是管河湖。{BODY}二是造林。{BODY}（二）抓好项目。{BODY}"
    assert tree(text) == [
        (1, "（一）守住底线，稳步发展"),
        (2, "一要守粮食"),
        (2, "二要守生态"),
        (3, "一是管河湖"),
        (3, "二是造林"),
        (1, "（二）抓好项目"),
    ]


def test_a_list_of_clauses_is_one_sentence_and_no_sections() -> None:
    assert tree(f"纳入管理，一是排查要准，二是纳入要快，三是帮扶要实。{BODY}") == []


def test_a_list_may_start_after_what_someone_said() -> None:
    assert tree(f"会上他强调，一要有信心。{BODY}二要有办法。{BODY}") == [(1, "一要有信心"), (1, "二要有办法")]


def test_a_single_mark_inside_a_paragraph_is_no_list() -> None:
    assert tree(f"{BODY}一是一，二是二。{BODY}第一，要稳。") == []


@pytest.mark.parametrize(
    ("text", "headings"),
    [
        (f"第一，抓农业。{BODY}\n第二，抓工业。{BODY}", ["第一，抓农业", "第二，抓工业"]),
        (f"首先，抓农业。{BODY}\n其次，抓工业。{BODY}", ["首先，抓农业", "其次，抓工业"]),
        (f"——农业增产。{BODY}\n——工业增效。{BODY}", ["——农业增产", "——工业增效"]),
        (f"①抓农业。{BODY}②抓工业。{BODY}", ["①抓农业", "②抓工业"]),
        (f"（1）抓农业。{BODY}（2）抓工业。{BODY}", ["（1）抓农业", "（2）抓工业"]),
        (f"第一部分 回顾\n{BODY}\n第二部分 安排\n{BODY}", ["第一部分 回顾", "第二部分 安排"]),
    ],
)
def test_every_kind_of_mark_makes_sections(text: str, headings: list[str]) -> None:
    assert tree(text) == [(1, heading) for heading in headings]


def test_short_lines_without_a_stop_are_headings() -> None:
    text = f"白塔县工作报告\n各位代表：\n{BODY}\n工作回顾\n{BODY}\n工作安排\n一、农业\n{BODY}\n二、工业\n{BODY}"
    assert tree(text) == [(1, "工作回顾"), (1, "工作安排"), (2, "一、农业"), (2, "二、工业")]


def test_paragraphs_that_open_alike_are_sections() -> None:
    text = f"{BODY}\n农业基础更加牢固。{BODY}{BODY}\n工业规模不断扩大。{BODY}{BODY}\n人民生活持续改善。{BODY}{BODY}\n{BODY}"
    assert [heading for _, heading in tree(text)] == ["农业基础更加牢固", "工业规模不断扩大", "人民生活持续改善"]


def test_questions_of_an_interview_are_sections() -> None:
    lines = f"今年有哪些打算？\n{BODY}一是抓农业。{BODY}二是抓工业。{BODY}\n如何抓好落实?\n{BODY}"
    run_on = f"问：今年有哪些打算？李明：{BODY}问：如何抓好落实？李明：{BODY}"
    assert tree(lines) == [(1, "今年有哪些打算？"), (2, "一是抓农业"), (2, "二是抓工业"), (1, "如何抓好落实?")]
    assert tree(run_on) == [(1, "问：今年有哪些打算？"), (1, "问：如何抓好落实？")]


def test_several_speeches_on_one_page_are_the_outermost_sections() -> None:
    text = f"讲话稿两篇\n篇1：甲镇讲话\n一、农业\n{BODY}\n二、工业\n{BODY}\n篇2：乙镇讲话\n一、农业\n{BODY}"
    assert tree(text) == [
        (1, "篇1：甲镇讲话"),
        (2, "一、农业"),
        (2, "二、工业"),
        (1, "篇2：乙镇讲话"),
        (2, "一、农业"),
    ]


def test_a_list_of_industries_and_a_date_line_are_no_headings() -> None:
    assert tree(f"{BODY}一、二、三产增加值分别增长3%、7%、5%。{BODY}") == []
    assert tree(f"白塔县工作报告\n——2024年1月3日在白塔县人民代表大会上\n{BODY}") == []


def test_the_last_item_of_a_list_does_not_take_what_follows_the_list() -> None:
    text = f"——农业增产。{BODY}\n——工业增效。{BODY}\n一年来主要做了以下工作。\n一是抓农业。{BODY}\n二是抓工业。{BODY}"
    assert [level for level, _ in tree(text)] == [1, 1, 1, 1]


def test_a_section_covers_its_heading_and_its_body_in_the_original() -> None:
    original = f"一、農業(yè)工作\r\n{BODY}\r\n二、工业工作\r\n{BODY}"
    first, second = sections(clean(original))
    assert first.heading_span.of(original) == "一、農業(yè)工作"
    assert first.span.of(original) == f"一、農業(yè)工作\r\n{BODY}"
    assert second.span.stop == len(original)
    assert (first.path, second.path) == (("一、农业工作",), ("二、工业工作",))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_mark_reads_its_own_example(kind: object) -> None:
    marker = marker_at(kind.example, 0)
    assert marker is not None
    assert marker.kind is kind


@pytest.mark.parametrize(
    ("numeral", "value"),
    [("3", 3), ("三", 3), ("十", 10), ("十二", 12), ("二十", 20), ("③", 3), ("㈢", 3), ("其次", 2)],
)
def test_numbers_of_items_are_read_in_every_form(numeral: str, value: int) -> None:
    assert number(numeral) == value
