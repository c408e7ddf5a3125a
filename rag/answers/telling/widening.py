"""How much of a sentence is quoted around the clauses that answer.

In: chosen evidence and its reading. Out: the evidence with the stretch to be quoted: of a figure its own clauses, of words the whole
sentence while it is short, of a long one that tells of many things the part that tells of the one asked about.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from rag.answers.asked.forms import asks
from rag.answers.asked.question import Reading
from rag.answers.evidence.set_in_words import is_set_in_words
from rag.answers.evidence.weighing import Evidence
from rag.answers.sentences.clauses import clauses
from rag.records import QuestionKind, Sentence

SHORT_SENTENCE, LIST_SENTENCE, BEFORE = 180, 600, 60
# a longer sentence is not read at a glance
AT_A_GLANCE = 120
FEWEST, LONGEST_HEADING = 2, 24
# 怎么抓, 有什么具体措施: what is to be done about it
_WAY = re.compile(
    "怎么|怎样|如何|咋|措施|举措|办法|做法|打算|部署|安排|工作|做(?:些|点)?(?:什么|啥|哪些)|干(?:什么|啥)"
)
_SEMICOLON = re.compile("[；;]")


def widened(runs: Sequence[Evidence], reading: Reading) -> list[Evidence]:
    """For words instead of a figure the whole sentence, while it is short, else what stands around the run; runs of one
    sentence then become one."""
    kind = reading.question.kind
    in_numbers = reading.wanted.number and any(run.quantities for run in runs)
    if in_numbers and (kind is not QuestionKind.LIST or _tell_of_each(runs, reading)):
        return list(runs)
    longest = LIST_SENTENCE if kind is QuestionKind.LIST else SHORT_SENTENCE
    wide = [run if is_set_in_words(run, reading) else _widen(run, reading, longest) for run in runs]
    if _WAY.search(reading.question.clean) is not None:
        wide = [told for run in wide for told in _with_what_it_heads(run, LIST_SENTENCE)]
    return [run for i, run in enumerate(wide) if not any(run.sentence == w.sentence for w in wide[:i])]


def _with_what_it_heads(run: Evidence, longest: int) -> tuple[Evidence, ...]:
    """A sentence that only heads what follows it, with as much of that as can be told: 决胜脱贫攻坚。 says nothing by itself."""
    passage = run.source.passage
    at = passage.sentences.index(run.sentence)
    of_section = bool(passage.headings) and run.sentence.text.rstrip("。：:；; ") == passage.headings[-1]
    if not (of_section or _heads_its_paragraph(passage.sentences, at)):
        return (run,)
    told, length = [run], len(run.sentence.text)
    for before, sentence in pairwise(passage.sentences[at:]):
        length += len(sentence.text)
        if length > longest or not (of_section or _follows(before, sentence)):
            break
        told.append(replace(run, sentence=sentence, start=0, stop=len(sentence.text)))
    return tuple(told)


def _heads_its_paragraph(sentences: Sequence[Sentence], at: int) -> bool:
    """True for a short sentence without an amount that opens a paragraph: 高水平办好茶博会。落实…"""
    opens = at == 0 or not _follows(sentences[at - 1], sentences[at])
    words = sentences[at].text.strip()
    return opens and len(words) <= LONGEST_HEADING and not any(c.isdigit() for c in words)


def _follows(before: Sentence, sentence: Sentence) -> bool:
    """True where nothing stands between two sentences, not even a line end."""
    return sentence.span.start == before.span.stop


def _tell_of_each(runs: Sequence[Evidence], reading: Reading) -> bool:
    """True where every thing of a question has its amount in the runs: 果园和茶园各要建多少亩."""
    # a number of the question names the whole: 68个重点项目，各类各有多少
    things = {term.text for term in reading.subject if term.need == 1 and not term.text[0].isdigit()}
    amounts = sum(len(run.quantities) for run in runs)
    held = {text for run in runs for text in run.held}
    told = not any(run.missing for run in runs) and things | _listed(reading) <= held
    return FEWEST <= len(things) <= amounts and told


def _listed(reading: Reading) -> set[str]:
    """What is done is a thing as well where it is one of several that are listed: 就业、失业率、物价."""
    clean = reading.question.clean
    done = (re.escape(term.text) for term in reading.subject if 0 < term.need < 1)
    return {text for text in done if re.search(rf"[、和与及]{text}|{text}[、和与及]", clean)}


def _widen(run: Evidence, reading: Reading, longest: int) -> Evidence:
    text = run.sentence.text
    alone = len(text) > AT_A_GLANCE and not reading.wanted.number and _speaks_of_all(run, reading)
    if alone and asks(reading.question.clean, "called"):
        return run
    first, last = _part(run) if alone else (0, len(text))
    if last - first <= longest:
        return replace(run, start=first, stop=last)
    start, stop = run.start, run.stop
    parts = [c for c in clauses(text) if first <= c.start and c.stop <= last]
    for clause in parts:
        if clause.start >= stop and clause.stop - start <= longest:
            stop = clause.stop
    for clause in reversed(parts):
        if clause.stop <= start and stop - clause.start <= longest + BEFORE:
            start = clause.start
    return replace(run, start=start, stop=stop)


def _speaks_of_all(run: Evidence, reading: Reading) -> bool:
    """True where the clauses of the run speak of everything that the question does."""
    things = {t.text for t in reading.subject if t.need == 1}
    return bool(things) and things <= run.held


def _part(run: Evidence) -> tuple[int, int]:
    """What stands between the semicolons around a run; what stands before the first is said of all that follows."""
    text = run.sentence.text
    marks = [m.end() for m in _SEMICOLON.finditer(text)]
    first = max((at for at in marks if at <= run.start), default=0)
    last = min((at for at in marks if at >= run.stop), default=len(text))
    return (first, last) if first else (0, len(text))
