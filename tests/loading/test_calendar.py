from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from chinese_calendar import holidays, workdays
from hypothesis import given
from hypothesis import strategies as st

from fazhi_tui.domain.reckoning.workdays import MOST_DAYS_LOST, Bounds, unpublished_years, working_days
from fazhi_tui.loading.calendar import PublishedCalendar, load_calendar
from fazhi_tui.loading.calendar_table import OwnTable, load_own_table
from tests.published import publish_until

NOTICES = Path(__file__).with_name("notices.toml")
NEWEST = max(holidays).year
CALENDAR = PublishedCalendar()


def _days(first: date, last: date) -> list[date]:
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


def _table(path: Path, text: str) -> Path:
    path.write_text(f"schema = 1\n{text}", encoding="utf-8")
    return path


def test_the_library_has_every_day_as_the_notices_say() -> None:
    copied = PublishedCalendar(load_own_table(NOTICES))
    assert copied.own.years == frozenset(range(2019, 2027))
    for day in _days(date(2018, 12, 25), date(2026, 12, 24)):
        assert CALENDAR.is_working(day) is copied.is_working(day), day


def test_every_year_published_keeps_what_is_assumed_of_one_that_is_not() -> None:
    for year in range(2004, NEWEST + 1):
        worst = lost = 0
        for day in _days(date(year, 1, 1), date(year, 12, 31)):
            lost += (day in holidays and day.weekday() < 5) - (day in workdays and day.weekday() > 4)
            worst, lost = max(worst, lost), max(lost, 0)
        assert 0 < worst <= MOST_DAYS_LOST, year


@given(st.dates())
def test_a_day_is_known_exactly_where_its_arrangement_is_published(day: date) -> None:
    is_settled = 2004 <= day.year < NEWEST or (day.year == NEWEST and (day.month, day.day) < (12, 25))
    assert (CALENDAR.is_working(day) is not None) == is_settled


@pytest.mark.parametrize("year", [2018, 2022, 2023, 2024])
def test_the_last_week_waits_for_the_next_notice(year: int, monkeypatch: pytest.MonkeyPatch) -> None:
    week = _days(date(year, 12, 25), date(year, 12, 31))
    assert all(CALENDAR.is_working(day) is not None for day in week)
    publish_until(year, monkeypatch)
    assert [CALENDAR.is_working(day) for day in week] == [None] * 7
    assert CALENDAR.is_working(date(year, 12, 24)) is (date(year, 12, 24).weekday() < 5)


def test_without_a_table_only_the_published_days_count(tmp_path: Path) -> None:
    assert load_calendar(tmp_path / "calendar.toml").own == OwnTable()


FULL_YEAR = """
[[years]]
year = 2027
source = "某省通知"
rest = ["2026-12-31 至 2027-01-03", "2027-05-01", "2027-10-01 至 2027-10-05"]
work = ["2026-12-27", "2027-10-09"]
"""


def test_the_units_own_table_wins_for_the_year_it_declares(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish_until(2026, monkeypatch)
    calendar = load_calendar(_table(tmp_path / "calendar.toml", FULL_YEAR))
    works = {
        "2026-12-25": True,
        "2026-12-26": False,
        "2026-12-27": True,
        "2026-12-31": False,
        "2027-01-04": True,
        "2027-05-01": False,
        "2027-05-03": True,
        "2027-10-06": True,
        "2027-10-09": True,
        "2027-10-10": False,
        "2027-12-24": True,
        "2027-12-27": None,
        "2028-01-03": None,
    }
    assert {day: calendar.is_working(date.fromisoformat(day)) for day in works} == works
    assert unpublished_years(date(2027, 12, 1), date(2027, 12, 31), calendar) == (2028,)


def test_the_units_own_table_wins_over_a_published_year(tmp_path: Path) -> None:
    rest = 'rest = ["2024-01-01", "2024-05-01", "2024-10-01 至 2024-10-03"]'
    calendar = load_calendar(
        _table(tmp_path / "calendar.toml", f'[[years]]\nyear = 2024\nsource = "示例"\n{rest}\n')
    )
    assert CALENDAR.is_working(date(2024, 10, 4)) is False
    assert calendar.is_working(date(2024, 10, 4)) is True
    assert CALENDAR.is_working(date(2024, 10, 12)) is True
    assert calendar.is_working(date(2024, 10, 12)) is False
    assert calendar.is_working(date(2023, 12, 31)) is False
    assert calendar.is_working(date(2025, 10, 8)) is False


def test_local_holidays_are_added_to_the_published_arrangement(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish_until(2026, monkeypatch)
    local = """
[[years]]
year = 2026
local = true
source = "广西三月三放假通知"
rest = ["2026-04-19 至 2026-04-21"]
[[years]]
year = 2027
local = true
source = "广西三月三放假通知"
rest = ["2027-04-09"]
"""
    calendar = load_calendar(_table(tmp_path / "calendar.toml", local))
    assert [calendar.is_working(date(2026, 4, day)) for day in (17, 20, 21, 22)] == [True, False, False, True]
    assert calendar.is_working(date(2026, 10, 10)) is True
    assert calendar.is_working(date(2027, 4, 9)) is False
    assert calendar.is_working(date(2027, 4, 8)) is None
    assert calendar.is_working(date(2026, 12, 28)) is None
    assert working_days(date(2027, 4, 8), date(2027, 4, 9), calendar) == Bounds(0, 0)
