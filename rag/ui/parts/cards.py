"""Answers and sources → HTML for `st.html`. Pure functions; all text goes through `as_html`, nothing else is trusted.

Class names are those of style.css. Ids start with `zw-` and the exchange's key, so that a mark in an answer
leads to the source of the same answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import count

from rag.records import Answer, Citation, Figure, Metadata
from rag.ui.parts.escaping import as_html, shortened
from rag.ui.parts.links import document_link
from rag.ui.parts.sources import Source
from rag.ui.parts.wording import REPORT_KINDS, STATUS_HEADINGS, figure_nature

LONGEST_SHOWN_QUESTION = 400
LONGEST_SHOWN_QUOTE = 1500
LONGEST_SHOWN_HEADING = 60
LONGEST_SHOWN_TITLE = 120
LONGEST_SHOWN_NOTE = 200
LAST_TURN = 40
COLUMNS = ("指标", "数值", "性质", "年份", "地区")
MARK = re.compile(r"\[(?P<n>\d{1,4})\]")
CLAUSE = re.compile(r"[^，。；、\n]*[，。；、\n]?")


def question_html(question: str) -> str:
    """What the user asked; a long question folds away behind its beginning."""
    text = question.strip()
    if len(text) <= LONGEST_SHOWN_QUESTION:
        return f'<div class="zw-question"><p>{as_html(text)}</p></div>'
    return (
        f'<div class="zw-question"><details><summary>{as_html(shortened(text, LONGEST_SHOWN_QUESTION))}'
        f"<span>共 {len(text):,} 字，展开</span></summary><p>{as_html(text)}</p></details></div>"
    )


def answer_html(answer: Answer, key: str, shown: Iterable[int], fresh: bool = False) -> str:
    """The answer itself: heading of its status, text with marks that lead to the sources, what was computed.

    `shown` are the numbers of the sources that stand on the page; `fresh` lets the clauses appear one by one.
    """
    heading = STATUS_HEADINGS[answer.status]
    title = f'<h2 class="zw-status">{heading}</h2>' if heading else ""
    on_page = frozenset(shown)
    marks = {c.n: _mark(c, key, c.n in on_page) for c in answer.citations}
    body = _paragraphs(answer.text, marks, fresh)
    computed = "、".join(as_html(number) for number in answer.computed)
    remark = f'<p class="zw-computed">{computed} 由上列数字计算得出，原文中没有直接写出。</p>' if computed else ""
    # what was answered before is not announced again
    role = ' role="status"' if fresh else ""
    return f'<div class="zw-answer zw-{answer.status.value}"{role}>{title}{body}{remark}</div>'


def copy_html(text: str) -> str:
    """The button that copies `text`; page.js does what it says."""
    return f'<button type="button" class="zw-copy" aria-live="polite" data-zw-copy="{as_html(text)}">复制</button>'


def figures_html(figures: Sequence[Figure], limit: int) -> str:
    """The first `limit` figures of an answer as a table: indicator, number, what sort of number, year, place."""
    if not figures:
        return ""
    rows = "".join(_figure_row(figure) for figure in figures[:limit])
    left = f"<caption>共 {len(figures)} 个数字，这里列出前 {limit} 个</caption>" if len(figures) > limit else ""
    head = "".join(f'<th scope="col">{name}</th>' for name in COLUMNS)
    return f'<table class="zw-figures">{left}<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>'


def source_html(source: Source, key: str) -> str:
    """One source: number and title, what the document is, heading path, the quote marked in its surroundings."""
    n = source.citation.n
    title, quote = shortened(source.title, LONGEST_SHOWN_TITLE), shortened(source.citation.quote, LONGEST_SHOWN_QUOTE)
    headings = " › ".join(as_html(shortened(part, LONGEST_SHOWN_HEADING)) for part in source.citation.headings if part)
    lead, tail = ("…" if source.starts_midway else ""), ("…" if source.ends_midway else "")
    return (
        f'<article class="zw-source" id="{_source_id(key, n)}" tabindex="-1">'
        f'<header><span class="zw-n">{n}</span><h3>{as_html(title)}{_badges(source.badges)}</h3></header>'
        f'<p class="zw-facts">{document_facts(source.metadata)}{_opening(source)}</p>'
        + (f'<p class="zw-headings">{headings}</p>' if headings else "")
        + f"<blockquote>{lead}{as_html(source.before)}<mark>{as_html(quote)}</mark>"
        f"{as_html(source.after)}{tail}</blockquote>{_notes(source.notes)}</article>"
    )


def document_facts(metadata: Metadata) -> str:
    """Place, year, kind, speaker of a document as one escaped line."""
    facts = [
        "".join(metadata.places),
        f"{metadata.year} 年" if metadata.year else "年份不详",
        REPORT_KINDS[metadata.kind],
        metadata.speaker or "",
        metadata.issuer or "",
    ]
    return "　".join(as_html(fact) for fact in facts if fact)


def citation_text(answer: Answer, sources: Iterable[Source]) -> str:
    """The answer with its sources as plain text, to be copied into a document of one's own."""
    lines = [answer.text.strip()]
    for source in sources:
        citation = source.citation
        path = " › ".join((source.title, *citation.headings))
        lines.append(f"[{citation.n}] “{citation.quote.strip()}”——{path}（{citation.doc}）")
    return "\n".join(lines)


