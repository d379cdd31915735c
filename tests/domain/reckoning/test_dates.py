from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fazhi_tui.domain.reckoning.dates import (
    FIRST_YEAR,
    LAST_YEAR,
    read_date,
    read_moment,
    why_no_date,
    why_no_moment,
)

YEAR = 2023
DAYS = st.dates(date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024-3-1", "2024-03-01"),
        ("2024-03-01", "2024-03-01"),
        ("2024/3/1", "2024-03-01"),
        ("2024.3.1", "2024-03-01"),
        ("2024。3。1", "2024-03-01"),
        ("20240301", "2024-03-01"),
        ("２０２４－３－１", "2024-03-01"),
        ("２０２４．３．１", "2024-03-01"),
        ("2024—3—1", "2024-03-01"),
        ("2024年3月1日", "2024-03-01"),
        ("2024 年 3 月 1 日", "2024-03-01"),
        ("2024年3月1号", "2024-03-01"),
        (" 2024-3-1\n", "2024-03-01"),
        ("2024-03-01 00:00:00", "2024-03-01"),
        ("2024/3/1 0:00", "2024-03-01"),
        ("2024-03-01T00:00:00", "2024-03-01"),
        ("3.1", "2023-03-01"),
        ("3。1", "2023-03-01"),
        ("3-1", "2023-03-01"),
        ("3/1", "2023-03-01"),
        ("３月１日", "2023-03-01"),
        ("3月1日", "2023-03-01"),
        ("3月1", "2023-03-01"),
        ("12.31", "2023-12-31"),
        ("元月1日", "2023-01-01"),
        ("2024年元月5日", "2024-01-05"),
        ("2024-02-29", "2024-02-29"),
    ],
)
def test_a_date_is_read_as_officers_type_it(text: str, day: str) -> None:
    assert read_date(text, YEAR) == date.fromisoformat(day)
    assert why_no_date(text, YEAR) == ""


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("2023-02-29", "2023年2月没有29日"),
        ("2.29", "2023年2月没有29日"),
        ("2024-4-31", "2024年4月没有31日"),
        ("3.0", "2023年3月没有0日"),
        ("13.1", "没有13月"),
        ("20241301", "没有13月"),
        ("0204-03-01", "204年不在1949年至2199年之间"),
        ("2024-03-01 09:30", "这里只写到日，不写时刻"),
        ("2024-03-01 25:00", "没有25时00分"),
        ("24-3-1", "应为日期"),
        ("2024-3/1", "应为日期"),
        ("2024年3月", "应为日期"),
        ("三月一日", "应为日期"),
        ("3", "应为日期"),
        ("31", "应为日期"),
        ("", "应为日期"),
        ("2024-3-1-2", "应为日期"),
    ],
)
def test_what_is_no_date_is_refused_with_the_reason(text: str, why: str) -> None:
    assert read_date(text, YEAR) is None
    assert why_no_date(text, YEAR).startswith(why)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2024-03-01 09:30", "2024-03-01 09:30"),
        ("2024-3-1 9:30", "2024-03-01 09:30"),
        ("2024-3-1 9:30:00", "2024-03-01 09:30"),
        ("3.1 23:59", "2023-03-01 23:59"),
        ("3月1日9时30分", "2023-03-01 09:30"),
        ("3月1日9点", "2023-03-01 09:00"),
        ("３月１日　９：３０", "2023-03-01 09:30"),
        ("20240301 0:00", "2024-03-01 00:00"),
        ("2024-03-01", "2024-03-01"),
        ("3月1日", "2023-03-01"),
    ],
)
def test_a_moment_is_a_date_with_or_without_the_hour(text: str, moment: str) -> None:
    found = read_moment(text, YEAR)
    assert found is not None
    assert found.text == moment
    assert why_no_moment(text, YEAR) == ""


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("9:30", "应为日期和时刻"),
        ("3.1 24:00", "没有24时00分"),
        ("3.1 9:75", "没有9时75分"),
        ("2.30 9:30", "2023年2月没有30日"),
    ],
)
def test_what_is_no_moment_is_refused_with_the_reason(text: str, why: str) -> None:
    assert read_moment(text, YEAR) is None
    assert why_no_moment(text, YEAR).startswith(why)


@given(
    DAYS,
    st.sampled_from(
        ["{0:04}-{1}-{2}", "{0:04}/{1}/{2}", "{0:04}.{1:02}.{2}", "{0:04}{1:02}{2:02}", "{0}年{1}月{2}日"]
    ),
)
def test_every_day_is_read_in_every_way_it_is_written(day: date, form: str) -> None:
    assert read_date(form.format(day.year, day.month, day.day), YEAR) == day


@given(DAYS, st.sampled_from(["{1}-{2}", "{1}.{2}", "{1:02}.{2:02}", "{1}月{2}日"]))
def test_without_a_year_it_is_in_the_year_given(day: date, form: str) -> None:
    assert read_date(form.format(day.year, day.month, day.day), day.year) == day


@given(st.text(alphabet="0123456789-/.年月日时:T 元。２", max_size=20))
def test_a_text_is_a_date_or_there_is_a_reason(text: str) -> None:
    assert (read_date(text, YEAR) is None) is bool(why_no_date(text, YEAR))
    assert (read_moment(text, YEAR) is None) is bool(why_no_moment(text, YEAR))
