"""Counties, districts, zones and farms by their form."""

from __future__ import annotations

import pytest

from rag.places import divisions, zone_names

NAMED = [
    # bounded by the beginning, a mark, a larger place, or a word that takes a place
    ("石笕县2017年政府工作报告", ("石笕县",)),
    ("望川市石笕县青筏镇", ("望川市", "石笕县")),
    ("关于石笕县2018年预算执行情况的报告", ("石笕县",)),
    ("我代表石笕县委、县政府", ("石笕县",)),
    ("访石笕县委书记高远", ("石笕县",)),
    ("2019年柏坞区重点项目", ("柏坞区",)),
    ("今年以来推进石笕县建设", ("石笕县",)),
    ("柏坞区和云岚区哪个多", ("柏坞区", "云岚区")),
    ("石笕县跟青筏旗比", ("石笕县", "青筏旗")),
    ("那云岚区呢", ("云岚区",)),
    ("中共石笕县委工作要点", ("石笕县",)),
    ("永和新县2019年", ("永和新县",)),
    ("乌审陶来前旗2016年", ("乌审陶来前旗",)),
    ("雨林彝族苗族自治县政府工作报告", ("雨林彝族苗族自治县",)),
    # zones and farms
    ("云岚高新技术产业开发区2019年", ("云岚高新技术产业开发区",)),
    ("石笕县和沙棘管理区简介", ("石笕县", "沙棘管理区")),
    ("石笕工业园区管委会2014年工作总结", ("石笕工业园区",)),
    ("国营松梁林场2012年工作总结", ("松梁林场",)),
    ("一二六团2018年工作总结", ("一二六团",)),
    ("石笕县工业园区2019年工作总结", ("石笕县", "石笕县工业园区")),
    ("石笕县开发区建设情况", ("石笕县",)),
]
NAMELESS = (
    "全县上下 我区 各县市区 31个省区市 上饶、鹰潭、景德镇三市 哪个区 同一个县",
    "产粮大县 工业强县 全国百强县 国家级贫困县 深度贫困县 重点县 试点县2019年工作总结",
    "示范区 功能区 生态功能区 集聚区 核心区 风景区 自然保护区 商务区 旅游景区 社区 老旧小区 片区",
    "中心城区 主城区 老城区 旧城区 市区 郊区 山区 库区 贫困地区 少数民族地区",
    "超市 农贸市场 股市 城市 大城市 智慧城市 全国文明城市 直辖市 县级市 从上市到现在",
    "国家级经济技术开发区 特色产业园区 新型工业园区 现代农业产业园 自由贸易试验区",
    "流动红旗 升国旗 战略联盟 县域经济 区域协调 市场主体 能区分出来 国有林场 家庭农场",
)


@pytest.mark.parametrize(("text", "names"), NAMED)
def test_names_are_read_by_their_form(text: str, names: tuple[str, ...]) -> None:
    assert tuple(d.name for d in divisions(text)) == names


@pytest.mark.parametrize("text", [word for line in NAMELESS for word in line.split()])
def test_words_of_the_form_that_name_nothing_are_none(text: str) -> None:
    assert divisions(text) == ()


def test_a_name_knows_where_it_stands_and_whether_it_is_a_zones() -> None:
    county, zone = divisions("石笕县和沙棘管理区")
    assert (county.start, county.stop, county.zone) == (0, 3, False)
    assert (zone.start, zone.stop, zone.zone) == (4, 9, True)


CONFIRMED = [
    ("石笕县党建引领聚合力", "石笕县党建引领聚合力", ()),
    ("石笕县党建引领聚合力", "石笕县党建引领聚合力\n石笕县深化改革", ("石笕县",)),
    ("石笕县召开大会", "石笕县召开大会", ("石笕县",)),
    # an ordinary word is a name where its government is spoken of
    ("丰收县2017年政府工作报告", "", ("丰收县",)),
    ("光明区第三届人民代表大会", "", ("光明区",)),
    ("重点县2017年工作总结", "", ()),
]


@pytest.mark.parametrize(("text", "around", "names"), CONFIRMED)
def test_in_a_document_what_follows_or_a_second_mention_confirms_a_name(
    text: str, around: str, names: tuple[str, ...]
) -> None:
    assert tuple(d.name for d in divisions(text, around)) == names


ALIASES = [
    ("云岚高新技术产业开发区", "云岚高新区"),
    ("云岚高新区", "云岚高新技术产业开发区"),
    ("石笕经开区", "石笕经济技术开发区"),
    ("石笕县工业园区", "石笕工业园区"),
]


@pytest.mark.parametrize(("name", "other"), ALIASES)
def test_a_zone_goes_by_several_names(name: str, other: str) -> None:
    names = zone_names(name)
    assert names[0] == name
    assert other in names


@pytest.mark.parametrize("name", ["石笕县", "柏坞镇", "高新区", "望川市"])
def test_other_places_have_no_names_of_zones(name: str) -> None:
    assert zone_names(name) == ()
