"""What sums are worked out on, besides an item's facts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from fazhi_tui.domain.reckoning.decimals import exact, written
from fazhi_tui.domain.reckoning.outcome import awaiting
from fazhi_tui.domain.reckoning.params import Param
from fazhi_tui.domain.reckoning.rule import Amount, MonthDay, ParamRef
from fazhi_tui.domain.reckoning.workdays import Calendar

MOST_UNITS = 36_500
_FULL = 100


class Unpublished:
    """The calendar of which no year is published."""

    def is_working(self, day: date) -> bool | None:  # noqa: ARG002 - of no day
        """None: not known."""
        return None


class Unread(Unpublished):
    """The calendar of a unit whose own table does not read.

    Any day can stand in that table, and it goes before the national arrangements: a sum that those alone
    would decide could be wrong. So no day is settled, and only what every calendar agrees on is decided.
    """


UNPUBLISHED = Unpublished()
UNREAD = Unread()


@dataclass(frozen=True, slots=True)
class Basis:
    """The assessed year, the calendar of working days, and the unit's local parameters by id."""

    year: int
    calendar: Calendar = UNPUBLISHED
    params: Mapping[str, Param] = field(default_factory=dict)

    def awaiting(self, years: tuple[int, ...]) -> str:
        """Why days of these years are not settled."""
        if isinstance(self.calendar, Unread):
            return "本单位的工作日历（calendar.toml）读不出来"
        return awaiting(years, self.year)


def figure(amount: Amount, basis: Basis) -> Fraction | str:
    """The figure, or in words why there is none: its parameter is not filled in."""
    if isinstance(amount, Fraction):
        return amount
    param = basis.params.get(amount.id)
    if param is None:
        return not_filled_in(amount)
    value = exact(param.value)
    return f"地方参数“{amount.label}”是“{param.value}”，不是数字" if value is None else value


def whole_figure(amount: Amount, basis: Basis) -> int | str:
    """A figure of days, months or hours, or in words why there is none."""
    value = figure(amount, basis)
    if isinstance(value, str):
        return value
    if value.denominator != 1 or not 1 <= value <= MOST_UNITS:
        return f"{_named(amount)}是{written(value)}，应为1至{MOST_UNITS}的整数"
    return int(value)


def percent_figure(amount: Amount, basis: Basis) -> Fraction | str:
    """A figure in percent, or in words why there is none."""
    value = figure(amount, basis)
    if isinstance(value, Fraction) and not 0 <= value <= _FULL:
        return f"{_named(amount)}是{written(value)}，应为0至100的百分数"
    return value


def source_words(amount: Amount | MonthDay, basis: Basis) -> str:
    """Where a local figure comes from, in brackets; empty for a figure of the law itself."""
    if not isinstance(amount, ParamRef) or amount.id not in basis.params:
        return ""
    return f"（地方参数“{amount.label}”，出处：{basis.params[amount.id].source}）"


def not_filled_in(param: ParamRef) -> str:
    """Which parameter is missing, and how to fill it in."""
    return f"地方参数“{param.label}”还没填，请在“地方参数”里填写"


def _named(amount: Amount) -> str:
    return f"地方参数“{amount.label}”" if isinstance(amount, ParamRef) else "规则里的数"
