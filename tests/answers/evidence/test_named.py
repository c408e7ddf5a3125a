"""What a question calls by its name, and of which sort, the answer must speak of."""

from __future__ import annotations

import pytest

from rag.records import Status
from tests.answers.small import TOWN, answerer, report

TEXT = """芦湾镇政府工作报告
二、2024年工作安排
镇党委书记陆知行强调，要建好滨河公园。开展“清渠行动”3次，改造提升茶园。
油菜种植面积稳定在900亩，花生产量达到40吨，总投资2.4亿元的项目开工。
与日本的茶企结成合作伙伴。新建驿站6座。新增护林员35名、公益岗位12个。
望川河畔建起首座零碳粮仓。清退3.5万吨旧糖厂。做好青筏墓地二次发掘。建成传统村落陈列馆。
"""
ANSWERS = answerer((report("芦湾镇/2024.txt", TEXT, TOWN, 2024, "2024年芦湾镇政府工作报告"),))


@pytest.mark.parametrize(
    ("question", "piece"),
    [
        ("芦湾镇党委书记陆知行强调了什么？", "滨河公园"),
        ("芦湾镇书记陆知行在会上要求开展“清渠行动”几次？", "3次"),
        ("芦湾镇2024年开展“清渠行动”几次？", "3次"),
        ("芦湾镇油菜种植面积是多少亩？", "900亩"),
        ("芦湾镇花生产量要达到多少吨？", "40吨"),
        ("芦湾镇跟日本的哪些企业合作？", "茶企"),
        ("芦湾镇2024年要新增多少护林员？", "35名"),
        ("芦湾镇是谁强调要建好滨河公园？", "陆知行"),
        ("芦湾镇第一座零碳粮仓建在哪里？", "首座零碳粮仓"),
    ],
)
def test_what_is_named_is_answered(question: str, piece: str) -> None:
    assert piece in ANSWERS.answer(question).text


@pytest.mark.parametrize(
    "question",
    [
        "芦湾镇党委书记沈怀瑾强调了什么？",  # another person
        "芦湾镇书记沈怀瑾在会上要求开展“清渠行动”几次？",
        "芦湾镇2024年开展“净塘行动”几次？",  # another name in quotation marks
        "芦湾镇跟法国的哪些企业合作？",  # another country
        "芦湾镇棉花种植面积是多少亩？",  # another sort
        "芦湾镇茶叶产量要达到多少吨？",
        "芦湾镇飞鹭大桥总投资多少？",  # nothing of what is named
        "芦湾镇第二座零碳粮仓建在哪里？",  # another of a row
        "芦湾镇的滨河公园由谁承建？",  # nothing of what is done
        "芦湾镇的滨河公园为什么延期？",
        "芦湾镇滨河公园的投资方是谁？",  # nobody who is called so
        "芦湾镇清退旧糖厂花了多少补偿款？",  # an amount of no money
        "芦湾镇青筏墓地发掘出多少件文物？",  # the second is no two
        "芦湾镇2024年6座驿站每座造价多少？",  # what the question says itself
    ],
)
def test_another_person_name_country_or_sort_is_not(question: str) -> None:
    assert ANSWERS.answer(question).status is Status.NOT_FOUND
