"""What a follow-up takes over from the question before it.

In: a question as read by itself, and the earlier questions of the conversation. Out: the question with what it leaves
out: place, years, subject, and which side of the reports. A question that names both its place and its subject takes
over nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import accumulate

from rag.answers.asked.periods import periods
from rag.answers.asked.question import Aim, Reader, Reading
from rag.answers.asked.wanted import Wanted
from rag.answers.asked.years import AskedYears
from rag.answers.follow_ups.several import asks_together, together
from rag.answers.words.synonyms import names_a_thing
from rag.answers.words.term import Term, own_terms
from rag.answers.words.vocabulary import Vocabulary
from rag.figures.lexicon import lexicon
from rag.records import QuestionKind, Turn
from rag.text.clean import clean_query

MOST_TURNS = 12
# what became of a goal: 最后建成多少, 到头来呢
_AFTERWARDS = re.compile(r"最后|最终|到头来|后来|结果|事后|到底|实际|[建做办干完达]成(?:了|多少)|到位了|落实了")
_THAT_YEAR = re.compile("(?:[那当同该]一?|同一)年")
# only how fast it grew: 增速呢
_RATE_ASKED = re.compile(r"增速|[增涨升降跌减]幅|增长率|同比")
# places below those that have reports of their own, which questions name as things
_LOCAL = re.compile(r"[\u4e00-\u9fff]{1,5}(?:村|社区|街道|屯|嘎查|居委会|村委会|园区)")
_ELLIPTIC = re.compile(r"^(?:那|那么|再|换成|换|改成|还有|同样)|呢[？?。！!]*$|^(?:它|其|这个|该)")


def read_in_conversation(text: str, history: Sequence[Turn], reader: Reader) -> Reading:
    """Read a question after the user's earlier ones; `inherited` of its Question names what it took over."""
    asked = [turn.content for turn in history[-2 * MOST_TURNS :] if turn.role == "user"]
    readings = [reader.read(earlier) for earlier in asked[-MOST_TURNS:]]
    if not readings:
        return reader.read(text)
    told = tuple(accumulate(readings, lambda earlier, later: inherit(later, earlier, reader.vocabulary)))
    before = told[-1]
    within = before.places.places[0].path if before.places.places else ()
    if (asked_of := asks_together(clean_query(text))) is not None:
        rest, count = asked_of
        one = reader.read(rest, within)
        named = any(_names(term) for term in one.subject)
        if not named and (found := together(inherit(one, before, reader.vocabulary), one.table, told, count)):
            return replace(found, question=replace(found.question, text=text, clean=clean_query(text)))
    return inherit(reader.read(text, within), before, reader.vocabulary)


def inherit(reading: Reading, before: Reading, vocabulary: Vocabulary) -> Reading:
    """`reading` with what it leaves out taken from `before`."""
    if reading.places.places and _says_its_subject(reading) and not _ELLIPTIC.search(reading.question.clean):
        return reading
    inherited = []
    milestones = periods(reading.question.clean) if before.periods or periods(before.question.clean) else ()
    own = tuple(t for t in reading.subject if not t.beside and not _is_done(t, reading))
    if milestones:
        own, earlier = _timeless(own, reading.question.clean), _timeless(before.terms, before.question.clean)
    else:
        earlier = before.terms
    own = () if _is_a_part_of(own, before) else own
    terms = _terms(own, earlier, vocabulary)
    if terms != reading.subject:
        inherited.append("indicator")
    places = reading.places
    if not (places.places or places.documents) and (before.places.places or before.places.documents):
        places = before.places
        inherited.append("places")
    years = _years(reading.years, before.years)
    if years is before.years:
        inherited.append("years")
    alone = not any(_names(t) for t in own)
    aim, wanted = _aim(reading, before, alone), _wanted(reading, before, alone)
    if years is before.years and (_THAT_YEAR.search(reading.question.clean) or _becomes_of(aim, reading, before)):
        # what became of the goals of a report is told in another one
        years = replace(years, years=years.years or years.reports, reports=())
    kind = _kind(reading, before, len(places.places), len(years.years))
    question = replace(
        reading.question,
        places=tuple(p.name for p in places.places),
        years=years.years or years.reports,
        topics=reading.question.topics or before.question.topics,
        indicator="".join(t.text for t in own_terms(terms)) or None,
        kind=kind,
        inherited=tuple(inherited),
    )
    return Reading(question, places, years, terms, aim, wanted, periods=milestones)


def _is_a_part_of(own: tuple[Term, ...], before: Reading) -> bool:
    """True for 新开工 after 保障性住房新开工多少套: a word of the one thing asked about before, with nothing new."""
    said = {t.text for t in before.subject}
    of_one = not before.members and all(t.concept is None for t in own)
    return bool(own) and of_one and len(own) < len(said) and all(t.text in said for t in own)


