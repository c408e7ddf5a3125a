"""The sample that comes with the project: invented throughout, in the states of real files, and read right."""

from __future__ import annotations

import json
import re
import zipfile
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from rag.places.gazetteer import gazetteer
from rag.reading import load_overrides, read, source_files
from rag.records import Document, ReportKind
from rag.text.clean import clean

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT / "corpus"
QUESTIONS = ROOT / "tests" / "sample_questions.jsonl"
MARK = "本文为虚构示例，地名、人名、数字均为杜撰"
INVENTED = ("岚原省", "望川市", "澄溪县", "鹤汀县", "桐湾区", "临湫县", "柏坞镇", "青筏镇", "石笕乡")
PATHS = tuple(file.path for file in source_files(CORPUS).files)
WORK, INTERVIEW, SPEECH = ReportKind.WORK_REPORT, ReportKind.INTERVIEW, ReportKind.SPEECH
NEWS, POLICY, OTHER = ReportKind.NEWS, ReportKind.POLICY, ReportKind.OTHER

READ = [
    # path, smallest place, year, kinds that fit, encoding
    ("望川市/2023年望川市政府工作报告.html", "望川市", 2023, {WORK}, "utf-8"),
    ("望川市/2024年望川市政府工作报告.pdf", "望川市", 2024, {WORK}, "pdf"),
    ("望川市/2023年對外開放推介會.txt", "望川市", 2023, {NEWS}, "big5"),
    ("澄溪县/2022年澄溪县政府工作报告.txt", "澄溪县", 2022, {WORK}, "gb18030"),
    ("澄溪县/2023年澄溪县政府工作报告.txt", "澄溪县", 2023, {WORK}, "utf-8"),
    ("澄溪县/2024年澄溪县政府工作报告.docx", "澄溪县", 2024, {WORK}, "docx"),
    ("澄溪县/2022年县委书记访谈_繁体.txt", "澄溪县", 2022, {INTERVIEW}, "utf-8"),
    ("澄溪县/2023年三级干部大会发言三篇.txt", "澄溪县", 2023, {SPEECH}, "utf-8"),
    ("澄溪县/2023年招商引资和营商环境工作通知.html", "澄溪县", 2023, {POLICY}, "gb18030"),
    ("澄溪县/2024年上半年经济运行.txt", "澄溪县", 2024, {NEWS}, "utf-8"),
    ("柏坞镇/2023年柏坞镇工作要点.docx", "柏坞镇", 2023, {WORK, POLICY}, "docx"),
    ("柏坞镇/2024年柏坞镇两会访谈.txt", "柏坞镇", 2024, {INTERVIEW}, "utf-8"),
    ("柏坞镇/2024年柏坞镇两会访谈_转载.txt", "柏坞镇", 2024, {INTERVIEW}, "utf-8"),
    ("柏坞镇/2024年柏坞镇镇村干部大会.txt", "柏坞镇", 2024, {NEWS}, "utf-8"),
    ("其他/scan_0417.txt", "柏坞镇", 2022, {POLICY}, "utf-8"),
    ("青筏镇/镇长讲话_第2页.txt", "青筏镇", 2023, {SPEECH}, "utf-8"),
    ("青筏镇/2022年青筏镇政府工作报告.txt", "青筏镇", 2023, {WORK}, "utf-8"),
    ("青筏镇/2024年青筏镇工作要点.md", "青筏镇", 2024, {WORK, POLICY}, "utf-8"),
    ("石笕乡/石笕乡党委书记访谈.txt", "石笕乡", 2021, {INTERVIEW}, "utf-8"),
    ("石笕乡/2024年石笕乡政府工作报告.txt", "石笕乡", 2024, {WORK}, "utf-16-le"),
    ("其他/小说_溪山县长.txt", None, 2023, {OTHER}, "utf-8"),
]

