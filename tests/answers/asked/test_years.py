"""Years as people write them in questions."""

from __future__ import annotations

import pytest

from rag.answers.asked.years import AskedYears, as_end_of_a_plan, asked_years

READ = [
    ("25、26两年的粮食目标", (2025, 2026), (), None),
    ("25和26年的粮食目标", (2025, 2026), (), None),
    ("22-24年的粮食目标", (2022, 2023, 2024), (), None),
    ("2014、2015、2016这三年的国务院政府工作报告里各写的是多少", (), (2014, 2015, 2016), None),
    ("2014和2015年的政府工作报告里分别写了多少", (), (2014, 2015), None),
    ("2014、2015年的目标", (2014, 2015), (), None),
    ("城乡总体规划（2018—2035年）请谁来编", (), (), None),
    ("2021—2035年国土空间规划请谁来编", (), (), None),
    ("2023年报批总体规划（2021至2035年）了吗", (2023,), (), None),
    # question in clean form, years, years of reports named, plan
    ("2024年种了多少玉米", (2024,), (), None),
    ("15年外贸进出口", (2015,), (), None),
    ("98年的财政收入", (1998,), (), None),
    ("二〇二四年粮食产量", (2024,), (), None),
    ("二零二三年粮食产量", (2023,), (), None),
    ("2012、2013、2014这三年各是多少", (2012, 2013, 2014), (), None),
    ("2012到2014年的变化", (2012, 2013, 2014), (), None),
    ("2013-15年累计多少", (2013, 2014, 2015), (), None),
    ("2012到2014三年累计多少", (2012, 2013, 2014), (), None),
    ("2012到2014这三年里哪年最高", (2012, 2013, 2014), (), None),
    ("近三年（2012至2014）的目标", (2012, 2013, 2014), (), None),
    ("近十年（2013—2014）的目标", (2013, 2014), (), None),
    ("2012-2016万亩", (2012,), (), None),
    ("2002年起改革所得税", (2002,), (), None),
    ("2022年政府工作报告里的目标", (), (2022,), None),
    ("按2021年政府工作报告,到“十四五”末达到多少", (2025,), (2021,), "十四五"),
    ("“十二五”累计完成多少", (2015,), (), "十二五"),
    ("十五五要建多少公里", (2030,), (), "十五五"),
    ("去年种了多少", (2023,), (), None),
    ("今年要种多少", (2024,), (), None),
    ("2024年末有多少人", (2024,), (), None),
    ("2022年全镇工作会议上镇长讲,今年要种多少", (2022,), (), None),
    ("2022年全镇工作会议上镇长讲,去年种了多少", (2021,), (), None),
    ("2022年政府工作报告里,今年要种多少", (2022,), (2022,), None),
    ("“十三五”那几年新建了多少(见2021年报告)", (2020,), (2021,), "十三五"),
    ("据2022年的报告,建了几所学校", (), (2022,), None),
    ("2022年报告坦言有哪些不足", (), (2022,), None),
    # the term that a report reviews is told together
    ("2023年的报告里过去五年改造了多少户", (), (2023,), None),
    ("2023年报告总结的过去五年建了几所学校", (), (2023,), None),
    ("2023年的报告里过去五年每年改造多少户", (2019, 2020, 2021, 2022, 2023), (2023,), None),
    ("镇长2023年春训讲话里说引来几家茶企", (), (2023,), None),
    ("镇长在2023年全镇工作会议上讲到建了多少亩", (), (2023,), None),
    ("2023年的访谈中提到的渠道有多长", (), (2023,), None),
    ("2023年全镇工作会议开了几次", (2023,), (), None),
    ("隔了32年才又开的茶会有多少人", (), (), None),
    ("2022年政府工作报告里说去年种了多少", (2021,), (2022,), None),
    ("2022年种了多少,今年呢", (2022, 2024), (), None),
    ("2022年产量多少,相当于1952年的几倍", (2022,), (), None),
    ("2012至2014年间,哪年最高", (2012, 2013, 2014), (), None),
    ("2012至2014年三年间哪年最高", (2012, 2013, 2014), (), None),
    ("2013、2014这两年里", (2013, 2014), (), None),
    ("两年里(2013、2014)哪年最高", (2013, 2014), (), None),
    # no years
    ("2000亩玉米种在哪", (), (), None),
    ("第十五届人大", (), (), None),
    ("近10年来的变化", (), (), None),
    ("三农投入多少", (), (), None),
]


