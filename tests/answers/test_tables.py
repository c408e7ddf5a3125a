"""Questions over all places of a level, from the words typed to the counted and cited answer."""

from __future__ import annotations

import pytest

from rag.answers.telling.guard import unsupported
from rag.records import Filter, Status
from tests.answers.provinces import PROVINCES, provincial
from tests.answers.small import REPORTS, answerer

ANSWERS = answerer(PROVINCES)
COVERED = "资料库里5个省区市中，有4个写明了2024年这项目标；数字被隐去的有琅川省。"

ASKED = [
    # question, the lines of the answer, the numbers worked out
    (
        "2024年哪个省GDP增长目标最高？",
        ("最高的是汀湖省：地区生产总值增长7%以上[1]。", COVERED),
        ("5", "4", "2024"),
    ),
    (
        "2024年GDP增长目标最低的省是哪个",
        ("最低的是溟海省：地区生产总值增长5.5%[1]。", COVERED),
        ("5", "4", "2024"),
    ),
    (
        "2024年各份省级报告里，GDP增长目标定得最高的是哪里？",
        ("最高的是汀湖省：地区生产总值增长7%以上[1]。", COVERED),
        ("5", "4", "2024"),
    ),
    (
        "2024年有几个省把GDP增速目标定在6%左右或6%以上？",
        ("有3个省区市：汀湖省（7%以上）[1]、岚原省（6%左右）[2]、望桐省（6%以上）[3]。", COVERED),
        ("3", "5", "4", "2024"),
    ),
    (
        "2024年城镇新增就业目标达到40万人的省有几个？",
        (
            "有2个省区市：溟海省（120万人以上）[1]、岚原省（40万人以上）[2]。",
            "资料库里5个省区市中，有3个写明了2024年这项目标；没有写明的有望桐省、琅川省。",
        ),
        ("2", "5", "3", "2024"),
    ),
    (
        "2024年各省GDP增长目标谁最高，谁最低？",
        ("最高的是汀湖省：地区生产总值增长7%以上[1]。", "最低的是溟海省：地区生产总值增长5.5%[2]。", COVERED),
        ("5", "4", "2024"),
    ),
    (
        "把GDP增长目标写成“6%以上”的省份2024年有几个？",
        ("有1个省区市：望桐省（6%以上）[1]。", COVERED),
        ("1", "5", "4", "2024"),
    ),
    (
        "2024年各省GDP增长目标分别是多少，有没有省超过9%？",
        (
            "没有符合条件的省区市。",
            "写明的有：汀湖省（7%以上）[1]、岚原省（6%左右）[2]、望桐省（6%以上）[3]、溟海省（5.5%）[4]。",
            COVERED,
        ),
        ("5", "4", "2024"),
    ),
    (
        "2024年各省GDP增长目标分别是多少，有几个省超过6.5%？",
        (
            "有1个省区市：汀湖省（7%以上）[1]。",
            "其余：岚原省（6%左右）[2]、望桐省（6%以上）[3]、溟海省（5.5%）[4]。",
            COVERED,
        ),
        ("1", "5", "4", "2024"),
    ),
    (
        "2024年有几个省GDP增长目标超过9%？",
        ("没有符合条件的省区市。", COVERED),
        ("5", "4", "2024"),
    ),
    (
        "2024年各省城镇新增就业目标加起来是多少？",
        (
            "按各报告写明的数字，合计169万人：岚原省（40万人以上）[1]、汀湖省（9万人）[2]、溟海省（120万人以上）[3]。",
            "资料库里5个省区市中，有3个写明了2024年这项目标；没有写明的有望桐省、琅川省。",
        ),
        ("169", "5", "3", "2024"),
    ),
    (
        "2023年哪个省经济增速最高？",
        (
            "最高的是汀湖省：地区生产总值增长6.4%[1]。",
            "资料库里5个省区市中，有3个写明了2023年这项完成情况；没有写明的有望桐省、琅川省。",
        ),
        ("5", "3", "2023"),
    ),
    (
        "2023年经济增速最低的是哪个省？",
        (
            "并列最低的有2个：岚原省：地区生产总值增长5.1%[1]；溟海省：地区生产总值增长5.1%[2]。",
            "资料库里5个省区市中，有3个写明了2023年这项完成情况；没有写明的有望桐省、琅川省。",
        ),
        ("2", "5", "3", "2023"),
    ),
]


