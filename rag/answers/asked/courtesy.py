"""Greetings, requests and thanks around a question.

In: a clean question. Out: the question without the clauses at its head and its end that only address somebody, so that
neither the subject nor a follow-up is read from them; and what to reply where nothing else is said.
"""

from __future__ import annotations

import re

from rag.answers.asked.intake import EXAMPLE
from rag.answers.words.vocabulary import Vocabulary

LONGEST = 40
_CLOSING = re.compile(
    r"好的?|好吧|嗯|哦|行|明白了?|知道了|了解了|收到|没(?:有)?(?:别的)?(?:问题|事)了|再见|拜拜|回头见"
)
_REPLIES = (
    (re.compile(r"谢|感激|辛苦|有劳|费心|受累"), "不客气。还想了解什么，请接着问。"),  # 谢谢您！
    (re.compile(r"再见|拜拜|回头见"), "再见，欢迎随时再来提问。"),  # 再见
    (re.compile(rf"^(?:{_CLOSING.pattern})"), "好的。还想了解什么，请接着问。"),  # 明白了
    (re.compile(""), f"您好。请说出地区、年份和想了解的内容，{EXAMPLE}"),  # 你好
)
_MARKS = r"[，,。！!？?：:；;～~…\s]"
_MARK = re.compile(_MARKS)


def courtesy_alone(clean: str, vocabulary: Vocabulary) -> str | None:
    """The reply to a greeting, to thanks or to a farewell; None where something else is said."""
    rest = clean
    while rest:
        begun = (pattern.match(rest) for pattern in (vocabulary.courtesy, _CLOSING, _MARK))
        taken = max((match.end() for match in begun if match is not None), default=0)
        if not taken or len(clean) > LONGEST:
            return None
        rest = rest[taken:]
    return next(reply for pattern, reply in _REPLIES if pattern.search(clean))


def without_courtesy(clean: str, vocabulary: Vocabulary) -> str:
    """The question itself; the whole text where nothing else is left of it."""
    courtesy = vocabulary.courtesy.pattern
    # nothing is given back once it is taken, so that the time stays in proportion to the length
    head = re.match(rf"(?:(?:{courtesy})++(?:{_MARKS}++|$))++", clean)
    rest = clean[head.end() :] if head else clean
    tail = re.search(rf"(?:{_MARKS}++(?:{courtesy})++)++{_MARKS}*$", rest)
    rest = rest[: tail.start() + 1] if tail else rest
    return rest if rest.strip() else clean
