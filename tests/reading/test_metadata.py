"""What a document says of itself, from invented texts about real counties."""

from dataclasses import dataclass
from datetime import date

import pytest

from rag.reading import read_bytes
from rag.records import Document, Metadata, ReportKind

WORK_REPORT, INTERVIEW, SPEECH = ReportKind.WORK_REPORT, ReportKind.INTERVIEW, ReportKind.SPEECH
NEWS, POLICY, OTHER = ReportKind.NEWS, ReportKind.POLICY, ReportKind.OTHER
CHENGXIAN = ("甘肃省", "陇南市", "成县")
LINTAO = ("甘肃省", "定西市", "临洮县")


def document(text: str, name: str = "a.txt") -> Document:
    return read_bytes(name, text.encode())


@dataclass(frozen=True)
class Case:
    """A text and the metadata that it must give, whole."""

    text: str
    metadata: Metadata
    name: str = "a.txt"


CASES = {
    "a county's report with a spaced title and a delivery line": Case(
        "政 府 工 作 报 告\r\n\r\n——2021年1月12日在成县第十八届人民代表大会第六次会议上\r\n\r\n"
        "成县人民政府县长　　高　山\r\n\r\n各位代表：\r\n现在，我代表县人民政府，向大会报告工作，请予审议。",
        Metadata(
            "2021年成县政府工作报告", CHENGXIAN, 2021, date(2021, 1, 12), WORK_REPORT, "高山", "成县人民政府", None
        ),
    ),
    "a date of its own, in Chinese numerals, before the name": Case(
        "临洮县政府工作报告\n在临洮县第十七届人民代表大会第二次会议上\n（二〇一八年一月九日）\n代县长　石磊\n各位代表：",
        Metadata("临洮县政府工作报告", LINTAO, 2018, date(2018, 1, 9), WORK_REPORT, "石磊", "临洮县人民政府", None),
    ),
    "the name before the office in the delivery line": Case(
        "2022年临洮县政府工作报告\n来源：临洮融媒\n2022年1月9日石磊县长在临洮县第十八届人民代表大会第一次会议上的报告\n各位代表：",
        Metadata(
            "2022年临洮县政府工作报告",
            LINTAO,
            2022,
            date(2022, 1, 9),
            WORK_REPORT,
            "石磊",
            "临洮县人民政府",
            "临洮融媒",
        ),
    ),
    "a name of many parts": Case(
        "政府工作报告\n2022年1月9日在新疆维吾尔自治区第十三届人民代表大会第五次会议上\n自治区主席　阿里木·买买提\n各位代表：",
        Metadata(
            "2022年新疆维吾尔自治区政府工作报告",
            ("新疆维吾尔自治区",),
            2022,
            date(2022, 1, 9),
            WORK_REPORT,
            "阿里木·买买提",
            "新疆维吾尔自治区人民政府",
            None,
        ),
    ),
    "a report of the nation": Case(
        "政府工作报告\n——2003年3月5日在第十届全国人民代表大会第一次会议上\n国务院总理　　江河\n各位代表：",
        Metadata("2003年国务院政府工作报告", ("全国",), 2003, date(2003, 3, 5), WORK_REPORT, "江河", "国务院", None),
    ),
    "a report given in December for the next year": Case(
        "政府工作报告\n——2023年12月28日在成县第十九届人民代表大会第三次会议上\n县长 高山\n各位代表：\n"
        "一、2023年工作回顾\n二、2024年工作安排",
        Metadata("2024年成县政府工作报告", CHENGXIAN, 2024, date(2023, 12, 28), WORK_REPORT, "高山", "成县人民政府"),
    ),
    "an autonomous region by its short name, on the title alone": Case(
        "2019年广西政府工作报告\n各位代表：\n现在，我代表自治区人民政府，向大会报告工作，请予审议。",
        Metadata(
            "2019年广西政府工作报告", ("广西壮族自治区",), 2019, None, WORK_REPORT, None, "广西壮族自治区人民政府"
        ),
    ),
    "an interview with the head of a town": Case(
        "您现在的位置: 首页 > 访谈\n两会归来访谈录——马河\n"
        "发布时间: 2022年02月10日 09:30   来源: 临洮县融媒体中心    预览次数: 12\n"
        "今天我们专访了红柳镇党委书记马河。\n红柳镇今年种植玉米2万亩。",
        Metadata(
            "两会归来访谈录——马河",
            (*LINTAO, "红柳镇"),
            2022,
            date(2022, 2, 10),
            INTERVIEW,
            "马河",
            None,
            "临洮县融媒体中心",
        ),
    ),
    "questions and answers, a lost year and the county only in the source": Case(
        "红柳镇：实干开新局\n问：今年怎么干？\n马河：年是“十四五”开局之年，红柳镇要种植玉米2万亩。\n"
        "问：还有什么打算？\n马河：红柳镇要招商引资。\n来源：临洮县委组织部",
        Metadata("红柳镇：实干开新局", (*LINTAO, "红柳镇"), 2021, None, INTERVIEW, "马河", None, "临洮县委组织部"),
    ),
    "news of a meeting, without a title": Case(
        "2022-02-11 10:20:30\n陇原农业报-某网记者 石磊 通讯员 高山\n为贯彻两会精神，统筹全镇上下收心干事。"
        "2月10日，甘肃临洮县红柳镇召开2022年工作会。",
        Metadata(
            "2月10日，甘肃临洮县红柳镇召开2022年工作会",
            (*LINTAO, "红柳镇"),
            2022,
            date(2022, 2, 11),
            NEWS,
            None,
            None,
            "陇原农业报-某网",
        ),
    ),
    "a Traditional page with glosses": Case(
        "定西新聞網(wǎng)訊 近日，本報(bào)記者采訪了臨洮縣(xiàn)委書記馬河。\n馬河說，2022年，臨洮縣將種植玉米2萬畝。",
        Metadata("近日，本报记者采访了临洮县委书记马河", LINTAO, 2022, None, INTERVIEW, "马河", None, "定西新闻网"),
    ),
    "a speech at a conference of a place that it does not name": Case(
        "在全镇经济工作会议上的讲话\n（2023年2月3日）\n同志们：\n今天召开这次会议。",
        Metadata("在全镇经济工作会议上的讲话", (), 2023, date(2023, 2, 3), SPEECH),
    ),
    "a notice with a plan": Case(
        "关于印发《成县2024年粮食生产实施方案》的通知\n成政办发〔2024〕12号\n各乡镇人民政府：\n现将方案印发给你们。",
        Metadata("关于印发《成县2024年粮食生产实施方案》的通知", CHENGXIAN, 2024, None, POLICY),
    ),
    "a five-year plan has the year of its adoption": Case(
        "成县国民经济和社会发展第十四个五年规划纲要（2021-2025年）\n（2021年3月2日成县第十八届人民代表大会第七次会议通过）",
        Metadata(
            "成县国民经济和社会发展第十四个五年规划纲要（2021-2025年）", CHENGXIAN, 2021, date(2021, 3, 2), POLICY
        ),
    ),
    "only the file and its folders say anything": Case(
        "今年要继续努力，把各项工作做得更好。",
        Metadata(
            "白杨镇工作总结", ("甘肃省", "陇南市", "成县", "白杨镇"), 2020, None, WORK_REPORT, None, "白杨镇人民政府"
        ),
        name="成县/2020年/白杨镇工作总结.txt",
    ),
    "nothing says anything": Case(
        "这里只有一句普通的话。", Metadata("这里只有一句普通的话", (), None, None, OTHER), name="5f3c2013ab.txt"
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_the_metadata_is_what_the_text_says(case: Case) -> None:
    assert document(case.text, case.name).metadata == case.metadata


@pytest.mark.parametrize(
    ("text", "name", "note"),
    [
        (
            "2023年成县政府工作报告\n——2012年2月29日在成县第十五届人民代表大会第六次会议上\n各位代表：",
            "a.txt",
            "标题年份是 2023 年，报告日期是 2012 年，以报告日期为准",
        ),
        (
            "成县政府工作报告\n——2012年2月29日在成县第十五届人民代表大会第六次会议上\n各位代表：",
            "成县_2013.txt",
            "文件名年份是 2013 年，报告日期是 2012 年，以报告日期为准",
        ),
        (
            "成县政府工作报告\n——2012年2月29日在成县第十五届人民代表大会第六次会议上\n各位代表：",
            "临洮县.txt",
            "文件名说的是临洮县，报告日期行说的是成县，以报告日期行为准",
        ),
        (
            "鼓楼区政府工作报告\n——2012年2月29日在鼓楼区第十五届人民代表大会第六次会议上\n各位代表：",
            "a.txt",
            "有几个鼓楼区（江苏省、福建省、河南省），文中没有说明是哪一个",
        ),
        ("今年是“十五五”开局之年，要开好局起好步，办好实事。", "a.txt", "年份由“十五五开局之年”推出：2026 年"),
        ("今年是新中国成立70周年，要办好实事。", "a.txt", "年份由“新中国成立70周年”推出：2019 年"),
        ("今年是全面贯彻党的二十大精神的开局之年，要办好实事。", "a.txt", "年份由“二十大精神开局之年”推出：2023 年"),
        ("各项工作都有进展。", "工作情况说明.txt", "原文没有标题，以文件名代替"),
    ],
)
def test_what_was_worked_out_or_conflicts_is_noted(text: str, name: str, note: str) -> None:
    assert note in document(text, name).notes


def test_evidence_that_agrees_gives_no_note() -> None:
    text = "2012年成县政府工作报告\n——2012年2月29日在成县第十五届人民代表大会第六次会议上\n各位代表："
    assert document(text, "2012年成县政府工作报告.txt").notes == ()


@pytest.mark.parametrize(
    ("context", "places"),
    [
        ("在南京市委、市政府领导下", ("江苏省", "南京市", "鼓楼区")),
        ("在福州市委、市政府领导下", ("福建省", "福州市", "鼓楼区")),
        ("在开封市委、市政府领导下", ("河南省", "开封市", "鼓楼区")),
    ],
)
def test_namesakes_are_settled_by_the_places_around_them(context: str, places: tuple[str, ...]) -> None:
    text = f"政府工作报告\n2012年2月29日在鼓楼区第十五届人民代表大会第六次会议上\n各位代表：\n{context}，全区上下努力。"
    assert document(text).metadata.places == places


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("今年是“十三五”规划收官之年，任务繁重。", 2020),
        ("今年是实施“十四五”规划的第三年。", 2023),
        ("2020年是“十三五”收官之年，今年是“十四五”开局之年。", 2021),
        ("今年是“十四五”关键的一年。", None),
        ("“十四五”开局之年取得的成绩来之不易。", None),
        ("今年是“十四五”开局之年，今年是“十五五”开局之年。", None),
    ],
)
def test_a_year_is_worked_out_only_from_a_stated_fact_about_this_year(text: str, year: int | None) -> None:
    assert document(text).metadata.year == year


