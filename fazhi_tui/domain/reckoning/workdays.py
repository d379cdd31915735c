"""Periods as statutes count them: days, months, working days.

A period does not count the day it begins on and counts its last (民法典 201). Which periods run in
working days is each statute's own rule (处罚法 85, 许可法 82, 强制法 69, 复议法 88).
"""

from __future__ import annotations

from calendar import monthrange
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta
from typing import Protocol

# Assumed of a year whose arrangement is not published: over any stretch of it the working days are at least
# its Mondays to Fridays less so many (14 at the worst stretch of 2004 to 2026), at most all its days.
MOST_DAYS_LOST = 20
_SATURDAY = 5
_ONE_DAY = timedelta(days=1)


class Calendar(Protocol):
    """Which days are working days."""

    def is_working(self, day: date) -> bool | None:
        """Whether the day is a working day, 调休 considered; None where no arrangement settles it yet."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """A number of working days as far as it is known: both ends can happen."""

    least: int
    most: int

    @property
    def exact(self) -> int | None:
        """The number; None while it depends on an arrangement not yet published."""
        return self.least if self.least == self.most else None


def natural_days(start: date, end: date) -> int:
    """Days of the period, the first not counted and the last counted (民法典 201); negative if reversed."""
    return (end - start).days


def working_days(start: date, end: date, calendar: Calendar) -> Bounds:
    """Working days of the period, the first day not counted and the last counted; negative if reversed."""
    if end < start:
        back = working_days(end, start, calendar)
        return Bounds(-back.most, -back.least)
    least = most = 0
    for day, least, most in _running(start, calendar):  # noqa: B007 - the last values are the result
        if day == end:
            break
    return Bounds(least, most)


def nth_working_day(start: date, n: int, calendar: Calendar) -> tuple[date, date]:
    """The earliest and the latest day that can be the last of a period of n working days.

    Args:
        start: the day the period begins on, not counted.
        n: working days, 0 or more; 0 ends on `start` itself.
        calendar: which days are working days.

    Raises:
        ValueError: n is negative.
        OverflowError: the period ends after the year 9999.
    """
    if n < 0:
        raise ValueError(f"a period of {n} working days")
    earliest: date | None = None
    for day, least, most in _running(start, calendar):
        if earliest is None and most >= n:
            earliest = day
        if earliest is not None and least >= n:
            return earliest, day
    raise OverflowError("the period ends after the last date there is")


def after_days(start: date, n: int) -> date:
    """The last day of a period of n natural days (民法典 201).

    Raises:
        OverflowError: it is after the year 9999.
    """
    return start + timedelta(days=n)


def after_months(start: date, n: int) -> date:
    """The last day of a period of n months: the day of the same number, else the month's last (民法典 202).

    Raises:
        OverflowError: it is after the year 9999.
    """
    year, month = divmod(start.year * 12 + start.month - 1 + n, 12)
    if year > MAXYEAR:
        raise OverflowError("the period ends after the last date there is")
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


def rolled(day: date, calendar: Calendar) -> tuple[date, date]:
    """A last day moved off rest days to the next working day: the earliest and the latest it can be.

    Only for a rule whose statute moves it (民法典 203, 民事诉讼法 85).

    Raises:
        OverflowError: no working day follows.
    """
    return nth_working_day(day - _ONE_DAY, 1, calendar)


def unpublished_years(start: date, end: date, calendar: Calendar) -> tuple[int, ...]:
    """The years whose missing arrangement leaves a day of the period unsettled, in order."""
    days = (start + timedelta(days=n) for n in range(1, (end - start).days + 1))
    return tuple(sorted({_awaited(day, calendar) for day in days if calendar.is_working(day) is None}))


def hangs_on_next_year(day: date) -> bool:
    """Whether the next year's 元旦 arrangement can still change this day: the last week of December.

    It did for 2018-12-29 to 31, 2022-12-31 and 2023-12-30 to 31.
    """
    return day.month == 12 and day.day >= 25


def _awaited(day: date, calendar: Calendar) -> int:
    """The year whose arrangement an unsettled day waits for."""
    before = date(day.year, 12, 24)
    is_own_year_known = hangs_on_next_year(day) and calendar.is_working(before) is not None
    return day.year + 1 if is_own_year_known else day.year


def _running(start: date, calendar: Calendar) -> Iterator[tuple[date, int, int]]:
    """From `start` on each day and the working days after `start` up to it: at least, at most."""
    least = most = 0
    unsettled: Counter[int] = Counter()
    day = start
    yield day, least, most
    while day < date.max:
        day += _ONE_DAY
        working = calendar.is_working(day)
        if working is None:
            most += 1
            if day.weekday() < _SATURDAY:
                unsettled[day.year] += 1
                least += unsettled[day.year] > MOST_DAYS_LOST
        elif working:
            least += 1
            most += 1
        yield day, least, most
