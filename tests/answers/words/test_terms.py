"""The words that a question is about, how much each counts, and what only says that something is done."""

from __future__ import annotations

import pytest

from rag.answers.words.load_vocabulary import load_vocabulary
from rag.answers.words.terms import subject_terms

WORDS = load_vocabulary()

SUBJECTS = [
    ("给旧楼装了多少部电梯", ("旧楼", "装", "电梯")),
    ("新种了多少亩油茶", ("种", "油茶")),
    ("电动车占了多少辆", ("电动车", "占")),
    ("卖出去多少头山羊", ("卖", "山羊")),
    ("养了多少头牛", ("养", "牛")),
    ("前10个月签下多少笔订单", ("签", "订单")),
    ("搞拆炉并网花了多少钱", ("拆炉并网",)),
    ("接入了多少户人家", ("接入",)),
    ("茶旅工程都建些什么", ("茶旅", "工程", "建")),
    ("从保护名单里调出来几个乡镇", ("保护", "名单", "调", "乡镇")),
    ("发了多少消费券", ("消费券",)),
    ("发出多少张体检卡", ("发出", "体检卡")),
    ("新抱回几面锦旗", ("抱回", "锦旗")),
    ("拿多少钱帮基层", ("帮", "基层")),
    ("安全生产有哪些要求", ("安全生产",)),
    ("生产安全和乡村振兴", ("生产", "安全", "乡村振兴")),
]


@pytest.mark.parametrize(
    ("question", "concept"),
    [
        ("地方财政一共收了多少钱", "财政收入"),
        ("地方财政总共进账多少", "财政收入"),
        ("政府兜里进了多少", "财政收入"),
        ("往国外投了多少", "对外投资"),
        ("来玩的有多少人次", "接待游客"),
        ("平均能活多少岁", "预期寿命"),
        ("人均能挣多少", None),
        ("往国外卖了多少", None),
        ("财政收紧了多少", None),
        ("来访的有多少人次", None),
        ("来了多少境外游客", "入境游客"),
        ("规上工业单位增加值能耗下降多少", "单位能耗"),
        ("粮食任务完成了多少", "粮食产量"),
    ],
)
def test_everyday_sayings_name_what_reports_measure(question: str, concept: str | None) -> None:
    named = [t.concept for t in subject_terms(question, (), WORDS) if t.concept]
    assert named == ([concept] if concept else [])


@pytest.mark.parametrize(
    ("question", "terms"),
    [
        ("脱贫人口收入多少", ("脱贫人口", "收入")),
        ("搬迁群众住房面积多少", ("搬迁群众", "住房面积")),
        ("县、乡、村三级养老服务中心各建多少", ("养老", "服务中心", "建")),
    ],
)
def test_people_by_what_was_done_to_them_are_a_sort_of_their_own(question: str, terms: tuple[str, ...]) -> None:
    assert {*terms} <= {t.text for t in subject_terms(question, (), WORDS)}
    assert "三级" not in {t.text for t in subject_terms(question, (), WORDS)}


def test_what_is_brought_back_is_a_deed() -> None:
    needs = {t.text: t.need for t in subject_terms("新抱回几面锦旗", (), WORDS)}
    assert needs["抱回"] < needs["锦旗"] == 1.0


def test_what_is_only_told_of_the_thing_asked_about_need_not_be_spoken_of() -> None:
    needs = {t.text: t.need for t in subject_terms("大坝合龙以后茶叶产量涨得很快，2024年茶叶产量达到多少", (), WORDS)}
    assert needs["茶叶"] == 1.0
    assert needs["大坝"] == needs["合龙"] == 0.0


def test_examples_of_a_sort_need_not_be_spoken_of() -> None:
    needs = {t.text: t.need for t in subject_terms("枇杷等水果种了多少亩", (), WORDS)}
    assert needs["枇杷"] < needs["水果"]
    assert {t.need for t in subject_terms("优等水果种了多少亩", (), WORDS) if t.text in ("优等", "水果")} == {1.0}


@pytest.mark.parametrize(("question", "terms"), SUBJECTS)
def test_a_deed_stands_by_itself(question: str, terms: tuple[str, ...]) -> None:
    assert tuple(t.text for t in subject_terms(question, (), WORDS)) == terms


@pytest.mark.parametrize("question", ["茶博馆是拿什么老厂房改的", "茶博馆是拿什么厂房改的"])
def test_the_kind_that_is_asked_for_counts_little(question: str) -> None:
    weights = {t.text: t.weight for t in subject_terms(question, (), WORDS)}
    assert weights["厂房"] < weights["茶博馆"] / 2


@pytest.mark.parametrize(
    ("question", "concept"),
    [("本地蔬菜产量是多少", "地产蔬菜产量"), ("乡下居民收入是多少", "农村居民收入"), ("蔬菜产量是多少", "蔬菜产量")],
)
def test_a_sort_in_everyday_words_is_that_sort(question: str, concept: str) -> None:
    assert [t.concept for t in subject_terms(question, (), WORDS)] == [concept]


@pytest.mark.parametrize(
    ("question", "name", "other"),
    [("民宿（农家乐）接待多少人", "民宿", "农家乐"), ("茶叶合作社（茶联社）招了多少户", "合作社", "茶联社")],
)
def test_a_name_in_brackets_is_another_for_the_same(question: str, name: str, other: str) -> None:
    terms = subject_terms(question, (), WORDS)
    assert [(t.text, t.other) for t in terms if t.other] == [(name, other)]
    assert [t.text for t in terms if t.text in other and not t.aside] == []


def test_examples_before_a_sort_need_not_be_spoken_of() -> None:
    needs = {t.text: t.need for t in subject_terms("枇杷脆李这些水果种了多少亩", (), WORDS)}
    assert needs["水果"] == 1
    assert needs["枇杷"] < 1
