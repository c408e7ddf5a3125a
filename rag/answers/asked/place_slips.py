"""Names of places with one wrong character.

In: a clean question, the names that are known with their forms, and where other places are named. Out: the one name that
some stretch of the question equals but for one character, with the stretch; None where there is none or more than one.
People type by sound, take one character for its look-alike (安微) or change the order of two (满里洲): a short name with any other character is another place's
(澄溪县, 兰溪县); of a long one any character may be wrong, as long as it does not turn the name round (左旗, 右旗).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import jieba
from pypinyin import Style, pinyin
from rapidfuzz.distance import Hamming

SHORTEST = 3
# a name of two characters is taken for one only where a look-alike makes it no word
SHORTEST_SEEN = 2
# of so many characters before its ending any may be wrong
LONG = 3
# characters that are taken for one another by the eye
_LOOK_ALIKE = (
    "微徽", "浙淅", "州洲", "陕陜", "末未", "己已巳", "土士", "日曰", "人入", "千干于", "大太犬", "天夫", "午牛", "田由甲申", "白自百", "鸟乌", "今令",
    "冶治", "栗粟", "候侯", "梁粱", "戌戍戊", "拔拨", "折拆析", "晴睛", "杨扬", "沧苍", "汾份", "肃萧", "宁宇", "西酉", "贵贯", "免兔", "崇祟", "毫亳",
    "郴彬", "泌沁", "汨汩", "儋檐", "邳邱", "睢雎", "茌茬", "盱盯", "栾孪", "漯潔", "鄄郾", "濮璞", "渑绳", "荥荣", "涿琢", "蔚尉", "藁蒿", "虢號",
)  # fmt: skip
# what may stand behind a whole name of two characters
_IS_WHOLE = re.compile(r"(?![\u4e00-\u9fff])|[省市今去明的在给把要这那]")
_TURNED_ROUND = frozenset("东西南北中左右前后上下新老旧大小内外")
# sounds that many speakers do not tell apart: zh and z, n and l, ang and an
_ALIKE = (
    (re.compile(r"^([zcs])h"), r"\1"),
    (re.compile(r"^n"), "l"),
    (re.compile(r"^hu(?=[aeio])"), "f"),
    (re.compile(r"(?<=[aei]n)g$"), ""),
)


@dataclass(frozen=True, slots=True)
class Form:
    """A form of a place's `name`; `stem` is how many characters the name has before its ending."""

    text: str
    name: str
    stem: int


@dataclass(frozen=True, slots=True)
class Slip:
    """clean[start:stop] is meant to be `name`."""

    start: int
    stop: int
    name: str


def slip(clean: str, forms: Iterable[Form], taken: Sequence[tuple[int, int]], joined: re.Pattern[str]) -> Slip | None:
    """The slip of a question; beside other places only one that `joined` lists with them."""
    jieba.initialize()
    found: dict[str, Slip] = {}
    written = frozenset(clean)
    for form in forms:
        size = len(form.text)
        # a slip leaves all characters but one
        if size < SHORTEST_SEEN or sum(c in written for c in form.text) < size - 1:
            continue
        for at in range(len(clean) - size + 1):
            beside = not taken or _is_listed(clean, at, at + size, taken, joined)
            if beside and _is_meant(
                clean[at : at + size], form, opens=at == 0 and _IS_WHOLE.match(clean, size) is not None
            ):
                found.setdefault(form.name, Slip(at, at + size, form.name))
    return next(iter(found.values())) if len(found) == 1 else None


def _is_meant(written: str, form: Form, *, opens: bool) -> bool:
    """True where the words are the form but for one slip; `opens` says that they open the question as a whole name."""
    apart = Hamming.distance(written, form.text, score_cutoff=2)
    return (apart == 1 and _is_slip(written, form, opens)) or (apart == 2 and _is_swapped(written, form))


def _is_swapped(written: str, form: Form) -> bool:
    """True where two characters beside one another, not of the ending, have changed places: 满里洲 for 满洲里."""
    at = next(i for i, (one, other) in enumerate(zip(written, form.text, strict=True)) if one != other)
    swapped = written[at : at + 2] == form.text[at : at + 2][::-1]
    return swapped and at + 2 <= form.stem and form.stem >= LONG


def look_alike(one: str, other: str) -> bool:
    """True for two characters that the eye takes for one another: 徽 and 微."""
    return any(one in alike and other in alike for alike in _LOOK_ALIKE)


def seen_as_name(written: str, names: Iterable[str]) -> bool:
    """True for what the eye takes for one of the names: 安微."""
    alike = (name for name in names if len(name) == len(written) and Hamming.distance(written, name) == 1)
    return any(
        look_alike(one, other) for name in alike for one, other in zip(written, name, strict=True) if one != other
    )


def sound_alike(one: str, other: str) -> bool:
    """True for two characters of one sound, as people type them: tones, and what many speakers do not tell apart, left out."""
    return not _sounds(one).isdisjoint(_sounds(other))


def _is_slip(written: str, form: Form, opens: bool) -> bool:
    """True where the one wrong character of `written` can be a slip and is none of the ending; two characters that only sound
    alike are taken for a name where they open the question and are no word."""
    at = next(i for i, (one, other) in enumerate(zip(written, form.text, strict=True)) if one != other)
    if at >= form.stem or {written[at], form.text[at]} <= _TURNED_ROUND:
        return False
    is_word = len(written) < SHORTEST and bool(jieba.get_FREQ(written))
    if look_alike(written[at], form.text[at]):
        return not is_word
    named = len(written) >= SHORTEST or (opens and not is_word)
    return named and (form.stem >= LONG or sound_alike(written[at], form.text[at]))


@lru_cache(maxsize=8192)
def _sounds(character: str) -> frozenset[str]:
    return frozenset(_blurred(sound) for sound in pinyin(character, style=Style.NORMAL, heteronym=True)[0])


def _blurred(sound: str) -> str:
    for form, blurred in _ALIKE:
        sound = form.sub(blurred, sound)
    return sound


def _is_listed(clean: str, start: int, stop: int, taken: Sequence[tuple[int, int]], joined: re.Pattern[str]) -> bool:
    """True where only a joining word stands between a stretch and some place."""
    before = [clean[end:start] for _, end in taken if end < start]
    behind = [clean[stop:begin] for begin, _ in taken if stop < begin]
    return any(gap and joined.fullmatch(gap) for gap in (*before, *behind))
