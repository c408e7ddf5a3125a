"""Indicators as reports word them and as people ask for them, and the file that names them."""

from __future__ import annotations

from pathlib import Path

import pytest

from rag.errors import DataFileError
from rag.topics import Indicator, Indicators, load_indicators, load_topics

PACKAGED = load_indicators()

NAMED = [
    ("地区生产总值", "地区生产总值"),
    ("国内生产总值", "地区生产总值"),
    ("GDP", "地区生产总值"),
    ("gdp增速", "地区生产总值"),
    ("全县经济总量", "地区生产总值"),
    ("云溪省溪山县地区生产总值", "地区生产总值"),
    ("前三季度粮食总产量", "粮食产量"),
    ("力争全年社零总额", "社会消费品零售总额"),
    ("全县城镇居民人均可支配收入增速", "城镇居民人均可支配收入"),
    ("全区农村常住居民人均可支配收入", "农村居民人均可支配收入"),
    ("居民消费价格涨幅", "居民消费价格"),
    ("PM2.5平均浓度", "PM2.5浓度"),
    ("赤字率拟", "赤字率"),
]
# wordings that share a head with an indicator and are another thing
UNNAMED = [
    "海洋生产总值",
    "旅游业增加值",
    "占GDP比重",
    "地区生产总值增速高于全国",
    "城乡居民收入比",
    "对东盟进出口",
    "民生支出占全省一般公共预算支出",
    "监测景区接待游客",
    "玉米",
    "",
]
APART = [
    ("城镇居民人均可支配收入", "城乡居民人均可支配收入"),
    ("城镇居民人均可支配收入", "居民人均可支配收入"),
    ("规上工业增加值", "工业增加值"),
    ("一般公共预算收入", "财政总收入"),
    ("常住人口城镇化率", "户籍人口城镇化率"),
    ("研发投入", "研发投入强度"),
    ("农民人均纯收入", "农村居民人均可支配收入"),
]


@pytest.mark.parametrize(("worded", "name"), NAMED)
def test_a_wording_has_the_name_of_its_indicator(worded: str, name: str) -> None:
    assert PACKAGED.name(worded) == name


@pytest.mark.parametrize("worded", UNNAMED)
def test_what_may_be_another_thing_has_no_name(worded: str) -> None:
    assert PACKAGED.name(worded) is None


@pytest.mark.parametrize(("one", "other"), APART)
def test_indicators_that_differ_in_one_word_stay_apart(one: str, other: str) -> None:
    assert None not in (PACKAGED.name(one), PACKAGED.name(other))
    assert PACKAGED.name(one) != PACKAGED.name(other)


def test_a_question_names_its_indicators_in_its_order() -> None:
    asked = "溪山县2024年的gdp和粮食播种面积，以及单位GDP能耗各是多少？"
    assert PACKAGED.find(asked) == ("地区生产总值", "粮食播种面积", "单位GDP能耗")
    assert PACKAGED.find("海洋生产总值是多少？") == ()


@pytest.mark.parametrize("repeated", ["省", "一年", "增长", "市中区", "全县"])
def test_a_hostile_wording_takes_no_longer_than_another(repeated: str) -> None:
    assert PACKAGED.name(repeated * 20_000 + "某") is None


def test_every_indicator_belongs_to_a_topic_that_there_is() -> None:
    topics = load_topics()
    assert [indicator.name for indicator in PACKAGED if indicator.topic not in topics] == []
    assert len(PACKAGED) >= 60
    assert PACKAGED.topic("粮食产量") == "粮食安全"
    assert PACKAGED.topic("没有的指标") is None


def test_another_word_is_another_version_and_another_example_is_not() -> None:
    grain = Indicator("粮食产量", ("粮食总产",), "粮食安全", "粮食总产50万吨。")
    same = Indicator("粮食产量", ("粮食总产",), "粮食安全", "粮食产量50万吨。")
    more = Indicator("粮食产量", ("粮食总产", "粮食年产量"), "粮食安全", "粮食总产50万吨。")
    assert Indicators([grain]).version == Indicators([same]).version
    assert Indicators([grain]).version != Indicators([more]).version


GOOD = """\
# indicators
- name: 粮食产量
  synonyms: [粮食总产]
  topic: 粮食安全
  example: 粮食总产50万吨。
- name: 发电量
  topic: 能源
  except: [风力发电量]
  example: 发电量20亿千瓦时。
"""
BROKEN = [
    ("no topic", GOOD.replace("  topic: 能源\n", ""), 6, "缺少 topic"),
    ("no example", GOOD.replace("  example: 粮食总产50万吨。\n", ""), 2, "缺少 example"),
    ("example of something else", GOOD.replace("发电量20亿", "风力发电量20亿"), 6, "认不出这个指标"),
    (
        "word of two indicators",
        GOOD.replace("  topic: 能源", "  synonyms: [粮食总产]\n  topic: 能源"),
        6,
        "又是“发电量”",
    ),
    ("name twice", GOOD.replace("name: 发电量", "name: 粮食产量"), 6, "指标名“粮食产量”重复"),
    ("unknown field", GOOD.replace("topic: 能源", "topics: 能源"), 7, "不认识的字段 topics"),
    ("syntax", GOOD.replace("[粮食总产]", "[粮食总产"), 4, "YAML 语法错误"),
    ("empty", "", 1, "没有指标"),
]


def _file(folder: Path, text: str) -> Path:
    path = folder / "indicators.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_good_file_gives_its_indicators(tmp_path: Path) -> None:
    grain, power = load_indicators(_file(tmp_path, GOOD))
    assert (grain.name, grain.synonyms, grain.topic, grain.line) == ("粮食产量", ("粮食总产",), "粮食安全", 2)
    assert (power.name, power.synonyms, power.exceptions) == ("发电量", (), ("风力发电量",))


@pytest.mark.parametrize(("text", "line", "wrong"), [case[1:] for case in BROKEN], ids=[case[0] for case in BROKEN])
def test_a_broken_file_is_refused_with_its_line_and_a_remedy(tmp_path: Path, text: str, line: int, wrong: str) -> None:
    path = _file(tmp_path, text)
    with pytest.raises(DataFileError) as refusal:
        load_indicators(path)
    assert str(refusal.value).startswith(f"{path} 第 {line} 行：")
    assert wrong in str(refusal.value)
    assert "；" in str(refusal.value)