@pytest.mark.parametrize(("question", "lines", "computed"), ASKED)
def test_a_table_is_answered_in_one_sentence_with_what_it_rests_on(
    question: str, lines: tuple[str, ...], computed: tuple[str, ...]
) -> None:
    answer = ANSWERS.answer(question)
    assert answer.status is Status.ANSWERED
    assert tuple(answer.text.splitlines()) == lines
    assert answer.computed == computed
    assert unsupported(answer) == frozenset()


def test_amounts_in_other_units_are_compared_by_what_they_come_to() -> None:
    answer = ANSWERS.answer("2024年哪个省粮食产量目标最高？")
    assert answer.text.startswith("最高的是望桐省：粮食产量300万吨[1]。")
    assert [f.place for f in answer.figures] == ["望桐省", "琅川省"]


def test_all_rows_are_listed_a_line_each_from_the_highest() -> None:
    first, *rows, _ = ANSWERS.answer("2024年各省的GDP增长目标分别是多少？").text.splitlines()
    assert first == "4个省区市写明了："
    assert [row.partition("（")[0] for row in rows] == ["汀湖省", "岚原省", "望桐省", "溟海省"]


def test_every_row_that_is_named_is_cited_from_its_own_report() -> None:
    answer = ANSWERS.answer("2024年有几个省把GDP增速目标定在6%左右或6%以上？")
    assert [c.doc for c in answer.citations] == ["汀湖省/2024.txt", "岚原省/2024.txt", "望桐省/2024.txt"]
    texts = {d.path: d.text for d in PROVINCES}
    assert all(c.span.of(texts[c.doc]) == c.quote for c in answer.citations)


def test_a_filter_keeps_rows_out() -> None:
    docs = ("岚原省/2024.txt", "溟海省/2024.txt")
    answer = ANSWERS.answer("2024年哪个省GDP增长目标最高？", filter=Filter(docs=docs))
    assert [f.doc for f in answer.figures] == list(docs)


def test_a_table_that_no_report_fills_is_refused() -> None:
    answer = ANSWERS.answer("2024年哪个省森林覆盖率目标最高？")
    assert answer.status is Status.NOT_FOUND
    assert "森林覆盖率" in answer.text
    assert answer.figures == ()


def test_the_years_of_one_place_are_rows_too() -> None:
    years = (*PROVINCES[:1], provincial("岚原省", 2025, "地区生产总值增长5%左右", "地区生产总值增长5.8%"))
    answer = answerer(years).answer("岚原省历年GDP增长目标最高的是哪一年？")
    assert answer.text.startswith("最高的是2024年：地区生产总值增长6%左右[1]。")
    assert unsupported(answer) == frozenset()


def test_places_of_a_lower_level_are_no_rows() -> None:
    answer = answerer((*PROVINCES, *REPORTS)).answer("2024年哪个省GDP增长目标最低？")
    assert {f.place for f in answer.figures} == {"岚原省", "汀湖省", "溟海省", "望桐省"}


NAMED = [
    # question, what the rows say, how many reports say it
    (
        "岚原省、汀湖省和望桐省2024年的GDP增长目标谁定得最高？",
        "最高的是汀湖省：地区生产总值增长7%以上[1]。\n其余：岚原省（6%左右）[2]；望桐省（6%以上）[3]。",
        "资料库里3个地区中，有3个写明了2024年这项目标。",
    ),
    (
        "岚原省和溟海省2024年新增就业目标一共多少万人",
        "按各报告写明的数字，合计160万人：岚原省（40万人以上）[1]、溟海省（120万人以上）[2]。",
        "资料库里2个地区中，有2个写明了2024年这项目标。",
    ),
    (
        "岚原省、溟海省、望桐省2024年的城镇新增就业目标加起来是多少？",
        "按各报告写明的数字，合计160万人：岚原省（40万人以上）[1]、溟海省（120万人以上）[2]。",
        "资料库里3个地区中，有2个写明了2024年这项目标；没有写明的有望桐省。",
    ),
]


@pytest.mark.parametrize(("question", "first", "second"), NAMED)
def test_the_places_that_a_question_names_are_rows(question: str, first: str, second: str) -> None:
    answer = ANSWERS.answer(question)
    assert answer.text == f"{first}\n{second}"
    assert unsupported(answer) == frozenset()


