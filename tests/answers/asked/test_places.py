"""Places as people name them in questions."""

from __future__ import annotations

import re

import pytest

from rag.answers.asked.places import asked_places
from rag.answers.reports.shelf import Shelf, short_name
from rag.answers.words.load_vocabulary import load_vocabulary
from rag.places import gazetteer
from tests.answers.small import COUNTY, REPORTS, MemoryIndex, report

SHELF = Shelf.of(
    MemoryIndex(
        (
            *REPORTS,
            report("甘肃.txt", "", ("甘肃省",), 2025, ""),
            report("清水.txt", "", ("甘肃省", "天水市", "清水县"), 2025, ""),
            report("四川.txt", "", ("四川省",), 2025, ""),
            report("重庆.txt", "", ("重庆市",), 2025, ""),
        )
    )
)

NAMED = [
    # question in clean form, full names in the order of the question
    ("云渚县2023年粮食产量", ("云渚县",)),
    ("云渚2023年粮食产量", ("云渚县",)),
    ("云诸县2023年粮食产量", ("云渚县",)),
    ("甘肃省天水市清水县2025年粮食产量", ("清水县",)),
    ("甘肃省天水市青水县2025年粮食产量", ("清水县",)),
    ("甘肃2025年粮食产量", ("甘肃省",)),
    ("四川融入川渝2025年做什么", ("四川省",)),
    ("四川长三角对口支援项目", ("四川省",)),
    ("2014年国家有哪些困难", ("全国",)),
    ("四川和重庆2024年各自的GDP总量", ("四川省", "重庆市")),
    ("2025年甘肃跟重庆比,谁的增速高", ("甘肃省", "重庆市")),
    ("川渝两地2025年GDP目标分别是多少", ("四川省", "重庆市")),
    ("陇、川两省2025年GDP目标哪个高", ("甘肃省", "四川省")),
    ("全国、重庆、甘肃2025年目标分别定在多少", ("全国", "重庆市", "甘肃省")),
    ("2024年我国粮食产量", ("全国",)),
    ("陇原大地2025年GDP目标", ("甘肃省",)),
    ("巴渝和巴蜀2024年各自的GDP总量", ("重庆市", "四川省")),
    ("2022年国务院定的目标", ("全国",)),
    ("甘肃粮食产量占全国多大比重", ("甘肃省",)),
    ("牙克石市2015年财政收入", ("牙克石市",)),
    ("白鹭滩镇今年种多少玉米", ("白鹭滩镇",)),
    ("鹤汀县2024年粮食产量", ("鹤汀县",)),
    ("满洲里2015年旅游收入", ("满洲里市",)),
    # not places
    ("首艘航母辽宁舰是哪年入列的", ()),
    ("责任书由谁代表镇政府签的", ()),
    ("中国青鸾文旅集团在哪里设厂", ()),
    ("2024年汽车更新申请多少", ()),
    ("青、红两色的标志有多少", ()),
    ("城中村改造多少", ()),
    ("全县粮食产量多少", ()),
    # the places of a project are part of what is asked
    ("甘肃2025年成都至重庆高速公路投资多少", ("甘肃省",)),
]


@pytest.mark.parametrize(("clean", "names"), NAMED)
def test_places_are_read_with_their_full_names(clean: str, names: tuple[str, ...]) -> None:
    assert tuple(p.name for p in asked_places(clean, gazetteer(), SHELF).places) == names


def test_a_slip_that_could_be_two_names_is_left_unread() -> None:
    shelf = Shelf.of(MemoryIndex((report("a", "", ("石榴镇",), 2024, ""), report("b", "", ("石留镇",), 2024, ""))))
    assert asked_places("石柳镇今年种多少", gazetteer(), shelf).places[0].name == "石柳镇"


def test_the_path_of_a_place_on_the_shelf_is_that_of_its_reports() -> None:
    assert asked_places("云渚县", gazetteer(), SHELF).places[0].path == COUNTY


@pytest.mark.parametrize(
    ("name", "short"), [("海拉尔区", "海拉尔"), ("青筏镇", "青筏"), ("礼县", "礼县"), ("延边自治州", "延边")]
)
def test_a_short_name_leaves_two_characters_at_least(name: str, short: str) -> None:
    assert short_name(name) == short


