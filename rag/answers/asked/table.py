"""Questions over many places or years at once: which is highest, how many have 5%左右, what they add up to.

In: a clean question. Out: a `TableAsk`: over what the table runs, what is asked of it, the condition that its rows
must meet, and which stretches of the question say so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from rag.answers.asked.conditions import Condition, Spans, Than, amounts, condition, is_of_the_subject
from rag.answers.asked.counted_places import counted as counted_places
from rag.answers.asked.ranks import DOWN, UP, Rank, asked_ranks, several
from rag.answers.asked.wanted import asks_why
from rag.answers.words.blanking import BLANK
from rag.answers.words.vocabulary import Vocabulary


class Over(StrEnum):
    """What the rows of a table are: places of one level, years, or what one sentence of a report lists."""

    PROVINCES = "provinces"
    CITIES = "cities"
    COUNTIES = "counties"
    TOWNSHIPS = "townships"
    PLACES = "places"
    YEARS = "years"
    LISTED = "listed"


class Asks(StrEnum):
    """What is asked of a table; FIRST is the earliest year that meets a condition, SILENT who gives no figure."""

    HIGHEST = "highest"
    LOWEST = "lowest"
    SPREAD = "spread"
    COUNT = "count"
    FIRST = "first"
    SILENT = "silent"
    SUM = "sum"
    MEAN = "mean"
    MEDIAN = "median"
    ROWS = "rows"


@dataclass(frozen=True, slots=True)
class TableAsk:
    """A question over a table.

    `ranks` are those of the highest or lowest that are asked for, from 1 on; `explicit` is set where the question says what
    the rows are, `total` where it asks for their sum besides, `both` where for the highest and the lowest, `ordered` where for
    the rows in their order, `rising` from the lowest on, `each` for every row beside the one sought; `besides` leaves out the places that it names (除了澄溪县). `than` holds the rows against the figure of the place that the question names (高于全国).
    """

    over: Over
    asks: Asks
    ranks: range = range(1, 2)
    condition: Condition | None = None
    spans: Spans = ()
    explicit: bool = True
    total: bool = False
    both: bool = False
    rising: bool = False
    ordered: bool = False
    besides: bool = False
    than: Than | None = None
    each: bool = False


Found = list[tuple[Asks, re.Match[str]]]
Rows = list[tuple[Over, re.Match[str]]]


def asked_table(clean: str, vocabulary: Vocabulary, read: Spans = (), among: bool = False) -> TableAsk | None:
    """The table that a question asks for, None where it asks for none; `read` are the stretches that name places and years,
    `among` says that it names several places, which 有几个 counts."""
    clean = without_described(clean)
    over = [(Over(name), m) for name, pattern in vocabulary.rows for m in pattern.finditer(clean)]
    rank = asked_ranks(clean)
    named = [(Asks.COUNT, m) for m in counted_places(clean, read)] if among else []
    asks = [*named, *_counting(clean, _asks(clean, vocabulary, over, rank), over, read)]
    # 为什么没有定增速目标 asks for the reason of one report
    if not asks or (not over and (asks_why(clean) or (asks[0][0] is Asks.ROWS and not _order(clean)))):
        return None
    taken = (*read, *(m.span() for _, m in over))
    if asks[0][0] in (Asks.COUNT, Asks.ROWS) and _is_about_an_amount(clean, taken, over):
        return None
    limits, where = condition(clean, taken)
    asked = _chosen([name for name, _ in asks], rank, limits is not None)
    rows = _rows(over, rank)
    if asked not in _HELD_AGAINST:
        limits, where = None, ()
    than, beside = _than(clean, read) if asked is Asks.COUNT else (None, ())
    if asked is Asks.FIRST or (asked is Asks.COUNT and rows is Over.YEARS):
        if limits is None:
            return None
        rows = Over.YEARS
    counted = [m.span() for m in _HOW_MANY.finditer(clean) if limits is not None or than is not None]
    besides = [m.span() for m in _BESIDES_SAID.finditer(clean)]
    return TableAsk(
        over=rows,
        asks=asked,
        ranks=rank.ranks if rank is not None else range(1, 1 + (several(clean) if asked in _EXTREMES else 1)),
        condition=limits,
        spans=(*(m.span() for _, m in (*over, *asks)), *where, *beside, *counted, *_order(clean), *besides),
        explicit=bool(over) or rows is Over.YEARS,
        both=set(_EXTREMES) <= {name for name, _ in asks} and asked in _EXTREMES and rank is None,
        rising=_RISING.search(clean) is not None,
        ordered=bool(_order(clean)),
        besides=any(_BESIDES.search(clean[:start]) for start, _ in read),
        than=than,
        each=_EACH.search(clean) is not None,
    )


def _asks(clean: str, vocabulary: Vocabulary, over: Rows, rank: Rank | None) -> Found:
    """What a question asks of its rows, a rank first; all of them, where it names every row and asks nothing else."""
    asks = [(Asks(name), m) for name, pattern in vocabulary.asks for m in pattern.finditer(clean)]
    if not asks and any(_EVERY.match(m[0]) for _, m in over) and not _TOTAL.search(clean):
        asks = [(Asks.ROWS, over[0][1])]
    return asks if rank is None else [(Asks.LOWEST if rank.lowest else Asks.HIGHEST, rank.match), *asks]


def _rows(over: Rows, rank: Rank | None) -> Over:
    """What the rows are: the first that is named, but years for 最高的三年."""
    if rank is not None and rank.match[0].endswith("年"):
        return Over.YEARS
    return over[0][0] if over else Over.PLACES


def _is_about_an_amount(clean: str, taken: Spans, over: Rows) -> bool:
    """True where an amount says what is spoken of (3万亩高标准农田任务) and not which of the rows (6%的省)."""
    rows_at = {m.start() for _, m in over}
    return any(is_of_the_subject(clean, q) for q in amounts(clean, taken) if not rows_at & {q.stop, q.stop + 1})


def _counting(clean: str, asks: Found, over: Sequence[tuple[Over, re.Match[str]]], read: Spans) -> Found:
    """What is asked, with how many rows meet the condition that is set for them, however that is worded: 定在5%左右的省份数一数,
    一共多少个."""
    if any(name is not Asks.ROWS for name, _ in asks):
        return asks
    if not over:
        return [*asks, *((Asks.COUNT, m) for m in _THOSE_OF.finditer(clean))]
    limits = condition(clean, (*read, *(m.span() for _, m in over)))[0]
    if not (limits or _than(clean, read)[0]):
        return asks
    last = over[-1][1]
    asked = [m for _, m in over if _WHICH.match(clean, max(0, m.start() - len("哪些"))) or _WHICH.match(m[0])]
    counted = [*_HOW_MANY.finditer(clean), *asked, *([last] if _ENDS.fullmatch(clean, last.end()) else ())]
    return [*((Asks.COUNT, m) for m in counted), *asks]


def without_described(clean: str) -> str:
    """A question without the extremes that describe what it asks about: 全球最大的…平台叫什么."""
    return _DESCRIBED.sub(lambda said: BLANK * len(said[0]), clean)


# 三年各是多少，哪年最低; 三年是多少，最低是哪年: the rows besides
_EACH = re.compile(
    r"各(?:自|是|为|有|定|多少)|分别(?!(?:都?[是有为叫])?(?:哪|谁|什么|啥))|都(?:是|定)(?:了|的)?多少|多少[^，,。；;？?]{0,6}[，,。；;？?].*?(?:哪|谁|最)"
)
_DESCRIBED = re.compile(
    r"(?:(?:全球|世界上?|国际上?|亚洲|国内|我国|全国(?!各|[^，,。；;？?！!]{0,4}[省市区县]))[^，,。；;：:？?！!]{0,14}?)最[高低大小多少快慢长短早新深宽]的(?![省市县区年几前两三四五六七八九十\d]|地方|地区|是)"
)
_ENDS = re.compile(r"[，,。？?！!；;\s]*")
# 定在5%左右的有几个, 控制在5%以内的有哪些
_THOSE_OF = re.compile(
    r"(?<=[\d%％下上右内亿万人户斤吨亩元里”\"])的(?:一共|总共|共|都|分别)?(?:会|能)?(?:有(?:(?:几|多少)[个家]|哪(?:些|几[个家]?)|谁)|是(?:哪(?:些|几[个家]?)|谁))(?=[，,。？?！!；;]|$)"
)
_WHICH = re.compile("哪(?:些|几个?|一?个)")
# 定在5%左右的省份数一数，一共多少个
_HOW_MANY = re.compile(
    r"数(?:一?数|一下|数看|得出来?)(?:看|一下)?|清点(?:一下)?|[点数]一点"
    r"|(?:一共|总共|共计|合计|拢共|共)?(?:(?:能|可以?)?(?:找|数|列)(?:得)?出?)?(?:有|是|占|达)?(?:了)?(?:几|多少)(?:个|家)(?![百点月季])"
    r"|(?:个数|数量|数目|总数)(?:一共|总共)?(?:是|有|为)?(?:多少|几)|(?:一共|总共|共|[会能都各]?有)(?:多少|哪(?:几[个家]?|些)|谁)(?=[，,。？?！!；;]|$)"
)
# 各乡镇一共要完成多少 asks for what the report of them all says
_TOTAL = re.compile("一共|总共|共计|总计")
_EVERY = re.compile("各|所有|历|逐|这[几些]")
_RISING = re.compile("[从由]?[低小少慢](?:往|到|至)[高大多快]|升序|递增")
_ORDER = re.compile("[从由按]?[高大多快低小少慢](?:往|到|至)[高大多快低小少慢]|[升降]序|递[增减]")
_BESIDES = re.compile("(?:除[了去开却]?|不[算含计]|剔除|抛开|排除|去掉|撇开)(?:掉)?$")
_BESIDES_SAID = re.compile("除[了去开却]?(?=[\u4e00-\u9fff])|(?:之|以)外|剔除|抛开|排除|撇开")
_HELD_AGAINST = (Asks.COUNT, Asks.FIRST)
_EXTREMES = (Asks.HIGHEST, Asks.LOWEST)


def _chosen(asks: list[Asks], rank: Rank | None, limited: bool) -> Asks:
    """What is asked, of all that sounds like it: the three highest are no number of places that meet a condition; where
    one is set (10%或更高), nothing else is asked."""
    if rank is not None:
        return asks[0]
    for special in (Asks.SPREAD, Asks.SILENT):
        if special in asks:
            return special
    extreme = next((name for name in asks if name in _EXTREMES), None)
    return extreme if extreme is not None and asks[0] is Asks.COUNT and not limited else asks[0]


def _order(clean: str) -> Spans:
    return tuple(m.span() for m in _ORDER.finditer(clean))


_COUNTRY = re.compile("全国|国家")
_LEVEL = r"(?:的|定的)?(?:目标|水平|平均水平|平均数|平均值|平均|整体|总体|任务)?(?:值)?(?:定得|还要|还|要|更|都)*"
_NOT = r"(?:没有?|尚?未|没能|未能|不)"
_REACHED = r"(?:达到|达|赶上|追上|跟上|够上|够得上|及)(?:了|过)?"
_PASSED = r"(?:超过|超出|高过|高于|大于|多于|快于|跑赢|领先于?|超)(?:了|过)?"
# how a question holds rows against a place: the words before its name and behind it
_AGAINST: tuple[tuple[Than, re.Pattern[str], re.Pattern[str]], ...] = (
    (
        Than.NOT_BELOW,
        re.compile(
            rf"(?:不(?:[低小少慢]于|亚于|输于?)|[高大多快]于(?:或|/)?等于|(?<!不)(?<!没)(?<!未)(?<!没有){_REACHED})$"
        ),
        re.compile(_LEVEL),
    ),
    (
        Than.NOT_ABOVE,
        re.compile(rf"(?:不(?:[高大多快]于|超过)|[低小少慢]于(?:或|/)?等于|{_NOT}{_PASSED})$"),
        re.compile(_LEVEL),
    ),
    (Than.BELOW, re.compile(rf"(?:{_NOT}{_REACHED}|不到)$"), re.compile(_LEVEL)),
    (Than.ABOVE, re.compile(r"(?<!不)(?:[高大多快]于|超过|超出|领先于?|跑赢)$"), re.compile(_LEVEL)),
    (Than.BELOW, re.compile(r"(?<!不)(?:[低小少慢]于|不及|不如|赶不上|落后于?)$"), re.compile(_LEVEL)),
    (Than.ABOVE, re.compile("比$"), re.compile(rf"{_LEVEL}{UP}")),
    (Than.BELOW, re.compile("比$"), re.compile(rf"{_LEVEL}{DOWN}")),
    (Than.SAME, re.compile("[跟和与同]$"), re.compile(rf"{_LEVEL}(?:一样|相同|一致|持平|相等|相当|齐平|看齐)")),
)


def _than(clean: str, read: Spans) -> tuple[Than | None, Spans]:
    """How the rows are to lie to the figure of a place that is named: 高于全国, 和湖北一样."""
    for start, stop in (*read, *(m.span() for m in _COUNTRY.finditer(clean))):
        if any(c.isdigit() for c in clean[start:stop]):
            continue
        for than, ahead, behind in _AGAINST:
            before, after = ahead.search(clean[:start]), behind.match(clean, stop)
            if before is not None and after is not None:
                return than, ((before.start(), after.end()),)
    return None, ()