CONDITIONS_ALONE = [
    # question, how many there are, the first of them
    ("2024年GDP增长目标在6%以上的有哪些？", "有2个地区：汀湖省（7%以上）[1]、望桐省（6%以上）[2]。"),
    ("2024年城镇新增就业目标超过100万人的是哪几个", "有1个地区：溟海省（120万人以上）[1]。"),
    ("哪些地方2024年城镇新增就业目标超过10万", "有2个地区：溟海省（120万人以上）[1]、岚原省（40万人以上）[2]。"),
]


@pytest.mark.parametrize(("question", "first"), CONDITIONS_ALONE)
def test_a_condition_alone_asks_which_places_fulfil_it(question: str, first: str) -> None:
    answer = ANSWERS.answer(question)
    assert answer.text.splitlines()[0] == first
    assert unsupported(answer) == frozenset()


def test_what_several_years_came_to_is_their_sum() -> None:
    years = (
        *PROVINCES[:1],
        *(provincial("岚原省", y, "粮食产量10万吨", f"城镇新增就业{y - 1984}万人") for y in (2023, 2025, 2026)),
    )
    answer = answerer(years).answer("岚原省2022年、2024年、2025年累计城镇新增就业多少？")
    assert answer.text.splitlines()[0] == (
        "按各报告写明的数字，合计122万人：2022年（39万人）[1]、2024年（41万人）[2]、2025年（42万人）[3]。"
    )
    assert unsupported(answer) == frozenset()


OF_YEARS = [
    ("岚原省2023到2025这三年，哪一年的GDP增长目标最低？", "最低的是2025年：地区生产总值增长5%左右[1]。"),
    ("2023年以来岚原省GDP增长目标最高的是哪年", "最高的是2024年：地区生产总值增长6%左右[1]。"),
    ("2023—2025年岚原省定的GDP增长目标最高是多少？", "最高的是2024年：地区生产总值增长6%左右[1]。"),
]


@pytest.mark.parametrize(("question", "first"), OF_YEARS)
def test_the_years_that_a_question_names_are_rows(question: str, first: str) -> None:
    years = (
        provincial("岚原省", 2023, "地区生产总值增长5.5%左右", "地区生产总值增长4%"),
        provincial("岚原省", 2024, "地区生产总值增长6%左右", "地区生产总值增长5.1%"),
        provincial("岚原省", 2025, "地区生产总值增长5%左右", "地区生产总值增长5.8%"),
    )
    answer = answerer(years).answer(question)
    assert answer.text.splitlines()[0] == first
    assert unsupported(answer) == frozenset()


def test_one_row_alone_is_neither_highest_nor_lowest() -> None:
    answer = ANSWERS.answer("岚原省、汀湖省、望桐省2024年谁的粮食产量目标最高？")
    assert answer.text.startswith("只有望桐省：粮食产量300万吨[1]。")


def test_a_main_goal_stands_for_its_year_before_what_else_has_its_name() -> None:
    told = "地区生产总值增长5.1%。“十三五”期间城镇新增就业超过300万人"
    both = provincial("岚原省", 2024, "城镇新增就业40万人以上", told), *PROVINCES[1:3]
    answer = answerer(both).answer("2024年哪个省城镇新增就业目标最高？")
    assert answer.text.startswith("最高的是溟海省：城镇新增就业120万人以上[1]。")


def test_a_goal_is_set_beside_the_countrys_where_that_is_asked() -> None:
    answer = answerer((*PROVINCES, *REPORTS)).answer("岚原省2024年的GDP增长目标跟全国比，哪个高？")
    first, *lines = answer.text.splitlines()
    assert first == "岚原省更高，相差0.7个百分点。"
    assert ["6%左右" in lines[0], "5.3%左右" in lines[1]] == [True, True]


def test_a_rate_of_change_is_not_compared_with_a_share() -> None:
    shared = (
        provincial("岚原省", 2024, "文旅投入增长8%", "地区生产总值增长5.1%"),
        provincial("汀湖省", 2024, "文旅投入增长9%", "地区生产总值增长6.4%"),
        provincial("溟海省", 2024, "文旅投入占比达到12%", "地区生产总值增长5.1%"),
    )
    answer = answerer(shared).answer("2024年哪个省文旅投入目标最高？")
    assert answer.text.startswith("最高的是汀湖省：文旅投入增长9%[1]。")
    assert {f.place for f in answer.figures} == {"岚原省", "汀湖省"}


