"""What has the form of a quantity and is no figure: dates, ordinals, names, thresholds, starting values and the like.

In: a quantity with the clean text around it. Out: the name of the phenomenon that excludes it, or None. The table at
the end is the specification: one phenomenon, one small rule, one example.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from rag.figures.quantities import Quantity
from rag.figures.units import unit

REACH = 24


@dataclass(frozen=True, slots=True)
class Setting:
    """A quantity in its sentence: `left` and `right` are the clean text before and after it, within the sentence."""

    quantity: Quantity
    text: str
    left: str
    right: str

    @property
    def written(self) -> str:
        """The quantity as it stands."""
        return self.text[self.quantity.start : self.quantity.stop]

    @property
    def unit(self) -> str:
        """The unit's name, empty where there is none."""
        return self.quantity.unit or ""

    @property
    def dimension(self) -> str:
        """The unit's dimension, empty where it is not known."""
        known = unit(self.quantity.unit)
        return known.dimension if known else ""

    @property
    def clause_left(self) -> str:
        """What stands before it in its own clause."""
        return re.split(r"[，。；：！？\n]", self.left)[-1]

    @property
    def clause_right(self) -> str:
        """What stands after it in its own clause."""
        return re.split(r"[，。；：！？\n]", self.right, maxsplit=1)[0]


Rule = Callable[[Setting], bool]


def _plain_number(s: Setting) -> bool:
    return not s.quantity.masked and s.quantity.unit is None and s.quantity.form == "number"


_DATE = re.compile(r"^(?:年|月|日|月份|年代|世纪|号|时|点)")
_TIME_SAVED = re.compile(r"(?:缩短|压缩|压减|减少|控制|提前|缩减|降|节约|节省|延长|办结|限时)[^，。；]{0,12}$")


def _calendar(s: Setting) -> bool:
    return s.unit in ("年", "月", "日", "个月", "天", "周", "星期", "季度", "个季度") and not (
        _TIME_SAVED.search(s.clause_left) and s.unit != "月" and not re.search(r"\d{4}$", s.written)
    )


def _clock(s: Setting) -> bool:
    return s.dimension.startswith("duration") and not _TIME_SAVED.search(s.clause_left)


def _ordinal(s: Setting) -> bool:
    return bool(re.search(r"第$|(?:前|首|后)$|居(?:全国|全省|全区|全市|世界)?$", s.left)) or bool(
        re.search(r"位(?:居|列)[^，。；]{0,6}$", s.left) and s.unit in ("位", "名")
    )


_RANK = re.compile(r"(?:排名|位次|排位|位居|名列|列|居)[^，。；]{0,10}$")


def _rank(s: Setting) -> bool:
    return (
        s.unit in ("位", "名", "强")
        and bool(_RANK.search(s.clause_left))
        and not re.search(r"(?:上升|提升|前移|提高|跃升|跨越|进位|下降|后移)了?$", s.left)
    )


def _part_of_a_name(s: Setting) -> bool:
    return bool(re.search(r"[A-Za-z]$", s.left)) or bool(
        (not s.unit.isascii() and re.match(r"[A-Za-z]", s.right)) or _plain_number(s)
    )


def _grade(s: Setting) -> bool:
    return bool(
        re.match(
            r"(?:[A-Za-z]+)?级|届|大(?!于)|强|号|线|期|版|度(?!电)|环|纵|横|路|轮|批次?国家|代|步|类(?:区|地区)|段制",
            s.right,
        )
    ) and (_plain_number(s) or s.unit in MULTIPLIED or s.unit in ("元", "亿元", "亿", "万", "万吨", "吨", "伏", "千伏"))


MULTIPLIED = frozenset({"万", "亿", "万亿"})


def _level_name(s: Setting) -> bool:
    return bool(re.match(r"级", s.right))


_QUOTES = {"“": "”", "「": "」", "《": "》", "‘": "’", '"': '"'}


def _inside_quotes(s: Setting) -> bool:
    if s.left.count('"') % 2 and '"' in s.right:
        return s.right.index('"') <= REACH and "实事" not in s.right[: s.right.index('"')]
    opened = max((s.left.rfind(q) for q in "“「《‘"), default=-1)
    if opened < 0 or _QUOTES[s.left[opened]] in s.left[opened:]:
        return False
    closing = s.right.find(_QUOTES[s.left[opened]])
    if closing < 0:
        return False
    if s.left[opened] == "《":
        return True
    inner = s.left[opened + 1 :] + s.written + s.right[:closing]
    return len(inner) <= REACH and not re.search(r"实事", inner)


