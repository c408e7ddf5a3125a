"""What brackets list belongs to the thing before them."""

from __future__ import annotations

import pytest

from rag.answers.asked.bracketed import spelled_out

SPELLED_OUT = [
    ("云渚县2024年定的旅游目标（人数和收入）兑现了吗", "云渚县2024年定的旅游人数和旅游收入目标兑现了吗"),
    ("云渚县旅游（人数、收入）目标是多少", "云渚县旅游人数和旅游收入目标是多少"),
    ("云渚县玉米的任务（面积、产量和产值）是多少", "云渚县玉米面积、玉米产量和玉米产值的任务是多少"),
    ("云渚县粮食目标（面积、产量和产值）是多少", "云渚县粮食面积、粮食产量和粮食产值目标是多少"),
    # brackets that say something else
    ("云渚县粮食产量（目标和结果）是多少", "云渚县粮食产量（目标和结果）是多少"),
    ("两地目标（云渚和青浦）各是多少", "两地目标（云渚和青浦）各是多少"),
    ("生产总值（GDP）目标是多少", "生产总值（GDP）目标是多少"),
]


@pytest.mark.parametrize(("asked", "said"), SPELLED_OUT)
def test_what_brackets_list_is_said_of_the_thing_before_them(asked: str, said: str) -> None:
    assert spelled_out(asked) == said
