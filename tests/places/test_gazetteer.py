from importlib.resources import files

import pytest
import yaml

from rag.places import NATION, Level, gazetteer

NAMES = [
    ("海拉尔区", ("内蒙古自治区", "呼伦贝尔市", "海拉尔区"), Level.COUNTY),
    ("海拉尔", ("内蒙古自治区", "呼伦贝尔市", "海拉尔区"), Level.COUNTY),
    ("广西", ("广西壮族自治区",), Level.PROVINCE),
    ("粤", ("广东省",), Level.PROVINCE),
    ("吉林", ("吉林省",), Level.PROVINCE),
    ("吉林市", ("吉林省", "吉林市"), Level.CITY),
    ("浦东新区", ("上海市", "浦东新区"), Level.COUNTY),
    ("襄樊市", ("湖北省", "襄樊市"), Level.CITY),
    ("全国", (NATION,), Level.NATION),
]


@pytest.mark.parametrize(("name", "path", "level"), NAMES)
def test_a_full_short_or_abbreviated_name_gives_the_place(name, path, level):
    (place,) = gazetteer().resolve(name)
    assert (place.path, place.level) == (path, level)


def test_a_name_that_several_places_bear_gives_them_all():
    assert {place.path[0] for place in gazetteer().resolve("鼓楼区")} >= {"江苏省", "福建省", "河南省"}


def test_a_path_settles_which_of_several_is_meant():
    (place,) = gazetteer().resolve("鼓楼区", within=("福建省", "福州市"))
    assert place.path == ("福建省", "福州市", "鼓楼区")


def test_no_place_of_that_name_gives_nothing():
    assert gazetteer().resolve("乌有县") == ()


MENTIONS = [
    ("江苏省南京市鼓楼区召开会议", ["江苏省", "南京市", "鼓楼区"]),
    ("青海南部地区", ["青海"]),
    ("实现长治久安，城区面貌一新", []),
    ("与甘肃、陕西的商会对接", ["甘肃", "陕西"]),
    ("市政府和县委完成县级机构改革", []),
    ("本报记者专访了礼县县委书记，在成县城，了解县情", ["礼县"]),
    ("安徽省和县召开会议", ["安徽省", "和县"]),
]


@pytest.mark.parametrize(("text", "names"), MENTIONS)
def test_places_are_found_leftmost_and_longest(text, names):
    found = gazetteer().find(text)
    assert [mention.text for mention in found] == names
    assert [text[mention.start : mention.stop] for mention in found] == names


def test_a_place_named_around_settles_a_shared_name():
    mentions = gazetteer().find("福州市今年在鼓楼区新建公园")
    assert mentions[-1].place is not None
    assert mentions[-1].place.path == ("福建省", "福州市", "鼓楼区")


def test_a_run_of_abbreviations_names_provinces_and_a_single_character_does_not():
    assert [m.place.name for m in gazetteer().abbreviated("粤苏浙三省") if m.place] == ["广东省", "江苏省", "浙江省"]
    assert [m.place.name for m in gazetteer().abbreviated("豫、鲁和粤") if m.place] == ["河南省", "山东省", "广东省"]
    assert gazetteer().abbreviated("新建学校") == ()
    assert gazetteer().abbreviated("豫、全国") == ()


def test_provinces_are_named_by_custom_and_what_is_called_after_one_is_none():
    named = [
        ("八闽大地2024年发电多少", ["八闽大地"], ["福建省"]),
        ("琼岛和八桂谁更多", ["琼岛", "八桂"], ["海南省", "广西壮族自治区"]),
        ("塞上江南种了多少水稻", ["塞上江南"], ["宁夏回族自治区"]),
        ("三湘路修了多少米", [], []),
        ("岭南镇种了多少水稻", [], []),
        ("中原地区种了多少小麦", [], []),
    ]
    for text, names, provinces in named:
        found = gazetteer().customary(text)
        assert [mention.text for mention in found] == names
        assert [mention.place.name for mention in found if mention.place] == provinces


def test_every_name_by_custom_is_that_of_one_province():
    gaz = gazetteer()
    names = yaml.safe_load(files("rag.places").joinpath("words.yaml").read_text(encoding="utf-8"))["customary"]
    read = {name: [m.place.name for m in gaz.customary(name) if m.place] for name in names}
    assert read == {name: [province] for name, province in names.items()}


def test_a_city_that_its_province_runs_itself_lies_right_below_it():
    (place,) = gazetteer().resolve("天门市")
    assert place.path == ("湖北省", "天门市")
    assert place.level is Level.COUNTY
    assert gazetteer().resolve("东莞市")[0].level is Level.CITY