_STARTING = re.compile(r"(?:由|从)[^，。；、]{0,16}$")
_CHANGE_TO = re.compile(
    r"[^。；]{0,14}?(?:提高|增加|上升|提升|扩大|增长|发展|减少|降低|下降|降|减|缩短|压缩|压减|缩减|调整|增|升|扩|提|到|至)[了]?(?:到|至|为)?"
)


def _starting_value(s: Setting) -> bool:
    return bool(_STARTING.search(s.left)) and bool(_CHANGE_TO.match(s.right))


_COMPARED = re.compile(r"(?:比(?![例重率值])|较)[^，。；]{0,10}$")


def _compared_base(s: Setting) -> bool:
    return bool(_COMPARED.search(s.clause_left)) and bool(
        re.match(r"[^，。；]{0,6}(?:减少|增加|提高|降低|下降|增长|多|少|高|低|增|减|翻)", s.right)
    )


_PER = re.compile(r"(?:每|平均每)(?:隔)?$")


def _per(s: Setting) -> bool:
    return bool(_PER.search(s.left))


_THRESHOLD_NOUN = re.compile(r"(?:的)?(?:[一-龥A-Za-z“])")
_TAKES_OBJECT = re.compile(
    r"(?:新建|新增|建成|建设|完成|引进|培育|打造|实施|选派|招聘|新招|改造|发放|争取|安排|投入|筹集|实现|达到?|种植|创建|新改建|改扩建|举办|开展|培养|"
    r"建|增加|落实|推进|启动|开工|帮助|带动|吸引|吸纳|招引|签约|提供|推广|发展|储备|认定|遴选|扶持|支持|开发|盘活|整治|治理|处置|化解|清理|"
    r"增设|增加|减少|压减|关闭|淘汰|获批|获得|转移|办好|办理|超过|突破|超|拿出|再|为|对|使|让|有|近|约)了?$"
)


def _threshold(s: Setting) -> bool:
    if not re.search(r"(?:以上|以下|以内)$", s.written) or not _THRESHOLD_NOUN.match(s.right):
        return False
    if re.match(r"的(?:速度|增速|增长|水平|目标|比例|比重|份额|贡献)|和|及|与|，", s.right):
        return False
    if s.dimension.startswith(("count", "people", "households")) or s.unit in MULTIPLIED:
        return not _TAKES_OBJECT.search(s.left)
    return not s.dimension.startswith(("ratio", "share"))


def _definition(s: Setting) -> bool:
    """Ages, distances and times that say which persons, places or events an indicator covers."""
    if s.unit == "人" and s.right.startswith("制"):
        return True
    return (
        s.dimension.startswith("age")
        and bool(re.match(r"(?:以[上下]|及以[上下]|的|[—\-至到]|儿童|老人|婴幼儿)|$", s.right))
    ) or bool(re.match(r"(?:及)?以[上下]", s.right) and s.dimension.startswith("age"))


_CAPACITY_NOUN = re.compile(
    r"(?:级|露天|煤矿|煤电|火电|风电|光伏|水电|核电|热电|抽水|抽蓄|储能|机组|变电|输变电|特高压|直流|交流|超超临界|高速|乙烯|炼化|炼油|烯烃|煤制|水泥|电解铝|氧化铝|"
    r"褐煤|提质|生产线|产能项目|[一-龥]{0,6}(?:冶炼|分质|制油|制气|制造|电池|材料|化肥|烯烃|装置|煤制|熔盐))"
)
_CAPACITY_UNIT = re.compile(r"(?:吨|千瓦|伏|伏安|立方米|GWh|MW|GW|兆瓦|吨级|千伏)(?:/年)?$")
_WILL_BRING = re.compile(
    r"(?:新增|增加|装机|产能|规模|能力|达到?|突破|超过|完成|实现|产量|稳定在|形成)[^，。；、]{0,6}$"
)


def _capacity_in_a_name(s: Setting) -> bool:
    return bool(
        _CAPACITY_UNIT.search(s.unit) and _CAPACITY_NOUN.match(s.right) and not _WILL_BRING.search(s.clause_left)
    )