STATES = [
    # what real files suffer from, the file that shows it, how it looks there
    ("pinyin glosses on Traditional text", "澄溪县/2022年县委书记访谈_繁体.txt", r"縣\(xiàn\)"),
    ("doubled marks", "澄溪县/2022年县委书记访谈_繁体.txt", r"，,"),
    ("clashing marks", "澄溪县/2022年县委书记访谈_繁体.txt", r"，。"),
    ("half-converted text", "澄溪县/2022年县委书记访谈_繁体.txt", r"项目62个"),
    ("a part of a document", "青筏镇/镇长讲话_第2页.txt", r"\(第2/3页\)"),
    ("figures blanked out", "青筏镇/镇长讲话_第2页.txt", r"XX座.*XX户.*XX亿元.*\*\*起.*20XX年"),
    ("digits lost, unit kept", "石笕乡/石笕乡党委书记访谈.txt", r"存栏万头,同比增长%;.*产值万元"),
    ("a year lost", "石笕乡/石笕乡党委书记访谈.txt", r"章回春:年是“十四五”开局之年"),
    ("several speeches on one page", "澄溪县/2023年三级干部大会发言三篇.txt", r"篇1：.*篇2：.*篇3："),
    ("a line break inside a sentence", "澄溪县/2024年上半年经济运行.txt", r"17\.6\n亿元"),
    ("a subscript on its own line", "澄溪县/2024年上半年经济运行.txt", r"PM\n2\.5\n平均浓度"),
    ("spaces inside numbers and words", "澄溪县/2024年上半年经济运行.txt", r"53 \.8 亿元，同 比 增 长"),
    ("full-width digits", "澄溪县/2024年上半年经济运行.txt", r"２.４９亿元，增长５.８％"),
    ("a bare counter", "澄溪县/2024年上半年经济运行.txt", r"\n58213\n"),
    ("page furniture", "柏坞镇/2024年柏坞镇两会访谈.txt", r"您现在的位置.*预览次数.*【字体.*【打印】.*上一篇"),
    ("other furniture around a reprint", "柏坞镇/2024年柏坞镇两会访谈_转载.txt", r"扫一扫.*转载声明.*相关推荐"),
    ("navigation of a page", "望川市/2023年望川市政府工作报告.html", r"首页 > 政府信息公开.*扫一扫.*网站地图"),
    ("a page number in a sentence", "青筏镇/2022年青筏镇政府工作报告.txt", r"农贸市- 3 -场"),
    ("an OCR slip", "青筏镇/2022年青筏镇政府工作报告.txt", r"满意率IO0%"),
    ("a title of another year", "青筏镇/2022年青筏镇政府工作报告.txt", r"^2022年.*——2023年2月6日在"),
    ("spaced title", "澄溪县/2022年澄溪县政府工作报告.txt", r"^政 府 工 作 报 告"),
    ("a distributed list", "澄溪县/2023年澄溪县政府工作报告.txt", r"一、二、三产业增加值分别增长5%、7\.5%和6\.5%左右"),
    ("two goals for one indicator", "澄溪县/2023年澄溪县政府工作报告.txt", r"6000万棒、力争6500万棒"),
    ("a range", "澄溪县/2023年澄溪县政府工作报告.txt", r"12至15场"),
    ("numbers in words", "澄溪县/2023年澄溪县政府工作报告.txt", r"翻一番.*增长三成.*三分之一以上"),
    ("a comparison with elsewhere", "青筏镇/2022年青筏镇政府工作报告.txt", r"高于全县平均水平0\.5个百分点"),
    ("fiction that reads like a report", "其他/小说_溪山县长.txt", r"小说网.*地区生产总值要增长一成二"),
    (
        "a table in Word",
        "澄溪县/2024年澄溪县政府工作报告.docx",
        r"2023年实际：地区生产总值110\.3亿元；2024年目标：地区生产总值增长6\.5%以上",
    ),
    (
        "a table in a PDF",
        "望川市/2024年望川市政府工作报告.pdf",
        r"城镇新增就业1\.42万人；2024年目标：城镇新增就业1\.4万人以上",
    ),
]


