"""Each phenomenon that makes a quantity no figure, with sentences where it holds and the likest where it does not.

In a case the quantity meant is in 【】.
"""

import pytest

from rag.figures.exclusions import EXCLUSIONS, Setting, excluded
from rag.figures.quantities import quantities

EXCLUDED = (
    ("calendar", "全县于【2024年】启动"), ("calendar", "连续【9年】增长"), ("calendar", "【一九八二年】完成"), ("calendar", "【9月】底前完工"),
    ("clock", "窗口【24小时】服务"), ("streak", "连续【3次】获奖"), ("streak", "分【三批】发放"), ("ordinal", "位居前【10名】"),
    ("rank", "总量排名全省【5位】"), ("part of a name", "围绕【345】思路"), ("grade", "打造【千亿】级集群"), ("grade", "培育人口【超50万】县"),
    ("grade", "治理【4类】水体"), ("level name", "新建【500千瓦】级电站"), ("quoted name", "落实“【三项】行动”部署"),
    ("quoted name", "印发《【10项】措施的通知》"), ("starting value", "覆盖率由【60%】提高到65%"), ("starting value", "积累率由上年的【36%】，降为33%"), ("starting value", "标准分别从202元、【270元】提高到209元、280元"), ("compared base", "产值比上年的【6亿元】增加1亿元"),
    ("compared base", "比现有的【86个】减少27个"), ("per", "每【3户】推选一人"), ("threshold", "年收入【10万元以上】的村达到100%"),
    ("threshold", "建立【500万元以上】在谈项目库"), ("threshold", "引进亿元项目8个，其中【5亿元以上】2个"), ("threshold", "投资【超5亿元】的项目已达4个"), ("threshold", "开工【12层以上】住宅6栋"), ("structure", "把握【三个】关键环节"), ("threshold", "站点【50米】内换乘比例达到88%"), ("threshold", "培育一批产值【超5亿元】、10亿元特色产业集群"),
    ("threshold", "培育一批产值超5亿元、【10亿元】特色产业集群"), ("grade", "成为全县首个产值【超千亿元】镇"), ("delimiting", "“稻果菜”【8个】产业集群全产业链产值达到60亿元"), ("threshold", "关爱【80岁以上】老人"), ("definition", "【3岁】儿童入园"), ("capacity in a name", "推进【700万吨】露天煤矿建设"),
    ("magnitude name", "打造首个【百亿元】品牌"), ("delimiting", "【45个】重点开发区总产值占比达84%"), ("product", "建设【35万千瓦】×2机组"),
    ("structure", "抓好【八个】方面工作"), ("structure", "做到【5个】坚持"), ("structure", "促进【三次】产业融合"), ("structure", "保持【两位】数增长"), ("chinese structure", "实现【两个】翻番"), ("structure", "全文共计【9190个】字"), ("closing an enumeration", "抓好招商引资、项目建设、社会治理【六项】重点工作"),
    ("closing an enumeration", "聚焦经济发展和乡村振兴【两个】主战场"), ("session", "党的二十届【三次】全会"), ("article", "是【一个】重要支撑"),
    ("article", "培育【一批】骨干企业"), ("chinese structure", "同这【两个】王国建交"), ("chinese structure", "实现【四个】现代化"), ("chinese structure", "利用好国内外【两个】市场"),
    ("people called by number", "倍加珍惜全县【15万】父老乡亲的企盼"),
    ("people called by number", "我们是【六亿】人口的大国"),
)  # fmt: skip

FIGURES = (
    "攻克柔性材料等【300项】关键技术", "银河、双子街【两个】茶叶集市投入使用", "新增1个示范区、【8家以上】农业龙头企业", "开工12层以上住宅【6栋】",
    "审批时限缩短【3天】", "压减至【45个工作日以内】", "举办活动【3次】", "发放补贴【三批】", "新增就业【10名】", "全省排名上升【3位】", "两化融合指数达到【92】",
    "突破【千亿元】", "新增装机【35万千瓦】", "“【十件】民生实事”全部办结", "由60%提高到【65%】", "同比增长【40%】，高新技术企业增多", "减少【27个】", "新增床位【60张】",
    "培育产值亿元以上的企业【10家】", "打造【3个以上】产业集群", "人均预期寿命达到【79岁】", "装机规模达到【700万千瓦】", "产值达到【百亿元】", "建成【45个】村级广场",
    "建设【3台】机组", "处置问题【304个】", "推出【八条】举措", "办好【7项】惠民事项", "新建、改建【三条】道路", "召开【两次】调度会", "争取引进【一家】龙头企业",
    "新建【两座】水库", "建成望川、云渚等【四座】小型水库", "开工云渚电池材料等【5个以上】装备制造项目", "培育“小巨人企业【41家】，“单项冠军”5家", "【十项】重点民生实事办结", "推出【三批】政策清单", "惠及【15万】群众", "进入【5万亿元以上】的新阶段",
)  # fmt: skip


def _of_the_one_meant(marked: str) -> str | None:
    before, rest = marked.split("【")
    meant, after = rest.split("】")
    text = before + meant + after
    (found,) = (q for q in quantities(text) if q.start <= len(before) + len(meant) - 1 < q.stop)
    return excluded(Setting(found, text, text[: found.start], text[found.stop :]))


@pytest.mark.parametrize(("phenomenon", "marked"), EXCLUDED)
def test_the_phenomenon_excludes_the_quantity(phenomenon: str, marked: str) -> None:
    assert _of_the_one_meant(marked) == phenomenon


@pytest.mark.parametrize("marked", FIGURES)
def test_its_like_is_a_figure(marked: str) -> None:
    assert _of_the_one_meant(marked) is None


def test_every_row_of_the_table_has_an_example_and_a_case() -> None:
    assert [name for name, _, example in EXCLUSIONS if not example] == []
    assert {name for name, *_ in EXCLUSIONS} == {name for name, _ in EXCLUDED}
