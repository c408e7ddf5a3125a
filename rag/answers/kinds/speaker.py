"""Who holds an office, what office somebody holds, and who gave a report.

In: a question that asks for a person or an office, the shelf and the holdings. Out: for every place asked about the words of
a report that name the office together with a person, with their source; None where some place has none, so that nobody is
named for an office that is another's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rag.answers.asked.question import Reading
from rag.answers.reports.holdings import Holdings
from rag.answers.reports.quoting import citation, original_span, quoted
from rag.answers.reports.shelf import AskedPlace
from rag.answers.sentences.clauses import clauses
from rag.answers.telling.compose import Composed, source_name
from rag.answers.words.blanking import BLANK, blank
from rag.reading.people import SURNAMES
from rag.records import Citation, DocumentSummary, Span
from rag.text.clean import in_one_script

HEAD, LONGEST_LINE = 3000, 120
_WHO = re.compile(r"谁|哪位|何人|叫什么|叫啥|姓名|名字|姓什么|姓甚")
_MADE = r"报告.{0,4}(?:谁|哪一?位|何人).{0,3}[作做](?!了?[什啥哪])"
_GIVEN = re.compile(rf"作.{{0,6}}报告|报告人|做.{{0,6}}报告|代表.{{0,8}}政府|{_MADE}")
_MADE_BY = re.compile(rf"{_MADE}|报告人")
_OFFICE = re.compile(
    r"(?P<acting>代理?|副)?(?P<office>(?:党委|党组|纪委|纪工委|政法委|团委|党?支部|[省市区县旗镇乡]委)?(?P<deputy>副)?书记|[省市区县旗镇乡]长|主席|总理|主任|局长|一把手)"
)
# whoever is called the secretary without more heads the committee
_HEADS = ("一把手", "书记", "党委书记")
_POST = re.compile(
    r"身份|(?:什么|啥|何)(?:职务|职位|职|官|头衔)|职务(?:是|为|叫)|(?:哪些|哪?[几两]个?)(?:职务|职位|头衔)|干(?:什么|啥)的|是(?:谁|什么人|哪位|何人)[?？]?$"
)
_POSTS = r"(?:书记|[省市区县旗镇乡]长|主席|总理|主任|代表|委员|局长|厅长|部长)"
# what may stand beside an office in a question that asks for nothing but its holder
_BESIDE_OFFICE = re.compile(
    r"请问|现任|现在|目前|当时|时任|如今|当前|那时|姓名|名字|叫什么|叫啥|哪一?位|何人|是谁|谁|姓什么|[的是叫啥呢啊呀吗当任在到底个，,。？?！! ]|[省市区县旗镇乡]"
    r"|[年初底末月\d]|正式|具体|究竟|到底"
)
_ACTING = {"代": "代理?", "代理": "代理?", "副": "副"}


@dataclass(frozen=True, slots=True)
class _Named:
    """Where a report names the holder of an office: its clause in the original."""

    summary: DocumentSummary
    cited: Citation


def asks_for_speaker(clean: str) -> bool:
    """True for 作政府工作报告的区长是谁, 镇长叫什么名字, and for what may be a question for somebody's office."""
    if _POST.search(clean):
        return True
    return _WHO.search(clean) is not None and (_OFFICE.search(clean) or _GIVEN.search(clean)) is not None


def speaker_of(reading: Reading, holdings: Holdings) -> Composed | None:
    """Who is asked for, for each place; None where the reports of one of them do not say."""
    if (post := _post_of(reading, holdings)) is not None:
        return Composed(_line(None, post, several=False), (post.cited,))
    found: list[tuple[AskedPlace | None, _Named]] = []
    for place in reading.places.places or (None,):
        named = _given(reading, place, holdings) or _in_office(reading, place, holdings, len(found) + 1)
        if named is None:
            return None
        found.append((place, named))
    lines = [_line(place, named, several=len(found) > 1) for place, named in found]
    return Composed("\n".join(lines), tuple(named.cited for _, named in found))


def asks_for_holder_alone(reading: Reading) -> bool:
    """True for 现任镇长叫什么名字 and 报告是谁作的: where no report names the holder, nothing else answers."""
    clean = blank(reading.question.clean, reading.places.spans).replace(BLANK, "")
    if _MADE_BY.search(clean):
        return True
    office = _OFFICE.search(clean)
    if office is None or _WHO.search(clean) is None:
        return False
    return _BESIDE_OFFICE.sub("", clean[: office.start()] + clean[office.end() :]) == ""


def _post_of(reading: Reading, holdings: Holdings) -> _Named | None:
    """The clause that names the office of the speaker whom the question names."""
    clean = reading.question.clean
    documents = [holdings.shelf.by_path[path] for path in reading.places.documents]
    named = [d for d in documents if d.metadata.speaker and d.metadata.speaker in clean]
    if not named or _POST.search(clean) is None:
        return None
    pattern = re.compile(rf"{_POSTS}[、,，\s]*{re.escape(named[0].metadata.speaker or '')}")
    found = (n for summary in named for n in _naming(pattern, summary, holdings, 1))
    return next(found, None) or _of_head(named[0], holdings.original(named[0].path))


