"""Sums of periods in hours; where only the day is known, both its ends are tried."""

from __future__ import annotations

from datetime import date

from fazhi_tui.domain.reckoning.basis import Basis, source_words, whole_figure
from fazhi_tui.domain.reckoning.dates import Moment
from fazhi_tui.domain.reckoning.filled import Filled
from fazhi_tui.domain.reckoning.outcome import Outcome, faulty
from fazhi_tui.domain.reckoning.rule import Span

REVERSED = "两个时刻前后颠倒，请核对"
NO_HOUR = "没有写时刻，请补写，如 2024-03-01 09:30"
_DAY, _HOUR = 24 * 60, 60


def hour_outcome(span: Span, facts: Filled, basis: Basis) -> Outcome:
    """Whether the hours from one moment to another are enough, or few enough."""
    start, end = facts.moments[span.start], facts.moments[span.end]
    least, most = _minutes(start, end)
    if most < 0:
        return faulty(f"{facts.said(span.end)}早于{facts.said(span.start)}", REVERSED)
    least = max(least, 0)
    passed = f"{facts.said(span.start)}至{facts.said(span.end)}共{_words(least, most)}"
    limit = whole_figure(span.amount, basis)
    if isinstance(limit, str):
        return Outcome(passed, None, limit)
    source = source_words(span.amount, basis)
    needed = f"{passed}，应{'不少于' if span.is_least else '不超过'}{limit}小时{source}"
    bound = limit * _HOUR
    if span.is_least:
        holds = True if least >= bound else False if most < bound else None
        difference = f"差{_hours(bound - most)}"
    else:
        holds = True if most <= bound else False if least > bound else None
        difference = f"超{_hours(least - bound)}"
    if holds is None:
        return Outcome(needed, None, NO_HOUR)
    about = "至少" if least != most else ""
    return Outcome(needed if holds else f"{needed}，{about}{difference}", holds)


def is_reversed(start: Moment, end: Moment) -> bool:
    """Whether the end is before the start, whatever the hours not given."""
    return _minutes(start, end)[1] < 0


def _minutes(start: Moment, end: Moment) -> tuple[int, int]:
    """The least and the most minutes from one moment to the other; negative if reversed."""
    first, last = _ends(start), _ends(end)
    return last[0] - first[1], last[1] - first[0]


def _ends(moment: Moment) -> tuple[int, int]:
    midnight = (moment.day - date.min).days * _DAY
    if moment.minute is None:
        return midnight, midnight + _DAY - 1
    return midnight + moment.minute, midnight + moment.minute


def _words(least: int, most: int) -> str:
    return _hours(least) if least == most else f"{_hours(least)}至{_hours(most)}"


def _hours(minutes: int) -> str:
    hours, rest = divmod(minutes, _HOUR)
    return f"{hours}小时{rest}分" if rest else f"{hours}小时"
