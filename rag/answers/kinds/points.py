"""The points that a report makes one after another: 八个方面的工作, 三条举措, each from its heading.

In: a reading that asks for such points or how many they are, and the reports that it is about. Out: an unchecked `Answer` with
the headings that stand side by side, each cited; None where no report has as many as the question says, or none near it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from rag.answers.asked.question import Aim, Reading
from rag.answers.evidence.finding import Finder
from rag.answers.reports.holdings import Holdings
from rag.answers.reports.quoting import citation, quoted
from rag.answers.sentences.matching import matches
from rag.answers.sentences.spoken import spoken
from rag.answers.telling.compose import source_name
from rag.answers.words.blanking import blank
from rag.answers.words.vocabulary import Vocabulary
from rag.figures.numbers import numeral
from rag.protocols import Encoder
from rag.records import Answer, Filter, Passage, Section, Sentence, Span, Status
from rag.text.clean import clean
from rag.text.structure import sections

MOST_DOCUMENTS, MOST_POINTS, LONGEST, HELD = 4, 20, 300, 64
NEAR_SENTENCES, SHORT = 4, 120
_NOUN = r"(?:[个大项条点]*(?:方面|举措|措施|意见|要求|思路|路径|抓手|打算))"
_SAID = re.compile(rf"(?P<n>[两三四五六七八九十]{{1,2}}|(?<!\d)\d{{1,2}})(?:{_NOUN}|[条点](?=[，,。？?！!是]|都|分别))")
_TASK = "(?:重点|主要)?(?:任务|工作(?![人专组])|举措|措施)"
_HOW_MANY = re.compile(
    rf"(?:几|多少){_NOUN}|[提讲说谈列](?:了|出|出了)(?:几|多少)[条点]|(?:几|多少)[个大项条]{_TASK}"
    rf"|{_TASK}[^，,。；;？?]{{0,4}}(?:有|共)(?:几|多少)[个大项条]"
)
_SO_MANY = re.compile(r"(?P<n>[一二三四五六七八九十]{1,3}|(?<!\d)\d{1,2})(?=[个大项条点件]|方面)")
_COUNTED = re.compile("方面|任务|工作|举措|措施|意见|要求|思路|路径|打算")
# 哪六仗: as many headings as it says that have the word; 哪几场攻坚战: all that stand side by side have it
_CALLED = re.compile(
    r"哪(?P<n>几(?=[大场])|[两三四五六七八九十]{1,2})[个大项条场张]?(?P<what>[一-龥]{1,4}?)(?=[，,。？?！!]|$|是|呢)"
)
# 十件民生实事有哪些: things by their number, where what stands before the points speaks of so many of them
_THINGS = re.compile(
    r"(?<![这那])(?P<n>[三四五六七八九十]{1,3}|(?<![\d.])\d{1,2})[件大项个](?P<what>[一-龥]{2,8}?)[”\"]?(?=[，,]?(?:都|分别|具体|各|又)*(?:包[括含]|有|是|指|为|哪))"
)
_PUT = re.compile("部署|布置|明确|确定|强调")
# which of the points is asked for beside their number: 打头的是哪一个
_N = "[一二三四五六七八九十]{1,2}|\\d{1,2}"
_FIRST = re.compile("打头|领头|开头|头一[个条项点]|首要|首[条项个]|摆在首位|放在首位|排在(?:最)?前")
_LAST = re.compile("(?:最后|末尾|末了|倒数第一)(?:的)?(?:一)?[个条项点]?|压轴|收尾|末[条项]")
_NTH = re.compile(rf"第(?P<n>{_N})(?:大)?[个条项点](?:方面)?|排(?:在)?第(?P<m>{_N})")
_EACH = re.compile(r"逐[条项一个]|一条条|一条一条|一项项|一一列|挨个|每一?[条项点]|分条")
_LISTED = re.compile(r"哪|分别|什么|啥|列|各|具体")
_QUOTED = re.compile(r"[“\"《]([^“”\"《》]{2,8})[”\"》]")
# how a heading is marked: （一）, 一、, 一是, 第一, ——, or not at all
_STYLE = re.compile(
    r"(?P<brackets>[（(][一二三四五六七八九十\d]+[)）])|(?P<stop>[一二三四五六七八九十\d]+[、.．])"
    r"|(?P<said>[一二三四五六七八九十]+[是要])|(?P<ordinal>第[一二三四五六七八九十]+)|(?P<dash>[—-]+)"
)
_FROM_ONE = re.compile(r"[（(]?[一1](?:[)）]|[、.．]|[是要])|第一(?![一-龥])")


@dataclass(frozen=True, slots=True)
class _Points:
    """Headings of one document that stand side by side."""

    path: str
    sections: tuple[Section, ...]

    @property
    def words(self) -> str:
        """What they are about: the heading above them and their own."""
        return " ".join((*self.sections[0].path[-2:-1], *(s.heading for s in self.sections)))


class Points:
    """Answers from the headings of reports of one generation of one index."""

    def __init__(self, finder: Finder, holdings: Holdings, encoder: Encoder, vocabulary: Vocabulary) -> None:
        self._finder = finder
        self._vocabulary = vocabulary
        self._holdings = holdings
        self._encoder = encoder
        self._of = lru_cache(maxsize=HELD)(self._points_of)

    def answer(self, reading: Reading, filter: Filter) -> Answer | None:
        """The points that are asked for, a line each, after how many they are."""
        words = reading.question.clean
        said = _SAID.search(words) if _LISTED.search(words) else None
        called = _CALLED.search(words) if said is None else None
        things = _THINGS.search(words) if said is None and called is None and _LISTED.search(words) else None
        if not (said or called or things or _HOW_MANY.search(words) or (_EACH.search(words) and _QUOTED.search(words))):
            return None
        # what was done in a year is told in the report of the next
        later = () if reading.aim is Aim.TARGET else tuple(year + 1 for year in reading.years.years)
        stages = ((*reading.years.years, *reading.years.reports), *((later,) if later else ()))
        answers = (self._from(reading, self._paths(reading, years, filter), said, called, things) for years in stages)
        return next((answer for answer in answers if answer is not None), None)

    def _from(
        self,
        reading: Reading,
        paths: Sequence[str],
        said: re.Match[str] | None,
        called: re.Match[str] | None,
        things: re.Match[str] | None,
    ) -> Answer | None:
        """The points of these documents that are so many, or called so."""
        words = reading.question.clean
        found: Sequence[_Points] = [points for path in paths for points in self._of(path)]
        if said is not None:
            found = [points for points in found if len(points.sections) == numeral(said["n"])]
        if called is not None:
            found = [some for points in found if (some := _called(points, called)) is not None]
        if things is not None:
            told = [points for points in found if self._are_called(points, things)]
            found = told or (found if _HOW_MANY.search(words) else ())
        named = [points for points in found if any(_begin_with(points, quote) for quote in _QUOTED.findall(words))]
        counted = _HOW_MANY.search(words)
        if said is None and counted is not None:
            found = self._about(reading, found)
        sure = any(asked is not None for asked in (said, counted, called, things))
        chosen = self._nearest(reading, named or (found if sure else ()))
        return None if chosen is None else self._told(reading, chosen, in_full=things is not None)

    def _are_called(self, points: _Points, things: re.Match[str]) -> bool:
        """True for so many points, where the heading above them or a sentence shortly before says that they are those things."""
        above = "".join(points.sections[0].path[-2:-1])
        announcing = _announcing(points, self._holdings.passages(points.path))
        said = above + (announcing[1].text if announcing is not None else "")
        return len(points.sections) == numeral(things["n"]) and things["what"][-2:] in said

    def _about(self, reading: Reading, found: Sequence[_Points]) -> Sequence[_Points]:
        """Those whose words speak of the thing that is named beside what is counted; all, where none is."""
        clean = reading.question.clean
        framed = " ".join(m[0] for p in (_FIRST, _LAST, _NTH, _EACH, _PUT) for m in p.finditer(clean))
        things = [
            t for t in reading.subject if t.weight >= 1 and t.text not in framed and not re.fullmatch(_NOUN, t.text)
        ]
        if things:
            texts = [spoken(points.words, self._vocabulary) for points in found]
            found = [
                p
                for p, text in zip(found, texts, strict=True)
                if any(matches(t, text, self._vocabulary) for t in things)
            ]
        nouns = [noun for m in _HOW_MANY.finditer(clean) for noun in _COUNTED.findall(m[0])]
        under = [p for p in found if any(n in above for above in p.sections[0].path[-2:-1] for n in nouns)]
        # the parts of a report are no points of it, and headings without a mark may belong to several points
        below = [p for p in found if len(p.sections[0].path) > 1]
        marked = [p for p in under or below if _style(p.sections[0].heading) is not None]
        return marked or under or below or found

    def _paths(self, reading: Reading, years: Sequence[int], filter: Filter) -> Sequence[str]:
        """The documents of the place and of these years, of any where there are none; where no place is named, those in which the question was found."""
        findings = self._finder.find(reading, filter)
        own = [d.path for d in findings.documents if not years or d.metadata.year in years]
        if reading.place is not None or len(own) <= MOST_DOCUMENTS:
            return own[-MOST_DOCUMENTS:]
        hits = dict.fromkeys(
            [*(e.source.passage.doc for e in findings.evidence), *(h.passage.doc for h in findings.hits)]
        )
        return list(hits)[:MOST_DOCUMENTS]

    def _points_of(self, path: str) -> tuple[_Points, ...]:
        """The runs of headings of one document that stand under one heading and are marked alike."""
        every = sections(clean(self._holdings.original(path)))
        alike = groupby(sorted(every, key=lambda s: s.path[:-1]), key=lambda s: s.path[:-1])
        return tuple(_Points(path, run) for _, siblings in alike for run in _runs(siblings) if len(run) > 1)

    def _nearest(self, reading: Reading, found: Sequence[_Points]) -> _Points | None:
        """The points that lie nearest to the question in meaning."""
        if len(found) < 2:
            return found[0] if found else None
        asked = blank(reading.question.clean, (*reading.places.spans, *reading.years.spans)).replace("\x00", "")
        told = self._encoder.encode_passages([points.words[:LONGEST] for points in found])
        return found[int((told @ self._encoder.encode_queries([asked])[0]).argmax())]

    def _told(self, reading: Reading, points: _Points, in_full: bool) -> Answer:
        """The points, a line each: their headings, or all of a point `in_full` while it is short."""
        original = self._holdings.original(points.path)
        summary = self._holdings.shelf.by_path[points.path]
        passages = self._holdings.passages(points.path)
        cited = []
        for n, section in enumerate(points.sections[:MOST_POINTS], start=1):
            passage = next((p for p in passages if p.span.overlaps(section.heading_span)), passages[0])
            span = _in_full(section, original, last=n == len(points.sections)) if in_full else section.heading_span
            cited.append(citation(n, original, span, passage, summary))
        count = str(len(points.sections))
        lines = [f"{quoted(c).rstrip('。；，,;')}[{c.n}]" for c in cited]
        mark = ""
        if (announcing := _announcing(points, passages)) is not None:
            passage, sentence = announcing
            mark = f"[{len(cited) + 1}]"
            cited.append(citation(len(cited) + 1, original, sentence.span, passage, summary))
        lines.insert(0, f"据{source_name(summary)}，共{count}{_counted(reading.question.clean)}{mark}：")
        which = _which(reading.question.clean, len(lines) - 1)
        chosen = (
            () if which is None else (f"其中第{which + 1}条是：{quoted(cited[which]).rstrip('。；，,;')}[{which + 1}]",)
        )
        computed = (count,) if which is None else (count, str(which + 1))
        text = "\n".join((*chosen, *lines))
        return Answer(Status.ANSWERED, text, reading.question, tuple(cited), computed=computed)


def _in_full(section: Section, original: str, last: bool) -> Span:
    """All of a point while it is short, else its heading; of the last one its first sentence, since more may follow."""
    text = section.span.of(original)
    told = text[: text.find("。") + 1] if last and "。" in text else text.rstrip()
    if len(told) > SHORT or "\n" in told.strip():
        return section.heading_span
    return Span(section.span.start, section.span.start + len(told))


def _announcing(points: _Points, passages: Sequence[Passage]) -> tuple[Passage, Sentence] | None:
    """The sentence shortly before the first point that says how many there are: 今年要抓好八个方面的工作."""
    first = points.sections[0].heading_span.start
    before = [(p, s) for p in passages for s in p.sentences if s.span.stop <= first][-NEAR_SENTENCES:]
    says = (
        pair
        for pair in reversed(before)
        if any(numeral(m["n"]) == len(points.sections) for m in _SO_MANY.finditer(pair[1].text))
    )
    return next(says, None)


def _counted(clean: str) -> str:
    """What is counted, in the words of the question: 个方面 of 抓几个方面的工作."""
    asked = _HOW_MANY.search(clean)
    words = re.search("(?:几|多少)(?P<what>.+)", asked[0]) if asked is not None else None
    return words["what"] if words is not None else "条"


def _which(clean: str, count: int) -> int | None:
    """The place of the one point that is asked for beside all of them; None where none is, or there are fewer."""
    if (nth := _NTH.search(clean)) is not None:
        number = numeral(nth["n"] or nth["m"])
        return int(number) - 1 if number and number <= count else None
    return 0 if _FIRST.search(clean) else count - 1 if _LAST.search(clean) else None


def _runs(siblings: Iterable[Section]) -> Iterator[tuple[Section, ...]]:
    """Siblings in their order, parted where they are marked in another way or counted from one again."""
    run: list[Section] = []
    for section in sorted(siblings, key=lambda s: s.span):
        if run and (_style(section.heading) != _style(run[-1].heading) or _FROM_ONE.match(section.heading)):
            yield tuple(run)
            run = []
        run.append(section)
    if run:
        yield tuple(run)


def _style(heading: str) -> str | None:
    found = _STYLE.match(heading)
    return found.lastgroup if found is not None else None


def _called(points: _Points, called: re.Match[str]) -> _Points | None:
    """Those headings that have the word for what is asked for, where they are as many: 打好产业升级攻坚仗 for 哪六仗."""
    some = tuple(section for section in points.sections if called["what"] in section.heading)
    if called["n"] == "几":
        return points if len(some) == len(points.sections) else None
    return _Points(points.path, some) if len(some) == numeral(called["n"].replace("两", "二")) else None


def _begin_with(points: _Points, words: str) -> bool:
    """True where every heading begins with these words, behind its mark."""
    return all(_STYLE.sub("", s.heading, count=1).startswith(words) for s in points.sections)
