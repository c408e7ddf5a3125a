"""Questions to begin with, drawn from the index itself.

In: an index. Out: questions that it answers, of as many places as there are. Each is made from a clause that names a
thing and its amount (新建高标准农田2.5万亩), and is kept only where asking it leads back to that clause, so no example ends in
a refusal.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from rag.answers.reports.shelf import Shelf
from rag.answers.sentences.clauses import clauses
from rag.answers.sentences.tense import Standing, parts_of_report, standing
from rag.answers.words.load_vocabulary import load_vocabulary
from rag.answers.words.vocabulary import Vocabulary
from rag.figures.exclusions import Setting, excluded
from rag.figures.quantities import Quantity, quantities
from rag.places import NATION
from rag.protocols import Index
from rag.records import Answer, DocumentSummary, FigureKind, Sentence, Status

DOCUMENTS, MADE_A_DOCUMENT, TRIES_A_DOCUMENT = 24, 40, 6

Ask = Callable[[str], Answer]

_SUBJECT = re.compile(
    r"^(?:全年|今年|力争|确保|预计|实现|全[省市区县镇乡])*(?P<subject>(?![总占其])[\u4e00-\u9fff]{3,14}?)(?:预计|要|将)?(?P<verb>达到|完成|增长|提高|下降|控制在|稳定在|突破)$"
)


@dataclass(frozen=True, slots=True)
class _Made:
    """A question made from a sentence."""

    question: str
    subject: str
    kind: FigureKind
    sentence: Sentence


def example_questions(index: Index, n: int = 6, ask: Ask | None = None) -> tuple[str, ...]:
    """Up to `n` questions, no two about the same document; with `ask` each has been answered once, so takes that long."""
    shelf = Shelf.of(index)
    chosen: list[str] = []
    subjects: set[str] = set()
    for document in itertools.islice(_by_turns(shelf), DOCUMENTS):
        made = list(itertools.islice(_made(index, document, load_vocabulary()), MADE_A_DOCUMENT))
        made.sort(key=lambda m: (m.subject in subjects, m.kind is not FigureKind.TARGET))
        good = (m for m in made[:TRIES_A_DOCUMENT] if ask is None or _leads_back(ask(m.question), document, m.sentence))
        if (first := next(good, None)) is not None:
            chosen.append(first.question)
            subjects.add(first.subject)
        if len(chosen) == n:
            break
    return tuple(chosen)


def _by_turns(shelf: Shelf) -> Iterator[DocumentSummary]:
    """The newest document of each place, then the one before it, and so on."""
    newest_first = [
        sorted(
            (d for d in documents if d.metadata.year and d.duplicate_of is None), key=lambda d: -(d.metadata.year or 0)
        )
        for _, documents in sorted(shelf.by_place.items(), key=lambda pair: len(pair[1]), reverse=True)
    ]
    for round_ in itertools.zip_longest(*newest_first):
        yield from (document for document in round_ if document is not None)


def _made(index: Index, document: DocumentSummary, words: Vocabulary) -> Iterator[_Made]:
    passages = index.passages_of(document.path)
    parts = parts_of_report(passages, document.metadata, words)
    for passage, part in zip(passages, parts, strict=True):
        for sentence in passage.sentences:
            for clause in clauses(sentence.text):
                said = standing(sentence.text, clause.start, part, passage.headings, document.metadata)
                text = sentence.text[clause.start : clause.stop]
                if (made := _from_clause(text, said, document.metadata.place, sentence)) is not None:
                    yield made


def _from_clause(clause: str, said: Standing, place: str | None, sentence: Sentence) -> _Made | None:
    found = quantities(clause)
    year = min(said.years, default=None)
    if len(found) != 1 or found[0].masked or not _is_figure(clause, found[0]) or place is None or year is None:
        return None
    stated = _SUBJECT.match(clause[: found[0].start])
    if stated is None:
        return None
    unit = "" if (found[0].unit or "").startswith(("%", "个百分点")) else found[0].unit or ""
    whose = "全国" if place == NATION else place
    question = f"{whose}{year}年{stated['subject']}{_ending(stated['verb'], unit, said.kind)}？"
    return _Made(question, stated["subject"], said.kind, sentence)


def _ending(verb: str, unit: str, kind: FigureKind) -> str:
    """…增长目标是多少, …的目标是多少万亩, …增长了多少, …完成多少亿元."""
    moves = verb if verb in ("增长", "提高", "下降") else ""
    if kind is FigureKind.TARGET:
        return f"{moves or '的'}目标是多少{unit}"
    if moves:
        return f"{moves}了多少{unit}"
    return f"{'完成' if verb == '完成' else '达到'}多少{unit}"


def _is_figure(text: str, quantity: Quantity) -> bool:
    return excluded(Setting(quantity, text, text[: quantity.start], text[quantity.stop :])) is None


def _leads_back(answer: Answer, document: DocumentSummary, sentence: Sentence) -> bool:
    return answer.status is Status.ANSWERED and any(
        c.doc == document.path and c.span.overlaps(sentence.span) for c in answer.citations
    )
