"""Who speaks: the head of government who gives the report, the person interviewed, the one who answers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from rag.reading.clues import Clues
from rag.records import ReportKind

_OFFICE = r"(?:[省市县区旗州盟镇乡]长|主席|总理|书记|主任|局长|厅长|部长)"
SURNAMES = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳"
    "酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊"
    "纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单"
    "杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊於惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾"
    "暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍"
    "郤璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利"
    "蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公付肖闫佟苟覃仝代岳帅亢况郇"
)
_HAN = r"[\u4e00-\u9fff]"
_NAME = rf"(?P<name>[{SURNAMES}]{_HAN}{{1,2}}|(?:欧阳|司马|上官|诸葛|司徒|慕容|令狐|尉迟){_HAN}{{1,2}})"
# 党委书记发言, 县长致辞: what is done is no name
_DEED = r"(?:发言|讲话|致辞|致词|演讲|述职|报告|汇报|访谈|专访|寄语|署名|签发|解读|答问|主持|简介)"
_LONG_NAME = rf"(?P<name>(?!{_DEED}){_HAN}{{2,5}}(?:·{_HAN}{{1,8}})*)"
_AFTER = r"(?=$|\s|同志|[,，。、；;：:)）(（]|作|在|代表|就|向|表示|说|介绍)"
_END = r"\s*(?:同志)?\s*[)）]?$"

# 某区人民政府区长 某某 on a line of its own; also split over two lines
_OFFICE_LINE = re.compile(rf"{_OFFICE}[)）]?\s*[:：]?\s*{_LONG_NAME}{_END}")
_OFFICE_ONLY = re.compile(rf"{_OFFICE}\s*$")
_NAME_LINE = re.compile(rf"^[-—\s(（]*(?:{_NAME}|(?P<long>{_HAN}{{2,8}}(?:·{_HAN}{{1,8}})+)){_END}")
# 省长某某作政府工作报告; 某某市长在…会议上
_BEFORE_REPORT = re.compile(rf"{_OFFICE}\s*{_NAME}{_AFTER}")
_BEFORE_OFFICE = re.compile(rf"日\s*{_NAME}(?:代)?{_OFFICE}(?=[在于作向])")
# 专访的是…镇党委书记某某; 采访了…县委书记某某
_ASKED = re.compile(
    rf"(?:专访的?(?:嘉宾)?(?:是|了)?|采访了|对话|访谈嘉宾[:：])[^。]{{0,60}}?{_OFFICE}\s*{_NAME}{_AFTER}"
)
_TITLE_NAME = re.compile(rf"(?:[-—:：]+|访|{_OFFICE})\s*{_NAME}(?=$|[谈答:：就的])")
_ANSWER = re.compile(rf"(?:^|[。？?！!”\s]){_NAME}\s*[:：]", re.MULTILINE)
_FEWEST_ANSWERS = 2
_LINES_AFTER_DELIVERY = 4


def find_speaker(clues: Clues) -> str | None:
    """The speaker's name, None where the document does not say or the kind has no speaker."""
    for rule in RULES.get(clues.kind, ()):
        for name in rule(clues):
            return name.replace(" ", "")
    return None


def _in_delivery_line(clues: Clues) -> Iterator[str]:
    if clues.delivery is not None:
        for form in (_BEFORE_OFFICE, _OFFICE_LINE, _BEFORE_REPORT):
            if match := form.search(clues.opening.head[clues.delivery.line].text):
                yield match["name"]


def _near_delivery_line(clues: Clues) -> Iterator[str]:
    """The lines after the delivery line, and in its absence the whole head."""
    start = clues.delivery.line + 1 if clues.delivery is not None else 0
    lines = [line.text for line in clues.opening.head][start : start + _LINES_AFTER_DELIVERY]
    for i, line in enumerate(lines):
        if match := _OFFICE_LINE.search(line):
            yield match["name"]
        below = lines[i + 1] if i + 1 < len(lines) else ""
        if _OFFICE_ONLY.search(line) and re.fullmatch(rf"{_HAN}{{2,4}}|{_HAN}\s{_HAN}", below):
            yield below
        if clues.delivery is not None and (match := _NAME_LINE.search(line)):
            yield match["name"] or match["long"]


def _asked(clues: Clues) -> Iterator[str]:
    yield from (match["name"] for match in _ASKED.finditer(clues.opening.text))


def _in_title(clues: Clues) -> Iterator[str]:
    yield from (match["name"] for match in _TITLE_NAME.finditer(clues.title))


def _answers(clues: Clues) -> Iterator[str]:
    """孙某: …… 孙某: ……: the one who answers most often."""
    counts = Counter(match["name"] for match in _ANSWER.finditer(clues.opening.text))
    yield from (name for name, count in counts.most_common(1) if count >= _FEWEST_ANSWERS)


_REPORTING = (_in_delivery_line, _near_delivery_line)
RULES = {
    ReportKind.WORK_REPORT: _REPORTING,
    ReportKind.SPEECH: (*_REPORTING, _in_title),
    ReportKind.INTERVIEW: (_asked, _answers, _in_title),
}
