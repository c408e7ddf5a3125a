"""Small Chinese numerals that say no amount: 八个方面, 招商引资、项目建设两项工作, 一个重要支撑, 两个维护."""

from __future__ import annotations

import re

from rag.figures.exclusions.setting import Setting
from rag.figures.lexicon import lexicon

_CLASSIFIERS = frozenset({"个", "大", "项", "条", "种", "类"})


# 300项关键技术 are counted, three 关键环节 head an enumeration
_KEY_THINGS = re.compile(rf"关键(?!{lexicon().structural.pattern})(?=[一-龥]{{2}})")
# 三次产业, 两位数增长: the number is part of the word.
_OF_A_WORD = {"次": "产业", "位": "数"}


def structure(s: Setting) -> bool:
    """八个方面工作, 四个坚持, 三次产业: heads an enumeration or names a structure."""
    if s.unit == "方面" or (s.unit in _OF_A_WORD and s.right.startswith(_OF_A_WORD[s.unit])):
        return True
    return s.unit in _CLASSIFIERS and bool(lexicon().structural.prefix(s.right)) and not _KEY_THINGS.match(s.right)


_LISTED = re.compile(r"(?:、[^，。；（）]{1,24}|[一-龥]{2,8}[和与及同][^，。；（）、]{2,12})$")
_ENDS_THE_LIST = re.compile(r"(?:等|的|这|各|\d[^，]{0,23})$")
_BY_AND = re.compile(r"[和与及同][^、]{1,12}$")


# 银河、双子街两个集市投入使用: each of them was built
_BROUGHT_ABOUT = re.compile(r"投入使用|投入运营|投用|投运|投产|建成|开工|完工|竣工|开业|通车|落成|开园")


def closing_enumeration(s: Setting) -> bool:
    """招商引资、项目建设和社会治理四项工作: a small numeral that sums up the list before it."""
    if not (s.small and len(s.number) <= 3) or not _LISTED.search(s.clause_left):
        return False
    if _ENDS_THE_LIST.search(s.clause_left) or _BROUGHT_ABOUT.search(s.clause_right):
        return False
    if _BY_AND.search(s.clause_left) and lexicon().countable.prefix(s.right):
        return False
    last = re.split(r"[、和与及同]", s.clause_left)[-1]
    return last not in lexicon().action and not (len(last) > 4 and _verb_before(last))


def _verb_before(text: str) -> bool:
    """True where `text` ends in a verb of its own with something before it: 并在园区建成."""
    verb = lexicon().action.suffix(text)
    return verb in _BUILDING and len(text) - len(verb) >= 2


_BUILDING = frozenset({"新建", "新增", "建成", "引进", "新设", "获批", "开工", "建立", "推出", "完成", "实施", "出台"})
_CONCRETE = frozenset("家座所条处户台套部艘架列栋幢亩名")
_ONE = re.compile(r"一[^\d一二三四五六七八九十百千万亿分半成番倍]{1,2}")


def article(s: Setting) -> bool:
    """一个, 一批, 一项 say no number unless something concrete is built or brought: 引进一家龙头企业."""
    if not _ONE.fullmatch(s.number):
        return False
    return not (s.unit in _CONCRETE and lexicon().action.suffix(s.left.removesuffix("了").removesuffix("起")))


# 建成望川、云渚等四座水库: what a verb brings about is counted behind its examples too.
_BUILT = re.compile(r"(?:新建|建设|建成|开工|启动|改造|引进|设立)[^，。；]{2,}等$")
_NAMING_UNITS = frozenset("级期步层面线道里分手金银铜门")
_VAGUE_UNITS = frozenset("级期步类种层面线位道度方头片人口部里分手段场组") | {"里地"}
_SUBSTANCES = frozenset("元角里方克升担米")
_AMOUNTS = re.compile(r"(?:为|达|到|增加|提高|超过|每[一-龥])$")
_POINTED_AT = re.compile(r"(?:这|那|其|上述|以上|以下|下列|前|后|同|各|哪|某|另|任何|成为|头)$")
_STRUCTURE_BEHIND = re.compile(
    r"[一-龥]{0,2}(?:方面|维护|确立|意识|自信|文明|建设年|更加|坚持|毫不动摇|必须|确保|转变|层次|领域|行业|季度|阶段|高于|倍增|翻番|现代化)"
)


def chinese_structure(s: Setting) -> bool:
    """两个维护, 四个现代化, 这两个王国: a small numeral before something that is not counted one by one."""
    if s.number.startswith("零") and s.quantity.form == "number":
        return True
    if not re.match(r"[一二两三四五六七八九十]", s.number) or re.search(r"\d", s.number):
        return False
    if len(s.number) == 2 and s.unit in _SUBSTANCES:
        return not _AMOUNTS.search(s.left)
    if len(s.number) <= 3 and s.unit in _NAMING_UNITS:
        return True
    return s.small and (_names_a_structure(s) or _says_no_amount(s))


def _names_a_structure(s: Setting) -> bool:
    classified = s.unit in _CLASSIFIERS and not lexicon().countable.prefix(s.right)
    abstract = classified and bool(lexicon().abstract.prefix(s.right))
    return abstract or bool(_POINTED_AT.search(s.left) or _STRUCTURE_BEHIND.match(s.right))


def _says_no_amount(s: Setting) -> bool:
    """A vague classifier, or 个 and the like, where no verb governs it and nothing countable follows."""
    done = _BUILT.search(s.clause_left) or _BROUGHT_ABOUT.search(s.clause_right)
    if re.search(r"[百千万亿余多]", s.number) or s.governed or done:
        return False
    if s.unit in _VAGUE_UNITS:
        return True
    return s.unit in _CLASSIFIERS and not lexicon().countable.prefix(s.right)
