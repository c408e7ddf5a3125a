"""What the sentence around a figure says of it.

In: a figure and what the reports hold. Out: how many years it is of, and whether the sentence names
before it what its own record does not (粮食总产量再上新台阶，突破1600亿斤).
"""

from __future__ import annotations

import re

import jieba

from rag.answers.evidence.stretches import Stretch, stretch_told
from rag.answers.reports.holdings import Holdings
from rag.answers.reports.quoting import stands_at
from rag.answers.sentences.spoken import spoken
from rag.answers.words.synonyms import names_a_thing
from rag.answers.words.vocabulary import Vocabulary
from rag.records import Figure, Sentence

FAR, NEAR = 16, 8
_PARTED = re.compile(r"[、；;。：:\d]")


def stretch_of(figure: Figure, holdings: Holdings, vocabulary: Vocabulary) -> Stretch:
    """The years that a figure is of, by its sentence and by the part of the report that it stands in."""
    passage = holdings.around(figure)
    sentence, at = _sentence(figure, holdings)
    if passage is None or sentence is None or at is None:
        return Stretch.YEAR
    over = vocabulary.statements["over_years"]
    reviewed = sentence.span in holdings.reviewing(figure.doc) or any(
        over.search(heading) for heading in passage.headings[1:][-1:]
    )
    return stretch_told(sentence.text, at, figure, reviewed=reviewed, over=over)


def is_named_before(figure: Figure, concept: str, holdings: Holdings, vocabulary: Vocabulary) -> bool:
    """True where the sentence names the concept shortly before the figure, and nothing else between them."""
    sentence, at = _sentence(figure, holdings)
    if sentence is None or at is None:
        return False
    text = sentence.text
    mentions = [m for m in spoken(text, vocabulary).concepts if m.stop <= at]
    if not mentions or mentions[-1].concept != concept or _is_a_part(text[: mentions[-1].start]):
        return False
    between = text[mentions[-1].stop : at]
    # a name that goes on behind the concept is of something else: 外贸集装箱吞吐量
    named = text.rfind(figure.indicator, 0, at)
    goes_on = 0 <= named <= mentions[-1].start < named + len(figure.indicator)
    other = figure.indicator in between or goes_on
    return len(between) <= FAR and _PARTED.search(between) is None and not other


def _is_a_part(before: str) -> bool:
    """True where the words before a name make another of it: 工业 of 工业生产总值."""
    word = next(reversed(jieba.lcut(before[-NEAR:], HMM=False)), "")
    return len(word) > 1 and names_a_thing(word) and not word.startswith("全")


def _sentence(figure: Figure, holdings: Holdings) -> tuple[Sentence | None, int | None]:
    """The sentence of a figure, and where in it the figure stands."""
    passage = holdings.around(figure)
    sentence = next((s for s in passage.sentences if s.span.overlaps(figure.span)), None) if passage else None
    return sentence, stands_at(figure, sentence) if sentence is not None else None
