"""The page 对比与追踪, run by Streamlit without a browser."""

from __future__ import annotations

from urllib.parse import parse_qs, urlparse

import pytest
from streamlit.testing.v1 import AppTest

from rag.ui.compare import state
from tests.made_reports import GRAIN


def app() -> None:
    import streamlit as st  # noqa: PLC0415 - the body is run as a script of its own

    from rag.comparing.comparer import Comparer  # noqa: PLC0415
    from rag.ui.compare.page import compare  # noqa: PLC0415
    from rag.ui.parts.guard import guarded  # noqa: PLC0415
    from tests.made_figures import figure  # noqa: PLC0415
    from tests.made_reports import grain  # noqa: PLC0415
    from tests.ui.fakes import FakeFigures  # noqa: PLC0415

    if "comparer" not in st.session_state:
        documents, figures = grain()
        empty = st.session_state.get("empty", False)
        st.session_state["comparer"] = Comparer(
            FakeFigures((figure(concept=None),)) if empty else FakeFigures(figures, documents)
        )
    with guarded():
        compare(st.session_state["comparer"])


def opened(empty: bool = False, **params: str | list[str]) -> AppTest:
    page = AppTest.from_function(app, default_timeout=30)
    page.session_state["empty"] = empty
    for name, value in params.items():
        page.query_params[name] = value
    return page.run()


def html(page: AppTest) -> str:
    return "".join(element.proto.body for element in page.get("html"))


def link(page: AppTest) -> dict[str, list[str]]:
    values = {name: page.query_params[name] for name in page.query_params}
    return {name: [value] if isinstance(value, str) else list(value) for name, value in values.items()}


def values(page: AppTest) -> list[str]:
    return list(page.dataframe[0].value["数值"])


def test_the_first_page_is_never_blank_and_says_what_it_chose() -> None:
    page = opened()
    assert not page.exception
    assert f"先看数据最全的“{GRAIN}”" in html(page)
    assert link(page) == {"indicator": [GRAIN], "measure": ["level/mass"], "year": ["2024"]}
    assert values(page) == ["7000吨", "不低于7200吨", "2024年：报告里没有"]
    assert "点图上的一处或表里的一行" in html(page)


def test_another_year_stands_in_the_link_and_shows_other_figures() -> None:
    page = opened()
    page.selectbox(key=state.YEAR).select(2023).run()
    assert link(page)["year"] == ["2023"]
    assert "最高 42.8万吨（澄溪县）" in html(page)
    assert values(page)[:2] == ["43万吨左右", "45万吨"]


def test_a_link_opens_the_years_of_a_place() -> None:
    page = opened(indicator=GRAIN, view="years", place="澄溪县", **{"from": "2022"})
    assert "2 年有目标、2 年有完成" in html(page)
    assert page.multiselect(key=state.PLACES).value == ["澄溪县"]
    assert page.selectbox(key=state.FIRST).value == 2022
    assert f"先看数据最全的“{GRAIN}”" not in html(page)


def test_through_the_years_without_a_place_the_one_with_the_most_figures_is_shown() -> None:
    page = opened()
    page.segmented_control(key=state.TAB).set_value("years").run()
    assert "没有选地区，先看数据最多的澄溪县" in html(page)
    assert "还有 1 个地区" in html(page)
    page.multiselect(key=state.PLACES).select("柏坞镇").run()
    assert "没有选地区" not in html(page)
    assert link(page)["place"] == ["柏坞镇"]


def test_the_year_of_the_other_view_is_kept() -> None:
    page = opened(year="2023")
    page.segmented_control(key=state.TAB).set_value("years").run()
    assert "year" not in link(page)
    page.segmented_control(key=state.TAB).set_value("places").run()
    assert link(page)["year"] == ["2023"]


def test_one_kind_alone_is_drawn_and_nothing_is_judged() -> None:
    page = opened(year="2023")
    page.selectbox(key=state.KIND).select("result").run()
    assert link(page)["kind"] == ["result"]
    assert "对照" not in page.dataframe[0].value
    page.selectbox(key=state.KIND).select("both").run()
    assert "kind" not in link(page)


def test_one_point_alone_says_so() -> None:
    page = opened(year="2021")
    assert "只有一个数" in html(page)


def test_a_place_without_the_figure_says_what_to_do() -> None:
    page = opened(indicator=GRAIN, year="2021", place="柏坞镇")
    assert "没有可以画出的数" in html(page)
    assert "柏坞镇2021年的“粮食产量”" in html(page)
    assert not page.exception


def test_what_is_left_out_is_below_with_its_reasons() -> None:
    page = opened(view="years", place="澄溪县")
    assert [expander.label for expander in page.expander] == ["没有画出的 2 个数和原因"]
    assert list(page.dataframe[1].value["没有画出的原因"]) == ["几年合计、年均，或与多年前相比", "原文隐去了数字"]


def test_the_page_can_be_copied_as_a_link() -> None:
    page = opened(year="2023", view="places")
    address = html(page).split('data-zw-copy="')[1].split('"')[0].replace("&amp;", "&")
    assert urlparse(address).path == "/compare"
    assert parse_qs(urlparse(address).query) == link(page)


def test_without_any_indicator_the_page_says_so() -> None:
    page = opened(empty=True)
    assert not page.exception
    assert "还没有可以对比的指标" in html(page)


@pytest.mark.parametrize("name", ["indicator", "measure", "place", "year", "sort", "view"])
def test_a_hostile_link_does_no_harm(name: str) -> None:
    page = opened(**{name: "<script>alert(1)</script>"})
    assert not page.exception
    assert "<script>alert" not in html(page)
    assert link(page)["indicator"] == [GRAIN]