def _product(s: Setting) -> bool:
    return bool(re.match(r"×", s.right) or re.search(r"×$", s.left))


_STRUCTURE = re.compile(
    r"^(?:方面|层面|环节|阶段|关键|维度|重要阶段|字|字样|原则|导向|定位|必须|坚持|确保|意识|自信|维护|文明|面向|着力|更加|转变|统筹|结合|到位)"
)


def _structure(s: Setting) -> bool:
    return s.unit in ("方面",) or bool(s.unit in ("个", "大", "项", "条") and _STRUCTURE.match(s.right))


_ENUMERATED = re.compile(r"、[^，。；（(]{1,24}$")


def _closing_enumeration(s: Setting) -> bool:
    """招商引资、项目建设和社会治理四项工作: a small Chinese numeral that sums up the list before it."""
    number = s.text[s.quantity.number_start : s.quantity.stop]
    listed = _ENUMERATED.search(s.clause_left) and not re.search(r"\d|等$", s.clause_left[-24:])
    return bool(
        re.fullmatch(r"[一二两三四五六七八九十][^\d十百千万亿]{1,2}", number)
        and listed
        and not _TAKES_OBJECT.search(s.left)
    )


_SESSION = re.compile(r"届[一二三四五六七八九十\d]*$|届$")


def _session(s: Setting) -> bool:
    return s.unit == "次" and bool(
        _SESSION.search(s.left) or re.match(r"(?:[一-龥]{0,4}(?:全会|会议|大会|全体|代表大会|人代会|人大))", s.right)
    )


_FEW = re.compile(r"^(?:一|两)$")
_ONE_OBJECT = re.compile(
    r"(?:新建|新增|建成|建设|引进|培育|打造|创建|开工|新开工|获批|获得|设立|建立起?|办好|启动|新设|增设|争取引进|落地)(?:了)?$"
)
_CONCRETE = frozenset("家座所条处户台套部艘架列栋幢亩名".strip())


def _article(s: Setting) -> bool:
    """一个, 一批, 一项 say no number unless something concrete is built or brought."""
    number = s.text[s.quantity.number_start : s.quantity.stop]
    if not number.startswith("一") or not re.fullmatch(r"一[^\d一二三四五六七八九十百千万亿分半成番倍]{1,2}", number):
        return False
    return not (s.unit in _CONCRETE and _ONE_OBJECT.search(s.left))


_IDIOM = re.compile(
    r"(?:千家万户|千方百计|万众一心|百年|四面八方|三农|两会|三次产业|五位一体|两个|三个|四个|五个|六个|七个|八个|四位一体)"
)


def _chinese_structure(s: Setting) -> bool:
    """两个维护, 三个年, 四大: a small Chinese numeral before something that is not counted one by one."""
    number = s.text[s.quantity.number_start : s.quantity.stop]
    if number.startswith("零") and s.quantity.form == "number":
        return True
    if not re.match(r"[一二两三四五六七八九十]", number) or re.search(r"\d", number):
        return False
    if (
        len(number) == 2
        and s.dimension in ("money", "length", "mass", "volume")
        and s.unit in ("元", "角", "里", "方", "克", "升", "担", "米")
    ):
        return not re.search(r"(?:为|达|到|增加|提高|超过|每[一-龥])$", s.left)
    if len(number) <= 3 and s.unit in _NAMING_UNITS:
        return True
    if s.unit == "项" and re.match(r"(?:规定|社会保险|原则|制度|基本|职能|权利|纪律|准则)", s.right):
        return True
    if re.match(
        r"[一-龥]{0,2}(?:方面|维护|确立|意识|自信|文明|建设年|更加|坚持|毫不动摇|必须|确保|转变|层次|领域|行业|季度|阶段|高于|倍增)",
        s.right,
    ):
        return True
    return (
        s.unit
        in (
            "级",
            "期",
            "步",
            "类",
            "种",
            "层",
            "面",
            "线",
            "位",
            "道",
            "度",
            "方",
            "头",
            "片",
            "人",
            "口",
            "部",
            "道",
            "里",
            "里地",
            "分",
            "手",
            "段",
            "场",
        )
        and not re.search(r"[百千万亿余多]", number)
        and not _TAKES_OBJECT.search(s.left)
    )


