"""What is set side by side is of one kind, and all that a list names is told."""

from __future__ import annotations

from rag.records import Status
from tests.answers.small import COUNTY, answerer, report

FIRST = """政府工作报告
二、2024年工作安排
新开工水利工程20项。新栽茶园800亩。
主要预期目标是：地区生产总值增长6%左右，其中一二产业分别增长3%、7%。固定资产投资增长4%左右；社会消费品零售总额增长5%左右；城镇新增就业3000人左右；常住人口城镇化率达51%左右。
"""
SECOND = """政府工作报告
一、2024年工作回顾
新开工水利工程23项。无人机产量达到1200架。粮食产量达到12万吨，连续三年稳居全市第一，增产0.5万吨。
二、2025年工作安排
新开工水利工程15项。
"""
ANSWERS = answerer(
    (
        report("云渚县/2024.txt", FIRST, COUNTY, 2024, "2024年云渚县政府工作报告"),
        report("云渚县/2025.txt", SECOND, COUNTY, 2025, "2025年云渚县政府工作报告"),
    )
)


def test_a_goal_is_compared_with_a_goal_and_no_result() -> None:
    text = ANSWERS.answer("云渚县2024年和2025年相比，新开工水利工程哪年多，各多少项？").text
    assert "20项" in text and "15项" in text
    assert "23项" not in text


def test_goals_that_nobody_asked_for_are_called_so() -> None:
    text = ANSWERS.answer("云渚县2024年和2025年新开工水利工程各多少项？").text
    assert [line.partition("（")[0] for line in text.splitlines()] == ["2024年目标", "2025年目标"]


def test_the_results_of_years_that_are_over_stay_beside_a_goal() -> None:
    years = [
        report(
            f"芦湾镇/{year}.txt",
            f"政府工作报告\n一、{year - 1}年工作回顾\n改造旧房{n}套。\n二、{year}年工作安排\n改造旧房{n + 5}套。\n",
            (*COUNTY, "芦湾镇"),
            year,
            f"{year}年芦湾镇政府工作报告",
        )
        for year, n in ((2022, 40), (2023, 50), (2024, 60))
    ]
    text = answerer(tuple(years)).answer("芦湾镇2022年到2024年改造旧房多少套？").text
    assert [line.partition("（")[0] for line in text.splitlines()] == ["2022年", "2023年", "2024年目标"]
    assert all(n in text for n in ("50套", "60套", "65套"))


def test_a_result_that_is_asked_for_stays_one() -> None:
    assert "23项" in ANSWERS.answer("云渚县2024年实际新开工水利工程多少项？").text


def test_a_list_takes_in_what_several_sentences_say() -> None:
    text = ANSWERS.answer("列出云渚县2024年主要预期目标：GDP、固投、社零、新增就业和城镇化率。").text
    assert all(amount in text for amount in ("6%左右", "4%左右", "5%左右", "3000人左右", "51%左右"))


def test_an_output_is_counted_in_whatever_comes_out() -> None:
    assert "1200架" in ANSWERS.answer("云渚县2024年无人机产量是多少？").text


def test_how_much_more_it_is_than_before_is_told_with_what_it_is() -> None:
    text = ANSWERS.answer("云渚县2024年粮食产量多少，比上年多了多少？").text
    assert "12万吨" in text and "0.5万吨" in text


def test_productivity_is_told_in_money() -> None:
    text = "政府工作报告\n\n二、2024年工作安排\n全员劳动生产率18.2万元/人左右，城镇新增就业2400人。\n"
    held = answerer((report("云渚县/2024.txt", text, COUNTY, 2024, "2024年云渚县政府工作报告"),))
    assert "18.2万元/人左右" in held.answer("云渚县2024年全员劳动生产率目标是多少？").text


def test_how_many_places_a_report_says_that_there_are() -> None:
    text = "政府工作报告\n\n一、2023年工作回顾\n在19个省份开展护理保险试点。服务业增加值比重达到51.2%，首次超过工业。\n"
    held = answerer((report("全国/2024.txt", text, ("全国",), 2024, "2024年国务院政府工作报告"),))
    assert "19个省份" in held.answer("2023年有多少个省份开展护理保险试点？").text
    assert "首次超过工业" in held.answer("2023年服务业比重多少，首次超过了谁？").text


def test_a_rank_is_told_by_a_rank_and_a_newborn_by_no_other_new_thing() -> None:
    text = """政府工作报告
二、2023年工作回顾
食品、药材出口分别增长8%、9%，出口增速排名全省第4位。制造业技改投资增速21%。研究院新生成企业6家。
三、2024年工作安排
办好茶博会。坚持节俭办会，邀请客商入场洽谈。
改善就医。制造业技改投资增长25%以上。实施重点项目80个。
"""
    held = answerer((report("云渚县/2024.txt", text, COUNTY, 2024, "2024年云渚县政府工作报告"),))
    assert "第4位" in held.answer("云渚县2023年出口增速全省第几？").text
    assert held.answer("云渚县2023年新生婴儿数量是多少？").status is Status.NOT_FOUND
    assert held.answer("云渚县2023年出生人口多少？").status is Status.NOT_FOUND
    sides = held.answer("云渚县制造业技改投资2023年增速和2024年目标各是多少？").text
    assert "21%" in sides and "25%以上" in sides
    how = held.answer("云渚县2024年怎么办好茶博会？").text
    assert "节俭办会" in how and "就医" not in how
    assert "80个" in held.answer("云渚县2024年要实施多少个项目？").text
