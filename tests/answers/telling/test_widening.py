"""How much of a long sentence is quoted."""

from __future__ import annotations

import pytest

from rag.records import Status
from tests.answers.small import COUNTY, answerer, report

LONG = report(
    "云渚县/2025.txt",
    """2025年云渚县政府工作报告
一、2024年工作回顾
科技创新和成果转化结出硕果，蚕桑种质资源库建成启用，三家科研院所在我县设立工作站，技术合同成交额增长12%，高技术产业占比稳步提高；“渚丝一号”“渚丝三号”通过品种审定，实现我县蚕桑自育品种零的突破；数字化缫丝车间投入运行，产品远销海外，全县丝绸行业用工实现稳定增长。
全县教育事业稳步向前，普惠园覆盖率达到91%，新增学位3200个，建成义务教育优质均衡示范校6所，引进名优教师85名，渚溪职业学校更名为云渚技师学院，教师轮岗交流全面推开，校园食堂实现明厨亮灶，家校社协同育人机制不断完善，课后服务质量稳步提升。
""",
    COUNTY,
    2025,
    "2025年云渚县政府工作报告",
)


HEADED = report(
    "云渚县/2026.txt",
    """2026年云渚县政府工作报告
一、2026年工作安排
一是抓好安全生产，守住平安底线。开展企业用电隐患排查。建设应急物资储备点6个。
二是抓好乡村振兴，建设和美村庄。整治残垣断壁120处。
""",
    COUNTY,
    2026,
    "2026年云渚县政府工作报告",
)


def test_what_is_to_be_done_is_told_with_the_sentence_that_heads_it() -> None:
    answer = answerer((HEADED,)).answer("云渚县2026年安全生产有什么具体措施？")
    assert answer.status is Status.ANSWERED
    assert "隐患排查。[2]建设应急物资储备点6个。[3]" in answer.text
    assert "残垣断壁" not in answer.text


@pytest.mark.parametrize(
    ("question", "said", "left_out"),
    [
        ("云渚县2024年通过审定的两个品种叫什么？", "“渚丝一号”“渚丝三号”通过品种审定", "资源库"),
        ("渚溪职业学校改名叫什么了？", "渚溪职业学校更名为云渚技师学院", "示范校"),
    ],
)
def test_of_a_sentence_that_tells_of_many_things_the_one_asked_about_is_quoted(
    question: str, said: str, left_out: str
) -> None:
    answer = answerer((LONG,)).answer(question)
    assert answer.status is Status.ANSWERED
    assert said in answer.text
    assert left_out not in answer.text
