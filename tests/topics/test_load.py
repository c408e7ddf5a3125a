"""A topics file is read whole or refused with file, line and remedy."""

from pathlib import Path

import pytest

from rag.errors import DataFileError
from rag.topics import load_topics

GOOD = """\
# 说明
- name: 三农
  synonyms: [三农]
  example: 抓好三农工作。
- name: 粮食
  parent: 三农
  synonyms: [玉米, 小麦]
  hints: [亩]
  except: [玉米路]
  example: 种玉米500亩。
"""


def _file(folder: Path, text: str | bytes) -> Path:
    path = folder / "topics.yaml"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def test_a_good_file_gives_its_topics(tmp_path: Path) -> None:
    topics = load_topics(_file(tmp_path, GOOD))
    upper, lower = topics
    assert (upper.name, upper.parent, upper.line) == ("三农", None, 2)
    assert (lower.name, lower.parent, lower.synonyms, lower.hints) == ("粮食", "三农", ("玉米", "小麦"), ("亩",))
    assert lower.exceptions == ("玉米路",)


def test_a_byte_order_mark_is_no_harm(tmp_path: Path) -> None:
    assert len(load_topics(_file(tmp_path, b"\xef\xbb\xbf" + GOOD.encode()))) == 2


BROKEN = [
    ("syntax", GOOD.replace("[玉米, 小麦]", "[玉米, 小麦"), 8, "YAML 语法错误"),
    ("tab", GOOD.replace("  parent", "\tparent"), 6, "YAML 语法错误"),
    ("duplicate name", GOOD + GOOD[GOOD.index("- name: 粮食") :], 11, "重复，第 5 行已有"),
    ("missing name", GOOD.replace("name: 粮食\n  parent", "parent"), 5, "缺少 name"),
    ("missing example", GOOD.replace("  example: 种玉米500亩。\n", ""), 5, "缺少 example"),
    ("unknown parent", GOOD.replace("parent: 三农", "parent: 三衣"), 5, "没有这个主题"),
    ("parent of the lower level", GOOD.replace("parent: 三农", "parent: 粮食"), 5, "只分两级"),
    ("empty synonyms", GOOD.replace("[玉米, 小麦]", "[]"), 5, "synonyms 是空的"),
    ("no synonyms", GOOD.replace("  synonyms: [玉米, 小麦]\n", ""), 5, "synonyms 是空的"),
    ("empty word", GOOD.replace("[玉米, 小麦]", "[玉米, '']"), 7, "synonyms 不是一句文字或是空的"),
    ("endless word", GOOD.replace("小麦", "小麦" * 5_000), 7, "太长"),
    ("words not a list", GOOD.replace("[玉米, 小麦]", "玉米"), 7, "synonyms 不是列表"),
    ("example of something else", GOOD.replace("种玉米500亩", "建水库一座"), 5, "例句认不出这个主题"),
    ("unknown field", GOOD.replace("hints", "hint"), 8, "不认识的字段 hint"),
    ("field twice", GOOD.replace("hints", "synonyms"), 8, "写了两遍"),
    ("no list", "name: 三农\n", 1, "没有主题"),
    ("empty", "", 1, "没有主题"),
    ("entry is a word", GOOD + "- 教育\n", 11, "这一条不是主题"),
    ("control character", GOOD.replace("小麦", "小\x00麦"), 7, "控制字符"),
    ("not UTF-8", GOOD.encode("gb18030"), 1, "不是 UTF-8"),
    ("too deep", "[" * 20_000, 1, "嵌套太深"),
]


@pytest.mark.parametrize(("text", "line", "wrong"), [case[1:] for case in BROKEN], ids=[case[0] for case in BROKEN])
def test_a_broken_file_is_refused_with_its_line_and_a_remedy(
    tmp_path: Path, text: str | bytes, line: int, wrong: str
) -> None:
    path = _file(tmp_path, text)
    with pytest.raises(DataFileError) as refusal:
        load_topics(path)
    message = str(refusal.value)
    assert message.startswith(f"{path} 第 {line} 行：")
    assert wrong in message
    assert "；" in message


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataFileError, match=r"none\.yaml 读不出来.*请检查路径和权限"):
        load_topics(tmp_path / "none.yaml")


def test_a_huge_file_is_refused(tmp_path: Path) -> None:
    path = _file(tmp_path, GOOD + "#" * 1_000_001)
    with pytest.raises(DataFileError, match="超过 1000000"):
        load_topics(path)
