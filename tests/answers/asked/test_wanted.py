"""What an answer must hold."""

from __future__ import annotations

import pytest

from rag.answers.asked.wanted import wanted_in
from rag.answers.words.load_vocabulary import load_vocabulary
from rag.answers.words.term import Term

NUMBERS = [
    ("为什么把调查失业率作为预期目标", False),
    ("为什么失业率降了多少都没写", True),
    # question, whether a number that counts something is wanted
    ("种了多少亩玉米", True),
    ("建了几所学校", True),
    ("最近几年建了几所学校", True),
    ("申报几A级景区", False),
    ("评上了几星级饭店", False),
    ("庆祝建县多少周年", False),
    ("开的是第几届茶会", False),
    ("那几年修了哪些路", False),
]


PARTS = [
    ("粮食、茶叶、水果的产量各写了多少", 3),
    ("教师、医师、技师、护士分别引进多少名", 4),
    ("粮食和茶叶的产量各是多少", 3),
    ("种了多少亩玉米、多少亩茶叶", 2),
    ("种了多少亩玉米", 1),
    ("财政总收入完成多少，增长百分之几", 2),
    ("改造多少户、多大面积的旧房", 2),
]


@pytest.mark.parametrize(("question", "parts"), PARTS)
def test_as_many_numbers_are_wanted_as_things_are_listed(question: str, parts: int) -> None:
    assert wanted_in(question, (), load_vocabulary(), one=True, tabled=False).parts == parts


@pytest.mark.parametrize(("question", "number"), NUMBERS)
def test_a_number_is_wanted_where_something_is_counted(question: str, number: bool) -> None:
    assert wanted_in(question, (), load_vocabulary(), one=True, tabled=False).number is number


UNITS = [
    ("目标是多少家", "家"),
    ("完成了多少户", "户"),
    ("招了多少员工", "人"),
    ("来了多少家企业", "家"),
    ("种了多少亩", "亩"),
    ("吞吐了多少个标箱", "标准箱"),
    ("要建几个月", "月"),
    ("建了多少个项目", "个"),
    ("要配多少个护士", "人"),
]


@pytest.mark.parametrize(("question", "unit"), UNITS)
def test_what_is_counted_says_the_units(question: str, unit: str) -> None:
    units = wanted_in(question, (), load_vocabulary(), one=True, tabled=False).units
    assert unit in units
    assert ("人" in units) is (unit == "人")


@pytest.mark.parametrize(
    ("question", "pace"),
    [("2023年粮食产量增速", True), ("2023年粮食产量年均递增", True), ("2023年粮食产量", False)],
)
def test_a_rate_that_is_named_is_wanted_though_nobody_asks_how_much(question: str, pace: bool) -> None:
    wanted = wanted_in(question, (Term("粮食产量", 2.0, "粮食产量"),), load_vocabulary(), one=True, tabled=False)
    assert (wanted.number, wanted.pace) == (True, pace)


def test_who_lives_in_a_place_is_counted_by_the_household_as_well() -> None:
    units = wanted_in("安置了多少农民", (), load_vocabulary(), one=True, tabled=False).units
    assert {"人", "户"} <= {*units}


@pytest.mark.parametrize(
    ("question", "counted", "other"),
    [
        ("装了多少部电梯", {"部", "台"}, {"栋", "个"}),
        ("拆了几栋旧楼", {"栋", "幢"}, {"部", "个"}),
        ("养了多少头肉牛", {"头", "匹"}, {"部"}),
    ],
)
def test_a_word_that_few_things_are_counted_by_is_kept_with_those_for_the_same_things(
    question: str, counted: set[str], other: set[str]
) -> None:
    kept = set(wanted_in(question, (), load_vocabulary(), one=True, tabled=False).counted)
    assert counted <= kept
    assert not other & kept


@pytest.mark.parametrize("question", ["建了多少个食堂", "来了多少名医师", "种了多少亩茶", "招了多少人、几名医师"])
def test_a_word_that_anything_is_counted_by_is_not_kept(question: str) -> None:
    assert wanted_in(question, (), load_vocabulary(), one=True, tabled=False).counted == ()


def test_the_first_character_of_a_thing_is_no_unit() -> None:
    assert "人" not in wanted_in("新建多少个口袋公园", (), load_vocabulary(), one=True, tabled=False).units
    assert "标箱" in wanted_in("运了多少个标箱", (), load_vocabulary(), one=True, tabled=False).units


@pytest.mark.parametrize(
    ("question", "supposed"),
    [("茶旅工程都建些什么，各多少", True), ("茶园和果园各多少", False), ("占了多少辆", False)],
)
def test_what_there_is_may_be_told_in_words_though_it_is_asked_how_much_of_each(question: str, supposed: bool) -> None:
    wanted = wanted_in(question, (), load_vocabulary(), one=True, tabled=False)
    assert (wanted.number, wanted.supposed, wanted.share) == (True, supposed, False)


@pytest.mark.parametrize(
    ("question", "name", "rates"),
    [("社会消费品零售总额目标", "社会消费品零售总额", True), ("GDP总量目标", "GDP", False)],
)
def test_a_total_in_the_name_of_an_indicator_asks_for_no_amount_of_it(question: str, name: str, rates: bool) -> None:
    term = Term(name, 2.0, {"GDP": "生产总值"}.get(name, "社会消费品零售"))
    assert wanted_in(question, (term,), load_vocabulary(), one=True, tabled=False).rates is rates


@pytest.mark.parametrize(("name", "number"), [("竹编茶器产量", True), ("竹编茶器", False), ("产量", False)])
def test_a_thing_named_by_its_amount_alone_asks_for_the_number(name: str, number: bool) -> None:
    question = f"云渚县2023年{name}"
    assert wanted_in(question, (Term(name, 2.0),), load_vocabulary(), one=True, tabled=False).number is number


BOTH = [
    ("花在民生上的钱各多少亿，占财政支出几成", 2),
    ("花在民生上的钱各多少亿", 1),
    ("占财政支出几成", 1),
]


@pytest.mark.parametrize(("question", "parts"), BOTH)
def test_of_several_years_an_amount_and_its_share_are_two_parts(question: str, parts: int) -> None:
    assert wanted_in(question, (), load_vocabulary(), one=False, tabled=False).parts == parts
