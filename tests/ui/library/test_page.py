"""The page 目标库, run by Streamlit without a browser."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from rag.ui.parts.figure_rows import COLUMNS
from tests.ui.fakes import HOSTILE


def app() -> None:
    import streamlit as st  # noqa: PLC0415 - the body is run as a script of its own

    from rag.topics import load_topics  # noqa: PLC0415
    from rag.ui.library.catalog import Catalog  # noqa: PLC0415
    from rag.ui.library.page import library  # noqa: PLC0415
    from rag.ui.parts.guard import guarded  # noqa: PLC0415
    from tests.ui.fakes import FakeFigures, corn_targets  # noqa: PLC0415

    times = st.session_state.get("times", 1)
    if "catalog" not in st.session_state:
        st.session_state["catalog"] = Catalog(FakeFigures(corn_targets() * times), load_topics())
    with guarded():
        library(st.session_state["catalog"])


def opened(times: int = 1, **params: str | list[str]) -> AppTest:
    page = AppTest.from_function(app, default_timeout=30)
    page.session_state["times"] = times
    for name, value in params.items():
        page.query_params[name] = value
    return page.run()


def html(page: AppTest) -> str:
    return "".join(element.proto.body for element in page.get("html"))


def indicators(page: AppTest) -> list[str]:
    return list(page.dataframe[0].value["指标"])


def link(page: AppTest) -> dict[str, list[str]]:
    values = {name: page.query_params[name] for name in page.query_params}
    return {name: [value] if isinstance(value, str) else list(value) for name, value in values.items()}


def test_the_untouched_page_lists_everything_under_a_bare_link() -> None:
    page = opened()
    assert "共 <strong>5</strong> 个数字" in html(page)
    assert tuple(page.dataframe[0].value.columns) == COLUMNS
    assert indicators(page)[:2] == ["玉米种植面积", "地膜玉米种植面积"]
    assert "点表里的一行" in html(page)
    assert link(page) == {}
    assert not page.exception


def test_filters_narrow_the_table_and_stand_in_the_link() -> None:
    page = opened()
    page.multiselect(key="library-years").select("2023").run()
    assert indicators(page) == ["村级道路"]
    assert "符合条件的共 <strong>1</strong> 个数字" in html(page)
    assert link(page) == {"year": ["2023"]}
    page.button(key="library-clear").click().run()
    assert len(indicators(page)) == 5
    assert link(page) == {}


def test_a_topic_opens_the_topics_below_it() -> None:
    page = opened()
    page.pills(key="library-area").set_value("三农").run()
    assert len(indicators(page)) == 3
    page.pills(key="library-topics").set_value(["粮食安全"]).run()
    assert link(page) == {"area": ["三农"], "topic": ["粮食安全"]}


def test_another_area_forgets_the_topics_of_the_first() -> None:
    page = opened(area="三农", topic=["粮食安全"])
    page.pills(key="library-area").set_value("民生").run()
    assert indicators(page) == ["实事"]
    assert link(page) == {"area": ["民生"]}


def test_a_link_opens_its_view() -> None:
    page = opened(place="青石镇", kind="target", sort="newest", text="玉米")
    assert indicators(page) == ["玉米种植面积", "地膜玉米种植面积"]
    assert page.multiselect(key="library-places").value == ["青石镇"]
    assert page.text_input(key="library-text").value == "玉米"
    assert page.selectbox(key="library-order").value == "newest"


def test_a_link_that_leads_elsewhere_is_followed() -> None:
    page = opened(year="2023")
    page.query_params["year"] = "2024"
    page.run()
    assert page.multiselect(key="library-years").value == ["2024"]
    assert len(indicators(page)) == 4


def test_a_filter_that_nothing_passes_any_more_can_be_taken_back() -> None:
    page = opened(place="不在的镇")
    assert "没有符合条件的数字" in html(page)
    assert not page.dataframe
    page.multiselect(key="library-places").unselect("不在的镇").run()
    assert len(indicators(page)) == 5


def test_pages_are_turned_and_a_filter_begins_at_the_first() -> None:
    page = opened(times=30, page="2")
    assert len(indicators(page)) == 50
    assert link(page) == {"page": ["2"]}
    page.multiselect(key="library-years").select("2024").run()
    assert link(page) == {"year": ["2024"]}


def test_a_page_beyond_the_end_becomes_the_last() -> None:
    page = opened(times=30, page="77")
    assert link(page) == {"page": ["3"]}


@pytest.mark.parametrize("hostile", [HOSTILE, "<script>1</script>", "' OR 1=1 --", "x" * 10_000])
def test_a_hostile_link_is_shown_as_text(hostile: str) -> None:
    page = opened(text=hostile, place=hostile, area=hostile, sort=hostile, page=hostile)
    assert "没有符合条件的数字" in html(page)
    assert "<script" not in html(page)
    assert "<img" not in html(page)
    assert not page.exception
