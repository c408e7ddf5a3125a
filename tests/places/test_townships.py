import pytest

from rag.places import townships, villages

TOWNSHIPS = [
    ("礼县青筏镇召开大会", ("青筏镇",)),
    ("某市柏坞镇党委书记说", ("柏坞镇",)),
    ("沙市镇、市北街道、县底镇", ("县底镇", "市北街道", "沙市镇")),
    ("三原县青筏镇召开大会", ("青筏镇",)),
    ("今年在柏坞镇种植玉米，柏坞镇党委书记说", ("柏坞镇",)),
    ("全镇上下和各乡镇推进新型城镇建设", ()),
    ("建设特色小镇，鼓励人才返乡", ()),
    ("青石桥街道新增停车位", ("青石桥街道",)),
    ("访柏坞镇党委书记", ("柏坞镇",)),
]


@pytest.mark.parametrize(("text", "names"), TOWNSHIPS)
def test_townships_are_read_by_their_form(text, names):
    assert townships(text) == names


VILLAGES = [
    ("在仇阳村新建大棚", ("仇阳村",)),
    ("驻村第一书记走进示范村，村级集体经济壮大", ()),
]


@pytest.mark.parametrize(("text", "names"), VILLAGES)
def test_villages_are_read_by_their_form(text, names):
    assert villages(text) == names
