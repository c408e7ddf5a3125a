"""What each figure of a clause measures, by every frame; names read well and hold no half of a word."""

import pytest

from rag.figures.indicators import FRAMES, LONGEST, polished, trimmed
from rag.records import Measure
from tests.figures.read_text import figures

# text, and for each figure: indicator, measure, frame
LEVEL, INCREASE, DECREASE = Measure.LEVEL, Measure.INCREASE, Measure.DECREASE
CASES = (
    ("脆李产值：2023年完成7100万元；今年目标8000万元。", (("脆李产值", LEVEL, "labelled"), ("脆李产值", LEVEL, "labelled"))),
    ("我县健儿获得8金9银。", (("健儿金牌", LEVEL, "medals"), ("健儿银牌", LEVEL, "medals"))),
    ("要做到零误差。", (("误差", LEVEL, "none at all"),)),
    ("粮食产量达到30万吨，是2010年的2.2倍。", (("粮食产量", LEVEL, "predicated"), ("粮食产量", LEVEL, "multiple"))),
    ("农民收入增长7%以上、力争达到8%。", (("农民收入", INCREASE, "predicated"), ("农民收入", INCREASE, "two goals"))),
    ("消费品零售总额增长4%，出口增长5%。", (("消费品零售总额", INCREASE, "predicated"), ("出口", INCREASE, "predicated"))),
    ("财政收入预期目标为10亿元。", (("财政收入", LEVEL, "predicated"),)),
    ("财政收入达5亿元，同口径增长21.3%。", (("财政收入", LEVEL, "predicated"), ("财政收入", INCREASE, "inherited"))),
    ("苏望云：财政收入增长20%，力争突破5亿元。", (("财政收入", INCREASE, "predicated"), ("财政收入", LEVEL, "inherited"))),
    ("工业增速高于全省1.7个百分点。", (("工业增速高于全省", LEVEL, "relative"),)),
    ("投资3500万元的供水管网改造完工。", (("供水管网改造投资", LEVEL, "invested"),)),
    ("新建100亩樱桃示范园。", (("樱桃示范园", LEVEL, "counted"),)),
    ("对133户监测户精准帮扶。", (("监测户精准帮扶", LEVEL, "counted"),)),
    ("增加300个公益岗位。", (("公益岗位", INCREASE, "counted"),)),
    ("建成环湖路、滨江路共67公里景观大道。", (("景观大道", LEVEL, "counted"),)),
    ("向全县群众承诺的8件实事全部办结。", (("实事", LEVEL, "counted"),)),
    ("非公经济占全县比重达63%。", (("非公经济占全县比重", LEVEL, "share"),)),
    ("居民消费价格涨幅2%左右。", (("居民消费价格", INCREASE, "rate"),)),
    ("要把居民消费价格上涨幅度控制在3%以内。涨幅仍然高达5%。", (("居民消费价格", INCREASE, "rate"), ("居民消费价格", INCREASE, "rate"))),
    ("年初我们提出要新建公路30公里，实际完成32公里。", (("公路", LEVEL, "done"), ("公路", LEVEL, "inherited"))),
    ("石湾村2023年集体收入63万元，村支书陆远山表示今年力争突破80万元。", (("石湾村集体收入", LEVEL, "named"), ("石湾村集体收入", LEVEL, "inherited"))),
    ("今年经济增长速度的调控目标，定为8%。", (("经济增长速度", LEVEL, "predicated"),)),
    ("财政收入较“十三五”末增长33.6%。", (("财政收入", INCREASE, "predicated"),)),
    ("居民消费价格涨幅回落到2.6%。", (("居民消费价格", INCREASE, "rate"),)),
    ("茶园损耗率由2022年的8.2%，降为6.4%。", (("茶园损耗率", LEVEL, "predicated"),)),
    ("企业由12家，发展为30家。", (("企业", LEVEL, "predicated"),)),
    ("贫困发生率降为2%。", (("贫困发生率", LEVEL, "predicated"),)),
    ("人口自然增长率降到6‰。", (("人口自然增长率", LEVEL, "predicated"),)),
    ("实际利用外资800万美元。", (("实际利用外资", LEVEL, "named"),)),
    ("开发区工业增加值增长6%。", (("开发区工业增加值", INCREASE, "predicated"),)),
    ("用水总量由上年增长3%，转为下降2%。", (("用水总量", DECREASE, "predicated"),)),
    ("改造区内道路5公里。", (("区内道路", LEVEL, "done"),)),
    ("地区生产总值达到240亿元，同比增长21%。", (("地区生产总值", LEVEL, "predicated"), ("地区生产总值", INCREASE, "inherited"))),
    ("新建农村公路32公里。", (("农村公路", LEVEL, "done"),)),
    ("压减公用经费15%。", (("公用经费", DECREASE, "done"),)),
    ("筹措2700多万元解决信访问题。", (("信访问题筹措资金", LEVEL, "money alone"),)),
    ("设置平价超市，年内完成20个。", (("平价超市", LEVEL, "clause before"),)),
    ("人才队伍壮大，12人入选国家人才计划。", (("入选国家人才计划", LEVEL, "opening"),)),
    ("原油产量继续增长，达到1.4万吨。", (("原油产量", LEVEL, "predicated"),)),
    ("参合率再创新高，达到98.5%。", (("参合率", LEVEL, "predicated"),)),
    ("森林覆盖率由2010年的21.6%提高到25.2%。", (("森林覆盖率", LEVEL, "predicated"),)),
    ("粮食播种面积41万亩、产量11万吨。", (("粮食播种面积", LEVEL, "named"), ("粮食产量", LEVEL, "named"))),
    ("财政收入61亿元；油菜连续三年增产，总产量9万吨。", (("财政收入", LEVEL, "named"), ("油菜总产量", LEVEL, "named"))),
    ("改造卫生院、新建幼儿园1所。", (("幼儿园", LEVEL, "done"),)),
    ("户均增收3000元以上。", (("户均增收", INCREASE, "predicated"),)),
    ("全年为企业减税降费1.1亿元。", (("为企业减税降费", LEVEL, "named"),)),
    ("农业总产值比上年增长4%。", (("农业总产值", INCREASE, "predicated"),)),
    ("新建3800户、58万平方米安置住房。", (("安置住房", LEVEL, "counted"), ("安置住房", LEVEL, "counted"))),
    ("对21户60人监测对象落实帮扶。", (("监测对象落实帮扶", LEVEL, "counted"), ("监测对象落实帮扶", LEVEL, "counted"))),
    ("高速公路，开工望川至云渚等2个项目。", (("高速公路项目", LEVEL, "counted"),)),
    ("二期工程收官、83户居民实现清洁取暖。", (("居民", LEVEL, "counted"),)),
    ("实现90%以上行政村通硬化路。", (("行政村通硬化路", LEVEL, "counted"),)),
    ("我县选手在省运会上斩获8金9银。", (("选手在省运会金牌", LEVEL, "medals"), ("选手在省运会银牌", LEVEL, "medals"))),
    ("城乡低保标准提高到人均320元。", (("城乡低保标准", LEVEL, "predicated"),)),
    ("供水范围扩大到全县40%的村。", (("供水范围", LEVEL, "predicated"),)),
    ("石笕、青筏2个现代农业产业园。", (("现代农业产业园", LEVEL, "counted"),)),
    ("肉牛屠宰量实现翻番。", (("肉牛屠宰量", INCREASE, "predicated"),)),
    ("地区生产总值跨越百亿台阶，增长6%以上。", (("地区生产总值", INCREASE, "predicated"),)),
    ("耕地面积连续4年净增累计170万亩。", (("耕地面积", INCREASE, "predicated"),)),
    ("粮食总产量在上年增产的基础上，又增产2万吨。", (("粮食总产量", INCREASE, "predicated"),)),
    ("粮食产量11万吨，连续8年稳定在10万吨。", (("粮食产量", LEVEL, "named"), ("粮食产量", LEVEL, "inherited"))),
    ("工业总产值达到7亿元，比上年的6亿元增加1亿元。", (("工业总产值", LEVEL, "predicated"), ("工业总产值", INCREASE, "inherited"))),
    ("粮食产值递增4%，在执行中争取达到5%。", (("粮食产值", INCREASE, "predicated"), ("粮食产值", INCREASE, "two goals"))),
    ("县财政将增加支出42万元。", (("县财政支出", INCREASE, "done"),)),
    ("工业增加值增速完成9.7%。", (("工业增加值", INCREASE, "rate"),)),
    ("完成林分优化20万亩任务。", (("林分优化", LEVEL, "done"),)),
    ("播种面积达到78万亩，总产量达到3亿斤。", (("播种面积", LEVEL, "predicated"), ("总产量", LEVEL, "predicated"))),
    ("企业资金占用水平比上年减少64万元。", (("企业资金占用水平", DECREASE, "predicated"),)),
    ("新材料增加值占比提高4个百分点、纳税人净增长10.5%。", (("新材料增加值占比", INCREASE, "predicated"), ("纳税人", INCREASE, "predicated"))),
    ("按照规划，开工望川至云渚等9条道路工程。", (("望川至云渚等道路工程", LEVEL, "counted"),)),
    ("职工工资总额，计划安排为15万元。", (("职工工资总额", LEVEL, "predicated"),)),
    ("进出口总额达4743万元，其中出口2492万元。", (("进出口总额", LEVEL, "predicated"), ("出口", LEVEL, "money alone"))),
    ("优质品率，由上年的42%，提高到60%。", (("优质品率", LEVEL, "predicated"),)),
    ("蔬菜基地一期全面完工，完成投资2.4亿元。", (("蔬菜基地一期投资", LEVEL, "done"),)),
    ("新修和改造的铁路，就有31公里。", (("新修和改造的铁路", LEVEL, "predicated"),)),
    ("城乡居民收入分别增长6%、7%左右。", (("城市居民收入", INCREASE, "distributed"), ("农村居民收入", INCREASE, "distributed"))),
)  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case[0])
def test_a_figure_is_named(case: tuple[str, tuple[tuple[str, Measure, str], ...]]) -> None:
    text, wanted = case
    assert [(f.indicator, f.measure, f.rule.split("/")[1]) for f in figures(text)] == list(wanted)