def _paragraphs(text: str, marks: Mapping[int, str], fresh: bool) -> str:
    """One paragraph for each line that is not blank; each clause waits for its turn where the answer is fresh."""
    turn = count()
    shown = []
    for line in text.splitlines():
        if not line.strip():
            continue
        if fresh:
            clauses = (clause for clause in CLAUSE.findall(line) if clause)
            shown.append("".join(_in_turn(_marked(clause, marks), next(turn)) for clause in clauses))
        else:
            shown.append(_marked(line, marks))
    return "".join(f"<p>{paragraph}</p>" for paragraph in shown)


def _in_turn(clause: str, turn: int) -> str:
    return f'<span class="zw-clause" style="--step:{min(turn, LAST_TURN)}">{clause}</span>'


def _marked(text: str, marks: Mapping[int, str]) -> str:
    """Escaped text with [n] replaced where a citation has that number; a document's own [n] stays."""
    return MARK.sub(lambda mark: marks.get(int(mark["n"]), mark.group()), as_html(text))


def _mark(citation: Citation, key: str, on_page: bool) -> str:
    """Leads to the source below, or where that is not shown to the document itself."""
    n = citation.n
    if on_page:
        return f'<a class="zw-ref" href="#{_source_id(key, n)}" aria-label="来源 {n}">{n}</a>'
    where = as_html(document_link(citation.doc, citation.span))
    return f'<a class="zw-ref" href="{where}" target="_blank" aria-label="来源 {n}，在文档中打开">{n}</a>'


def _source_id(key: str, n: int) -> str:
    return f"zw-{as_html(key)}-{n}"


def _figure_row(figure: Figure) -> str:
    value = "原文隐去" if figure.masked else figure.text
    year = str(figure.year) if figure.year else "—"
    cells = (figure.indicator, value, figure_nature(figure), year, figure.place or "—")
    return "<tr>" + "".join(f"<td>{as_html(cell)}</td>" for cell in cells) + "</tr>"


def _opening(source: Source) -> str:
    where = as_html(document_link(source.citation.doc, source.citation.span))
    return f'<a class="zw-open" href="{where}" target="_blank">在文档中打开</a>'


def _badges(badges: Iterable[str]) -> str:
    return "".join(f'<span class="zw-badge">{as_html(badge)}</span>' for badge in badges)


def _notes(notes: Iterable[str]) -> str:
    return "".join(f'<p class="zw-note">{as_html(shortened(note, LONGEST_SHOWN_NOTE))}</p>' for note in notes)
