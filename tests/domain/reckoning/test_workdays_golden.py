"""Sums worked out by hand (`workdays_golden.toml`), against the arrangements as published."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from fazhi_tui.domain.reckoning.workdays import (
    Bounds,
    after_days,
    after_months,
    natural_days,
    nth_working_day,
    rolled,
    unpublished_years,
    working_days,
)
from fazhi_tui.loading.calendar import PublishedCalendar
from tests.published import publish_until

HERE = Path(__file__).parent
GOLDEN: dict[str, list[list[Any]]] = tomllib.loads(
    (HERE / "workdays_golden.toml").read_text(encoding="utf-8")
)
NOTICES = (HERE.parents[1] / "loading" / "notices.toml").read_text(encoding="utf-8")
CALENDAR = PublishedCalendar()


def _rows(name: str) -> list[Any]:
    """The rows of a table without how they were counted and their source, which make the test's name."""
    return [pytest.param(*row[:-2], id=f"{row[0]}-{row[1]}-{row[-1]}") for row in GOLDEN[name]]


def test_there_are_enough_sums_and_each_has_its_source() -> None:
    rows = [row for table in GOLDEN.values() for row in table]
    assert len(rows) >= 60
    assert all(re.search(r"[0-9]", row[-1]) and row[-2] for row in rows)
    numbers = {number for row in rows for number in re.findall(r"国办发明电〔\d{4}〕\d+号", row[-1])}
    assert {number for number in numbers if f"的通知（{number}）" not in NOTICES} == set()
    assert len(numbers) == 10


@pytest.mark.parametrize(("start", "end", "days"), _rows("natural"))
def test_natural_days(start: date, end: date, days: int) -> None:
    assert natural_days(start, end) == days
    assert after_days(start, days) == end


@pytest.mark.parametrize(("start", "days", "end"), _rows("after_days"))
def test_the_last_of_so_many_days(start: date, days: int, end: date) -> None:
    assert after_days(start, days) == end


@pytest.mark.parametrize(("start", "months", "end"), _rows("months"))
def test_the_last_day_of_so_many_months(start: date, months: int, end: date) -> None:
    assert after_months(start, months) == end


@pytest.mark.parametrize(("start", "end", "days"), _rows("working"))
def test_working_days(start: date, end: date, days: int) -> None:
    assert working_days(start, end, CALENDAR) == Bounds(days, days)


@pytest.mark.parametrize(("start", "days", "end"), _rows("nth"))
def test_the_last_of_so_many_working_days(start: date, days: int, end: date) -> None:
    assert nth_working_day(start, days, CALENDAR) == (end, end)


@pytest.mark.parametrize(("day", "moved"), _rows("rolled"))
def test_a_last_day_on_a_rest_day_moves(day: date, moved: date) -> None:
    assert rolled(day, CALENDAR) == (moved, moved)


@pytest.mark.parametrize(("newest", "start", "end", "least", "most", "years"), _rows("open_working"))
def test_working_days_not_yet_arranged(
    newest: int,
    start: date,
    end: date,
    least: int,
    most: int,
    years: list[int],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    publish_until(newest, monkeypatch)
    assert working_days(start, end, CALENDAR) == Bounds(least, most)
    assert unpublished_years(start, end, CALENDAR) == tuple(years)


@pytest.mark.parametrize(("newest", "start", "days", "earliest", "latest"), _rows("open_nth"))
def test_a_last_day_not_yet_arranged(
    newest: int, start: date, days: int, earliest: date, latest: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish_until(newest, monkeypatch)
    assert nth_working_day(start, days, CALENDAR) == (earliest, latest)


@pytest.mark.parametrize(("newest", "day", "earliest", "latest"), _rows("open_rolled"))
def test_a_move_not_yet_arranged(
    newest: int, day: date, earliest: date, latest: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish_until(newest, monkeypatch)
    assert rolled(day, CALENDAR) == (earliest, latest)
