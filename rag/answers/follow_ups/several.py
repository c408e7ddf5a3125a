"""What a follow-up means by 这两样, 两地, 它俩: the things, places or years of the questions before it, together.

In: a follow-up and the readings of the questions before it, each with what it took over. Out: its reading with all of them set
side by side; None where it means no such, or names a thing of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rag.answers.asked.members import Member
from rag.answers.asked.question import Reading
from rag.answers.asked.table import TableAsk
from rag.answers.words.term import own_terms
from rag.figures.numbers import numeral
from rag.records import QuestionKind

_TOGETHER = re.compile(
    r"(?:这|那|以上|上面|前面|刚才(?:说|问)?的?)?(?<![哪第几\d十])(?P<n>[两二三四五六2-6几])"
    r"(?:者|样|项|种|类|块|边|地|家|省|市|县|区|镇|年|件事|方面|个(?:地方|省|市|县|区|镇|年份|指标|目标|数字?|东西)?)(?:里面?|中|之间|加?起来)?"
    r"|[它他她]?(?:俩|仨)"
)
# which of those asked about before: 哪个更高, 谁多, 差多少
_WHICH = re.compile(
    r"^(?:那么?|所以)?(?:到底|究竟|最后)?(?:(?:(?:哪(?:一?[个边家地项样年种](?:地方|省|市|县|区|镇|乡|村|年份|年)?|儿)|谁)(?:的|更|要|会)*(?P<done>[\u4e00-\u9fff]{1,2}得)?更?[高低多少大小快慢长短]"
    r"(?:一些|一点|些|点)?)|(?:相?差|高出?|低|多|少)(?:了)?(?:多少|几个?百?分?点?))(?:呢|啊|呀)?[？?。！!]*$"
)


def asks_together(clean: str) -> tuple[str, int] | None:
    """The question without the words for several things asked about before, and of how many; None where it has no such."""
    if which := _WHICH.match(clean):
        return clean.replace(which["done"] or "", "", 1), 2
    if (found := _TOGETHER.search(clean)) is None:
        return None
    said = found["n"]
    count = (
        3 if said is None and "仨" in found[0] else numeral(said.replace("两", "二")) if said and said != "几" else 2
    )
    return clean[: found.start()] + clean[found.end() :], int(count or 2)


def together(reading: Reading, table: TableAsk | None, before: Sequence[Reading], count: int) -> Reading | None:
    """`reading`, which has taken over what it leaves out, about what the last `count` questions differ in; `table` is what it
    asks of them (哪个更高)."""
    last = before[-count:]
    if len(last) < count:
        return None
    places = tuple({p.name: p for r in last for p in r.places.places}.values())
    years = tuple(dict.fromkeys(year for r in last for year in r.years.years))
    members = tuple({_label(r): Member(_label(r), r.terms) for r in last}.values())
    own_years = "years" not in reading.question.inherited and bool(reading.years.years)
    question = replace(reading.question, kind=QuestionKind.COMPARE, indicator=_label(last[-1]) or None)
    reading = replace(reading, terms=last[-1].terms)
    if len(places) == count and "places" in reading.question.inherited:
        question = replace(question, places=tuple(p.name for p in places))
        return replace(reading, question=question, places=replace(reading.places, places=places), table=table)
    if len(members) == count:
        question = replace(question, indicator="、".join(m.label for m in members))
        return replace(reading, question=question, members=members)
    if len(years) == count and not own_years:
        question = replace(question, years=tuple(sorted(years)))
        return replace(
            reading, question=question, years=replace(reading.years, years=tuple(sorted(years))), table=table
        )
    return None


def _label(reading: Reading) -> str:
    return "".join(term.text for term in own_terms(reading.terms))