@pytest.mark.parametrize("question", ["2024年GDP增长目标低于6%的省有哪些？", "2024年GDP增长目标低于6%的省都有哪几个"])
def test_which_meet_a_condition_may_be_asked_at_the_end(question: str) -> None:
    assert ANSWERS.answer(question).text.startswith("有1个省区市：溟海省（5.5%）[1]。")


WORDED = [
    # question, the lines of the answer
    (
        "2024年GDP增长目标排第二的是哪个省？",
        (
            "最高数起第2位的是岚原省（6%左右）[1]；望桐省（6%以上）[2]。",
            "排在前面的是汀湖省（7%以上）[3]。",
            COVERED,
        ),
    ),
    (
        "2024年GDP增长目标倒数第二的省是哪个",
        (
            "最低数起第2位的是岚原省（6%左右）[1]；望桐省（6%以上）[2]。",
            "排在前面的是溟海省（5.5%）[3]。",
            COVERED,
        ),
    ),
    ("2024年GDP增长目标倒数第九的省是哪个", ("按数值只分得出3个名次，没有第9名。", COVERED)),
    (
        "2024年GDP增长目标排前两名的省",
        (
            "最高的依次是（后几名数值相同，一并列出）汀湖省：地区生产总值增长7%以上[1]；岚原省：地区生产总值增长6%左右[2]；"
            "望桐省：地区生产总值增长6%以上[3]。",
            COVERED,
        ),
    ),
    (
        "2024年各省GDP增长目标最高与最低相差几个百分点？",
        (
            "最高与最低相差1.5个百分点。",
            "最高的是汀湖省：地区生产总值增长7%以上[1]。",
            "最低的是溟海省：地区生产总值增长5.5%[2]。",
            COVERED,
        ),
    ),
    (
        "2024年有哪些省没写城镇新增就业目标？",
        (
            "报告没有写明的有2个省区市：望桐省、琅川省。",
            "资料库里5个省区市中，有3个写明了2024年这项目标；没有写明的有望桐省、琅川省。",
        ),
    ),
    (
        "2023年有几个省的GDP突破2万亿元？",
        (
            "有1个省区市：望桐省（2.1万亿元）[1]。",
            "资料库里5个省区市中，有1个写明了2023年这项完成情况；没有写明的有琅川省；单位不同、无法比较的有岚原省、汀湖省、溟海省。",
        ),
    ),
    (
        "2023年GDP突破2万亿的省有几个？",
        (
            "有1个省区市：望桐省（2.1万亿元）[1]。",
            "资料库里5个省区市中，有1个写明了2023年这项完成情况；没有写明的有琅川省；单位不同、无法比较的有岚原省、汀湖省、溟海省。",
        ),
    ),
]


@pytest.mark.parametrize(("question", "lines"), WORDED)
def test_ranks_spreads_and_gaps_are_told(question: str, lines: tuple[str, ...]) -> None:
    answer = ANSWERS.answer(question)
    assert tuple(answer.text.splitlines()) == lines
    assert unsupported(answer) == frozenset()


def test_provinces_are_held_against_the_country() -> None:
    answer = answerer((*PROVINCES, *REPORTS)).answer("2024年GDP增长目标高于全国的省有几个？")
    first, _, last = answer.text.splitlines()
    assert first == "有4个省区市：汀湖省（7%以上）[1]、岚原省（6%左右）[2]、望桐省（6%以上）[3]、溟海省（5.5%）[4]。"
    assert last == "全国：国内生产总值增长5.3%左右[5]。"
    assert unsupported(answer) == frozenset()


THROUGH_YEARS = (
    provincial("岚原省", 2023, "地区生产总值增长5.5%左右", "全年累计新增就业31万人。地区生产总值增长4%"),
    provincial("岚原省", 2024, "地区生产总值增长6%左右", "粮食总产量再上新台阶，突破40万吨大关。地区生产总值增长5.1%"),
    provincial("岚原省", 2025, "地区生产总值增长5%左右", "五年来城镇新增就业160万人。地区生产总值增长5.8%"),
)

