"""The page 文档, run by Streamlit without a browser over a corpus of its own."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from rag.intake import removed
from rag.reading import Override, load_overrides
from tests.ui.fakes import HOSTILE, REPORT, SENTENCE, TRICK


def app() -> None:
    from pathlib import Path  # noqa: PLC0415 - the body is run as a script of its own

    import streamlit as st  # noqa: PLC0415

    from rag.settings import Settings  # noqa: PLC0415
    from rag.ui.documents.actions import show_problem  # noqa: PLC0415
    from rag.ui.documents.page import documents, page  # noqa: PLC0415
    from rag.ui.parts.building import Building  # noqa: PLC0415
    from rag.ui.parts.guard import guarded  # noqa: PLC0415
    from tests.ui.fake_documents import FakeDocuments  # noqa: PLC0415

    corpus = Path(st.session_state["corpus"])
    st.navigation([st.Page(page, url_path="documents", default=True), st.Page(print, url_path="other")])
    if "building" not in st.session_state:
        st.session_state["building"] = Building(("true",), corpus, lambda: None)
    with guarded():
        show_problem()
        index = FakeDocuments(logged=st.session_state.get("logged", False))
        documents(index, Settings(corpus=corpus), st.session_state["building"])


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    for document in (REPORT, TRICK):
        file = tmp_path / document.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(document.text, encoding="utf-8")
    return tmp_path


def opened(corpus: Path, logged: bool = False, **params: str) -> AppTest:
    page = AppTest.from_function(app, default_timeout=30)
    page.session_state["corpus"] = str(corpus)
    page.session_state["logged"] = logged
    for name, value in params.items():
        page.query_params[name] = value
    return page.run()


def html(page: AppTest) -> str:
    return "".join(element.proto.body for element in page.get("html"))


def titles(page: AppTest) -> list[str]:
    return [link.proto.label.replace("\u2060\\", "") for link in page.get("page_link")]


def link(page: AppTest) -> dict[str, str]:
    values = {name: page.query_params[name] for name in page.query_params}
    return {name: value if isinstance(value, str) else value[0] for name, value in values.items()}


def test_documents_are_listed_with_their_state_and_what_could_not_be_read(corpus: Path) -> None:
    page = opened(corpus)
    assert "共 <strong>2</strong> 份" in html(page)
    assert titles(page)[-1] == "青石镇2024年政府工作报告"
    for said in (
        "部分文本（第1/3页）",
        "有涂抹",
        "宁川省 云溪县 青石镇",
        "没能读出的文件（1 份）",
        "资料库和报告文件夹一致",
    ):
        assert said in html(page)
    assert "<script" not in html(page)
    assert not page.exception


def test_words_narrow_the_list_and_stand_in_the_link(corpus: Path) -> None:
    page = opened(corpus)
    page.text_input(key="documents-text").set_value("周文远").run()
    assert titles(page) == ["青石镇2024年政府工作报告"]
    assert link(page) == {"text": "周文远"}
    page.selectbox(key="documents-order").set_value("newest").run()
    assert link(page) == {"text": "周文远", "sort": "newest"}
    page.text_input(key="documents-text").set_value("没有的词").run()
    assert "没有符合条件的文档" in html(page)


def test_the_parts_of_the_page_are_chosen_and_linked(corpus: Path) -> None:
    page = opened(corpus, tab="changes")
    assert "还没有记录" in html(page)
    page.segmented_control(key="documents-tab").set_value("removed").run()
    assert "没有移走的文件" in html(page)
    assert link(page) == {"tab": "removed"}


def test_what_the_last_build_changed_is_told(corpus: Path) -> None:
    page = opened(corpus, logged=True, tab="changes")
    assert "最近一次更新改动了 1 份文档里的数字：新增 1 个，移除 1 个。" in html(page)
    assert "1.2万亩</a>" in html(page)
    assert "<del>8000亩以上</del>" in html(page)


def test_a_document_is_shown_with_its_figures_and_its_notes(corpus: Path) -> None:
    page = opened(corpus, doc=REPORT.path)
    shown = html(page)
    assert 'zw-target" title="指标：玉米种植面积' in shown
    assert 'zw-result" title="指标：村级道路' in shown
    assert 'zw-hidden" title="指标：实事' in shown
    assert "以落款为准" in shown
    assert [name for name in titles(page) if name.startswith("（")] == ["（一）稳住粮食生产", "（二）办好民生实事"]
    assert len(page.dataframe[0].value) == 5
    assert "<mark" not in shown


def test_a_link_to_a_sentence_marks_it_in_both_texts(corpus: Path) -> None:
    start = REPORT.text.index(SENTENCE)
    page = opened(corpus, doc=REPORT.path, start=str(start), stop=str(start + len(SENTENCE)))
    assert "<mark id=zw-here>2024年全镇计划种植玉米</mark>" in html(page)
    page.segmented_control(key="documents-text-form").set_value(True).run()
    assert link(page)["form"] == "clean"
    assert "<mark id=zw-here>2024年全镇计划种植玉米</mark>" in html(page)


def test_figures_are_stepped_through_and_pages_turned(corpus: Path) -> None:
    page = opened(corpus, doc=REPORT.path)
    page.button(key="documents-下一个数字").click().run()
    assert "6800吨</span></mark>" in html(page)
    page.button(key="documents-下一个数字").click().run()
    assert "12公里</span></mark>" in html(page)
    span = {name: link(page)[name] for name in ("start", "stop")}
    page.button(key="documents-下一页").click().run()
    assert {name: link(page)[name] for name in ("start", "stop")} == span
    assert "第 2 页" in html(page)
    assert "<mark" not in html(page)
    page.button(key="documents-上一个数字").click().run()
    assert "第 1 页" in html(page)
    assert "6800吨</span></mark>" in html(page)


@pytest.mark.parametrize("place", [("0", "99999"), ("7", "2"), ("-1", "x")])
def test_a_place_outside_the_document_is_told(corpus: Path, place: tuple[str, str]) -> None:
    page = opened(corpus, doc=REPORT.path, start=place[0], stop=place[1])
    assert "链接里的位置不在这份文件里" in html(page)
    assert "zw-reading" in html(page)
    assert not page.exception


@pytest.mark.parametrize("doc", ["../../etc/passwd", "metadata.csv", HOSTILE])
def test_only_a_document_of_the_index_is_opened(corpus: Path, doc: str) -> None:
    page = opened(corpus, doc=doc)
    assert "资料库里没有这份文档" in html(page)
    assert "zw-reading" not in html(page)
    assert "<script" not in html(page)


def test_a_hostile_document_is_shown_as_text(corpus: Path) -> None:
    page = opened(corpus, doc=TRICK.path)
    assert "&lt;script&gt;" in html(page)
    assert "<script>window.hacked" not in html(page)
    assert "<img" not in html(page)


def test_metadata_is_saved_and_taken_back(corpus: Path) -> None:
    page = opened(corpus, doc=REPORT.path)
    fields = {field.label: field for field in page.text_input}
    assert fields["讲话人"].value == "周文远"
    fields["讲话人"].set_value("李明远")
    fields["年份"].set_value("2025")
    next(button for button in page.button if button.label == "保存").click().run()
    assert load_overrides(corpus).rows[REPORT.path] == Override(year=2025, speaker="李明远")
    assert "已保存：年份、讲话人" in html(page)
    assert "1 份文档的信息改动还没有进资料库" in html(page)
    page.button(key="documents-edit-undo").click().run()
    assert load_overrides(corpus).rows == {}
    assert {field.label: field.value for field in page.text_input}["讲话人"] == "周文远"


def test_every_run_tells_the_browser_what_the_fields_begin_with(corpus: Path) -> None:
    page = opened(corpus, doc=REPORT.path)
    for _ in range(2):
        fields = {field.label: field.proto.default for field in page.text_input}
        assert (fields["标题"], fields["讲话人"]) == (REPORT.metadata.title, "周文远")
        (kind,) = (field.proto for field in page.selectbox if field.label == "类型")
        assert kind.options[kind.default] == "工作报告"
        page.run()


def test_the_fields_are_those_of_the_document_also_after_another_one_and_the_list(corpus: Path) -> None:
    page = opened(corpus, doc=REPORT.path)
    for doc, title in ((TRICK.path, TRICK.metadata.title), (REPORT.path, REPORT.metadata.title)):
        page.query_params.clear()
        page.run()
        page.query_params["doc"] = doc
        page.run()
        assert {field.label: field.value for field in page.text_input}["标题"] == title


def test_what_cannot_be_saved_is_told_and_nothing_is_written(corpus: Path) -> None:
    page = opened(corpus, doc=REPORT.path)
    {field.label: field for field in page.text_input}["日期"].set_value("2024-02-30")
    next(button for button in page.button if button.label == "保存").click().run()
    assert "日期请写成" in html(page)
    assert not (corpus / "metadata.csv").exists()


def test_a_file_that_was_changed_waits_to_be_taken_over(corpus: Path) -> None:
    page = opened(corpus)
    assert "资料库和报告文件夹一致" in html(page)
    (corpus / REPORT.path).write_text(REPORT.text.replace("2024", "2025"), encoding="utf-8")
    assert "1 份改过内容的文件还没有进资料库" in html(page.run())


def test_a_document_is_removed_and_put_back(corpus: Path) -> None:
    page = opened(corpus, doc=REPORT.path)
    page.button(key="documents-remove").click().run()
    assert link(page) == {}
    for said in ("已移走：青石镇2024年政府工作报告", "1 份移走的文件还没有进资料库", "已移走，更新后消失"):
        assert said in html(page)
    assert not (corpus / REPORT.path).exists()
    page.button(key="documents-restore-last").click().run()
    assert f"已放回：{REPORT.path}" in html(page)
    assert (corpus / REPORT.path).read_text(encoding="utf-8") == REPORT.text
    assert removed(corpus) == ()


def test_what_goes_wrong_with_a_click_is_told_on_the_page(corpus: Path) -> None:
    page = opened(corpus, doc=REPORT.path)
    (corpus / REPORT.path).unlink()
    page.button(key="documents-remove").click().run()
    assert "找不到文件" in html(page)
    assert "zw-reading" in html(page)
    assert not page.exception