def _becomes_of(aim: Aim, reading: Reading, before: Reading) -> bool:
    later = before.aim is Aim.TARGET or _AFTERWARDS.search(reading.question.clean) is not None
    return aim is Aim.RESULT and later


def _years(own: AskedYears, before: AskedYears) -> AskedYears:
    """The years that a follow-up names, those of before where it names none, or so many on from them (上一年)."""
    if not (before.years or before.reports):
        return own
    if own.shift is not None:
        on = own.shift
        return replace(own, years=tuple(y + on for y in before.years), reports=tuple(y + on for y in before.reports))
    return own if own.years or own.reports else before


def _aim(reading: Reading, before: Reading, alone: bool) -> Aim:
    """The side asked about: what became of it where only that is asked of a goal (`alone`), else that of before."""
    if before.aim is Aim.TARGET and alone and _AFTERWARDS.search(reading.question.clean):
        return Aim.RESULT
    return reading.aim if reading.aim is not Aim.EITHER else before.aim


def _wanted(reading: Reading, before: Reading, alone: bool) -> Wanted:
    """What the answer must hold; another thing than before is counted in units of its own."""
    if alone and _RATE_ASKED.search(reading.question.clean):
        return Wanted(True, percent=True, change=True)
    own = [t for t in reading.subject if not t.beside]
    elsewhere = _is_local(own) and not (reading.wanted.units or reading.wanted.percent)
    if (reading.wanted.number or not before.wanted.number) and not elsewhere:
        return reading.wanted
    if not own or elsewhere:
        return before.wanted
    return replace(before.wanted, units=(), rates=True, percent=False, parts=1)


def _timeless(terms: Iterable[Term], clean: str) -> tuple[Term, ...]:
    """The terms without those that only name a part of the year (三季度末, 份 of 7到9月份)."""
    named = [clean[p.start : p.stop] for p in periods(clean)]
    return tuple(t for t in terms if not any(t.text in name for name in named) and not periods(t.text))


def _says_its_subject(reading: Reading) -> bool:
    return any(not term.beside and not _is_done(term, reading) for term in reading.subject)


def _is_done(term: Term, reading: Reading) -> bool:
    """True for 改 in 广西改了多少个, which asks what was done to the thing asked about before."""
    return len(term.text) == 1 and f"{term.text}了" in reading.question.clean


def _terms(own: tuple[Term, ...], before: tuple[Term, ...], vocabulary: Vocabulary) -> tuple[Term, ...]:
    """The earlier subject where there is no own one; 农村居民的 after 城镇居民收入 stands for 农村居民收入."""
    if (shared := _with_shared_head(own, before, vocabulary)) is not None:
        return shared
    if not any(_names(term) for term in own):
        # 实际干到多少 asks what was done to the thing before
        return (*(t for t in before if _names(t) or not own), *own) if before else own
    if _is_local(own):
        # 石湾村呢 asks the same of another village
        return (*own, *(t for t in before if _LOCAL.search(t.text) is None))
    swapped = [_sibling(term, own, vocabulary) for term in before]
    if any(swap is not None for swap in swapped):
        return tuple(swap or term for swap, term in zip(swapped, before, strict=True))
    return own


def _with_shared_head(
    own: tuple[Term, ...], before: tuple[Term, ...], vocabulary: Vocabulary
) -> tuple[Term, ...] | None:
    """奶呢 after 肉类产量 asks for 奶产量: what is too short to be asked about by itself, or makes an indicator that reports share, takes
    over what was measured of the thing before; None where it does not."""
    if len(own) != 1 or own[0].concept is not None:
        return None
    for at, term in enumerate(before):
        head = lexicon().general_head.suffix(term.text)
        if head and head != term.text and not own[0].text.endswith(head):
            text = own[0].text + head
            known = vocabulary.forms.get(text)
            if known is not None or len(own[0].text) == 1:
                return (*before[:at], Term(text, term.weight, known), *before[at + 1 :])
    return None


def _is_local(own: Sequence[Term]) -> bool:
    return _LOCAL.fullmatch("".join(t.text for t in own)) is not None


def _names(term: Term) -> bool:
    return term.concept is not None or names_a_thing(term.text)


def _sibling(term: Term, own: tuple[Term, ...], vocabulary: Vocabulary) -> Term | None:
    said = "".join(t.text for t in own)
    if term.concept is None or any(t.concept for t in own):
        return None
    for form, concept in vocabulary.forms.items():
        if concept in vocabulary.siblings(term.concept) and form.startswith(said):
            return Term(form, term.weight, concept)
    return None


def _kind(reading: Reading, before: Reading, places: int, years: int) -> QuestionKind:
    if places > 1 or years > 1:
        return QuestionKind.TRACK if reading.question.kind is QuestionKind.TRACK else QuestionKind.COMPARE
    if reading.question.kind is QuestionKind.TEXT:
        kind = before.question.kind
        return QuestionKind.FIGURE if kind in (QuestionKind.COMPARE, QuestionKind.TRACK) else kind
    return reading.question.kind
