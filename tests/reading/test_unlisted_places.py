"""The place of a document where no gazetteer has it, from invented titles and openings."""

from __future__ import annotations

import pytest

from rag.reading import read_bytes

PLACED = [
    ("政府工作报告\n——2018年1月9日在望川市石笕县第八届人民代表大会第三次会议上\n县长 高远", ("望川市", "石笕县")),
    ("石笕县2016年政府工作报告\n各位代表：\n一、2015年工作回顾", ("石笕县",)),
    ("柏坞区住房和城乡建设局2019年工作总结\n2019年，我局在区委领导下", ("柏坞区",)),
    ("青筏旗农牧局关于2020年春季防疫工作的汇报", ("青筏旗",)),
    ("关于石笕县2021年计划执行情况与2022年计划草案的报告", ("石笕县",)),
    ("中共石笕县委2017年工作要点", ("石笕县",)),
    ("在望川市2014年经济工作会议上的讲话\n市委书记 高远", ("望川市",)),
    ("云岚新区管委会2022年工作报告", ("云岚新区",)),
    ("石笕经济技术开发区2020年工作总结", ("石笕经济技术开发区",)),
    ("北沼农场2013年工作总结及2014年工作安排", ("北沼农场",)),
    ("国营松梁林场2012年工作总结", ("松梁林场",)),
    ("雨林彝族苗族自治县2015年政府工作报告", ("雨林彝族苗族自治县",)),
    ("石笕县县长高远：今年要办好十件实事\n记者：高县长您好", ("石笕县",)),
    ("让山更绿\n——访石笕县委书记高远\n记者：请您谈谈", ("石笕县",)),
    ("全县2019年工作总结\n石笕县人民政府办公室\n2020年1月3日\n2019年，全县", ("石笕县",)),
    ("石笕县召开2015年一季度经济形势分析会\n4月12日，石笕县召开", ("石笕县",)),
    ("政府工作报告\n各位代表：\n现在，我代表石笕县人民政府向大会作工作报告", ("石笕县",)),
    # the State Council in passing does not make a report national
    ("脱贫攻坚工作汇报\n首先，我代表石笕县委、县政府表示欢迎！国务院扶贫办到我县调研", ("石笕县",)),
    ("石笕县贯彻落实国务院大督查反馈问题整改情况的报告\n石笕县高度重视", ("石笕县",)),
    ("丰收县2017年政府工作报告\n各位代表：", ("丰收县",)),
    ("望川市石笕县柏坞镇2020年工作总结", ("望川市", "石笕县", "柏坞镇")),
    ("贵州省石笕县2019年政府工作报告", ("贵州省", "石笕县")),
    ("昆明市云岚新区2019年工作总结", ("云南省", "昆明市", "云岚新区")),
    ("石笕县赴浙江省考察学习情况报告", ("石笕县",)),
    ("石笕县工业园区2019年工作总结", ("石笕县", "石笕县工业园区")),
    ("石笕县“十三五”规划纲要（摘要）", ("石笕县",)),
]
PLACELESS = [
    "国家级高新区2019年发展情况",
    "示范区建设2018年工作总结",
    "重点贫困县2018年脱贫攻坚工作总结",
    "中心城区2020年棚户区改造工作汇报",
    "农产品批发市场2020年管理工作总结",
    "XX县2019年政府工作报告",
    "某某县2019年政府工作报告",
    "我县2019年农业工作总结",
    "县域经济发展2019年情况汇报",
    "乡镇党委书记在县委全会上的发言",
]


@pytest.mark.parametrize(("text", "places"), PLACED)
def test_a_place_that_no_gazetteer_has_is_read_by_its_form(text: str, places: tuple[str, ...]) -> None:
    assert read_bytes("a.txt", text.encode()).metadata.places == places


@pytest.mark.parametrize("text", PLACELESS)
def test_words_that_name_nothing_give_no_place(text: str) -> None:
    assert read_bytes("a.txt", text.encode()).metadata.places == ()


def test_a_file_name_names_the_place_where_the_text_does_not() -> None:
    text = "在全县2022年春耕工作会议上的讲话\n县委副书记、县长 高远\n同志们：\n去年我县粮食总产6万吨。"
    assert read_bytes("在石笕县2022年春耕工作会议上的讲话.txt", text.encode()).metadata.places == ("石笕县",)


def test_a_county_that_a_tale_names_once_is_not_its_place() -> None:
    text = "第十七章 灯火\n礼堂里的灯亮了。石笕县县长高远扶了扶话筒。\n台下先是一静，随后掌声响起。"
    assert read_bytes("a.txt", text.encode()).metadata.places == ()


SPEECHES = (
    "乡镇党委书记在县委全会上的发言（共两则）\n\n篇1：柏坞镇党委书记发言\n各位领导：\n2023年，柏坞镇完成产值3亿元。\n\n"
    "篇2：青筏镇党委书记发言\n各位领导：\n2023年，全镇完成产值4亿元。"
)


def test_a_page_of_several_speeches_speaks_for_none_of_their_places_and_names_no_speaker() -> None:
    metadata = read_bytes("a.txt", SPEECHES.encode()).metadata
    assert (metadata.places, metadata.speaker) == ((), None)


def test_the_title_says_whose_page_of_speeches_it_is() -> None:
    metadata = read_bytes("a.txt", f"石笕县{SPEECHES}".encode()).metadata
    assert metadata.places == ("石笕县",)


def test_a_breadcrumb_or_a_sentence_before_a_list_is_no_title() -> None:
    text = "石笕县人民政府网 >> 信息公开 >> 工作报告 >> 正文\n石笕县2018年造林情况\n今年以来，我县大力造林。现将工作报告如下：\n一、任务"
    assert read_bytes("a.txt", text.encode()).metadata.title == "石笕县2018年造林情况"


ISSUED = [
    ("石笕县水利局二〇一三年工作总结和二〇一四年工作要点", 2014, "石笕县水利局"),
    ("云岚高新区2019年工作总结", 2019, "云岚高新区管理委员会"),
    ("云岚高新区管委会2019年工作总结", 2019, "云岚高新区管委会"),
    ("柳溪街道2021年工作总结", 2021, "柳溪街道办事处"),
    ("石笕县2021年政府工作报告", 2021, "石笕县人民政府"),
    ("石笕县第十四个五年规划和二〇三五年远景目标纲要", None, None),
]


@pytest.mark.parametrize(("title", "year", "issuer"), ISSUED)
def test_a_title_says_of_which_year_and_whose_a_report_is(title: str, year: int | None, issuer: str | None) -> None:
    metadata = read_bytes("a.txt", title.encode()).metadata
    assert (metadata.year, metadata.issuer) == (year, issuer)
