"""What several names share is said once, behind the last of them."""

from __future__ import annotations

import pytest

from rag.answers.asked.shared_heads import heads_repeated
from rag.answers.words.load_vocabulary import load_vocabulary

REPEATED = [
    ("第一、第二、第三产业增加值各增长多少", "第一产业增加值、第二产业增加值、第三产业增加值各增长多少"),
    ("一二三产增加值目标", "第一产业增加值、第二产业增加值、第三产业增加值目标"),
    ("一、二、三产分别增长多少", "第一产业、第二产业、第三产业分别增长多少"),
    ("第一和第三产业的增加值", "第一产业增加值、第三产业增加值"),
    ("三次产业增加值", "第一产业增加值、第二产业增加值、第三产业增加值"),
    ("云渚县农业、工业和服务业增加值", "云渚县农业增加值、工业增加值和服务业增加值"),
    ("城镇和农村居民人均可支配收入", "城镇居民人均可支配收入和农村居民人均可支配收入"),
    # what is an indicator by itself, and what the head makes none of, stay as they stand
    ("固定资产投资和社会消费品零售总额", "固定资产投资和社会消费品零售总额"),
    ("道路和水渠投资", "道路和水渠投资"),
    ("推进一二三产融合发展", "推进一二三产融合发展"),
    ("三次产业结构如何", "三次产业结构如何"),
]


@pytest.mark.parametrize(("said", "meant"), REPEATED)
def test_a_head_is_said_of_every_name_that_it_makes_an_indicator_of(said: str, meant: str) -> None:
    assert heads_repeated(said, load_vocabulary().forms) == meant