def test_every_frame_has_an_example_and_a_case() -> None:
    shown = {frame for _, wanted in CASES for _, _, frame in wanted}
    # What nothing before it names is read by what follows only where no other frame holds.
    assert {name for name, *_ in FRAMES} - shown <= {"following", "predicated"}
    assert all(example for *_, example in FRAMES)


WORDS = (
    ("新增就业岗位", "新增就业岗位"), ("和美乡村覆盖率", "和美乡村覆盖率"), ("到2025年底粮食产量", "粮食产量"), ("五年内新建公路", "新建公路"),
    ("（3）义诊活动", "义诊活动"), ("力争全年旅游收入", "旅游收入"), ("均已", ""), ("就业困难人员", "就业困难人员"), ("全市完成造林", "完成造林"), ("全县没有实现年初确定的能耗", "能耗"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "name"), WORDS)
def test_trimming_takes_whole_words_off(text: str, name: str) -> None:
    assert trimmed(text) == name


NAMES = (
    ("、新一代通信网", "新一代通信网"), ("“一件事一次办", "一件事一次办"), ("目标任务）保落实", "目标任务"), ("粮食生产的", "粮食生产"), ("合作社与", "合作社"),
    ("**食用菌**", "食用菌"), ("甲" * 60, "甲" * LONGEST), ("滨江湿地、环湖绿道、云渚大街、望川老街、澄溪古镇等休闲旅游景区", "休闲旅游景区"),
)  # fmt: skip


@pytest.mark.parametrize(("name", "shown"), NAMES)
def test_a_name_is_shown_whole_and_short(name: str, shown: str) -> None:
    assert polished(name) == shown
