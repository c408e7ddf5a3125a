"""Traditional to Simplified, beside the cases of OpenCC."""

import json
from pathlib import Path

import pytest

from rag.text.script import to_simplified

CASES = [
    ("白塔縣的糧食產業發展", "白塔县的粮食产业发展"),
    ("一目瞭然，瞭望塔", "一目了然，瞭望塔"),
    ("擡高標準，鋪設管網", "抬高标准，铺设管网"),
    ("乾淨的乾安縣", "干净的乾安县"),
    ("收穫、穫得、复杂、複雜", "收获、获得、复杂、复杂"),
    ("已经是简体，一好一坏", "已经是简体，一好一坏"),
    ("畢昇", "毕昇"),
    ("洪山菜薹、陈昇", "洪山菜薹、陈昇"),
    ("瞭望台、森林覆盖率、沈阳", "瞭望台、森林覆盖率、沈阳"),
]


@pytest.mark.parametrize(("traditional", "simplified"), CASES)
def test_characters_and_phrases_are_converted(traditional: str, simplified: str) -> None:
    assert to_simplified(traditional) == simplified


@pytest.mark.parametrize(("traditional", "simplified"), CASES)
def test_what_is_converted_stays_as_it_is(traditional: str, simplified: str) -> None:
    assert to_simplified(simplified) == simplified


@pytest.mark.shared
def test_nearly_all_cases_of_opencc_come_out_right(shared: Path) -> None:
    cases = json.loads((shared / "eval/opencc/testcases_plain.json").read_text(encoding="utf-8"))["cases"]
    wanted = [(case["input"], case["expected"]["t2s"]) for case in cases if "t2s" in case["expected"]]
    wrong = [text for text, simplified in wanted if to_simplified(text) != simplified]
    # left: phrases written in Simplified characters alone (沈 for 沉, 坏 for 坯), which would spoil Simplified text
    assert len(wanted) == 55
    assert len(wrong) <= 2
