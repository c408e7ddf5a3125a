"""The subject of a question: the words that an answer must speak of.

In: a clean question and the stretches of it that are already read as places and years. Out: `Term`s in the order of
the question, each a concept with many forms or a plain word. What frames a question (请问, 是多少, 目标) is no term.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

import jieba
from rapidfuzz.distance import Hamming

from rag.answers.words.asides import DONE, LITTLE, beside, for_example, said_twice, things_first
from rag.answers.words.asked_amounts import taken_apart, units_asked
from rag.answers.words.blanking import BLANK, blank
from rag.answers.words.magnitudes import magnitudes
from rag.answers.words.segments import GRAMMAR, deeds_apart
from rag.answers.words.shares import is_measure_of_another, is_sort_of_another
from rag.answers.words.synonyms import names_a_thing, names_an_action, names_people
from rag.answers.words.term import Term
from rag.answers.words.vocabulary import HUSHED, SLIP_LENGTH, ConceptMention, Vocabulary
from rag.places import is_ordinary, villages

# taken out of a question where it parts no words: 财政一共收了
_HUSHED = re.compile("一共|总共|总的|到底|究竟|大概|大约|具体|(?<!项)目前|实际上")
CONCEPT, COUNT, LIGHT = 2.0, 0.8, LITTLE
# the kind of thing that is asked for need not be named in the report: 哪个市 is answered by 望川
KIND_ASKED = 0.4
_COUNT = re.compile(
    r"(?<!\d)\d{1,2}月(?:底|末|初|[上中下]旬)|(?<![\d.第])\d+(?:\.\d+)?[万亿]*(?:[%％]|[个项件亩户人名条座所家张吨斤公元块](?!百分|月))"
)
_QUOTED = re.compile(r"[“\"《]([^“”\"《》\x00]{2,16})[”\"》]")
LONGEST_SORT = 4
# 多少外汇 and 几所学校 ask for the thing itself, 哪家企业 for one of a kind
_COUNTED = re.compile("(?<!哪)(?:多少|几)")
# 表态的干部有哪些人: their names and offices stand in the report, not the word for them all
_PEOPLE_ASKED = re.compile(r"哪(?:些|几)个?(?:人(?![才口均次大])|位)|(?:都|还)有谁|有谁")


# 压下来, 送出去, 清掉, 找到
_COMPLEMENT = re.compile(r"^[\u4e00-\u9fff]{1,2}(?:[上下出进回过起开][来去]|[到掉完住光])$")
# 抱回, 摘下
_BROUGHT_BACK = re.compile(r"[\u4e00-\u9fff][上下出进回到得]")


def subject_terms(clean: str, spans: Sequence[tuple[int, int]], vocabulary: Vocabulary) -> tuple[Term, ...]:
    """The terms of a question; `spans` are the stretches that name places and years."""
    rest = blank(clean, spans)
    asked = [m.end() for m in vocabulary.asking.finditer(rest)]
    kinds = [m.end() for m in vocabulary.asking.finditer(rest) if not _COUNTED.search(rest, m.start(), m.end())]
    people = _PEOPLE_ASKED.search(rest) is not None
    quoted = [*((m.start(1), m.end(1)) for m in _QUOTED.finditer(rest)), *_villages(rest), *magnitudes(rest)]
    counts = [(m.start(), m.end()) for m in _COUNT.finditer(rest)]
    apart = list(taken_apart(rest, vocabulary))
    rest = blank(rest, [*quoted, *units_asked(rest), *(span for word in apart for span in (word.deed, word.thing))])
    counts = [(start, stop) for start, stop in counts if BLANK not in rest[start:stop]]
    rest = _unframed(rest, vocabulary)
    mentions = [_with_its_sort(rest, m, vocabulary) for m in vocabulary.concepts(rest)]
    mentions += [m for m in _slipped_concepts(rest, vocabulary) if not _touches(m, mentions)]
    found = [(m.start, _of_concept(rest, m, vocabulary)) for m in mentions]
    found += [(word.deed[0], _of_word(word.word, word.concept, vocabulary)) for word in apart]
    found += [(start, Term(clean[start:stop], COUNT)) for start, stop in counts]
    found += [(start, Term(clean[start:stop], CONCEPT)) for start, stop in quoted]
    rest = blank(rest, [*((m.start, m.stop) for m in mentions), *counts])
    for at, word in deeds_apart(rest, vocabulary):
        term = _of_word(word, None, vocabulary)
        of_kind = _is_right_behind(at, kinds, rest) or (people and names_people(word[-2:]))
        if of_kind and term.need < 1 and len(word) == 1:
            kinds.append(at + len(word))  # 老 of 什么老建筑
        found.append((at, replace(term, weight=term.weight * KIND_ASKED) if of_kind else term))
    found = list(_people_by_what_they_did(sorted(found, key=lambda pair: pair[0])))
    named = [start for start, _ in (*spans, *quoted, *counts)]
    return _unique(things_first(beside(for_example(said_twice(found, clean), clean), clean, asked, named)))


def _is_right_behind(at: int, ends: Iterable[int], rest: str) -> bool:
    """True where nothing but what frames the question stands between one of the ends and a word: 有什么具体措施."""
    return any(end <= at and not rest[end:at].strip(BLANK + HUSHED) for end in ends)


# whom a deed before them makes a sort of their own: 脱贫人口, 搬迁群众
_PEOPLE = ("人口", "群众", "人员", "劳动力", "农户", "家庭", "对象", "职工")


def _people_by_what_they_did(found: Sequence[tuple[int, Term]]) -> Iterator[tuple[int, Term]]:
    """The terms, with a deed and the people right behind it as one: the income of 脱贫人口 is not that of a 常住人口."""
    joined = -1
    for (at, term), (then, people) in pairwise((*found, (-1, Term("", 0.0)))):
        deed = term.concept is None and term.need < 1 and len(term.text) > 1
        if at == joined:
            continue
        if deed and then == at + len(term.text) and people.concept is None and people.text in _PEOPLE:
            joined = then
            yield at, Term(term.text + people.text, people.weight)
        else:
            yield at, term


# 镇和村之间, 县乡村: levels of government side by side; 收入十万元的村
_NO_NAME = re.compile("[和与及的了元给把将对向让被]|^[省市县区镇乡村]")


def _villages(text: str) -> Iterator[tuple[int, int]]:
    """Where villages are named, which have no reports of their own; 脱贫村 is a sort of them."""
    for name in villages(text):
        stem = re.sub("(?:村|社区)$", "", name)
        if not (is_ordinary(stem) or _NO_NAME.search(stem)):
            yield from (m.span() for m in re.finditer(re.escape(name), text))


def _of_concept(text: str, mention: ConceptMention, vocabulary: Vocabulary) -> Term:
    """A concept; one that only measures another (占公共预算支出) narrows that down a little, and one that says which sort of another
    thing is meant (外贸集装箱吞吐量) is a word like others."""
    words = text[mention.start : mention.stop]
    if is_measure_of_another(text, mention):
        return Term(words, LIGHT)
    if is_sort_of_another(text, mention):
        return _of_word(words, None, vocabulary)
    return Term(words, CONCEPT, mention.concept)


def _of_word(word: str, concept: str | None, vocabulary: Vocabulary) -> Term:
    """The term of a word that names a concept or, without one, a thing or what is done."""
    if concept is not None:
        return Term(word, CONCEPT, concept)
    return Term(word, _weight(word, vocabulary), need=1.0 if _names_a_thing(word) else DONE)


def _unframed(text: str, vocabulary: Vocabulary) -> str:
    """`text` without what frames the question, where words that part nothing leave a mark that parts no concept."""
    framing = list(vocabulary.frame.finditer(text))
    rest = blank(text, (m.span() for m in framing))
    return blank(rest, (m.span() for m in framing if _HUSHED.fullmatch(m[0])), HUSHED)


def _slipped_concepts(text: str, vocabulary: Vocabulary) -> Iterator[ConceptMention]:
    """Concept forms of four characters and more that stand in the text with one wrong character (旅游收如)."""
    for stretch in re.finditer(rf"[^{BLANK}\W]{{{SLIP_LENGTH},}}", text):
        for at in range(stretch.start(), stretch.end() - SLIP_LENGTH + 1):
            for form in vocabulary.by_first.get(text[at], ()):
                window = text[at : min(at + len(form), stretch.end())]
                if Hamming.distance(window, form, score_cutoff=1) == 1 and not (
                    _sound(window, form) or _is_a_saying(form, vocabulary)
                ):
                    yield ConceptMention(at, at + len(form), vocabulary.forms[form])


def _sound(window: str, form: str) -> bool:
    """True for 农村道路, which is one character off 农村公路 and no slip of it: all of it are words; and for 造的面积, where the
    odd character is one of grammar."""
    odd = next((said for said, meant in zip(window, form, strict=False) if said != meant), "")
    return odd in GRAMMAR or all(len(word) > 1 for word in jieba.cut(window, HMM=False))


def _is_a_saying(form: str, vocabulary: Vocabulary) -> bool:
    """True for everyday speech with words that only join, of which one other character makes another saying: 人均能活 and 人均能挣."""
    return any(word in GRAMMAR or word in vocabulary.plain for word in jieba.cut(form, HMM=False) if len(word) == 1)


def _touches(mention: ConceptMention, others: Iterable[ConceptMention]) -> bool:
    return any(mention.start < other.stop and other.start < mention.stop for other in others)


def _with_its_sort(text: str, mention: ConceptMention, vocabulary: Vocabulary) -> ConceptMention:
    """The concept of a sort of the thing, where the word before it says that sort in another word than reports do
    (本地蔬菜产量 for 地产蔬菜产量)."""
    thing = text[mention.start : mention.stop]
    for size in range(2, LONGEST_SORT + 1):
        sort = text[max(0, mention.start - size) : mention.start]
        for written in vocabulary.everyday.get(sort, ()):
            if (concept := vocabulary.forms.get(f"{written}{thing}".upper())) is not None:
                return ConceptMention(mention.start - size, mention.stop, concept)
    return mention


def _names_a_thing(word: str) -> bool:
    """False for verbs and the like, and for characters that are such each by itself (各减, 涨得更猛)."""
    if _COMPLEMENT.search(word):
        return len(word) == 2 and names_a_thing(word[0])
    if not jieba.get_FREQ(word):
        if _BROUGHT_BACK.fullmatch(word) and names_an_action(word[0]):
            return False
        return any(names_a_thing(character) for character in word)
    return names_a_thing(word)


def _weight(word: str, vocabulary: Vocabulary) -> float:
    if word in vocabulary.light or len(word) == 1:
        return LIGHT
    return min(0.4 + 0.3 * len(word), CONCEPT)


def _unique(terms: Iterable[Term]) -> tuple[Term, ...]:
    return tuple({(t.concept or t.text): t for t in terms}.values())
