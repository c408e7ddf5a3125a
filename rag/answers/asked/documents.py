"""Documents that a question names by what they are instead of by their place: 那份镇长讲话, 某某的访谈, 望川河边那个镇的.

In: the clean question with its places, the shelf, and what finds the documents that hold some words. Out: the places with
the documents asked about and the stretches of the question that say so. Nothing is narrowed down where that fits none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

import jieba

from rag.answers.asked.places import AskedPlaces
from rag.answers.reports.shelf import Shelf
from rag.records import DocumentSummary, ReportKind

Mentioning = Callable[[str], tuple[str, ...]]
# what fits more documents than these is no name of one
MOST = 8

_KIND_WORDS = {
    ReportKind.SPEECH: r"讲话|发言(?!人)|致辞",
    ReportKind.INTERVIEW: r"访谈|专访|采访|对话|答记者问",
    ReportKind.NEWS: r"新闻(?!出版|发布|宣传|媒体|中心|网|办)|报道|消息|通讯稿|稿子|稿件",
}
_POINTING = r"(?:[那这该本某]一?)?(?:[份篇期个次场条则]的?)?"
_SHEET = r"(?:节目|稿子?|文章|报道|视频|材料|全文)?"
_WITHIN = r"(?:(?:里面?|中|上)面?头?)?(?:说的?|讲的?|提[到及]的?|要求|交代的?)?"
_SAID = re.compile(rf"{_POINTING}(?:{'|'.join(_KIND_WORDS.values())}){_SHEET}{_WITHIN}")
_OFFICE = re.compile(r"(?:党委|[省市区县旗镇乡]委)?书记|[省市区县旗镇乡]长|主任|主席|局长|总理")
_LEVEL = r"的?(?:那|这)?一?个?(?P<level>[镇乡县市区省村])(?![长委])"
_BESIDE = re.compile(
    rf"""
    (?P<what>[\u4e00-\u9fff]{{2,8}}?)
    (?: 流域 | [边畔岸]上? | 沿[岸线] | 旁边? | 脚下 | 附近 | 经过 | 流[经过] | 穿过 | 坐落 | 所在 ) {_LEVEL}
    | 有(?P<held>[\u4e00-\u9fff]{{2,8}}?)的{_LEVEL.replace("level", "of")}
    """,
    re.VERBOSE,
)
# 澄溪县那位镇长: a place below the one that is named, which the question leaves unnamed
_BELOW = re.compile(r"(?:的|里|下面|下属|下辖)*(?:[那这某]一?|一)(?:个|位|名)(?P<level>[镇乡村])(?:长|委?书记|干部)?")
_SHORTEST, _SHORTEST_OCCASION = 2, 5
_OCCASION = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{2,12}?(?:大会|会议|(?:动员|推进|推介|座谈|发布|部署|培训|现场|调度|工作|总结|表彰|春训|通气|恳谈)会|清单))(?:上|里|中)的?"
)


def asked_documents(clean: str, places: AskedPlaces, shelf: Shelf, mentioning: Mentioning) -> AskedPlaces:
    """`places` with the documents that the question describes, of whatever year: those that fit all that it says of them, or
    else what it says first."""
    unnamed = _below(clean, places, shelf, mentioning)
    if unnamed is not None:
        return unnamed
    described = (
        _by_speaker(clean, places, shelf),
        _by_occasion(clean, shelf),
        _by_kind(clean, places, shelf),
        _by_content(clean, places, shelf, mentioning),
    )
    fitting = [(found, spans) for found, spans in described if 0 < len(found) <= MOST]
    if not fitting:
        return places
    paths = [[d.path for d in found] for found, _ in fitting]
    shared = [path for path in paths[0] if all(path in others for others in paths)]
    named = (*(span for _, spans in fitting for span in spans), *(match.span() for match in _SAID.finditer(clean)))
    return replace(places, documents=tuple(shared or paths[0]), spans=(*places.spans, *named))


def of_years(places: AskedPlaces, years: Sequence[int], shelf: Shelf) -> AskedPlaces:
    """The same with those documents that can tell of these years, where some can: a report also tells of the year before it.
    Beside the reports of a speaker stand those of the same place that do not say who speaks."""
    told = {year + later for year in years for later in (0, 1)}
    described = [shelf.by_path[path].metadata for path in places.documents]
    known = {(m.place, m.kind) for m in described if m.speaker is not None}
    nameless = (
        d for d in shelf.documents if d.metadata.speaker is None and (d.metadata.place, d.metadata.kind) in known
    )
    every = dict.fromkeys((*places.documents, *(d.path for d in nameless if d.duplicate_of is None)))
    chosen = tuple(path for path in every if shelf.by_path[path].metadata.year in told)
    return replace(places, documents=chosen) if chosen else places


# 县委书记某某, 镇党委副书记、代镇长某某: the office before a name says no more than the name
_HOLDS = (
    r"(?:(?:[省市县区旗镇乡](?:党)?委|党委|[省市县区]政府)?(?:副|代)?(?:书记|[省市县区旗镇乡]长|主席|主任)[、，]?){1,3}"
)
_Described = tuple[tuple[DocumentSummary, ...], tuple[tuple[int, int], ...]]


def _by_speaker(clean: str, places: AskedPlaces, shelf: Shelf) -> _Described:
    """Whoever gave a report or was interviewed stands for it; of namesakes the one of the place asked about."""
    names = [name for name in shelf.by_speaker if name in clean and not (len(name) < 3 and jieba.get_FREQ(name))]
    if len(names) != 1:
        return (), ()
    spoken = _own(shelf.by_speaker[names[0]])
    here = tuple(d for d in spoken if any(place.name in d.metadata.places for place in places.places))
    named = re.finditer(rf"(?:{_HOLDS})?{re.escape(names[0])}(?:同志|{_OFFICE.pattern})?", clean)
    return here or spoken, tuple(match.span() for match in named)


def _by_occasion(clean: str, shelf: Shelf) -> _Described:
    """三级干部大会上: the documents whose titles name the meeting or the paper."""
    for match in _OCCASION.finditer(clean):
        for start in range(match.start(), match.end() - _SHORTEST_OCCASION + 1):
            name = clean[start : match.end("name")]
            if found := _own(d for d in shelf.documents if name in d.metadata.title):
                return found, ((start, match.end()),)
    return (), ()


def _by_kind(clean: str, places: AskedPlaces, shelf: Shelf) -> _Described:
    """那篇访谈 of the place asked about; where no place is, the one whose title names the office that the question names."""
    kinds = [kind for kind, words in _KIND_WORDS.items() if re.search(words, clean)]
    office = _OFFICE.search(clean)
    for kind in kinds:
        if places.places:
            own = (d for place in places.places for d in shelf.speaking_for(place))
            found = _own(d for d in own if d.metadata.kind is kind)
        else:
            named = office is not None and (d for d in shelf.documents if office[0] in d.metadata.title)
            found = _own(d for d in named or () if d.metadata.kind is kind)
        if found:
            return found, () if places.places or office is None else (office.span(),)
    return (), ()


def _by_content(clean: str, places: AskedPlaces, shelf: Shelf, mentioning: Mentioning) -> _Described:
    """望川河边那个镇: the documents of a township that speak of the 望川河."""
    match = _BESIDE.search(clean)
    if match is None or places.places:
        return (), ()
    name = "what" if match["what"] else "held"
    level = match["level"] or match["of"]
    for start in range(match.start(name), match.end(name) - _SHORTEST + 1):
        found = _own(
            d for path in mentioning(clean[start : match.end(name)]) if _is_of(d := shelf.by_path[path], level)
        )
        if found:
            return found, ((start, match.end()),)
    return (), ()


def _below(clean: str, places: AskedPlaces, shelf: Shelf, mentioning: Mentioning) -> AskedPlaces | None:
    """澄溪县那个镇, where the index has no report of the county: the documents that speak of it and do not name their own place."""
    if len(places.places) != 1 or shelf.speaking_for(place := places.places[0]) or shelf.below(place):
        return None
    match = next((m for _, stop in places.spans if (m := _BELOW.match(clean, stop))), None)
    if match is None:
        return None
    speaking = (shelf.by_path[path] for path in mentioning(place.name))
    found = _own(d for d in speaking if d.metadata.place is None and _is_of(d, match["level"]))
    if not found or len(found) > MOST:
        return None
    said = (match.span(), *(m.span() for m in _SAID.finditer(clean)))
    return replace(places, places=(), documents=tuple(d.path for d in found), spans=(*places.spans, *said))


def _is_of(document: DocumentSummary, level: str) -> bool:
    """True for a document of a place of this level, and for one that does not name its place and speaks of such a one."""
    place = document.metadata.place
    return place.endswith(level) if place is not None else level in document.metadata.title


def _own(documents: Iterable[DocumentSummary]) -> tuple[DocumentSummary, ...]:
    return tuple({d.path: d for d in documents if d.duplicate_of is None}.values())
