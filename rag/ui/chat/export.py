"""A conversation → what its files say: questions, answers, figures as tables, sources word for word. Markdown here, Word in
chat_word.py. Pure functions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from rag.records import Answer, Figure
from rag.ui.chat.conversation import Exchange
from rag.ui.parts.escaping import UNSHOWABLE
from rag.ui.parts.sources import Source
from rag.ui.parts.wording import STATUS_HEADINGS, figure_nature, scope, understood

COLUMNS = ("指标", "数值", "性质", "年份", "地区")
# what Markdown, or HTML, tables, mathematics and links in it, would read as something else than itself
SPECIAL = re.compile(
    r"""
      (?P<anywhere>[\\`*_\[\]<>|~$@&])
    | (?P<scheme>:(?=//)) | (?<=www)(?P<host>\.)
    | ^(?P<block>[-+=\#])
    """,
    re.VERBOSE,
)
ITEM = re.compile(r"^(\d{1,9})([.)])(?=\s|$)")
UNSAFE_IN_NAMES = re.compile(r"[^\w\u4e00-\u9fff（）《》、，-]+")
LONGEST_NAME = 40


@dataclass(frozen=True, slots=True)
class Part:
    """One exchange in words: when it was asked, how it was read, what was said, rows of figures, sources."""

    question: str
    asked: str
    read: str
    heading: str
    text: str
    remark: str
    rows: tuple[tuple[str, ...], ...]
    sources: tuple[Source, ...]


def parts(said: Sequence[Exchange]) -> tuple[Part, ...]:
    """What an export holds, in the order of the conversation."""
    return tuple(_part(one) for one in said)


def file_name(title: str, ending: str) -> str:
    """A name for the file that every system takes: 政问-TITLE.md."""
    name = UNSAFE_IN_NAMES.sub(" ", title).strip()[:LONGEST_NAME].strip()
    return f"政问-{name or '对话'}.{ending}"


def place_of(source: Source) -> str:
    """Title, heading path and path of a source in one line."""
    path = " › ".join(part for part in (source.title, *source.citation.headings) if part)
    return f"{path}（{source.citation.doc}）"


def visible(text: str) -> str:
    """Text without characters that cannot be shown or turn what follows them."""
    return UNSHOWABLE.sub("", text)


def as_markdown(title: str, said: Sequence[Exchange]) -> str:
    """The conversation as Markdown; everything that comes from users or files is escaped."""
    blocks = [f"# {_escaped(title)}"]
    for part in parts(said):
        blocks += [f"## {_escaped(part.question)}", *_told(part)]
        if part.rows:
            blocks.append(_table(part.rows))
        for source in part.sources:
            blocks.append(
                f"**\\[{source.citation.n}\\]** {_escaped(place_of(source))}\n\n{_quoted(source.citation.quote)}"
            )
    return "\n\n".join(blocks) + "\n"


def _part(said: Exchange) -> Part:
    answer = said.answer
    title, text = said.problem or ("", "")
    asked = datetime.fromtimestamp(said.asked).astimezone().strftime("%Y-%m-%d %H:%M") if said.asked else ""
    if answer is None:
        return Part(said.question, asked, "", title, text, "", (), ())
    return Part(
        question=said.question,
        asked=asked,
        read=_read(said, answer),
        heading=STATUS_HEADINGS[answer.status],
        text=answer.text,
        remark=_computed(answer),
        rows=tuple(_row(figure) for figure in answer.figures),
        sources=said.sources,
    )


def _read(said: Exchange, answer: Answer) -> str:
    """How the question was understood, and within what was searched."""
    within = f"只在{scope(said.filter)}里找" if said.filter else ""
    return "；".join(part for part in (understood(answer.question), within) if part)


def _computed(answer: Answer) -> str:
    return f"{'、'.join(answer.computed)} 由上列数字计算得出，原文中没有直接写出。" if answer.computed else ""


def _row(figure: Figure) -> tuple[str, ...]:
    value = "原文隐去" if figure.masked else figure.text
    return figure.indicator, value, figure_nature(figure), str(figure.year or "—"), figure.place or "—"


def _told(part: Part) -> list[str]:
    about = "　".join(piece for piece in (part.asked, part.read and f"理解为：{part.read}") if piece)
    lines = [f"*{_escaped(about)}*"] if about else []
    lines += [f"**{_escaped(part.heading)}**"] if part.heading else []
    lines += [_lines(part.text)] if part.text.strip() else []
    return [*lines, _lines(part.remark)] if part.remark else lines


def _table(rows: Sequence[Sequence[str]]) -> str:
    head = [f"| {' | '.join(COLUMNS)} |", f"|{'---|' * len(COLUMNS)}"]
    return "\n".join([*head, *(f"| {' | '.join(_escaped(cell) for cell in row)} |" for row in rows)])


def _quoted(quote: str) -> str:
    """The lines of a quote stay lines."""
    return "  \n".join(f"> {_escaped(line)}" for line in visible(quote).splitlines() if line.strip())


def _lines(text: str) -> str:
    return "\n\n".join(_escaped(line) for line in visible(text).splitlines() if line.strip())


def _escaped(text: str) -> str:
    """On one line, with nothing in it that Markdown reads."""
    return ITEM.sub(r"\1\\\2", SPECIAL.sub(r"\\\g<0>", " ".join(visible(text).split())))
