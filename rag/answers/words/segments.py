"""The words of a question that name something, with what is done apart from what it is done to.

In: a question without what frames it and without its concepts. Out: its words with where they stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import jieba

from rag.answers.words.blanking import BLANK
from rag.answers.words.synonyms import names_a_thing, names_an_action, synonyms
from rag.answers.words.vocabulary import Vocabulary
from rag.answers.words.word_forms import NOUN_ENDINGS, frequency

GRAMMAR = frozenset("各的了着过是有在和与把给对将会能要为以及或也都还就不没个到从向由被让跟同按据比才又再仍已它他她些")
_BREAK = re.compile(r"[^\w.%]+|_")
_NUMBER = re.compile(
    r"(?:[\d.%一二三四五六七八九十百千万亿两]+|[那这此该][一两几]?)[年个所家项条户名件座处次种类位张台篇批场栋幢片块份笔支届]?"
)
# 搞拆炉并网: a verb for anything that is done, before what no dictionary has; 新抱回
_DOING = re.compile(r"^(?:[搞弄抓](?=..)|新(?=.[上下出进回到得]$))")
# 签下, 装好: what is done, with what comes of it
_DONE = re.compile(r"(?P<deed>[\u4e00-\u9fff])(?:[上下出进回过起开][来去]|[下好成到掉完住光])")


def _words(text: str, vocabulary: Vocabulary) -> Iterator[tuple[int, str]]:
    """Words outside the concepts that name something, with where they stand; single characters that stand together are a
    word that the dictionary lacks (户厕)."""
    at, run = 0, ""
    for word in (*jieba.cut(text, HMM=False), BLANK):
        if len(word) == 1 and word not in GRAMMAR and not _BREAK.search(word) and word != BLANK:
            run += word
        else:
            run = _DOING.sub("", run)
            # a word in short stands before what it is said of: 康养工程
            if _is_thing_and_deed(run) and _BREAK.search(word):
                yield at - 2, run[0]
                run = run[1]
            if run and not (run in vocabulary.plain or all(c in vocabulary.plain for c in run) or _mere_number(run)):
                yield at - len(run), run
            run = ""
            if len(word) > 1 and word not in vocabulary.plain and not _BREAK.search(word) and not _mere_number(word):
                yield at, word
        at += len(word)


def _is_thing_and_deed(run: str) -> bool:
    """True for a thing and what is done to it, which are no word together: 网搭 of 防雹网搭多少."""
    return len(run) == 2 and not frequency(run) and names_a_thing(run[0]) and names_an_action(run[1])


def deeds_apart(text: str, vocabulary: Vocabulary) -> Iterator[tuple[int, str]]:
    """The words of a text, what is done apart from the thing that stands before it (老楼装了) and without what it comes to
    (卖出去): reports have the verb in other company."""
    for at, word in _with_endings(_names(_words(text, vocabulary), vocabulary)):
        done = _DONE.fullmatch(word)
        if (
            done is not None
            and names_an_action(done["deed"])
            and word not in vocabulary.everyday
            and not synonyms(word)
        ):
            pieces = [(at, done["deed"])]
        elif text.startswith("了", at + len(word)) and _is_joined(word):
            pieces = [(at, word[:-1]), (at + len(word) - 1, word[-1])]
            pieces = [(start, piece) for start, piece in pieces if len(piece) > 1 or start > at or names_a_thing(piece)]
        else:
            pieces = [(at, word)]
        yield from ((start, piece) for start, piece in pieces if piece not in vocabulary.plain)


def _with_endings(words: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """The words with those endings that make a noun of a verb (消费券), which names something else than the verb does."""
    held = (0, "")
    for at, word in (*words, (-1, "")):
        if at == held[0] + len(held[1]) and word in NOUN_ENDINGS and names_an_action(held[1]):
            held = (held[0], held[1] + word)
            continue
        if held[1]:
            yield held
        held = (at, word)


def _is_joined(word: str) -> bool:
    """True for what is no word for a deed but ends in one (新种, 老楼装); 车站 is one thing."""
    known = jieba.get_FREQ(word) is not None and names_a_thing(word[0])
    return len(word) > 1 and names_a_thing(word) and not known and not names_a_thing(word[-1])


def _names(words: Iterable[tuple[int, str]], vocabulary: Vocabulary) -> Iterator[tuple[int, str]]:
    """The words, with two that together are the name of a policy as one: 安全生产 is told by no 农业生产."""
    held = (0, "")
    for at, word in (*words, (-1, "")):
        if at == held[0] + len(held[1]) and held[1] + word in vocabulary.names:
            held = (held[0], held[1] + word)
            continue
        if held[1]:
            yield held
        held = (at, word)


def _mere_number(word: str) -> bool:
    """True for 三家 and 那条, which count a thing or point to one and name none."""
    return _NUMBER.fullmatch(word) is not None
