"""What a question calls by its name must be spoken of: another bridge is no answer about this one.

In: a reading and the evidence chosen for it. Out: whether the evidence speaks of all that the question names: what stands in
quotation marks, whom it names with an office, which edition of a thing it means, and places besides those that say which report is meant.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence

from rag.answers.asked.demands import asks_about_a_deed
from rag.answers.asked.question import Reading
from rag.answers.evidence.weighing import Evidence
from rag.answers.sentences.matching import matches
from rag.answers.sentences.spoken import spoken
from rag.answers.words.asides import LITTLE
from rag.answers.words.synonyms import names_a_place, names_an_action, share_a_character
from rag.answers.words.term import Term
from rag.answers.words.vocabulary import Vocabulary
from rag.figures.numbers import numeral
from rag.reading.people import SURNAMES

Mentioning = Callable[[str], tuple[str, ...]]
_QUOTED = re.compile(r"[“\"《]([^“”\"《》]{2,16})[”\"》]")
# a body by its name: 国际奥委会
_BODY = re.compile(r"[\u4e00-\u9fff]{2,}(?:委员会|奥委会|组织|银行|大学|公司|集团|协会|医院|学院|研究院|交易所)")
# 第三届茶王赛, but no sitting of a congress, which dates a report
_EDITION = re.compile(
    r"第(?P<n>[\d一二三四五六七八九十百]+)(?P<unit>[届期批轮])(?!(?:全国|[省市县区旗州镇乡])?(?:人大|人民代表|政协|委员会|[一二三四五六七八九]中全会|中央))"
)
# the second of a thing: 第二处, 第三座; 首座 is the first
_IN_A_ROW = re.compile(r"(?:第(?P<n>[\d一二三四五六七八九十]+)|首)[处座家条艘台例支枚颗]|首个")
# 决定是谁宣读的: who did that very thing
_BY_WHOM = re.compile(r"(?:是|由|被)谁(?:来|去)?(?P<deed>[\u4e00-\u9fff]{2})(?=[的了，,。；;？?！!]|$)")
_CLAUSE_MARK = re.compile(r"[，,。；;？?！!]")
_OFFICE = r"(?:书记|[省市县区旗州镇乡村局厅部]长|主席|主任|总理|委员|院长|校长|经理|同志)"
_PERSON = re.compile(
    rf"{_OFFICE}(?P<name>(?![那这][个些位份篇次])[{SURNAMES}](?:(?![谁什么哪有是的在个位])[\u4e00-\u9fff]){{1,2}}?)(?=同志|说|讲|谈|提|强调|表示|指出|要求|介绍|透露|认为|打算|准备|计划|的|是|在|[，,：:？?]|$)"
)


def left_out(reading: Reading, runs: Sequence[Evidence], vocabulary: Vocabulary) -> tuple[Term, ...]:
    """The terms of which neither the evidence nor what stands before it in its passage, its headings or its title speak."""
    told = "\n".join(
        "\n".join(
            (
                run.source.summary.metadata.title,
                *run.source.passage.headings,
                *(s.text for s in run.source.passage.sentences if s.span.start <= run.sentence.span.start),
            )
        )
        for run in runs
    )
    return tuple(t for t in reading.subject if not matches(t, spoken(told, vocabulary), vocabulary))


def speaks_of_what_is_named(reading: Reading, runs: Sequence[Evidence], missing: Sequence[Term]) -> bool:
    """True where the evidence has every name that the question gives, and one of several things that it names; `missing` are the
    terms that it leaves out."""
    clean = reading.question.clean
    words = {t.text for t in missing}
    things = {t.text for t in reading.subject if t.need == 1 and t.weight >= 1}
    if len(things) > 1 and things <= words:
        return False
    if words.intersection(_QUOTED.findall(clean)):
        return False
    if any(names_a_place(text) or _BODY.fullmatch(text) for text in words):
        return False
    if _is_another_of_a_row(clean, runs) or _is_of_the_whole(reading, words):
        return False
    return _editions(clean) <= {edition for run in runs for edition in _editions(_told(run))}


def names_whom_it_asks_of(reading: Reading, runs: Sequence[Evidence], mentioning: Mentioning) -> bool:
    """True where a document of the evidence names everybody whom the question names with an office; `mentioning` gives the
    documents that some words stand in."""
    return not runs or all(_is_spoken_of(name, runs, mentioning) for name in _PERSON.findall(reading.question.clean))


def speaks_of_what_is_done(reading: Reading, runs: Sequence[Evidence], missing: Sequence[Term]) -> bool:
    """False where it is asked who does something, when or why, and nothing that is done stands in the evidence (a works that was
    started is no answer to who built it), or where who is asked for is called what nobody there is (投资方是谁)."""
    asking = [clause for clause in _CLAUSE_MARK.split(reading.question.clean) if asks_about_a_deed(clause)]
    if not asking:
        return True
    verbs = [t for t in reading.subject if t.concept is None and len(t.text) > 1 and names_an_action(t.text)]
    done = [t for t in verbs if any(t.text in clause for clause in asking)]
    role = [
        t
        for t in reading.subject
        if re.search(rf"{re.escape(t.text)}(?:分别|都|各)?(?:是|为|叫)谁", reading.question.clean)
    ]
    words = "".join(run.sentence.text for run in runs)
    by_whom = _BY_WHOM.search(reading.question.clean)
    if by_whom is not None and names_an_action(deed := by_whom["deed"]) and any(t.text == deed for t in missing):
        return share_a_character(deed, words)
    return all(
        not asked or any(t not in missing or share_a_character(t.text, words) for t in asked) for asked in (done, role)
    )


def _is_of_the_whole(reading: Reading, missing: Collection[str]) -> bool:
    """True where the sort that the question narrows an indicator to is left out: 海洋经济总量 is not told by 经济总量."""
    concepts = [t.text for t in reading.subject if t.concept]
    others = [t for t in reading.subject if t.concept is None and t.need == 1 and t.weight > LITTLE]
    sorts = [t.text for t in others if t.text in missing]
    return any(sort + concept in reading.question.clean for sort in sorts for concept in concepts)


def _editions(text: str) -> frozenset[tuple[str, str]]:
    """The editions that a text names: 第七届 and 第7届 are the same."""
    return frozenset((str(numeral(found["n"])), found["unit"]) for found in _EDITION.finditer(text))


def _is_another_of_a_row(clean: str, runs: Sequence[Evidence]) -> bool:
    """True where the question means the second of a thing and the evidence tells of the first or the third alone."""
    asked = {"1" if found["n"] is None else str(numeral(found["n"])) for found in _IN_A_ROW.finditer(clean)}
    told = {
        "1" if found["n"] is None else str(numeral(found["n"]))
        for run in runs
        for found in _IN_A_ROW.finditer(run.sentence.text)
    }
    return bool(asked and told) and not asked & told


def _told(run: Evidence) -> str:
    return "\n".join((run.source.summary.metadata.title, *run.source.passage.headings, run.source.passage.text))


def _is_spoken_of(name: str, runs: Sequence[Evidence], mentioning: Mentioning) -> bool:
    known = ((m.speaker or "") + m.title for m in (run.source.summary.metadata for run in runs))
    return any(name in words for words in known) or not {run.source.passage.doc for run in runs}.isdisjoint(
        mentioning(name)
    )
