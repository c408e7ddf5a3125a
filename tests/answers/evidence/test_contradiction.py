"""An amount of another sort of the thing, of each instead of all, or counted otherwise is not the answer."""

from __future__ import annotations

import pytest

from rag.records import Status
from tests.answers.small import REPORTS, TOWN, answerer, report

RIDGE = report(
    "柏坞镇/2024.txt",
    """2024年柏坞镇政府工作报告
一、2023年工作回顾
竹笋综合产值达到2.6亿元，石斛种植1200亩。加装电梯21部，改建亮化楼宇31栋。新能源汽车保有量突破3000辆。每千名老人拥有床位42张，新增停车位300个。
柏坞镇举行开茶大会。副镇长何书宁主持开茶大会。会上由镇长顾南亭介绍开茶大会先进名单。镇人大主席许砚舟宣读开茶大会先进名单。
兑现退耕补助资金480万元。开发区规模以上工业增加值增长7%。支柱产业有木耳、香榧等。食用菌企业实现产值1.4亿元。公益岗位每人每月补助900元。财政性教育支出占生产总值比例达到4.2%。实施12个村级卫生室项目，高新技术企业突破30家。
4.康养工程。
新建助餐点5个、日间照料站2处。
5.畅行工程。
修复断头路3条。
""",
    (*TOWN[:-1], "柏坞镇"),
    2024,
    "2024年柏坞镇政府工作报告",
)


@pytest.mark.parametrize(
    ("question", "piece"),
    [
        ("柏坞镇2023年竹笋产值是多少", "2.6亿元"),
        ("柏坞镇2023年教育支出占GDP比重", "4.2%"),
        ("柏坞镇2023年实施了几个卫生室项目", "12个"),
        ("柏坞镇2023年公益岗位每人每月补助多少元", "900元"),
        ("柏坞镇2023年开发区规上工业增加值增长多少", "7%"),
        ("柏坞镇2023年退耕补助发了多少钱", "480万元"),
        ("柏坞镇2023年每千名老人有多少张床位", "42张"),
        ("柏坞镇的开茶大会是谁主持的", "何书宁"),
        ("柏坞镇开茶大会上，先进名单是谁宣读的", "许砚舟"),
        ("柏坞镇2023年新能源汽车有多少辆", "3000辆"),
        ("柏坞镇康养工程都建些什么，各多少", "助餐点5个、日间照料站2处"),
    ],
)
def test_what_is_told_of_the_thing_is_answered(question: str, piece: str) -> None:
    answer = answerer((*REPORTS, RIDGE)).answer(question)
    assert answer.status is Status.ANSWERED
    assert piece in answer.text, answer.text


@pytest.mark.parametrize(
    "question",
    [
        "柏坞镇2023年石斛产值是多少亿元",
        "柏坞镇的香榧2023年产值是多少亿元",
        "柏坞镇2023年规上工业增加值增长多少",
        "柏坞镇2023年退耕户每户补助多少元",
        "柏坞镇2023年老人床位新增多少张",
        "柏坞镇的开茶大会是谁致辞的",
        "柏坞镇2023年教育支出占财政支出比重",
        "柏坞镇2023年引进了几个项目",
        "柏坞镇2023年新增企业多少家",
        "柏坞镇2023年实际新推广了多少辆新能源汽车",
    ],
)
def test_what_is_told_of_another_is_not(question: str) -> None:
    assert answerer((*REPORTS, RIDGE)).answer(question).status is Status.NOT_FOUND
