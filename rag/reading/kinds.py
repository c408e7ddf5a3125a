"""What sort of document it is: rules tried in order, the first that holds decides."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rag.reading.opening import Opening
from rag.records import ReportKind


@dataclass(frozen=True, slots=True)
class KindRule:
    """`title` or `text` names what must be found there; `times` how often in the text."""

    kind: ReportKind
    title: re.Pattern[str] | None = None
    text: re.Pattern[str] | None = None
    times: int = 1

    def holds(self, title: str, text: str) -> bool:
        """True where the title or the text shows this kind."""
        in_title = self.title is not None and self.title.search(title) is not None
        return in_title or (self.text is not None and _occurs(self.text, text, self.times))


def _occurs(form: re.Pattern[str], text: str, times: int) -> bool:
    matches = form.finditer(text)
    return all(next(matches, None) is not None for _ in range(times))


RULES: tuple[KindRule, ...] = (
    # 贯彻全县两会精神访谈; 某县县长答记者问
    KindRule(
        ReportKind.INTERVIEW, title=re.compile(r"访谈|专访|答记者问|对话|面对面|访.{0,12}(?:书记|[省市县区旗镇乡]长)")
    ),
    # 2025年政府工作报告; 2023年工作总结和2024年工作计划; 关于2024年预算执行情况的报告
    KindRule(
        ReportKind.WORK_REPORT,
        title=re.compile(
            r"工作的?报告|工作总结|工作要点|工作计划|工作情况|工作汇报|(?:计划|预算|决算|执行情况).{0,20}报告"
        ),
    ),
    # 在全县三级干部会议上的讲话
    KindRule(ReportKind.SPEECH, title=re.compile(r"讲话|致辞|发言|演讲|主持词|动员报告|表态")),
    # 关于印发某县实施方案的通知; 国民经济和社会发展第十四个五年规划纲要; 〔2024〕3号
    KindRule(
        ReportKind.POLICY,
        title=re.compile(
            r"(?:规划|纲要|意见|通知|办法|方案|决定|条例|细则|公告|批复|规定|措施|决议)(?:\W.{0,12})?$"
            r"|印发|[〔\[(（]\d{4}[〕\])）]\s*\d+\s*号"
        ),
    ),
    # 现在，我代表区人民政府向大会作工作报告，请予审议
    KindRule(
        ReportKind.WORK_REPORT,
        text=re.compile(
            r"代表[^,，。]{0,16}(?:政府|国务院).{0,4}[,，]?.{0,24}(?:报告|工作)[^。]{0,40}(?:审议|审查|审查批准)"
        ),
    ),
    # 本期节目专访的是…; 本报记者采访了…
    KindRule(
        ReportKind.INTERVIEW,
        text=re.compile(r"记者[^。]{0,6}(?:专访|采访|对话)了|专访的是|接受[^。]{0,12}(?:采访|专访)"),
    ),
    # 问：…… 答：……
    KindRule(
        ReportKind.INTERVIEW, text=re.compile(r"(?:^|[。?？!！”])\s*(?:问|记者|主持人)\s*[:：]", re.MULTILINE), times=2
    ),
    # 本网讯; 记者 某某; 2月25日，某镇召开…会
    KindRule(
        ReportKind.NEWS,
        text=re.compile(
            r"\A(?:.{0,60}\n){0,6}?.{0,20}"
            r"(?:(?:记者|通讯员)\s|[网报社台]讯\s|\d{1,2}月\d{1,2}日[^。]{0,30}(?:召开|举行|组织|开展|调研))"
        ),
    ),
    # 同志们：今天我们召开…会议
    KindRule(ReportKind.SPEECH, text=re.compile(r"\A(?:.{0,60}\n){0,6}?(?:各位领导|同志们|各位来宾)", re.MULTILINE)),
)


def find_kind(title: str, opening: Opening) -> ReportKind:
    """The kind that the first rule to hold names; OTHER where none does."""
    text = opening.text
    return next((rule.kind for rule in RULES if rule.holds(title, text)), ReportKind.OTHER)
