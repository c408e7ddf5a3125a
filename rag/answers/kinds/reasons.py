"""Why: the sentence that a report gives as the reason for what was just told.

In: an answer to the question before, and the holdings. Out: an unchecked `Answer` with the sentences near the cited one
that give a reason, or an honest word that the report gives none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rag.answers.reports.holdings import Holdings
from rag.answers.reports.quoting import citation, original_span, quoted
from rag.answers.telling.compose import source_name
from rag.records import Answer, Citation, Passage, Question, Sentence, Status

AFTER, MOST = 2, 2
_ASKED = re.compile(
    r"^(?:那|这|但|可)?(?:是)?(?:为什么|为何|为啥|怎么会|什么原因|原因(?:是什么|呢)?|凭什么)(?:会|要|是|这样|这么|定|呢|啊)*.{0,8}$"
)
_REASON = re.compile(
    r"综合考虑|考虑到?(?:了)?|主要是(?:因为|由于|考虑)?|因为|由于|受.{2,12}影响|原因|得益于|既.{2,20}(?:又|也)|有利于|为了?(?!主|期|准)|符合|体现|兼顾|基于|鉴于"
)


def asks_why(clean: str) -> bool:
    """True for a follow-up that asks for the reason and nothing else: 为什么？"""
    return _ASKED.match(clean.strip("？?。！! ")) is not None


def reason(question: Question, told: Answer, holdings: Holdings) -> Answer:
    """The reason that the report gives for what `told` cites."""
    citations: list[Citation] = []
    for cited in told.citations[:1]:
        for passage, sentence in _after(cited, holdings):
            if _REASON.search(sentence.text) and len(citations) < MOST:
                original, summary = holdings.original(passage.doc), holdings.shelf.by_path[passage.doc]
                span = original_span(original, sentence, 0, len(sentence.text))
                citations.append(citation(len(citations) + 1, original, span, passage, summary))
    if not citations:
        return Answer(Status.NOT_FOUND, "报告里说到这件事的地方没有说明原因。", question)
    summary = holdings.shelf.by_path[citations[0].doc]
    words = "".join(f"{quoted(c)}[{c.n}]" for c in citations)
    return Answer(Status.ANSWERED, f"据{source_name(summary)}：{words}", question, tuple(citations))


def _after(cited: Citation, holdings: Holdings) -> Iterator[tuple[Passage, Sentence]]:
    """The sentences from the one that was cited to the end of the passages behind it."""
    passages = holdings.passages(cited.doc)
    first = next((i for i, p in enumerate(passages) if p.span.overlaps(cited.span)), len(passages))
    for passage in passages[first : first + AFTER]:
        for sentence in passage.sentences:
            if sentence.span.stop > cited.span.start:
                yield passage, sentence