OF_YEARS_TOO = [
    ("岚原省哪几年的GDP增长目标在5.5%以上？", "有1个年份：2024年（6%左右）[1]。"),
    ("岚原省从哪年起GDP增速超过5%？", "最早符合的是2023年：地区生产总值增长5.1%[1]。"),
    ("岚原省2022到2024年GDP增速最高与最低相差多少？", "最高与最低相差1.8个百分点。"),
    ("岚原省2022到2024年平均每年GDP增速是多少？", "按各报告写明的数字，平均4.97%：2022年（4%）[1]、2023年（5.1%）[2]、2024年（5.8%）[3]。"),
    ("岚原省2022到2024年GDP增速的中位数是多少？", "按各报告写明的数字，中位数5.1%：2022年（4%）[1]、2023年（5.1%）[2]、2024年（5.8%）[3]。"),
    ("岚原省历年GDP增速各是多少？", "3个年份写明了："),
]  # fmt: skip


@pytest.mark.parametrize(("question", "first"), OF_YEARS_TOO)
def test_years_are_counted_and_added_up(question: str, first: str) -> None:
    answer = answerer(THROUGH_YEARS).answer(question)
    assert answer.text.splitlines()[0] == first
    assert unsupported(answer) == frozenset()


def test_the_country_is_meant_where_years_are_asked_for_without_a_place() -> None:
    answer = answerer((*THROUGH_YEARS, *REPORTS)).answer("历年GDP增长目标最高的是哪一年？")
    assert {f.place for f in answer.figures} == {"全国"}


def test_what_several_years_come_to_stands_for_none_of_them() -> None:
    answer = answerer(THROUGH_YEARS).answer("岚原省历年新增就业最多的是哪一年？")
    assert "31万人" in answer.text
    assert "160万人" not in answer.text


def test_an_amount_goes_by_the_name_that_its_sentence_gives_before_it() -> None:
    answer = answerer((*THROUGH_YEARS, *PROVINCES[3:])).answer("2023年粮食产量最高的是哪个省？")
    assert "岚原省" in answer.text


LEFT_OUT = ["除了汀湖省，2024年GDP增长目标最高的是哪个省？", "2024年GDP增长目标不算汀湖省最高的是哪个省？"]


@pytest.mark.parametrize("question", LEFT_OUT)
def test_a_place_that_is_left_out_is_no_row(question: str) -> None:
    first, covered = ANSWERS.answer(question).text.splitlines()
    assert first == "并列最高的有2个：岚原省：地区生产总值增长6%左右[1]；望桐省：地区生产总值增长6%以上[2]。"
    assert covered.startswith("资料库里4个省区市中，有3个写明了")


def test_places_that_are_named_are_put_in_order() -> None:
    question = "岚原省、汀湖省、溟海省2024年GDP增长目标从低到高怎么排？"
    _, *rows, _ = ANSWERS.answer(question).text.splitlines()
    assert [row.partition("（")[0] for row in rows] == ["溟海省", "岚原省", "汀湖省"]


def test_where_no_year_meets_the_condition_sentences_are_read_instead() -> None:
    answer = answerer(THROUGH_YEARS).answer("岚原省从哪年起GDP增速超过50%？")
    assert "没有符合条件" not in answer.text


def test_the_sum_of_a_plan_period_is_not_added_to_the_amounts_of_its_years() -> None:
    years = (
        provincial("岚原省", 2023, "地区生产总值增长5%", "城镇新增就业31万人"),
        provincial("岚原省", 2024, "地区生产总值增长5%", "城镇新增就业33万人"),
        provincial("岚原省", 2025, "地区生产总值增长5%", "“十四五”期间，累积实现城镇新增就业160万人"),
    )
    answer = answerer(years).answer("岚原省2022到2024年这三年城镇新增就业一共多少人？")
    assert answer.text.splitlines()[0] == "按各报告写明的数字，合计64万人：2022年（31万人）[1]、2023年（33万人）[2]。"
    assert "没有写明的有2024年" in answer.text


def test_a_goal_beside_a_plan_of_three_years_is_one_of_its_year() -> None:
    planned = provincial("泠江省", 2024, "推进工业振兴三年行动，力争地区生产总值增长8%以上", "地区生产总值增长5%")
    answer = answerer((*PROVINCES, planned)).answer("2024年哪个省GDP增长目标最高？")
    assert answer.text.startswith("最高的是泠江省")