@pytest.fixture(scope="module")
def documents() -> dict[str, Document]:
    """Every document of the sample by its path, with metadata.csv applied."""
    overrides = load_overrides(CORPUS)
    return {path: read(Path(path), CORPUS, overrides=overrides) for path in PATHS}


def test_at_least_sixteen_documents_in_every_format() -> None:
    listing = source_files(CORPUS)
    assert listing.rejected == ()
    assert sorted(PATHS) == sorted(path for path, *_ in READ)
    formats = Counter(Path(path).suffix for path in PATHS)
    assert formats == {".txt": 15, ".html": 2, ".docx": 2, ".pdf": 1, ".md": 1}
    assert all((CORPUS / path).stat().st_size < 300_000 for path in PATHS)


def test_encodings_and_line_ends_are_what_they_claim() -> None:
    def data(path: str) -> bytes:
        return (CORPUS / path).read_bytes()

    gb18030 = data("澄溪县/2022年澄溪县政府工作报告.txt")
    assert "澄溪县人民政府县长" in gb18030.decode("gb18030")
    assert gb18030.count(b"\r\n") == gb18030.count(b"\n") > 30
    with pytest.raises(UnicodeDecodeError):
        gb18030.decode("utf-8")
    assert "對外開放" in data("望川市/2023年對外開放推介會.txt").decode("big5")
    assert data("石笕乡/2024年石笕乡政府工作报告.txt").startswith(b"\xff\xfe")
    assert data("柏坞镇/2024年柏坞镇两会访谈_转载.txt").startswith(b"\xef\xbb\xbf")
    page = data("澄溪县/2023年招商引资和营商环境工作通知.html")
    assert b'charset="gb2312"' in page and "各乡镇人民政府" in page.decode("gbk")
    assert data("望川市/2024年望川市政府工作报告.pdf").startswith(b"%PDF-")
    with zipfile.ZipFile(CORPUS / "澄溪县/2024年澄溪县政府工作报告.docx") as word:
        assert b"<w:tbl>" in word.read("word/document.xml")


@pytest.mark.parametrize(("path", "seen"), [case[1:] for case in STATES], ids=[case[0] for case in STATES])
def test_the_state_is_really_there(documents: dict[str, Document], path: str, seen: str) -> None:
    assert re.search(seen, documents[path].text, re.DOTALL)


@pytest.mark.parametrize("path", PATHS)
def test_every_document_says_that_it_is_invented(documents: dict[str, Document], path: str) -> None:
    assert MARK in clean(documents[path].text).text.replace(",", "，")


@pytest.mark.parametrize("name", INVENTED)
def test_no_place_of_the_sample_exists(name: str) -> None:
    assert gazetteer().resolve(name) == ()
    assert gazetteer().resolve(name[:-1]) == ()


@pytest.mark.parametrize("path", PATHS)
def test_no_document_names_a_real_place(documents: dict[str, Document], path: str) -> None:
    text = clean(documents[path].text).text
    # names of two characters also arise between words: 政府和县委, 完成县级
    named = {mention.text for mention in gazetteer().find(text) if len(mention.text) > 2}
    assert {name for name in named if not any(name in invented for invented in INVENTED)} == set()


@pytest.mark.parametrize("case", READ, ids=[case[0] for case in READ])
def test_each_is_read_with_its_place_year_kind_and_encoding(
    documents: dict[str, Document], case: tuple[str, str | None, int, set[ReportKind], str]
) -> None:
    path, place, year, kinds, encoding = case
    document = documents[path]
    assert document.metadata.place == place
    assert document.metadata.year == year
    assert document.metadata.kind in kinds
    assert document.encoding == encoding


