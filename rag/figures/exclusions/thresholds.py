"""Numbers that only say what another figure is about: thresholds, definitions, starting values, bases of comparison."""

from __future__ import annotations

import re

from rag.figures.exclusions.setting import Setting
from rag.figures.lexicon import lexicon

_FROM = re.compile(r"(?:由|从)(?:(?!到|至|增为|减为|[，。；、]).){0,16}$")
_CHANGE_TO = re.compile(
    r"(?:，(?:预计)?(?=[一-龥]{0,2}(?:到|至|为)))?[^，。；]{0,14}?(?:提高|增加|上升|提升|扩大|增长|发展|减少|降低|下降|降|减|缩短|压缩|压减|缩减|调整|增|升|扩|提|到|至)了?(?:到|至|为)?"
)


# 标准分别从202元、270元提高到209元、280元
_FROM_EACH = re.compile(r"分别(?:由|从)(?:(?!提高|增加|上升|到|至|增为|减为).){0,40}$")


# 由上年分别增长4%、2%，转为下降1%
_FROM_MOVES = re.compile(r"(?:由|从)[^，。；由从转]{0,24}$")
_TURNS = re.compile(r"(?:[、和][\d.]+[%％])*，?(?:转为|转向|变为|扭转为)")


def starting_value(s: Setting) -> bool:
    """由60%提高到65%: only 65% is a figure."""
    if _FROM_MOVES.search(s.clause_left) and _TURNS.match(s.right):
        return True
    given_out = _FROM_EACH.search(s.clause_left)
    return bool(given_out or _FROM.search(s.left)) and bool(_CHANGE_TO.match(s.right))


_COMPARED = re.compile(
    r"(?:(?<![同占环之])比(?![例重率值上去同])|较(?!为|上))[^，。；]{0,10}$|[比较](?:上一?年|去年|前年)的$"
)
_DIFFERS = re.compile(r"[^，。；]{0,6}(?:减少|增加|提高|降低|下降|增长|多|少|高|低|增|减|翻)")


def compared_base(s: Setting) -> bool:
    """比现有的86个减少27个: what is compared with."""
    return bool(_COMPARED.search(s.clause_left)) and bool(_DIFFERS.match(s.clause_right))


_PER = re.compile(r"每隔?$")


def per(s: Setting) -> bool:
    """每万人口."""
    return bool(_PER.search(s.left))


_QUALIFIED = re.compile(r"(?:以上|以下|以内)$")
_OF_SOMETHING = re.compile(r"的?[一-龥A-Za-z“]")
_STANDS_ALONE = re.compile(r"的(?:新?(?:速度|增速|增长|水平|目标|比例|比重|份额|贡献|阶段|台阶|规模))|和|及|与|，|左右")
_COUNTED = ("count", "people", "households")
_LIST_MARK = re.compile(r"(?:[、和及与]|以及)$")


# 产值超500亿、1000亿特色产业集群: how large those are that are counted or brought up.
_ATTRIBUTE = re.compile(
    r"(?:培育|打造|形成|建设|新增|引进|引育|发展|扶持|落地|签约|实施|开工|谋划|储备|一批)[^，。；、]{0,8}"
    r"(?:产值|收入|营收|利润|投资|规模|销售额|税收|市值)(?P<listed>超[^，。；、]{1,8}、)?$"
)
_OF_A_KIND = re.compile(r"(?:、[\d.]+[万亿]?元?)?的?[一-龥]{0,8}(?:集群|企业|园区|产业|品牌|平台|主体|基地|公司|项目)")
# 投资超亿元的项目13个, 其中5亿元以上2个
_COUNTED_BEHIND = re.compile(
    r"的?(?P<thing>[一-龥]{0,8}?)(?:已|达到?|有|共|为)*\d+[多余]?[个家户村项只栋幢座处所条台辆名]"
)
_WITHIN = re.compile(r"内(?=[一-龥])")


def threshold(s: Setting) -> bool:
    """年收入10万元以上的村达到100%, 50米内换乘比例: which ones the other figure counts."""
    attribute = _ATTRIBUTE.search(s.clause_left)
    if attribute and (s.written.startswith("超") or attribute["listed"]) and _OF_A_KIND.match(s.right):
        return True
    if s.dimension == "length" and _WITHIN.match(s.right):
        return True
    counted = _COUNTED_BEHIND.match(s.right) if _QUALIFIED.search(s.written) or s.written.startswith("超") else None
    if counted and not lexicon().action.prefix(counted["thing"]):
        return True
    if not _QUALIFIED.search(s.written) or not _OF_SOMETHING.match(s.right) or _STANDS_ALONE.match(s.right):
        return False
    if s.dimension.startswith(_COUNTED) or s.unit in ("万", "亿"):
        listed = _LIST_MARK.search(s.left) and re.search(r"\d", s.clause_left)
        return not (s.governed or listed or s.left.endswith("等"))
    return not s.dimension.startswith(("ratio", "share"))


_AGE_OR_SPAN = re.compile(r"及?以[上下]|的|[—\-至到]|儿童|老人|老年|婴幼儿|高龄|适龄")


def definition(s: Setting) -> bool:
    """3岁以下婴幼儿, 60人制: which persons are meant."""
    if s.unit == "人" and s.right.startswith("制"):
        return True
    return s.dimension.startswith("age") and bool(_AGE_OR_SPAN.match(s.right) or _QUALIFIED.search(s.written))


_DELIMITED = re.compile(
    r"(?:(?!实现|完成|新增|引进|建成|，)[一-龥（）“”]){2,24}(?:总产值|产值|增加值|收入|产量|投资|销售额|零售额|GDP|生产总值|覆盖率|比重|占[一-龥]{2,14})"
    r"(?:同比)?(?:增长|达到?|为|完成|占|比重达|的比重达|突破|超过)?$"
)
_QUOTED = re.compile(r"“[^”]*”")


def delimiting(s: Setting) -> bool:
    """45个重点开发区总产值占比达84%: a count that only says what the indicator covers."""
    if not s.dimension.startswith("count") or _QUOTED.sub("", s.clause_left).strip():
        return False
    before_the_next, *rest = re.split(r"\d", s.clause_right, maxsplit=1)
    return bool(rest) and bool(_DELIMITED.match(before_the_next))
