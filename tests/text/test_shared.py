"""The real documents: what pages put around them is in no passage, what they say is all there."""

import re
from pathlib import Path

import pytest

from rag.text.clean import CleanText, clean
from rag.text.passages import passages
from rag.text.structure import sections

pytestmark = pytest.mark.shared

FURNITURE = [
    "您现在的位置", "发布时间", "预览次数", "【字体", "领取福利", "微信扫码", "上一篇", "下一篇", "热点文章", "推荐文章", "责任编辑",
    "转载请注明", "加入收藏", "个字,预计阅读", "http", "标签不可点", "收录于话题", "◆", "221381", "Public domain", "公有领域",
]  # fmt: skip
CHINESE = re.compile("[\u4e00-\u9fff]")
GLOSS = re.compile(r"[（(][a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜ]{1,6}[)）]")
DOUBLED = re.compile(r"[，,、；：。]{2,}")


def documents(folder: Path) -> dict[str, CleanText]:
    paths = sorted(
        path for name in ("seeds", "hailar", "national", "province_2025") for path in folder.glob(f"{name}/*.txt")
    )
    return {path.name: clean(path.read_bytes().decode("utf-8-sig")) for path in paths}


@pytest.fixture(scope="module")
def corpus(shared: Path) -> dict[str, CleanText]:
    return documents(shared / "corpus")


def test_no_passage_holds_a_line_of_the_page(corpus: dict[str, CleanText]) -> None:
    found = [
        (name, phrase)
        for name, text in corpus.items()
        for passage in passages(name, text)
        for phrase in FURNITURE
        if phrase in passage.text
    ]
    assert found == []


def test_the_glossed_page_comes_out_without_gloss_or_doubled_mark(corpus: dict[str, CleanText], shared: Path) -> None:
    (path,) = (shared / "corpus/seeds").glob("004_*")
    original = path.read_text(encoding="utf-8")
    text = corpus[path.name].text
    assert len(GLOSS.findall(original)) > 200
    assert GLOSS.findall(text) == []
    assert DOUBLED.findall(text) == []
    assert clean(text).text == text
    assert (
        len([character for character in original if "\u4e00" <= character <= "\u9fff"])
        - len([character for character in text if "\u4e00" <= character <= "\u9fff"])
        < 20
    )


def test_no_paragraph_of_the_reports_is_lost(corpus: dict[str, CleanText], shared: Path) -> None:
    for path in sorted((shared / "corpus/province_2025").glob("*.txt")):
        paragraphs = (line for line in path.read_bytes().decode("utf-8-sig").split("\n") if "。" in line)
        kept = "".join(CHINESE.findall(corpus[path.name].text))
        assert [line for line in paragraphs if "".join(CHINESE.findall(line)) not in kept] == [], path.name


def test_passages_are_of_a_length_that_can_be_read(corpus: dict[str, CleanText]) -> None:
    lengths = [len(passage.text) for name, text in corpus.items() for passage in passages(name, text)]
    assert 150 <= sum(lengths) / len(lengths) <= 300
    assert max(lengths) <= 400


def test_every_report_has_sections(corpus: dict[str, CleanText]) -> None:
    without = [name for name, text in corpus.items() if "2025年" in name and len(sections(text)) < 5]
    assert without == []


def test_the_same_report_in_two_line_ends_has_the_same_clean_text(shared: Path) -> None:
    for path in sorted((shared / "corpus/hailar").glob("*.txt")):
        original = path.read_bytes().decode("utf-8-sig")
        assert clean(original).text == clean(original.replace("\r\n", "\n")).text