def test_delivery_dates_and_speakers_are_read(documents: dict[str, Document]) -> None:
    def delivered(path: str) -> tuple[date | None, str | None]:
        metadata = documents[path].metadata
        return metadata.date, metadata.speaker

    assert delivered("澄溪县/2022年澄溪县政府工作报告.txt") == (date(2022, 1, 18), "顾南亭")
    assert delivered("澄溪县/2024年澄溪县政府工作报告.docx") == (date(2024, 1, 16), "许砚舟")
    assert delivered("望川市/2024年望川市政府工作报告.pdf") == (date(2024, 1, 9), "沈怀瑾")


def test_titles_are_found_among_navigation_and_questions(documents: dict[str, Document]) -> None:
    def title(path: str) -> str:
        return documents[path].metadata.title

    assert title("柏坞镇/2024年柏坞镇两会访谈.txt").endswith("访柏坞镇党委书记陆知行")
    assert title("柏坞镇/2024年柏坞镇两会访谈_转载.txt").startswith("专访柏坞镇党委书记陆知行")
    assert title("青筏镇/2024年青筏镇工作要点.md") == "青筏镇2024年工作要点"
    assert title("望川市/2023年望川市政府工作报告.html") == "2023年望川市政府工作报告"


def test_parts_redactions_and_conflicting_years_are_marked(documents: dict[str, Document]) -> None:
    speech = documents["青筏镇/镇长讲话_第2页.txt"]
    assert speech.part == "第2/3页"
    assert [path for path in PATHS if documents[path].redacted] == [speech.path]
    notes = documents["青筏镇/2022年青筏镇政府工作报告.txt"].notes
    assert any("2022" in note and "2023" in note for note in notes)


def test_metadata_csv_supplies_what_a_scan_does_not_say(documents: dict[str, Document]) -> None:
    path = "其他/scan_0417.txt"
    bare = read(Path(path), CORPUS)
    assert (bare.metadata.place, bare.metadata.year) == (None, None)
    assert documents[path].metadata.title == "柏坞镇2022年重点任务清单"


def test_the_reprint_has_the_text_of_the_interview(documents: dict[str, Document]) -> None:
    def paragraphs(path: str) -> list[str]:
        return [line for line in documents[path].text.splitlines() if len(line) > 60]

    original = paragraphs("柏坞镇/2024年柏坞镇两会访谈.txt")
    assert len(original) == 6
    assert paragraphs("柏坞镇/2024年柏坞镇两会访谈_转载.txt") == original


def test_the_questions_quote_the_sample_and_ask_in_every_way(documents: dict[str, Document]) -> None:
    questions = [json.loads(line) for line in QUESTIONS.read_text("utf-8").splitlines()]
    by_name = {Path(path).name: documents[path].text for path in PATHS}
    assert [question["id"] for question in questions] == [f"s{n:03d}" for n in range(1, 61)]
    assert set(Counter(question["type"] for question in questions)) == {
        *("lookup_target", "lookup_result", "lookup_text", "list", "compare", "superlative_count"),
        *("track", "followup", "unanswerable", "masked"),
    }
    for question in questions:
        assert bool(question["evidence"]) is not question.get("refuse", False)
        for evidence in question["evidence"]:
            quotes = {by_name[evidence["doc"]][start:stop] for start, stop in evidence["spans"]}
            assert quotes == {evidence["quote"]}, question["id"]


def test_required_pieces_stand_in_the_evidence() -> None:
    def plain(text: str) -> str:
        return text.translate({**{ord("０") + n: str(n) for n in range(10)}, ord("％"): "%"})

    for line in QUESTIONS.read_text("utf-8").splitlines():
        question = json.loads(line)
        quoted = plain("".join(evidence["quote"] for evidence in question["evidence"]))
        number_pieces = [piece for piece in question["answers"] if piece[0][0].isdigit() and "年" not in piece[0]]
        for piece in number_pieces:
            assert any(wording in quoted for wording in piece), (question["id"], piece)
