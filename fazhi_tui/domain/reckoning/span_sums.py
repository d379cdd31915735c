"""Sums of periods in days and months."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from fazhi_tui.domain.reckoning.basis import Basis, source_words, whole_figure
from fazhi_tui.domain.reckoning.filled import Filled
from fazhi_tui.domain.reckoning.outcome import Outcome, faulty
from fazhi_tui.domain.reckoning.rule import Span
from fazhi_tui.domain.reckoning.workdays import (
    after_days,
    after_months,
    natural_days,
    nth_working_day,
    rolled,
    unpublished_years,
    working_days,
)

REVERSED = "两个日期前后颠倒，请核对"


@dataclass(frozen=True, slots=True)
class _Limit:
    """The figure of a span: `more` days are those of an extension; `words` say it all."""

    amount: int
    more: int
    words: str

    @property
    def days(self) -> int:
        """All of them, where the span is in days."""
        return self.amount + self.more


@dataclass(frozen=True, slots=True)
class _LastDay:
    """The last day of the period, or the earliest and the latest it can be; `words` say a move."""

    earliest: date
    latest: date
    words: str = ""


def span_outcome(span: Span, facts: Filled, basis: Basis) -> Outcome:
    """Whether the period from one day to another is long, or short, enough.

    At most 7 working days end with the seventh: the rest day behind it is late, though no working day more.
    """
    start, end = facts.day(span.start), facts.day(span.end)
    if end < start:
        return faulty(f"{facts.said(span.end)}早于{facts.said(span.start)}", REVERSED)
    passed = f"{facts.said(span.start)}至{facts.said(span.end)}共{_passed(span, start, end, basis)}"
    limit = _limit(span, facts, basis)
    if isinstance(limit, str):
        return Outcome(passed, None, limit)
    last = _last_day(span, start, limit, basis)
    holds = _holds(span, end, last)
    needed = f"{passed}，{_demand(span, limit)}{last.words}"
    unknown = _unknown(span, start, end, last, basis)
    if holds is None:
        return Outcome(needed, None, unknown)
    difference = "" if holds else f"，{_difference(span, start, end, limit, last, basis)}"
    return Outcome(f"{needed}{difference}{f'（{unknown}，但不影响结果）' if unknown else ''}", holds)


def _holds(span: Span, end: date, last: _LastDay) -> bool | None:
    """Whether a day meets the period; None where that hangs on days not known."""
    if span.is_after:
        return True if end > last.latest else False if end <= last.earliest else None
    if span.is_least:
        return True if end >= last.latest else False if end < last.earliest else None
    return True if end <= last.earliest else False if end > last.latest else None


def _demand(span: Span, limit: _Limit) -> str:
    if span.is_after:
        return f"应在满{limit.words}之后"
    return f"应{'不少于' if span.is_least else '不超过'}{limit.words}"


def _passed(span: Span, start: date, end: date, basis: Basis) -> str:
    if not span.is_working:
        return f"{natural_days(start, end)}日"
    days = working_days(start, end, basis.calendar)
    return f"{days.least}个工作日" if days.exact is not None else f"{days.least}至{days.most}个工作日"


def _limit(span: Span, facts: Filled, basis: Basis) -> _Limit | str:
    amount = whole_figure(span.amount, basis)
    if isinstance(amount, str):
        return amount
    source = source_words(span.amount, basis)
    unit = "个月" if span.unit == "months" else "个工作日" if span.is_working else "日"
    if span.extend is None or not facts.is_yes(span.extend.fact):
        return _Limit(amount, 0, f"{amount}{unit}{source}")
    more = whole_figure(span.extend.days, basis)
    if isinstance(more, str):
        return more
    why = f"“{facts.labels[span.extend.fact]}”"
    if span.unit == "months":
        return _Limit(amount, more, f"{amount}个月{source}另加{more}日（{why}）")
    return _Limit(amount, more, f"{amount + more}{unit}（{amount}{unit}{source}，{why}加{more}{unit}）")


def _last_day(span: Span, start: date, limit: _Limit, basis: Basis) -> _LastDay:
    if span.is_working:
        return _LastDay(*nth_working_day(start, limit.days, basis.calendar))
    if span.unit == "months":
        last = after_days(after_months(start, limit.amount), limit.more)
    else:
        last = after_days(start, limit.days)
    at = f"（至{last}）" if span.unit == "months" else ""
    if not span.rolls:
        return _LastDay(last, last, at)
    earliest, latest = rolled(last, basis.calendar)
    if latest == last:
        return _LastDay(last, last, at)
    moved = f"末日{last}是休息日，顺延至{latest}" if earliest == latest else f"末日{last}是否顺延未定"
    return _LastDay(earliest, latest, f"，{moved}")


def _unknown(span: Span, start: date, end: date, last: _LastDay, basis: Basis) -> str:
    """Which arrangement leaves the sum open, or its words inexact; empty where none does."""
    if span.is_working:
        years = unpublished_years(start, end, basis.calendar)
    elif last.earliest != last.latest:
        years = unpublished_years(last.earliest - timedelta(days=1), last.latest, basis.calendar)
    else:
        years = ()
    return basis.awaiting(years) if years else ""


def _difference(span: Span, start: date, end: date, limit: _Limit, last: _LastDay, basis: Basis) -> str:
    """How much is missing or too much, at the least."""
    if span.is_after:
        return f"到{last.latest}才届满" if last.earliest == last.latest else f"最早到{last.earliest}才届满"
    sign = "差" if span.is_least else "超"
    if not span.is_working:
        days = natural_days(end, last.earliest) if span.is_least else natural_days(last.latest, end)
        return f"{sign}{days}日" if last.earliest == last.latest else f"至少{sign}{days}日"
    have = working_days(start, end, basis.calendar)
    days = limit.days - have.most if span.is_least else have.least - limit.days
    if days < 1:
        return f"末日{last.latest}已过"
    return f"{sign}{days}个工作日" if have.exact is not None else f"至少{sign}{days}个工作日"