def test_the_menu_of_a_page_does_not_hide_its_title() -> None:
    menu = "".join(f"<li>栏目{i}</li>" for i in range(40))
    page = (
        f"<html><head><title>成县政府工作报告-成县人民政府网</title></head><body><ul>{menu}</ul><h1>成县政府工作报告</h1>"
        "<p>2012年2月29日在成县第十五届人民代表大会第六次会议上</p><p>县长 高山</p><p>各位代表：</p></body></html>"
    )
    metadata = read_bytes("a.html", page.encode()).metadata
    assert (metadata.title, metadata.places, metadata.year, metadata.speaker) == (
        "成县政府工作报告",
        CHENGXIAN,
        2012,
        "高山",
    )


@pytest.mark.parametrize(
    ("text", "places"),
    [
        # the county of a town comes from the weaker evidence that goes further
        (
            "红柳镇：实干开新局\n来源：甘肃日报\n红柳镇种玉米，红柳镇种苹果，红柳镇在临洮县居前，为临洮县出力，让临洮县放心。",
            (*LINTAO, "红柳镇"),
        ),
        # a county that no gazetteer has is named by its congress
        ("政府工作报告\n2020年1月9日在云杉县第三届人民代表大会第五次会议上\n县长 高山\n各位代表：", ("云杉县",)),
        ("政府工作报告\n2020年1月9日在全县第三届人民代表大会第五次会议上\n县长 高山\n各位代表：", ()),
        # a visitor's office is not the place of the news
        ("临洮县春耕备耕全面展开\n甘肃省副省长石磊到现场调研。", LINTAO),
        # a name left out is no place
        ("某某镇2024年工作要点\n某某镇要种植玉米。", ()),
        ("XX街道2024年工作要点\nXX街道要办好实事。", ()),
        # two towns named as often settle nothing, the county does
        ("乡镇动态\n临洮县红柳镇种玉米。临洮县青石镇种苹果。临洮县全面推进。", LINTAO),
    ],
)
def test_the_place_is_the_one_that_the_text_speaks_for(text: str, places: tuple[str, ...]) -> None:
    assert document(text).metadata.places == places
