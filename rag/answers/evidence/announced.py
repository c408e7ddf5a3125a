"""What a sentence only announces stands in the sentences behind it.

In: the chosen evidence of a question in words. Out: it and what follows in the same passage, where it is no more than a
heading (三是壮大集体经济。), where the next sentence says which (主要是：…), where as many follow as it says (“三大行动”), or where a reason is asked for that it does not give.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rag.answers.asked.forms import FORMS, asks
from rag.answers.asked.question import Reading
from rag.answers.evidence.weighing import Evidence
from rag.answers.sentences.clauses import clauses
from rag.figures.numbers import numeral

LONGEST_HEADING, LONGEST, LONGEST_LIST = 30, 220, 420
_MARKER = re.compile(r"(?:[一二三四五六七八九十]+[是要、]|[(（][一二三四五六七八九十\d]+[)）]|\d+[.、])")
# 一是…。二是…。 are what is listed, （三）… heads something else
_POINT = re.compile("[一二三四五六七八九十]+是")
_SO_MANY = re.compile(
    r"(?P<n>[两三四五六七八九十]{1,2}|(?<!\d)\d{1,2})[大个项条](?P<what>[\u4e00-\u9fff]{2,8})[”\"]?[。：:]?\s*$"
)
_COLON = re.compile(r"[:：]\s*$")
# 还有不少困难和问题。主要是：…; 这些问题… goes on to something else
_WHICH = re.compile(r"主要(?:是|有|表现(?:在|为)?|体现在)[:：，,]?")
_SHORT_OF = re.compile(r"(?:困难|问题|不足|短板|差距|挑战|矛盾)[。：:]\s*$")
_GOES_ON = re.compile("这些|对此|对(?:于)?(?:这些|上述|存在)|我们|为此|面对")
_THAT_IS = re.compile("(?:也就是|[亦也]?即|就是|指的?是)(?!将|便|可|使|刻)")
_REASON = next(form.said for form in FORMS if form.name == "why")


def with_what_follows(best: Evidence, reading: Reading) -> tuple[Evidence, ...]:
    """The evidence, and the sentences behind it that say what it leaves to them; at most LONGEST characters of them, of a list
    LONGEST_LIST."""
    best = _explained(best)
    behind = _behind(best)
    if (one_by_one := _one_by_one(best.sentence.text, behind)) and not best.masked:
        return (best, *one_by_one)
    listed = _lists(best.sentence.text, behind[:1], reading)
    if not (listed or _announces(best, reading)) or best.masked:
        return (best,)
    found = [best]
    longest = LONGEST_LIST if listed else LONGEST
    for then in behind:
        text = then.sentence.text
        if sum(len(e.sentence.text) for e in found[1:]) + len(text) > longest:
            break
        if _MARKER.match(text) and not (listed and _POINT.match(text)):
            break
        if listed and _GOES_ON.match(text):
            break
        found.append(then)
        if not (listed or _is_heading(best.sentence.text)):
            break
    return tuple(found)


def _explained(best: Evidence) -> Evidence:
    """The run up to the end of its sentence, where what follows says what it stands for: 守住“三条线”，即水线、林线和路线。"""
    text = best.sentence.text
    explained = _THAT_IS.match(text, best.stop) is not None
    return replace(best, stop=len(text)) if explained and len(text) - best.start <= LONGEST_LIST else best


def _behind(best: Evidence) -> tuple[Evidence, ...]:
    """The sentences behind the one that was chosen, up to the end of the next passage under the same headings."""
    own, then = best.source.passage, best.source.behind
    at = next(i for i, sentence in enumerate(own.sentences) if sentence.span == best.sentence.span)
    bare = replace(best, quantities=(), figures=(), others=())
    follows = replace(best.source, passage=then, behind=None) if then is not None else best.source
    return (
        *(replace(bare, sentence=s, start=0, stop=len(s.text)) for s in own.sentences[at + 1 :]),
        *(
            replace(bare, source=follows, sentence=s, start=0, stop=len(s.text))
            for s in (then.sentences if then is not None else ())
        ),
    )


def _one_by_one(text: str, behind: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """The first clauses of as many sentences as this one says, each of which names one of them first: 实施“三大行动”。实施扩绿行动，…"""
    for said in _SO_MANY.finditer(text):
        count, head = int(numeral(said["n"].replace("两", "二")) or 0), said["what"][-4:]
        first = (replace(e, stop=_first_clause(e.sentence.text)) for e in behind)
        named = [e for e in first if e.sentence.text[: e.stop].rstrip('，,。；;：:\n ”"').endswith(head)]
        if len(named) == count > 1:
            return tuple(named)
    return ()


def _first_clause(text: str) -> int:
    return clauses(text)[0].stop


def _lists(text: str, behind: Sequence[Evidence], reading: Reading) -> bool:
    """True where the sentences behind this one say one by one what it only counts: 还面临不少困难和挑战。"""
    short = asks(reading.question.clean, "shortcomings") and _SHORT_OF.search(text) is not None
    return bool(behind) and (short or _WHICH.match(behind[0].sentence.text) is not None)


def _announces(best: Evidence, reading: Reading) -> bool:
    text = best.sentence.text
    return _is_heading(text) or (asks(reading.question.clean, "why") and _REASON.search(text) is None)


def _is_heading(text: str) -> bool:
    words = text.strip()
    return _COLON.search(words) is not None or (len(words) <= LONGEST_HEADING and _MARKER.match(words) is not None)