@pytest.mark.parametrize(("clean", "years", "reports", "plan"), READ)
def test_years_reports_and_plans_are_read(
    clean: str, years: tuple[int, ...], reports: tuple[int, ...], plan: str | None
) -> None:
    read = asked_years(clean, 2024)
    assert (read.years, read.reports, read.plan) == (years, reports, plan)


@pytest.mark.parametrize(
    ("clean", "shift"),
    [
        ("再过两年呢？", 2),
        ("往前推三年是多少？", -3),
        ("之后一年呢？", 1),
        ("四年以后呢？", 4),
        ("上一年呢", -1),
        ("再往前一年呢", -1),
        ("第二年呢", 1),
        ("转年呢", 1),
        ("隔年呢", 1),
        ("前一年呢", -1),
        ("那明年打算出栏多少", 1),
        ("2023年的报告里明年的目标呢", None),
        ("2024年呢", None),
    ],
)
def test_a_shift_counts_from_the_year_asked_before(clean: str, shift: int | None) -> None:
    assert asked_years(clean, 2024).shift == shift


def test_years_without_a_last_one_count_from_the_first() -> None:
    read = asked_years("2012年以来哪年最高", 2024)
    assert (read.years, read.since) == ((2012,), 2012)
    assert asked_years("2012年以来哪几年的工作报告提到", 2024).since == 2012
    assert asked_years("从2012年起哪几年的工作报告提到", 2024).since == 2012
    assert asked_years("近十年哪年最高", 2024) == AskedYears(spans=((0, 3),), since=2015)
    assert asked_years("2012年哪个镇最高", 2024).since is None


def test_relative_years_stay_unread_where_no_report_says_when_now_is() -> None:
    assert asked_years("去年种了多少", None) == AskedYears()


def test_spans_cover_exactly_the_words_of_the_years() -> None:
    clean = "甘肃2024年粮食,15年呢"
    assert [clean[a:b] for a, b in asked_years(clean, None).spans] == ["2024年", "15年"]


def test_the_year_before_is_no_year_asked_about_where_another_is_held_against_it() -> None:
    assert asked_years("2008年比上年增加多少", 2024).years == (2008,)
    assert asked_years("按上年实际数下降多少", 2024).years == ()
    assert asked_years("上年完成多少", 2024).years == (2023,)


SPANS = ["2012至2014年间", "2012年以来", "2012—2014年期间"]


@pytest.mark.parametrize("words", SPANS)
def test_the_words_that_close_a_stretch_of_years_belong_to_it(words: str) -> None:
    clean = f"{words}种了多少"
    assert [clean[a:b] for a, b in asked_years(clean, None).spans] == [words]


@pytest.mark.parametrize(
    ("question", "plan"),
    [
        ("到2025年森林覆盖率要达到多少", "十四五"),
        ("到2020年底城镇化率达到多少", "十三五"),
        ("到2023年森林覆盖率要达到多少", None),
        ("2025年森林覆盖率要达到多少", None),
    ],
)
def test_a_year_to_come_that_ends_a_plan_can_mean_the_plan(question: str, plan: str | None) -> None:
    read = as_end_of_a_plan(asked_years(question, 2024), question)
    assert (read.plan if read else None) == plan


@pytest.mark.parametrize(
    ("clean", "years"),
    [
        ("澄溪县2015年比2014年地区生产总值增长多少？", (2015,)),
        ("澄溪县2015年的粮食产量比2014年增长了百分之几", (2015,)),
        ("澄溪县2015年的税收比2014年增长多少亿元", (2015, 2014)),
        ("澄溪县2015年的增速比2014年下降多少", (2015, 2014)),
        ("澄溪县2015年比2010年增长多少", (2015, 2010)),
    ],
)
def test_the_year_before_that_a_growth_is_counted_from_is_not_asked_about(clean: str, years: tuple[int, ...]) -> None:
    assert asked_years(clean, 2016).years == years
