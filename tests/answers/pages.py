"""Invented web pages: an interview, a speech of a township that is not named, and news of a meeting."""

from __future__ import annotations

from dataclasses import replace

from rag.records import Document, ReportKind
from tests.answers.small import COUNTY, TOWN, report

INTERVIEW = """您现在的位置: 首页 > 政民互动 > 正文

两会归来话开局——访陆知行

发布时间: 2024年02月05日 09:40   来源: 云渚县融媒体中心    预览次数: 31

做客直播间的是芦湾镇党委书记陆知行。
今年，芦湾镇以争创“省级茶旅强镇”为目标，新栽茶叶350亩。围绕河堤沿线打造研学产业带。
责任编辑: 顾南亭
"""
SPEECH = """镇长2023年春训动员讲话(第1/2页)

admin 分享 时间: 加入收藏 共计5120个字,预计阅读时长17分钟

同志们：今年要组织“清源渚溪河”行动2次，硬化村组道路XX公里。
抓好新村安置房分配(旧宅拆完再入住)等工作。
"""
NEWS = """2024-03-07 08:15:30
云渚日报记者 许砚舟 通讯员 沈怀瑾
3月6日，青蒲镇召开2024年镇村干部大会，镇人大主席何书宁主持大会。青蒲镇党委书记纪闻笛传达会议精神。
"""


def page(
    path: str, text: str, places: tuple[str, ...], title: str, *, kind: ReportKind, speaker: str | None = None
) -> Document:
    """A page of this kind, of 2024 unless its title says otherwise."""
    made = report(path, text, places, 2023 if "2023" in title else 2024, title)
    return replace(made, metadata=replace(made.metadata, kind=kind, speaker=speaker))


PAGES = (
    page("访谈.txt", INTERVIEW, TOWN, "两会归来话开局——访陆知行", kind=ReportKind.INTERVIEW, speaker="陆知行"),
    page("讲话.txt", SPEECH, (), "镇长2023年春训动员讲话", kind=ReportKind.SPEECH),
    page("大会.txt", NEWS, (*COUNTY, "青蒲镇"), "青蒲镇召开镇村干部大会", kind=ReportKind.NEWS),
)
