"""Marks of parts and of redaction."""

import pytest

from rag.reading.marks import is_redacted, part_of

BODY = "今年要种植玉米14500亩，新建高标准农田2000亩。\n" * 60


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("镇长在全镇大会上的讲话(第2/3页)\n" + BODY, "第2/3页"),
        (BODY + "（第1页，共4页）", "第1页，共4页"),
        (BODY + "（下转第四版）", "下转第四版"),
        ("（上接第1版）\n" + BODY, "上接第1版"),
        (BODY + "（未完待续）", "未完待续"),
        (BODY.rstrip() + "（未完）", "未完"),
        (BODY + "需要先登录后才能查看", "需要先登录后才能查看"),
        (BODY + "登录后查看全文", "登录后查看全文"),
        (BODY + "点击查看全文", "点击查看全文"),
        (BODY + "剩余70%未读", "剩余70%未读"),
        (BODY, None),
        ("\n".join(f"第{i}/9页\n{BODY}" for i in range(1, 10)), None),
        ("第1/1页\n" + BODY, None),
        (BODY + "以上任务未完成的，要说明原因。", None),
        (BODY + "群众登录平台即可查询。", None),
        ("报告第12页提到的项目已经开工。\n" + BODY, None),
    ],
)
def test_only_real_marks_say_that_a_text_is_a_part(text: str, part: str | None) -> None:
    assert part_of(text) == part


@pytest.mark.parametrize(
    ("text", "redacted"),
    [
        ("今年种植玉米XX亩。", True),
        ("监测对象ＸＸ户ＸＸ人", True),
        ("投资**万元建设冷库", True),
        ("争取资金×××万元", True),
        ("20XX年全镇工作总结", True),
        ("同比增长xx%", True),
        ("某某镇党委书记某某同志", True),
        ("某某镇在某某县的领导下", True),
        ("建设平安XX，打造XX品牌", True),
        ("XX镇2024年工作总结\n在XX县委领导下", True),
        ("采用3×4米的展板，使用X光机5台", False),
        ("推广XXL号服装，染色体XX型", False),
        ("从一九八一年到二○○○年", False),
        ("地区生产总值增长5%左右。", False),
        ("某些地方、某一方面还有差距", False),
    ],
)
def test_blanked_out_figures_and_names_are_noticed(text: str, redacted: bool) -> None:
    assert is_redacted(text, "txt") is redacted


def test_emphasis_in_markdown_is_no_redaction() -> None:
    assert not is_redacted("投资**50**万元，**户均**增收，**重点**抓好", "md")
    assert is_redacted("投资XX万元，**重点**抓好", "md")
