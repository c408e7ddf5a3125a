"""What a document says of itself: when it appeared and where, who wrote and who edited it, when and at what meeting it was given.

In: a question that asks for that, and the holdings. Out: an unchecked `Answer` with the lines of the page that say it,
which the search text leaves out, or an honest word that the page does not say; None where something else is asked.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from rag.answers.asked.question import Reading
from rag.answers.reports.holdings import Holdings
from rag.answers.reports.quoting import quoted
from rag.answers.telling.compose import source_name
from rag.records import Answer, Citation, DocumentSummary, ReportKind, Span, Status
from rag.text.clean import in_one_script

PUT_OUT = "发布时间"
HEAD, TAIL, LONGEST, SURE_TITLE = 1500, 800, 150, 16

_SHEET = r"(?:访谈|专访|采访|讲话|发言稿|新闻|报道|消息|稿子?|稿件|文章|报告|材料|文件|网页|页面|节目|视频|一期|一篇|那[期篇条])"
_WHEN = r"(?:哪一?[天年日]|(?:什么|啥)(?:时候|时间|日子)|何时|几[号月点时]|日期|时间(?!表|节点|进度))"
_DAY_ASKED = re.compile(r"哪一?[天日](?!.*(?:几点|时刻))|几号|日期")
_WHO = r"(?:谁|哪一?[位个名]|何人|什么人|叫什么|叫啥|名字|姓名)"
_WHERE = r"(?:哪一?[家个份]|(?:什么|啥)|何)(?:媒体|报社?|报纸|网站|网|平台|单位|机构|部门|公众号|电视台|来源|地方)"
_PUT_OUT = (
    r"(?:发布|发表|刊登|刊发|刊载|登(?!记|山|革)|挂(?:出|网|上|到)|上网|发(?:的|出|稿)|播出|推出|公布|见报|推送|转载)"
)
_NAME = r"[\u4e00-\u9fff·]{2,4}(?![\u4e00-\u9fff])"
_DAY = r"(?:19|20)\d\d *[-/.年] *\d{1,2} *[-/.月] *\d{1,2}日?"
_CLOCK = r"(?: *\d{1,2}[:：]\d\d(?:[:：]\d\d)?)?"
_MEDIUM = r"[\u4e00-\u9fff—-]{2,20}(?:网|报|社|台|中心|客户端|发布)"


@dataclass(frozen=True, slots=True)
class _Fact:
    """Something that pages say of themselves: how it is asked for, the lines that say it, the surer forms first; none for
    the line of the title."""

    name: str
    asked: re.Pattern[str]
    lines: tuple[re.Pattern[str], ...]
    kinds: tuple[ReportKind, ...] = tuple(ReportKind)


def _lines(*forms: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(form, re.MULTILINE) for form in forms)


FACTS: tuple[_Fact, ...] = (
    # 那篇访谈是哪天发布的 → 发布时间: 2024年1月3日
    _Fact(
        PUT_OUT,
        re.compile(
            rf"{_WHEN}.{{0,6}}{_PUT_OUT}|{_PUT_OUT}(?:的|于|在|出来)*.{{0,4}}{_WHEN}|(?:发布|发表|刊登|刊发)(?:时间|日期)"
        ),
        _lines(
            rf"^.{{0,12}}(?:时间|日期) *[:：] *{_DAY}{_CLOCK}.*$",
            rf"^[(（\[ ]*{_DAY}{_CLOCK}[)）\] ]*$",
            rf"^.*{_DAY}{_CLOCK}.*来源.*$",
        ),
    ),
    # 是哪家媒体发的 → 来源: 某报
    _Fact(
        "来源",
        re.compile(
            rf"{_WHERE}.{{0,10}}(?:{_PUT_OUT}|提供|报道|采访|转|做的?)|来源|出处|稿源|(?:出自|来自){_WHERE}|从{_WHERE}"
        ),
        _lines(
            r"^.*来 *源 *[:：] *[^ :：].*$",
            rf"^{_MEDIUM}(?=(?:讯|消息)[ :：(（])(?:讯|消息)",
            rf"^{_MEDIUM} *(?:记者|通讯员).*$",
            r"^https?://\S+",
        ),
    ),
    # 哪位记者写的 → 记者 张三
    _Fact(
        "作者",
        re.compile(
            rf"谁(?:写|采写|撰写|执笔|采访)|(?:由|是)?{_WHO}(?:记者)?(?:来|去)?(?:写|采写|撰写|撰稿|执笔|采访)"
            rf"|(?:记者|作者|通讯员|撰稿人|执笔人?|写稿人?).{{0,4}}{_WHO}|{_WHO}(?:的)?(?:记者|作者|通讯员)"
        ),
        _lines(rf"^.{{0,24}}(?:记者|通讯员|作者|撰稿|撰文|执笔|供稿) *[:：/]? *{_NAME}.{{0,40}}$"),
    ),
    # 责任编辑是谁
    _Fact(
        "编辑",
        re.compile(rf"(?:责任编辑|责编|编辑|编审|审核|校对).{{0,4}}{_WHO}|{_WHO}.{{0,4}}(?:编辑|责编|审核|校对)"),
        _lines(r"^.{0,24}(?:责任编辑|责编|编辑|编审|审核|校对) *[:：丨|] *[\u4e00-\u9fff].{0,40}$"),
    ),
    # 那篇访谈叫什么名字
    _Fact(
        "标题",
        re.compile(
            rf"{_SHEET}(?:的)?(?:(?:标题|题目|名字|名称)(?:是|叫)?(?:什么|啥)|叫(?:做|个)?(?:什么|啥)|(?:标题|题目)[?？。]?$)"
        ),
        (),
    ),
    # 全文多少字
    _Fact(
        "篇幅",
        re.compile(
            r"(?:多少|几)(?:万|千)?个?字|字数|多长篇幅|(?:读|看)(?:完|一遍).{0,6}(?:多久|多长时间|多少分钟|几分钟)"
        ),
        _lines(r"^.*(?:共计?|全文|字数) *[:：]?约? *\d[\d,]* *个?字.*$"),
    ),
    # 报告是哪天、在什么会议上作的 → ——2024年1月3日在某县人民代表大会上
    _Fact(
        "作报告的时间和会议",
        re.compile(
            rf"(?:{_WHEN}|(?:什么|啥|哪[个次场一]*)(?:会议?|大会|场合)).{{0,16}}(?:作的?|做的?|宣读|讲的?|提交|报告的)(?:[?？。！]|$|[,，])"
            rf"|(?:工作报告|讲话)(?!里|中|当中)(?!提|说|讲到).{{0,8}}(?:{_WHEN}|(?:什么|啥|哪[个次场一]*)(?:会议?|大会|场合))"
        ),
        _lines(
            rf"^.{{0,6}}{_DAY} *[在于].{{2,60}}(?:会议?|大会|全会)上?.*$",
            r"^.{0,6}[在于].{2,60}(?:会议|大会|全会)上.*$",
        ),
        (ReportKind.WORK_REPORT, ReportKind.SPEECH),
    ),
)


def provenance(reading: Reading, holdings: Holdings) -> Answer | None:
    """What the documents asked about say of themselves; None where that is not asked, or of no document in particular."""
    clean = reading.question.clean
    asked = [fact for fact in FACTS if fact.asked.search(clean)] if re.search(_SHEET, clean) else []
    if not asked:
        return None
    day = _DAY_ASKED.search(clean) is not None
    told = [_of_documents(asked, documents, holdings, day) for documents in _sets_of_documents(reading, holdings)]
    found = [one for one in told if one is not None]
    if not found or len(found) < len(told):
        return None
    sources = [citation for one in found for citation in one.citations]
    numbers = itertools.count(1)
    words = [
        f"据{one.name}：{'；'.join(f'{quoted(c)}[{next(numbers)}]' for c in one.citations)}{one.missing}"
        if one.citations
        else f"{one.name}{one.missing}"
        for one in found
    ]
    citations = tuple(replace(citation, n=n) for n, citation in enumerate(sources, start=1))
    status = Status.ANSWERED if citations else Status.NOT_FOUND
    return Answer(status, "\n".join(words), reading.question, citations)


@dataclass(frozen=True, slots=True)
class _Page:
    """What a document says of itself, by its name, and the words for what it does not say."""

    name: str
    citations: tuple[Citation, ...]
    missing: str


def _of_documents(
    asked: Sequence[_Fact], documents: Sequence[DocumentSummary], holdings: Holdings, day: bool
) -> _Page | None:
    """What the document says that tells most of what is asked; None where none is of a kind that says such things. `day` asks
    for the day alone on which it appeared."""
    asked = [fact for fact in asked if any(d.metadata.kind in fact.kinds for d in documents)]
    if not asked:
        return None
    told = [(d, tuple(_told(asked, d, holdings.original(d.path)))) for d in documents]
    document, lines = max(told, key=lambda pair: len({name for name, _ in pair[1]}))
    original = holdings.original(document.path)
    spans = tuple(
        dict.fromkeys(_day_alone(original, span) if day and name == PUT_OUT else span for name, span in lines)
    )
    title = document.metadata.title
    citations = tuple(Citation(n, document.path, s, s.of(original), title) for n, s in enumerate(spans, start=1))
    missing = "、".join(fact.name for fact in asked if fact.name not in {name for name, _ in lines})
    said = "" if not missing else f"{'。' if lines else ''}没有写明{missing}。"
    return _Page(source_name(document), citations, said)


def _day_alone(original: str, span: Span) -> Span:
    """The date of a line that says when."""
    day = re.search(_DAY, span.of(original))
    return span if day is None else Span(span.start + day.start(), span.start + day.end())


def _sets_of_documents(reading: Reading, holdings: Holdings) -> tuple[tuple[DocumentSummary, ...], ...]:
    """The documents asked about; of several places those of each, so that each is told by itself."""
    documents = _documents(reading, holdings)
    places = reading.places.places
    if len(places) < 2:
        return (documents,)
    spoken_for = [{d.path for d in holdings.shelf.speaking_for(place)} for place in places]
    own = tuple(
        tuple(d for d in documents if d.path in paths)
        or _documents(replace(reading, places=replace(reading.places, places=(place,), documents=())), holdings)
        for place, paths in zip(places, spoken_for, strict=True)
    )
    return own if len({tuple(d.path for d in one) for one in own}) > 1 else (documents,)


def _documents(reading: Reading, holdings: Holdings) -> tuple[DocumentSummary, ...]:
    """The documents asked about, the newest first; of a place those of the years asked about, where there are any."""
    shelf = holdings.shelf
    if reading.places.documents:
        return tuple(shelf.by_path[path] for path in reading.places.documents)
    own = [d for place in reading.places.places for d in shelf.speaking_for(place) if d.duplicate_of is None]
    years = reading.years.reports or reading.years.years
    own = [d for d in own if d.metadata.year in years] if years else own
    return tuple(sorted(own, key=lambda d: -(d.metadata.year or 0)))


def _told(asked: Iterable[_Fact], document: DocumentSummary, original: str) -> Iterator[tuple[str, Span]]:
    """For each fact the line that says it, at the head of the page or at its end."""
    titled = _lines(rf"^.*{re.escape(document.metadata.title[:SURE_TITLE])}.*$")
    parts = ((0, original[:HEAD]), (max(HEAD, len(original) - TAIL), original[max(HEAD, len(original) - TAIL) :]))
    cleaned = [(offset, in_one_script(part)) for offset, part in parts]
    for fact in asked:
        found = next(
            (
                (offset, text.span(match.start(), match.end()))
                for form in fact.lines or titled
                for offset, text in cleaned
                for match in form.finditer(text.text)
                if len(match[0]) <= LONGEST
            ),
            None,
        )
        if found is not None:
            offset, span = found
            yield fact.name, _without_blanks(original, Span(offset + span.start, offset + span.stop))


def _without_blanks(original: str, span: Span) -> Span:
    words = span.of(original)
    return Span(span.start + len(words) - len(words.lstrip()), span.start + len(words.rstrip()))
