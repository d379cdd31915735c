"""The calendar of working days: the national arrangements, and the unit's own table before them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path

from fazhi_tui.domain.reckoning.basis import UNREAD, Unread
from fazhi_tui.domain.reckoning.workdays import hangs_on_next_year
from fazhi_tui.loading.calendar_table import OwnTable, load_own_table
from fazhi_tui.loading.checklists.findings import FileFaultsError

_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class PublishedCalendar:
    """Working days as published (国务院办公厅 notices, 调休 included) and as the unit's own table has them.

    The national arrangements come from `chinese_calendar`, imported on the first day asked for.
    """

    own: OwnTable = field(default_factory=OwnTable)

    def is_working(self, day: date) -> bool | None:
        """Whether the day is a working day; None where no arrangement settles it yet.

        That is where its year is neither published nor in the unit's own table, and in the last week
        of December where the next year is not.
        """
        if (listed := self.own.days.get(day)) is not None:
            return listed
        if not self._has(day.year) or (hangs_on_next_year(day) and not self._has(day.year + 1)):
            return None
        if day.year in self.own.years:
            return day.weekday() < _SATURDAY
        national = _national()
        return day in national.working or (day.weekday() < _SATURDAY and day not in national.resting)

    def _has(self, year: int) -> bool:
        return year in self.own.years or year in _national().years


def load_calendar(table: Path) -> PublishedCalendar:
    """The calendar of a unit.

    Args:
        table: the unit's own table, `calendar.toml` in its data folder; need not be there.

    Raises:
        FileFaultsError: with every fault of the table.
    """
    return PublishedCalendar(load_own_table(table))


class UnitCalendar:
    """The calendar by the unit's own table as it stands at each opening: one mended counts at the next."""

    def __init__(self, table: Path) -> None:
        self._table = table
        self.fault: FileFaultsError | None = None

    def load(self) -> PublishedCalendar | Unread:
        """The calendar; where the table does not read, one that settles no day, and `fault` says why."""
        try:
            calendar = load_calendar(self._table)
        except FileFaultsError as fault:
            self.fault = fault
            return UNREAD
        self.fault = None
        return calendar


@dataclass(frozen=True, slots=True)
class _National:
    years: frozenset[int]
    resting: frozenset[date]
    working: frozenset[date]


@cache
def _national() -> _National:
    """The published arrangements as sets; the library's `is_workday` scans its whole table on every call."""
    from chinese_calendar import holidays, workdays

    years = frozenset(day.year for day in holidays if (day.month, day.day) == (10, 1))
    return _National(years, frozenset(holidays), frozenset(workdays))
