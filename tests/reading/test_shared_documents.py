"""The real documents beside the project: what their names and folders say must be found in their text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from rag.places.gazetteer import gazetteer
from rag.reading import read, read_bytes, source_files
from rag.records import Document, ReportKind

pytestmark = pytest.mark.shared


@pytest.fixture(scope="module")
def documents(shared: Path) -> dict[str, Document]:
    """Every document of the shared corpus by its path."""
    corpus = shared / "corpus"
    return {file.path: read(corpus / file.path, corpus) for file in source_files(corpus).files}


def of(documents: dict[str, Document], folder: str) -> dict[str, Document]:
    found = {path: document for path, document in documents.items() if path.startswith(f"{folder}/")}
    assert found
    return found


def squeezed(text: str) -> str:
    return "".join(text.split())


def test_every_file_is_read(shared: Path, documents: dict[str, Document]) -> None:
    assert source_files(shared / "corpus").rejected == ()
    assert len(documents) == 105


def test_every_gb18030_file_decodes_to_exactly_the_text_of_its_utf8_twin(
    shared: Path, documents: dict[str, Document]
) -> None:
    for path, document in of(documents, "hailar_gb18030").items():
        twin = (shared / "corpus" / path.replace("hailar_gb18030", "hailar")).read_bytes().decode("utf-8-sig")
        assert document.encoding == "gb18030"
        assert document.text == twin


def test_a_text_file_is_its_decoded_bytes(shared: Path, documents: dict[str, Document]) -> None:
    for path, document in documents.items():
        if document.encoding == "utf-8" and document.format == "txt":
            assert document.text == (shared / "corpus" / path).read_bytes().decode("utf-8-sig")


def test_word_files_hold_the_same_text_as_their_text_twins(documents: dict[str, Document]) -> None:
    for path, document in of(documents, "docx").items():
        twin = documents[path.replace("docx/", "province_2025/").replace(".docx", ".txt")]
        assert squeezed(document.text) == squeezed(twin.text)


def test_web_pages_hold_the_sentences_of_their_text_twins(documents: dict[str, Document]) -> None:
    for year in ("2014", "2018"):
        page = squeezed(documents[f"html/{year}_国务院政府工作报告.html"].text)
        twin = documents[f"national/{year}_国务院政府工作报告.txt"].text
        sentences = {squeezed(line) for line in re.split(r"[\n。；]", twin) if len(squeezed(line)) > 15}
        missing = [sentence for sentence in sentences if sentence not in page]
        assert len(missing) < 0.1 * len(sentences), missing[:5]
        assert "<" not in page


def test_provincial_reports_have_the_place_and_year_of_their_names(documents: dict[str, Document]) -> None:
    for folder in ("province_2025", "docx"):
        for path, document in of(documents, folder).items():
            match = re.search(r"/(\d{4})年(.+)政府工作报告", path)
            assert match
            (province,) = gazetteer().resolve(match[2])
            metadata = document.metadata
            assert (metadata.places, metadata.year, metadata.kind) == (
                province.path,
                int(match[1]),
                ReportKind.WORK_REPORT,
            ), path
            assert metadata.issuer == f"{province.name}人民政府"
            assert metadata.date is not None
            assert metadata.speaker, path


def test_district_reports_have_the_place_and_year_of_their_names(documents: dict[str, Document]) -> None:
    for folder in ("hailar", "hailar_gb18030"):
        for path, document in of(documents, folder).items():
            year = int(path[-8:-4])
            assert document.metadata.places == ("内蒙古自治区", "呼伦贝尔市", "海拉尔区")
            assert (document.metadata.year, document.metadata.kind) == (year, ReportKind.WORK_REPORT)
            assert document.metadata.date is not None
            assert document.metadata.date.year == year


def test_national_reports_are_of_the_nation_and_their_year(documents: dict[str, Document]) -> None:
    for folder in ("national", "html"):
        for path, document in of(documents, folder).items():
            metadata = document.metadata
            year = int(path.split("/")[1][:4])
            assert (metadata.places, metadata.year, metadata.kind) == (("全国",), year, ReportKind.WORK_REPORT), path
            assert metadata.title.startswith(str(year))
            assert "http" not in metadata.title


@pytest.mark.parametrize(
    ("name", "places", "year", "kind"),
    [
        ("000_", ("甘肃省", "天水市", "清水县", "郭川镇"), 2024, ReportKind.INTERVIEW),
        ("001_", (), 2023, ReportKind.SPEECH),
        ("002_", ("陕西省", "咸阳市", "三原县", "渠岸镇"), 2024, ReportKind.NEWS),
        ("003_", ("河北省", "唐山市", "丰南区", "唐坊镇"), 2021, ReportKind.INTERVIEW),
        ("004_", ("山西省", "临汾市", "汾西县"), 2020, ReportKind.INTERVIEW),
    ],
)
def test_the_seeds_have_their_place_year_and_kind(
    documents: dict[str, Document], name: str, places: tuple[str, ...], year: int, kind: ReportKind
) -> None:
    (document,) = (found for path, found in documents.items() if path.startswith(f"seeds/{name}"))
    assert (document.metadata.places, document.metadata.year, document.metadata.kind) == (places, year, kind)


def test_only_the_redacted_speech_is_redacted_and_a_part_by_its_pages(documents: dict[str, Document]) -> None:
    assert [path[:9] for path, document in documents.items() if document.redacted] == ["seeds/001"]
    parts = {path: document.part for path, document in documents.items() if document.part}
    assert sorted(parts.values()) == ["摘要", "第2/3页"]


def test_place_year_and_kind_do_not_depend_on_the_file_name(shared: Path, documents: dict[str, Document]) -> None:
    """Provincial and district reports say it themselves."""
    for folder in ("province_2025", "hailar", "seeds"):
        for path, document in of(documents, folder).items():
            anonymous = read_bytes("x.txt", (shared / "corpus" / path).read_bytes()).metadata
            known = document.metadata
            assert (anonymous.places, anonymous.year, anonymous.kind) == (known.places, known.year, known.kind), path
