"""Questions to begin with, drawn from the index itself.

In: an index. Out: questions that it answers, of as many places as there are. Each is made from a clause that names a thing and
its amount (新建高标准农田2.5万亩), and is kept only where asking it leads back to that clause, so no example ends in a refusal.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator

from rag.answers.clauses import clauses
from rag.answers.shelf import Shelf
from rag.answers.tense import parts_of_report, standing
from rag.answers.vocabulary import Vocabulary, vocabulary
from rag.figures.exclusions import Setting, excluded
from rag.figures.quantities import Quantity, quantities
from rag.places import NATION
from rag.protocols import Index
from rag.records import Answer, DocumentSummary, FigureKind, Sentence, Status

DOCUMENTS, MADE_A_DOCUMENT, TRIES_A_DOCUMENT = 24, 40, 6

Ask = Callable[[str], Answer]

_SUBJECT = re.compile(
    r"^(?:全年|今年|力争|确保|预计|实现|全[省市区县镇乡])*(?P<subject>[\u4e00-\u9fff]{3,14}?)(?:预计)?(?P<verb>达到|完成|增长|提高|下降|控制在|稳定在|突破)$"
)


def example_questions(index: Index, n: int = 6, ask: Ask | None = None) -> tuple[str, ...]:
    """Up to `n` questions, no two about the same document; with `ask` each has been answered once, so takes that long."""
    shelf = Shelf.of(index)
    chosen = []
    for document in itertools.islice(_by_turns(shelf), DOCUMENTS):
        found = list(itertools.islice(_questions(index, document, vocabulary()), MADE_A_DOCUMENT))
        tried = sorted(found, key=lambda made: "目标" not in made[0])[:TRIES_A_DOCUMENT]
        question = next((q for q, sentence in tried if ask is None or _leads_back(ask(q), document, sentence)), None)
        if question is not None:
            chosen.append(question)
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


def _questions(index: Index, document: DocumentSummary, words: Vocabulary) -> Iterator[tuple[str, Sentence]]:
    passages = index.passages_of(document.path)
    parts = parts_of_report(passages, document.metadata, words)
    for passage, part in zip(passages, parts, strict=True):
        for sentence in passage.sentences:
            for clause in clauses(sentence.text):
                text = sentence.text[clause.start : clause.stop]
                found = quantities(text)
                if len(found) != 1 or not _is_figure(text, found[0]):
                    continue
                said = standing(sentence.text, clause.start, part, passage.headings, document.metadata)
                if (
                    question := _question(text, found[0], said.kind, min(said.years, default=None), document)
                ) is not None:
                    yield question, sentence


def _question(
    clause: str, quantity: Quantity, kind: FigureKind, year: int | None, document: DocumentSummary
) -> str | None:
    stated = _SUBJECT.match(clause[: quantity.start])
    place = document.metadata.place
    if stated is None or year is None or place is None or quantity.masked:
        return None
    whose = "全国" if place == NATION else place
    unit = "" if (quantity.unit or "").startswith(("%", "个百分点")) else quantity.unit or ""
    moves = stated["verb"] if stated["verb"] in ("增长", "提高", "下降") else ""
    if kind is FigureKind.TARGET:
        ending = f"{moves or '的'}目标是多少{unit}"
    else:
        ending = f"{moves}了多少{unit}" if moves else f"{'完成' if stated['verb'] == '完成' else '达到'}多少{unit}"
    return f"{whose}{year}年{stated['subject']}{ending}？"


def _is_figure(text: str, quantity: Quantity) -> bool:
    return excluded(Setting(quantity, text, text[: quantity.start], text[quantity.stop :])) is None


def _leads_back(answer: Answer, document: DocumentSummary, sentence: Sentence) -> bool:
    return answer.status is Status.ANSWERED and any(
        c.doc == document.path and c.span.overlaps(sentence.span) for c in answer.citations
    )
