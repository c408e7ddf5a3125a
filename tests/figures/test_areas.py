"""The place of a figure: the document's own unless its clause, or the zone that opens the sentence, says another."""

import pytest

from rag.records import Metadata, ReportKind
from tests.figures.read_text import COUNTY, figures

PROVINCE = Metadata(title="甘肃省政府工作报告", places=("甘肃省",), year=2025, kind=ReportKind.WORK_REPORT)
CASES = (
    (PROVINCE, "全省粮食产量1300万吨。", "甘肃省"), (PROVINCE, "向兰州市下放职权27项。", "兰州市"), (PROVINCE, "建成天水至陇南公路60公里。", "甘肃省"),
    (PROVINCE, "支持兰州、天水等8个城市更新。", "甘肃省"), (PROVINCE, "广东省投资3亿元。", "甘肃省"), (PROVINCE, "兰州大学获批项目30项。", "甘肃省"),
    (PROVINCE, "兰州新区产值达到400亿元。", "兰州新区"), (PROVINCE, "兰西城市群空气质量改善，优良天数比例达90%。", "兰西城市群"),
    (COUNTY, "在芦湾镇新建大棚20座。", "芦湾镇"), (COUNTY, "全县新建大棚20座。", "云渚县"), (Metadata(year=2024), "新建大棚20座。", None),
)  # fmt: skip


@pytest.mark.parametrize(("metadata", "text", "place"), CASES)
def test_a_figure_is_for_its_place(metadata: Metadata, text: str, place: str | None) -> None:
    assert figures(text, metadata)[0].place == place


def test_a_figure_under_the_heading_of_a_part_is_for_the_place_of_that_part() -> None:
    text = "乡镇发言（共两则）\n\n篇1：芦湾镇党委书记发言\n同志们：\n今年新建大棚20座。\n\n篇2：柏坞镇党委书记发言\n同志们：\n今年新建大棚30座。\n"
    assert [f.place for f in figures(text, Metadata(year=2024))] == ["芦湾镇", "柏坞镇"]
