"""Numbers inside names: C919, 千亿级集群, “345”工作思路, 700万吨露天煤矿, 2×35万千瓦."""

from __future__ import annotations

import re

from rag.figures.exclusions.setting import Setting
from rag.figures.lexicon import alternation

_LETTER_BEFORE = re.compile(r"[A-Za-z]$")
_LETTER_BEHIND = re.compile(r"[A-WYZa-wyz]|[Xx](?![Xx])")
_INDEX = re.compile(r"指数(?:达到?|为|是|升至|提升到|提升至|上升到|提高到)?$")


def part_of_a_name(s: Setting) -> bool:
    """C919, 5G, 3533: letters beside the number, or a number without a unit (but 指数达到105.2)."""
    if s.bare:
        return not _INDEX.search(s.left)
    return bool(_LETTER_BEFORE.search(s.left)) or (not s.unit.isascii() and bool(_LETTER_BEHIND.match(s.right)))


_GRADE = re.compile(
    r"(?:[A-Za-z]+)?级|届|大(?!于)|强|号|线|期|版|度(?!电)|环|纵|横|路|轮|批次?国家|代|步|类(?:区|地区)|段制"
)
_CLASS = re.compile(r"(?:创新药|新药|水质|水体|功能区|医疗器械)")
# 人口超50万县: a multiplier without a unit right before what it is a class of
_MULTIPLIERS = frozenset({"万", "亿", "万亿"})
_OF_A_CLASS = re.compile(r"[强大]?(?:[县镇乡村区]|市(?!场|民)|城市|园区|开发区|企业|产业|集群|产业链|项目|商圈|街区)")
# 首个产值超千亿元镇
_OF_A_PLACE = re.compile(r"[强大]?(?:[县镇乡村区旗市]|街道)(?![一-龥])")
_GRADED = frozenset({"", "万", "亿", "万亿", "元", "亿元", "万吨", "吨", "伏", "千伏"})


def grade(s: Setting) -> bool:
    """千亿级集群, 4A级, 1类创新药, 人口超50万县."""
    if s.unit == "类" and _CLASS.match(s.right):
        return True
    if s.unit in _MULTIPLIERS and not s.quantity.masked and _OF_A_CLASS.match(s.right):
        return True
    if s.dimension == "money" and not s.quantity.masked and _OF_A_PLACE.match(s.right):
        return True
    return s.unit in _GRADED and not s.quantity.masked and bool(_GRADE.match(s.right))


def level_name(s: Setting) -> bool:
    """500千伏级."""
    return s.right.startswith("级")


_QUOTES = {"“": "”", "「": "」", "《": "》", "‘": "’"}
_LONGEST_NAME = 24


def quoted_name(s: Setting) -> bool:
    """“345”工作思路, and any number in the title of a book; but “十件民生实事” are counted."""
    opened = max((s.left.rfind(mark) for mark in _QUOTES), default=-1)
    if opened < 0 or _QUOTES[s.left[opened]] in s.left[opened:]:
        return False
    closed = s.right.find(_QUOTES[s.left[opened]])
    if closed < 0 or s.left[opened] in s.right[:closed]:
        return False
    inside = s.left[opened + 1 :] + s.written + s.right[:closed]
    return s.left[opened] == "《" or (len(inside) <= _LONGEST_NAME and "实事" not in inside)


_PLANT = re.compile(
    rf"(?:{alternation(('级', '露天', '煤矿', '煤电', '火电', '风电', '光伏', '水电', '核电', '热电', '抽水', '抽蓄', '储能', '机组', '变电', '输变电', '特高压', '直流', '交流', '超超临界', '高速', '乙烯', '炼化', '炼油', '烯烃', '煤制', '水泥', '电解铝', '氧化铝', '褐煤', '提质', '生产线', '产能项目'))}"
    rf"|[一-龥]{{0,6}}{alternation(('冶炼', '分质', '制油', '制气', '制造', '电池', '材料', '化肥', '烯烃', '装置', '煤制', '熔盐'))})"
)
_CAPACITY_UNIT = re.compile(r"(?:吨|千瓦|伏|伏安|立方米|GWh|MW|GW|兆瓦|吨级|千伏)(?:/年)?$")
_WILL_BRING = re.compile(
    r"(?:新增|增加|装机|产能|规模|能力|达到?|突破|超过|完成|实现|产量|稳定在|形成)[^，。；、]{0,6}$"
)


def capacity_in_a_name(s: Setting) -> bool:
    """700万吨露天煤矿, unless the capacity is what is to come (新增装机35万千瓦)."""
    plant = _CAPACITY_UNIT.search(s.unit) and _PLANT.match(s.right)
    return bool(plant) and not _WILL_BRING.search(s.clause_left)


_ORDER_OF_MAGNITUDE = re.compile(r"(?!百一|百分)[百千万亿](?![一二三四五六七八九])")
_REACHED = re.compile(r"(?:上|达到?|过|数|超|破|逾|近)$")


def magnitude_name(s: Setting) -> bool:
    """首个千亿品牌: a bare order of magnitude calls a thing, unless it is passed or reached."""
    bare = s.quantity.form == "number" and s.quantity.number_start == s.quantity.start
    return bare and bool(_ORDER_OF_MAGNITUDE.match(s.number)) and not _REACHED.search(s.left)


def product(s: Setting) -> bool:
    """2×35万千瓦."""
    return s.right.startswith("×") or s.left.endswith("×")


_PEOPLE = re.compile(
    r"(?:多|余)?(?:人口)?的?(?:各族|全国|全省|全市|全县|全区|中国)?(?:(?:各族)?人民|父老|干部群众|儿女|同胞|大国)"
)
_OWN_PEOPLE = re.compile(r"(?:多|余)?(?:各族)?(?:群众|村民|市民|农民|职工)")
_ALL = re.compile(r"(?:全国|全省|全市|全县|全区|全镇|全乡|带领|团结|各族|广大|的|挥)$")
_REACHES = re.compile(r"(?:惠及|服务|带动|帮助|解决|覆盖|受益|使|让|为)[^，。；]{0,10}$")


_COUNTRY = re.compile(r"人?口的?[^，。]{0,5}(?:国家|大国|大省|大市|大县)|民")


def people_called_by_number(s: Setting) -> bool:
    """15万父老乡亲: a people called by its number, unless it is what a work reaches."""
    if s.quantity.masked or s.unit not in ("万", "亿", "万万", "亿人", "万万人", "万人") or _REACHES.search(s.left):
        return False
    if _COUNTRY.match(s.right):
        return True
    own = _OWN_PEOPLE.match(s.right) and _ALL.search(s.left)
    return not s.unit.endswith("人") and bool(own or _PEOPLE.match(s.right))