def _document_number(s: Setting) -> bool:
    return bool(re.search(r"[〔\[]\d*$|第[〇零一二三四五六七八九十百\d]*$|编号$|电话[:：]?$", s.left))


def _furniture(s: Setting) -> bool:
    return bool(re.search(r"共计$", s.left) and re.match(r"个?字", s.right))


def _streak(s: Setting) -> bool:
    return bool(re.search(r"连续(?:第)?$", s.left))


def _population_named(s: Setting) -> bool:
    """14亿中国人民, 15万父老乡亲: a people called by its number, unless it is what a work reaches."""
    if re.search(r"(?:惠及|服务|带动|帮助|解决|覆盖|受益)[^，。；]{0,10}$", s.left):
        return False
    return (
        bool(
            re.match(
                r"(?:多|余)?(?:各族|全国|全省|全市|全县|全区|中国)?(?:人民|父老|群众|干部群众|儿女|同胞|村民)", s.right
            )
        )
        and s.quantity.value is not None
        and (s.unit in ("万", "亿", "亿多", "万多"))
    )


def _magnitude_name(s: Setting) -> bool:
    """首个千亿品牌, 年产百万吨示范区: a bare order of magnitude calls a thing, unless it is passed or reached."""
    number = s.written[s.quantity.number_start - s.quantity.start :]
    bare = re.match(r"[百千万亿]", number) and not re.match(r"[百千][一二三四五六七八九]", number)
    return (
        bool(bare)
        and s.quantity.form == "number"
        and s.quantity.number_start == s.quantity.start
        and not re.search(r"(?:上|达到?|过|数|超|破|逾|近)$", s.left)
    )


_DELIMITED = re.compile(
    r"^(?:(?!实现|完成|新增|引进|建成|，)[一-龥（）“”]){2,24}(?:总产值|产值|增加值|收入|产量|投资|销售额|零售额|GDP|生产总值|覆盖率|比重|占[一-龥]{2,14})"
    r"(?:同比)?(?:增长|达到?|为|完成|占|比重达|的比重达|突破|超过)?$"
)


def _delimiting(s: Setting) -> bool:
    """45个重点开发区总产值占比达84%: a count that only says what the indicator covers."""
    if not s.dimension.startswith("count") or s.clause_left.strip():
        return False
    return bool(_DELIMITED.match(re.split(r"\d", s.clause_right, maxsplit=1)[0])) and bool(
        re.search(r"\d", s.clause_right)
    )


_NAMING_UNITS = frozenset("级期步层面线道里分手金银铜门".strip())


EXCLUSIONS: tuple[tuple[str, Rule, str], ...] = (
    ("calendar", _calendar, "2024年1月19日, 连续9年"),
    ("clock", _clock, "24小时服务"),
    ("streak", _streak, "连续3次"),
    ("ordinal", _ordinal, "第3次, 前10名"),
    ("rank", _rank, "居全国第5位"),
    ("part of a name", _part_of_a_name, "C919, 5G, 3533"),
    ("grade", _grade, "千亿级集群, 4A级"),
    ("level name", _level_name, "500千伏级"),
    ("quoted name", _inside_quotes, "“345”工作思路"),
    ("starting value", _starting_value, "由60%提高到65%"),
    ("compared base", _compared_base, "比现有的86个减少27个"),
    ("per", _per, "每万人口"),
    ("threshold", _threshold, "年收入10万元以上的村"),
    ("definition", _definition, "3岁以下婴幼儿"),
    ("capacity in a name", _capacity_in_a_name, "700万吨露天煤矿"),
    ("magnitude name", _magnitude_name, "首个千亿品牌"),
    ("delimiting", _delimiting, "45个重点开发区总产值占比达84%"),
    ("product", _product, "2×35万千瓦"),
    ("structure", _structure, "八个方面工作"),
    ("closing an enumeration", _closing_enumeration, "招商引资、项目建设两项工作"),
    ("session", _session, "十四届三次会议"),
    ("article", _article, "一个重要支撑"),
    ("chinese structure", _chinese_structure, "两个维护"),
    ("document number", _document_number, "〔2024〕5号"),
    ("furniture", _furniture, "共计9190个字"),
    ("people called by number", _population_named, "15万父老乡亲"),
)


def excluded(setting: Setting) -> str | None:
    """The first phenomenon that makes this quantity no figure, or None."""
    return next((name for name, rule, _ in EXCLUSIONS if rule(setting)), None)