def _line(place: AskedPlace | None, named: _Named, several: bool) -> str:
    whose = f"{place.name}（{source_name(named.summary)}）" if several and place else f"据{source_name(named.summary)}"
    return f"{whose}：{_who(named)}[{named.cited.n}]"


def _who(named: _Named) -> str:
    """The line of a report's head begins with the name that it gives."""
    speaker = named.summary.metadata.speaker
    plain = quoted(named.cited)
    return f"{speaker}（{plain}）" if speaker and speaker in plain and named.cited.headings == () else plain


def _documents(reading: Reading, place: AskedPlace | None, holdings: Holdings) -> tuple[DocumentSummary, ...]:
    """The reports of the place, of the years asked about where some are."""
    shelf = holdings.shelf
    described = tuple(shelf.by_path[path] for path in reading.places.documents)
    own = described or (shelf.documents if place is None else shelf.speaking_for(place))
    years = reading.years.reports or reading.years.years
    return tuple(d for d in own if d.duplicate_of is None and (not years or d.metadata.year in years))


def _given(reading: Reading, place: AskedPlace | None, holdings: Holdings) -> _Named | None:
    """The one speaker of the reports asked about, where it is asked who gave them."""
    if _GIVEN.search(reading.question.clean) is None:
        return None
    named = [d for d in _documents(reading, place, holdings) if d.metadata.speaker]
    if len({d.metadata.speaker for d in named}) != 1:
        return None
    return _of_head(named[0], holdings.original(named[0].path))


def _of_head(summary: DocumentSummary, text: str) -> _Named | None:
    """The line of the head that names the speaker."""
    found = re.search(
        rf"^[^\r\n]{{,{LONGEST_LINE}}}{_spelled(summary)}[^\r\n]{{,{LONGEST_LINE}}}(?=\r|$)", text[:HEAD], re.MULTILINE
    )
    if not found:
        return None
    line = found[0]
    span = Span(found.start() + len(line) - len(line.lstrip()), found.start() + len(line.rstrip()))
    return _Named(summary, Citation(1, summary.path, span, span.of(text), summary.metadata.title))


def _spelled(summary: DocumentSummary) -> str:
    """The name of the speaker, also with blanks between its characters."""
    return r"[ \t\u3000]*".join(map(re.escape, summary.metadata.speaker or ""))


def _in_office(reading: Reading, place: AskedPlace | None, holdings: Holdings, n: int) -> _Named | None:
    """The first clause that names the office and behind it a person; without a place only where one report does."""
    office = _OFFICE.search(reading.question.clean)
    if office is None:
        return None
    pattern = _holder(office)
    found = [
        named for summary in _documents(reading, place, holdings) for named in _naming(pattern, summary, holdings, n)
    ]
    found = found or [
        named
        for summary in _documents(reading, place, holdings)
        if summary.metadata.speaker and (named := _of_head(summary, holdings.original(summary.path))) is not None
        if _names_office(office, named)
    ]
    places = {named.summary.metadata.place for named in found}
    return found[0] if found and (place is not None or len(places) == 1) else None


def _names_office(office: re.Match[str], named: _Named) -> bool:
    """True for a line of the head with this office right before the name of whoever gave the report."""
    title = "书记" if office["office"] in _HEADS else office["office"]
    deputy = "副" if office["acting"] == "副" else "(?<!副)"
    line = in_one_script(named.cited.quote).text
    return re.search(rf"{deputy}{title}[\s、,，:：]*{_spelled(named.summary)}", line) is not None


def _holder(office: re.Match[str]) -> re.Pattern[str]:
    """The office as reports write it, with a person's name behind it; a deputy only where one is asked for."""
    title = office["office"]
    if title in _HEADS:
        title = r"(?:党委|党组|[省市区县旗镇乡]委)书记"
    before = _ACTING.get(office["acting"] or "", r"(?<!副)(?:代理?)?")
    return re.compile(rf"{before}{title}[、,，:：\s]*[{SURNAMES}][\u4e00-\u9fff]")


def _naming(pattern: re.Pattern[str], summary: DocumentSummary, holdings: Holdings, n: int) -> Iterator[_Named]:
    text = holdings.original(summary.path)
    for passage in holdings.passages(summary.path):
        for sentence in passage.sentences:
            if (match := pattern.search(sentence.text)) is not None:
                start, stop = _clause(sentence.text, match)
                span = original_span(text, sentence, start, stop)
                yield _Named(summary, citation(n, text, span, passage, summary))
                return


def _clause(sentence: str, match: re.Match[str]) -> tuple[int, int]:
    """The clause of the name, with the one before it where that names another office of the same person."""
    parts = clauses(sentence)
    at = [i for i, c in enumerate(parts) if c.start < match.end() and match.start() < c.stop]
    return parts[at[0]].start, parts[at[-1]].stop
