"""What surrounds the answers."""

import re

from rag.store import BuildState
from rag.ui.parts.building import BuildView, Phase
from rag.ui.parts.panels import build_report_html, library_html, nearest_html, notice_html, progress_html, welcome_html
from tests.ui.fakes import HOSTILE, REPORT, FakeIndex, hit

RUNNING = BuildState(1, "2024-06-01T08:00:00+08:00", "encoding", 1200, 4541, "云溪县/青石镇_2024.txt")


def texts(html: str) -> list[str]:
    return [text for text in re.split(r"<[^>]+>", html) if text.strip()]


def test_progress_says_count_rate_time_left_and_the_file_at_hand() -> None:
    assert texts(progress_html(BuildView(Phase.RUNNING, RUNNING, 95.4, 35.0), "更新时可以照常提问。")) == [
        "正在更新资料库",
        "理解段落 1,200 / 4,541 段",
        "每秒 95.4 段，不到 1 分钟后完成这一步",
        "云溪县/青石镇_2024.txt",
        "更新时可以照常提问。",
    ]


def test_a_build_of_another_program_is_said_to_be_one() -> None:
    assert "另一个程序正在更新资料库" in progress_html(BuildView(Phase.ELSEWHERE, RUNNING))


def test_a_build_that_has_not_said_anything_yet_is_being_prepared() -> None:
    assert "正在准备" in progress_html(BuildView(Phase.RUNNING))


def test_a_report_counts_what_changed_and_names_what_could_not_be_read() -> None:
    skipped = {"path": "坏.docx", "reason": "打不开", "remedy": "另存为 docx"}
    html = build_report_html({"added": ["a.txt", "b.txt"], "changed": [], "removed": ["c.txt"], "skipped": [skipped]})
    assert texts(html) == [
        *("更新完成", "文件：新增 2，移除 1"),
        *("没能读出 1 份", "坏.docx：打不开；另存为 docx"),
        *("新增 2 份", "a.txt", "b.txt"),
        *("移除 1 份", "c.txt"),
    ]


def test_a_report_of_nothing_says_so() -> None:
    assert "文件没有变化" in build_report_html({})


def test_a_long_list_is_cut_and_counted() -> None:
    html = build_report_html({"added": [f"{n}.txt" for n in range(50)]})
    assert html.count("<li>") == 21
    assert "另有 30 份" in html


def test_the_library_is_said_in_plain_words() -> None:
    rows = texts(library_html(FakeIndex().statistics(), "随程序安装的多语言模型"))
    assert rows[:7] == ["资料库", "文件", "2 份", "段落", "214 段", "目标和完成数", "37 个"]
    assert rows[-2:] == ["语义模型", "随程序安装的多语言模型"]


def test_near_passages_name_their_document_and_say_that_they_are_no_answer() -> None:
    assert texts(nearest_html([hit(REPORT, "村级道路硬化12公里。", ("一、过去一年的工作",))])) == [
        "看看相近的内容（不是答案）",
        "村级道路硬化12公里。",
        "云溪县/青石镇_2024.txt › 一、过去一年的工作",
    ]


def test_hostile_text_in_a_panel_stays_text() -> None:
    panels = (
        notice_html(HOSTILE, HOSTILE),
        nearest_html([hit(REPORT, "一年来", (HOSTILE,))]),
        build_report_html({"skipped": [{"path": HOSTILE, "reason": HOSTILE}], "added": [HOSTILE]}),
        progress_html(BuildView(Phase.RUNNING, BuildState(1, "", HOSTILE, 1, 2, HOSTILE))),
        library_html(FakeIndex().statistics(), HOSTILE),
    )
    assert not [html for html in panels if "<script" in html or "<img" in html]


def test_the_welcome_counts_the_reports() -> None:
    assert "1,234 份报告" in welcome_html(1234)
