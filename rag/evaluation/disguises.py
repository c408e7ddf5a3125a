"""A question → the same question as other people would have typed it.

In: a question and the names of places that are known. Out: up to five `Disguised`: in Traditional characters, with
full-width digits and letters, wrapped in politeness, with a slip of the pen in a place name, and with place and year at the other
end. None changes what is asked, so none may change the answer. A disguise that would change nothing, or that would
leave open which place is meant, is left out. The same question has the same disguises in every run.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from opencc import OpenCC
from rapidfuzz.distance import Hamming

from rag.answers.asked.place_slips import LONG, sound_alike
from rag.text.script import to_simplified

TRADITIONAL, FULL_WIDTH, POLITE, SLIP, REORDERED = "繁体字", "全角字符", "客套话", "地名错字", "语序颠倒"
# shorter names are not told from others once a character is wrong
SHORTEST_NAME = 3
# what is left when place and year are taken away must still be a question
SHORTEST_REST = 5

_WIDE = {code: code + 0xFEE0 for code in (*range(0x30, 0x3A), *range(0x41, 0x5B), *range(0x61, 0x7B), 0x25)}
_SUFFIXES = "省市县区旗盟镇乡"
_PLAIN_WRONG = "平华光明和"
_MANNERS = (
    ("请问", "谢谢！"),
    ("麻烦帮我查一下，", "辛苦了！"),
    ("您好，想请教一下：", "非常感谢！"),
    ("不好意思，打扰一下，", "多谢您！"),
    ("你好，我想了解一下，", "谢谢啦。"),
    ("劳驾，", "感激不尽。"),
    ("老师好，能不能告诉我，", "谢谢老师！"),
    ("求助：", "急用，在线等。"),
    ("可以帮我看看吗？", "拜托了！"),
    ("烦请告知，", "不胜感激。"),
    ("hi，咨询个问题，", "先谢谢了。"),
    ("哎，我就想问问，", "有劳了～"),
)
_END = re.compile(r"[，,。.？?！!；;\s]*$")
_ONE_YEAR = r"(?:(?:19|20)\d\d|(?<!\d)\d\d(?=年)|二[〇零○][〇零○一二三四五六七八九]{2}(?=年))年?(?:\d{1,2}月)?"
_YEARS = re.compile(rf"{_ONE_YEAR}(?:(?:[、和与跟到至]|以?及){_ONE_YEAR})*")
_JOINED = re.compile(r"(?:[省市县区]?[、和与跟及]|[省市县区的]|)")
# a phrase behind one of these belongs to it, one before these is but the head of a longer phrase
_BOUND_BEFORE = re.compile(r"(?:[在到自从按至于占是比跟和与、]|截至|根据)$")
_BOUND_AFTER = re.compile(r"[比、和与及末底初全定度间]|之间|相比|对比|[两三四五六七八九]|以来|[省市县区]|政府|[（(）)]")


@dataclass(frozen=True, slots=True)
class Disguised:
    """A question in other clothes; `name` says which, in Chinese."""

    name: str
    question: str


def disguises(question: str, names: Iterable[str] = ()) -> tuple[Disguised, ...]:
    """The disguises that fit a question; `names` are the places of the index, in full and in short."""
    known = tuple(sorted(set(names), key=lambda name: (-len(name), name)))
    rules: tuple[tuple[str, Callable[[], str | None]], ...] = (
        (TRADITIONAL, lambda: _converter().convert(question)),
        (FULL_WIDTH, lambda: question.translate(_WIDE)),
        (POLITE, lambda: _politely(question)),
        (SLIP, lambda: _with_a_slip(question, known)),
        (REORDERED, lambda: _reordered(question, known)),
    )
    made = ((name, rule()) for name, rule in rules)
    return tuple(Disguised(name, text) for name, text in made if text is not None and text != question)


@cache
def _converter() -> OpenCC:
    return OpenCC("s2t")


def _pick(question: str, choices: int) -> int:
    """A number below `choices` that depends on the question alone."""
    return zlib.crc32(question.encode()) % choices


def _politely(question: str) -> str:
    before, after = _MANNERS[_pick(question, len(_MANNERS))]
    mark = "" if question.endswith(("？", "?", "。", "！")) else "，"
    return f"{before}{question}{mark}{after}"


def _with_a_slip(question: str, names: Sequence[str]) -> str | None:
    """One character of the first long enough name replaced, wherever the name stands."""
    clean = to_simplified(question)
    for name in names:
        at = clean.find(name)
        if len(name) < SHORTEST_NAME or at < 0:
            continue
        for wrong in _slips(name, question):
            if not _may_be_another(wrong, name, names):
                return question.replace(question[at : at + len(name)], wrong)
    return None


def _slips(name: str, question: str) -> Iterator[str]:
    """The name with one wrong character, never its last where that says what sort of place it is; a short name with one of
    another sound would be another place's."""
    size = len(name) - (name[-1] in _SUFFIXES)
    first = _pick(question, size)
    for at in (*range(first, size), *range(first)):
        for wrong in (*_lookalikes().get(name[at], ()), _PLAIN_WRONG[_pick(name, len(_PLAIN_WRONG))]):
            if size >= LONG or sound_alike(name[at], wrong):
                yield name[:at] + wrong + name[at + 1 :]


def _may_be_another(wrong: str, name: str, names: Sequence[str]) -> bool:
    """True where the wrong name is as near to some other place (江酥省: 江苏省, 江西省)."""
    return any(
        len(other) == len(wrong) and other != name and Hamming.distance(other, wrong, score_cutoff=1) <= 1
        for other in names
    )


@cache
def _lookalikes() -> Mapping[str, str]:
    lines = files("rag.evaluation").joinpath("lookalikes.txt").read_text(encoding="utf-8").splitlines()
    groups = [line.split("\t")[0] for line in lines if line and not line.startswith("#")]
    found: dict[str, str] = {}
    for group in groups:
        for character in group:
            found.setdefault(character, group.replace(character, ""))
    return found


def _reordered(question: str, names: Sequence[str]) -> str | None:
    """Place and year at the head go to the end, elsewhere they go to the head."""
    start, stop = _phrase(to_simplified(question), names)
    phrase, before, after = question[start:stop], question[:start], question[stop:]
    rest = (before + after.lstrip("，,的")) if start else after.lstrip("，,的")
    if not phrase or len(rest) < SHORTEST_REST or _BOUND_BEFORE.search(before) or _BOUND_AFTER.match(after):
        return None
    if start == 0:
        return f"{_END.sub('', rest)}，{phrase}的？"
    return f"{phrase}，{rest}"


def _phrase(clean: str, names: Sequence[str]) -> tuple[int, int]:
    """The first run of places and years that stand side by side; empty where there is none."""
    spans = sorted([*_named(clean, names), *(found.span() for found in _YEARS.finditer(clean))])
    if not spans:
        return 0, 0
    start, stop = spans[0]
    for following, end in spans[1:]:
        if following >= stop and _JOINED.fullmatch(clean[stop:following]):
            stop = end
    return start, stop


def _named(clean: str, names: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where known places are named; of names within one another the longest."""
    taken: list[tuple[int, int]] = []
    for name in names:
        for found in re.finditer(re.escape(name), clean):
            if not any(found.start() < stop and start < found.end() for start, stop in taken):
                taken.append(found.span())
    return iter(taken)
