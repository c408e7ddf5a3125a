"""What is said where the reports do not say, in words for the user.

In: a reading, and what was looked at. Out: one or two sentences: what is missing and what there is instead. No figure
of any report is named, only places and the years of reports.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rag.answers.asked.groups import Group
from rag.answers.asked.question import Reading
from rag.answers.asked.wanted import asks_why
from rag.answers.evidence.finding import Findings
from rag.answers.reports.shelf import Shelf, short_name
from rag.answers.words.term import Term
from rag.places import NATION

MOST_PLACES = 6


def not_found(reading: Reading, findings: Findings, shelf: Shelf, *, otherwise: bool = False) -> str:
    """Why there is no answer: no report of the place, none of the year, or no word on the subject; `otherwise` says that there is
    one, in another sort of number (how much it grew where an amount is asked for)."""
    if not shelf.documents:
        return "资料库里还没有文档，无法回答。请先把报告放进 corpus 文件夹并建立索引。"
    if findings.elsewhere:
        return _no_place(reading, shelf)
    if not findings.looked_at or not _covers_years(reading, findings):
        return _no_year(reading, findings, shelf)
    return _no_subject(reading, findings, shelf, otherwise)


def no_holder(reading: Reading, shelf: Shelf) -> str:
    """No report names who holds the office asked about or gave the report, or there is none of the place."""
    places = reading.places.places
    if places and not any((shelf.speaking_for(p), shelf.below(p), shelf.above(p)) != ((), (), ()) for p in places):
        return f"资料库里没有{_whose(reading)}的报告。{_instead(reading, shelf)}"
    return f"{_whose(reading)}现有的报告没有写明这个人是谁。"


def which_place(places: Sequence[str]) -> str:
    """Several places answer the question differently."""
    return f"有多个地区的报告说到这件事（{_listed(places)}）。请在问题里点名是哪个地区。"


def which_subject() -> str:
    """The question names nothing to look for."""
    return "没有看出想了解哪件事。请写出具体事项，例如“粮食产量”“新增就业”“老旧小区改造”。"


def nothing_said(reading: Reading) -> str:
    """A meeting or a paper is known, and what is asked of it stands in no words that could be looked for."""
    return f"{_whose(reading)}现有的报告没有说明这件事。"


def no_rows(reading: Reading, found: Sequence[Group]) -> str:
    """A question over many places or years, of which none gives the figure."""
    whose = _listed([group.label for group in found])
    return f"资料库里{whose}的报告都没有写明{_subject(reading)}，无法比较。"


def no_turn(reading: Reading, found: Sequence[Group]) -> str:
    """How amounts changed between two years is asked, and no place gives both."""
    whose = _listed([group.label for group in found])
    years = "年和".join(map(str, reading.years.years))
    return f"资料库里{whose}的报告没有{years}年都写明{_subject(reading)}的，无法比较。"


def no_outcome(reading: Reading, found: Sequence[Group]) -> str:
    """It is asked which places met their goal, and no place gives both the goal and the result."""
    whose = _listed([group.label for group in found])
    return f"资料库里{whose}的报告没有把{reading.years.years[0]}年{_subject(reading)}的目标和结果都写明的，无法比较。"


def no_rows_below(reading: Reading) -> str:
    """The places below one are asked about, of which no report speaks one by one."""
    return f"资料库里没有{_whose(reading)}下面各地的报告，{_whose(reading)}的报告也没有逐个写明它们的{_subject(reading)}，无法比较。"


def no_milestones(reading: Reading) -> str:
    """Parts of a year are asked about, for none of which a report sets anything."""
    when = "、".join(reading.question.clean[p.start : p.stop] for p in reading.periods)
    return f"{_whose(reading)}现有的报告没有写明{_subject(reading)}到{when}各要达到多少。"


def nowhere(reading: Reading, years: Sequence[int]) -> str:
    """It is asked in which years the reports speak of something, and none does."""
    return f"{_whose(reading)}{year_list(years)}的报告都没有说到{_subject(reading)}。"


def withheld() -> str:
    """An answer that did not pass the last check."""
    return "找到了相关内容，但答案里的数字没能与原文逐一核对上，因此不予显示。请换一种问法，或直接查看原文。"


def year_list(years: Iterable[int]) -> str:
    """2012—2016年, or 2012年、2014年 where years are missing between them."""
    ordered = sorted(set(years))
    if len(ordered) > 2 and ordered[-1] - ordered[0] == len(ordered) - 1:
        return f"{ordered[0]}—{ordered[-1]}年"
    if len(ordered) > 6:
        return f"{ordered[0]}年至{ordered[-1]}年间的部分年份"
    return "、".join(f"{year}年" for year in ordered)


def _no_place(reading: Reading, shelf: Shelf) -> str:
    name = "、".join(reading.question.places)
    return f"资料库里没有{name}的报告，其他报告里也没有说到{name}的{_subject(reading)}。{_instead(reading, shelf)}"


def _instead(reading: Reading, shelf: Shelf) -> str:
    """The places that there are reports of, the nearest in name first."""
    places = sorted(shelf.by_place, key=lambda place: -_shared(place, reading.question.places))
    return f"现有{_listed(places)}的报告。" if places else ""


def _shared(place: str, asked: Sequence[str]) -> int:
    """How many characters a place's name shares with a name asked about, so that the one that may be meant is told first."""
    return max((len(set(short_name(place)) & set(short_name(name))) for name in asked), default=0)


