"""How many of the places that a question names do something."""

from __future__ import annotations

import pytest

from rag.answers.asked.counted_places import counted

COUNTED = [
    ("澄溪县、云渚县、禾风县有几个给财政收入定了目标？是哪几个？", ("有几个", "是哪几个")),
    ("三个县里几个超过5%", ("几个",)),
    ("哪几个没有写就业目标", ("哪几个",)),
    ("有哪些把目标定在5%以上", ("有哪些",)),
    ("目标调低了的有几个", ("有几个",)),
    ("一共多少个提出了就业目标，都是哪些", ("一共多少个", "都是哪些")),
    ("有几个县定了就业目标", ("有几个县",)),
    ("今年有几个水库完工", ()),
    ("各要建几个？", ()),
    ("增长几个百分点", ()),
    ("目标都定在5%以上吗", ("都",)),
    ("目标都完成了吗", ()),  # what became of them is asked, and no count
    ("有哪些推进改革的举措", ()),
]


@pytest.mark.parametrize(("text", "said"), COUNTED)
def test_places_are_counted_and_things_are_not(text: str, said: tuple[str, ...]) -> None:
    assert tuple(m[0] for m in counted(text, ())) == said
