"""What the sentence around a figure says of it.

In: a figure and what the reports hold. Out: whether it is a sum or mean over several years, and whether the sentence names
before it what its own record does not (粮食总产量再上新台阶，突破1600亿斤).
"""

from __future__ import annotations

import re

import jieba

from rag.answers.reports.holdings import Holdings
from rag.answers.reports.quoting import stands_at
from rag.answers.sentences.clauses import clauses
from rag.answers.sentences.spoken import spoken
from rag.answers.words.synonyms import names_a_thing
from rag.answers.words.vocabulary import Vocabulary
from rag.records import Figure

FAR, NEAR = 16, 8
# 全年累计新增就业…: within one year after all
_OF_ONE_YEAR = re.compile("全年|当年|年内|今年|一年")
_OF_A_PLAN = re.compile(r"十[一二三四五]?五[”\"]?(?:期间|时期|以来)[^；;。]*$|累[积计](?:完成|实现)")
_PARTED = re.compile(r"[、；;。：:\d]")


def is_over_years(figure: Figure, holdings: Holdings, vocabulary: Vocabulary) -> bool:
    """True for what several years come to, which stands for none of them: said beside the figure, or by a heading where the
    sentence names no year."""
    over_years = vocabulary.statements["over_years"]
    passage = holdings.around(figure)
    text, at = _sentence(figure, holdings)
    if passage is None or at is None:
        return False
    if _OF_A_PLAN.search(text[:at]) and f"{figure.year}年" not in text[:at].rpartition("；")[2].rpartition(";")[2]:
        return True
    beside = next(text[c.start : c.stop] for c in clauses(text) if at < c.stop)
    if over_years.search(beside) and not _OF_ONE_YEAR.search(beside):
        return True
    named = f"{figure.year}年" in text[:at] or _OF_ONE_YEAR.search(text[:at]) is not None
    if over_years.search(text[:at]) and not named:
        return True
    if holdings.reviews_a_plan(passage) and f"{figure.year}年" not in text[:at]:
        return True
    headed = any(over_years.search(h) and not _OF_ONE_YEAR.search(h) for h in passage.headings[1:][-1:])
    return headed and f"{figure.year}年" not in text


def is_named_before(figure: Figure, concept: str, holdings: Holdings, vocabulary: Vocabulary) -> bool:
    """True where the sentence names the concept shortly before the figure, and nothing else between them."""
    text, at = _sentence(figure, holdings)
    if at is None:
        return False
    mentions = [m for m in spoken(text, vocabulary).concepts if m.stop <= at]
    if not mentions or mentions[-1].concept != concept or _is_a_part(text[: mentions[-1].start]):
        return False
    between = text[mentions[-1].stop : at]
    other = figure.indicator in between
    return len(between) <= FAR and _PARTED.search(between) is None and not other


def _is_a_part(before: str) -> bool:
    """True where the words before a name make another of it: 工业 of 工业生产总值."""
    word = next(reversed(jieba.lcut(before[-NEAR:], HMM=False)), "")
    return len(word) > 1 and names_a_thing(word) and not word.startswith("全")


def _sentence(figure: Figure, holdings: Holdings) -> tuple[str, int | None]:
    """The sentence of a figure, and where in it the figure stands."""
    passage = holdings.around(figure)
    sentence = next((s for s in passage.sentences if s.span.overlaps(figure.span)), None) if passage else None
    return (sentence.text, stands_at(figure, sentence)) if sentence is not None else ("", None)
