"""Whether a text can be taken as a question at all.

In: what was typed. Out: None, or the reply in Chinese that says what is the matter and what to do instead. Runs
before anything else looks at the text, so it takes time linear in its length and no more.
"""

from __future__ import annotations

import re
from collections.abc import Callable

LONGEST = 500

_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
_LETTER_OR_DIGIT = re.compile(r"[^\W_]")
_CODE = re.compile(
    r"<\s*/?\s*[a-z!][^>]*>|(?:^|\W)(?:select|insert|update|delete|drop|union|alter)\s+.{0,80}?(?:from|into|table|set|all|select)\b"
    r"|(?:function\s*\(|=>|javascript:|\{\{|\$\{)",
    re.IGNORECASE,
)
EXAMPLE = "例如“柏坞镇今年要种多少亩玉米？”"


def objection(text: str) -> str | None:
    """Why this text cannot be answered as a question, in words for the user; None where it can."""
    for test, reply in _TESTS:
        if test(text):
            return reply
    return None


def _is_empty(text: str) -> bool:
    return not text.strip()


def _is_long(text: str) -> bool:
    return len(text) > LONGEST


def _has_no_word(text: str) -> bool:
    return _LETTER_OR_DIGIT.search(text) is None


def _is_code(text: str) -> bool:
    return len(_HAN.findall(text)) < 4 and _CODE.search(text) is not None


def _is_foreign(text: str) -> bool:
    return _HAN.search(text) is None and any(c.isalpha() for c in text)


def _is_number(text: str) -> bool:
    return _HAN.search(text) is None


_TESTS: tuple[tuple[Callable[[str], bool], str], ...] = (
    (_is_empty, f"还没有写问题。请说出地区、年份和想了解的内容，{EXAMPLE}"),
    (_is_long, f"问题太长了。请控制在{LONGEST}字以内，一次问一件事，{EXAMPLE}"),
    (_has_no_word, f"没有看到文字。请用一句话提问，{EXAMPLE}"),
    (_is_code, f"这看起来是一段代码，不是问题。请用中文提问，{EXAMPLE}"),
    (_is_foreign, f"目前只能用中文提问。请用中文写出地区、年份和想了解的内容，{EXAMPLE}"),
    (_is_number, f"只看到数字或符号，不知道想问什么。请补上地区和事项，{EXAMPLE}"),
)