def test_the_shelf_knows_who_speaks_for_a_place_and_who_stands_around_it() -> None:
    county = asked_places("云渚县", gazetteer(), SHELF).places[0]
    town = asked_places("芦湾镇", gazetteer(), SHELF).places[0]
    assert [d.path for d in SHELF.speaking_for(county)] == ["云渚县/2023.txt", "云渚县/2024.txt"]
    assert [d.path for d in SHELF.below(county)] == ["芦湾镇/2024.txt"]
    assert [d.path for d in SHELF.above(town)] == ["云渚县/2023.txt", "云渚县/2024.txt"]
    assert SHELF.years(SHELF.speaking_for(county)) == (2023, 2024)


def test_larger_places_belong_to_the_name_and_offices_do_not() -> None:
    found = asked_places("岚原省下辖的云渚县委书记是谁", gazetteer(), SHELF)
    assert [p.name for p in found.places] == ["云渚县"]
    assert found.spans == ((0, 8),)


def test_an_unlisted_township_lies_in_the_county_before_it() -> None:
    found = asked_places("云渚县青蒲镇2024年要改造多少亩果园", gazetteer(), SHELF)
    assert [p.path for p in found.places] == [("岚原省", "望川市", "云渚县", "青蒲镇")]


def test_words_before_an_office_are_no_township() -> None:
    assert asked_places("请问按镇长的讲话，要改造多少户", gazetteer(), SHELF).places == ()


def test_a_city_is_meant_before_a_district_of_its_name() -> None:
    (place,) = asked_places("西安开行多少列班列", gazetteer(), SHELF).places
    assert place.path == ("陕西省", "西安市")


def test_a_works_that_is_called_after_two_places_is_asked_about_in_the_first() -> None:
    asked = asked_places("西安咸阳国际机场旅客多少人次", gazetteer(), SHELF)
    assert tuple(place.name for place in asked.places) == ("西安市",)


def test_places_that_brackets_name_again_are_named_once() -> None:
    regions = ((re.compile("川渝地区"), ("四川省", "重庆市")),)
    clean = "川渝地区（四川、重庆）的目标"
    asked = asked_places(clean, gazetteer(), SHELF, regions=regions)
    assert tuple(place.name for place in asked.places) == ("四川省", "重庆市")
    assert {clean[start:stop] for start, stop in asked.spans} == {"川渝地区", "四川", "重庆"}


def test_a_list_of_three_provinces_that_ends_with_its_count_names_no_region() -> None:
    regions = ((re.compile("东三省"), ("辽宁省", "吉林省", "黑龙江省")),)
    asked = asked_places("广东、江苏、山东三省的目标", gazetteer(), SHELF, regions=regions)
    assert tuple(place.name for place in asked.places) == ("广东省", "江苏省", "山东省")
    assert len(asked_places("东三省的目标", gazetteer(), SHELF, regions=regions).places) == 3


REGIONS = [
    ("东北三省的目标", 3),
    ("东部省份的目标", 10),
    ("东部地区各省的目标", 10),
    ("西部哪个省目标最高", 12),
    ("西部有哪些省的目标超过6%", 12),
    ("西部12省区市的目标", 12),
    ("华东各省的目标", 7),
    ("西部大开发的目标", 0),
    ("东部产业转移", 0),
    ("湖南西部哪个县最高", 1),
    ("几个直辖市的目标", 4),
]


@pytest.mark.parametrize(("clean", "count"), REGIONS)
def test_a_part_of_the_country_names_its_provinces_where_they_are_spoken_of(clean: str, count: int) -> None:
    regions = load_vocabulary().regions
    assert len(asked_places(clean, gazetteer(), SHELF, regions=regions).places) == count


CITIES = Shelf.of(
    MemoryIndex(
        (
            report("天门.txt", "", ("湖北省", "天门市"), 2024, ""),
            report("合作.txt", "", ("甘肃省", "甘南藏族自治州", "合作市"), 2024, ""),
            report("仙桃.txt", "", ("湖北省", "仙桃市"), 2024, ""),
        )
    )
)


@pytest.mark.parametrize(
    ("clean", "names"),
    [
        ("天门呢", ("天门市",)),
        ("2023年天门和仙桃的目标谁高", ("天门市", "仙桃市")),
        ("天门财政收入增长多少", ("天门市",)),
        ("合作2024年的目标", ("合作市",)),
        ("2024年合作项目有多少", ()),
        ("2024年合作的项目有多少", ()),
        ("种了多少仙桃", ()),
    ],
)
def test_an_ordinary_word_names_the_city_of_the_shelf_where_it_stands_as_names_do(
    clean: str, names: tuple[str, ...]
) -> None:
    assert tuple(place.name for place in asked_places(clean, gazetteer(), CITIES).places) == names
