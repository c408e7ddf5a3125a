"""Reports of a few invented provinces for two years, for questions over all of them."""

from __future__ import annotations

from rag.records import Document
from tests.answers.small import report

GOALS = "今年经济社会发展的主要预期目标是：{goals}。"
DONE = "过去一年，{done}。"


def provincial(name: str, year: int, goals: str, done: str) -> Document:
    """The report of a province in this year: what was done the year before, and what is aimed at."""
    text = (
        f"政府工作报告\n——{year}年1月15日在{name}第十四届人民代表大会第三次会议上\n\n"
        f"一、{year - 1}年工作回顾\n{DONE.format(done=done)}\n\n"
        f"二、{year}年工作安排\n{GOALS.format(goals=goals)}\n"
    )
    return report(f"{name}/{year}.txt", text, (name,), year, f"{year}年{name}政府工作报告")


PROVINCES = (
    provincial("岚原省", 2024, "地区生产总值增长6%左右，城镇新增就业40万人以上", "地区生产总值增长5.1%"),
    provincial("汀湖省", 2024, "地区生产总值增长7%以上、力争8%，城镇新增就业9万人", "地区生产总值增长6.4%"),
    provincial("溟海省", 2024, "地区生产总值增长5.5%，城镇新增就业120万人以上", "地区生产总值增长5.1%"),
    provincial("望桐省", 2024, "地区生产总值增长6%以上，粮食产量300万吨", "地区生产总值完成2.1万亿元"),
    provincial("琅川省", 2024, "地区生产总值增长XX%，粮食产量12亿斤", "粮食产量11.8亿斤"),
)