def _no_year(reading: Reading, findings: Findings, shelf: Shelf) -> str:
    asked = year_list(reading.years.reports or reading.years.years)
    years = shelf.years(findings.documents)
    instead = f"现有{_whose(reading)}{year_list(years)}的报告。" if years else ""
    return f"资料库里没有能回答{_whose(reading)}{asked}情况的报告。{instead}"


def _no_subject(reading: Reading, findings: Findings, shelf: Shelf, otherwise: bool) -> str:
    years = shelf.years(findings.looked_at)
    where = (
        f"{_whose(reading)}{year_list(years)}的报告" if years and len(years) <= 6 else f"{_whose(reading)}现有的报告"
    )
    if otherwise:
        asked, told = ("比例或增速", "数量") if reading.wanted.percent else ("数量", "比例或增速")
        return f"{where}只写了{_subject(reading)}的{told}，没有写{asked}。"
    missing = _missing(findings.evidence[0].missing) if findings.evidence else ""
    hint = f"其中没有说到“{missing}”。" if missing else ""
    reason = "的原因" if asks_why(reading.question.clean) else ""
    return f"{where}没有说明{_subject(reading)}{reason}。{hint}"


def _missing(terms: Sequence[Term]) -> str:
    return "、".join(t.text for t in terms[:3] if not any(c.isdigit() for c in t.text))


def _covers_years(reading: Reading, findings: Findings) -> bool:
    """True where some report was searched that could speak of the years asked about."""
    if reading.years.reports:
        return any(d.metadata.year in reading.years.reports for d in findings.looked_at)
    if not reading.years.years:
        return True
    near = reading.years.near
    return any(d.metadata.year in near or d.metadata.year is None for d in findings.looked_at)


def _whose(reading: Reading) -> str:
    places = reading.question.places
    if not places:
        return ""
    return "国务院" if places == (NATION,) else "、".join(places)


def _subject(reading: Reading) -> str:
    words = "、".join(t.text for t in reading.subject if not any(c.isdigit() for c in t.text))
    return f"“{words}”" if words else "这件事"


def _listed(places: Sequence[str]) -> str:
    named = ["国务院" if place == NATION else place for place in places[:MOST_PLACES]]
    return "、".join(named) + ("等地" if len(places) > MOST_PLACES else "")
