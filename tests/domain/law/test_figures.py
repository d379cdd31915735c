from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fazhi_tui.domain.law.figures import figures_in, figures_stated


def _told(text: str) -> list[tuple[str, str]]:
    return [(str(f.amount), f.unit) for f in figures_in(text)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("不得少于30日", [("30", "日")]),
        ("不得少于三十日", [("30", "日")]),
        ("三十天内", [("30", "日")]),
        ("不少于7个工作日", [("7", "个工作日")]),
        ("七个工作日", [("7", "个工作日")]),
        ("5个至15个工作日", [("5", "个工作日"), ("15", "个工作日")]),
        ("三日至五日", [("3", "日"), ("5", "日")]),
        ("总数的5%", [("5", "%")]),
        ("总数的５％", [("5", "%")]),
        ("百分之五", [("5", "%")]),
        ("三个月", [("3", "个月")]),
        ("六个月或者一年", [("6", "个月"), ("1", "年")]),
        ("半年一报", [("1/2", "年")]),
        ("24小时内", [("24", "小时")]),
        ("两人以上", [("2", "人")]),
        ("2名以上", [("2", "人")]),
        ("每年2次", [("2", "次")]),
        ("两期以上", [("2", "期")]),
        ("六十学时", [("60", "学时")]),
        ("一千元以上5万元以下", [("1000", "元"), ("50000", "元")]),
        ("三倍以下", [("3", "倍")]),
        ("每年1月31日前", [("131", "月日")]),
        ("每年三月一日前", [("301", "月日")]),
        ("3月底前", [("300", "月底")]),
        ("自2024年1月1日起", [("20240101", "年月日")]),
        ("二○二四年一月一日", [("20240101", "年月日")]),
        ("至少1次", [("1", "次")]),
    ],
)
def test_a_figure_has_its_amount_and_its_unit(text: str, told: list[tuple[str, str]]) -> None:
    assert _told(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "一次性告知",
        "统一名称",
        "同一人",
        "第三人",
        "第一次",
        "上一年度",
        "年度报告",
        "每名人员至少一次",
        "2025年底",
        "第七条第三款",
        "国办发〔2018〕118号",
        "四个亲自",
        "半天",
    ],
)
def test_what_only_looks_like_a_figure_is_none(text: str) -> None:
    assert _told(text) == []


def test_a_date_is_no_number_of_days() -> None:
    assert ("31", "日") not in _told("1月31日前")


def test_how_it_is_written_does_not_count() -> None:
    assert figures_in("30日") == figures_in("三十日")
    assert figures_in("30日") != figures_in("30个工作日")


def test_a_statutes_one_time_can_be_cited_and_the_day_of_a_full_date() -> None:
    assert set(figures_in("至少1次")) <= figures_stated("每年至少一次")
    assert set(figures_in("3月1日前")) <= figures_stated("2024年3月1日前")


@given(st.text(alphabet="0123456789一二三十百千万两半个月年日工作至到分之%．,第", max_size=30))
def test_any_text_is_read(text: str) -> None:
    assert set(figures_in(text)) <= figures_stated(text)
