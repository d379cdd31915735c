"""Sums of single days: one before a due day, several one after the other."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from fazhi_tui.domain.reckoning.basis import Basis, not_filled_in, source_words
from fazhi_tui.domain.reckoning.filled import Filled
from fazhi_tui.domain.reckoning.outcome import Outcome
from fazhi_tui.domain.reckoning.rule import By, Order, ParamRef
from fazhi_tui.domain.reckoning.workdays import natural_days, rolled, unpublished_years

_BOUNDS = {True: "应不晚于{}", False: "应早于{}", None: "应在{}之前"}


def by_outcome(by: By, facts: Filled, basis: Basis) -> Outcome:
    """Whether a day is in time; on the due day itself only where the rule says if that is."""
    day, due = facts.day(by.fact), _due(by, basis)
    said = facts.said(by.fact)
    if isinstance(due, str):
        return Outcome(said, None, due)
    earliest, latest = rolled(due, basis.calendar) if by.rolls else (due, due)
    source = source_words(by.due, basis)
    words = f"{said}，{_BOUNDS[by.inclusive].format(due)}{source}{_moved(due, earliest, latest)}"
    grace = timedelta(days=by.inclusive is False)
    if day < earliest or (by.inclusive and day == earliest):
        return Outcome(words, holds=True)
    if day > latest - grace:
        late = natural_days(latest - grace, day)
        return Outcome(f"{words}，{'至少' if earliest != latest else ''}晚{late}日", holds=False)
    if earliest != latest:
        years = unpublished_years(earliest - timedelta(days=1), latest, basis.calendar)
        return Outcome(words, None, basis.awaiting(years))
    return Outcome(words, None, "正是当日，“之前”含不含当日有不同理解，请自行判断")


def _due(by: By, basis: Basis) -> date | str:
    """The due day, or in words why there is none."""
    if not isinstance(by.due, ParamRef):
        return date(basis.year + by.in_next_year, by.due.month, by.due.day)
    param = basis.params.get(by.due.id)
    if param is None:
        return not_filled_in(by.due)
    try:
        return date.fromisoformat(param.value)
    except ValueError:
        return f"地方参数“{by.due.label}”是“{param.value}”，不是日期"


def _moved(due: date, earliest: date, latest: date) -> str:
    if latest == due:
        return ""
    return f"，当日是休息日，顺延至{latest}" if earliest == latest else "，是否顺延未定"


def order_outcome(order: Order, facts: Filled) -> Outcome:
    """Whether days follow each other as they have to; the pair that does not is named."""
    if broken := out_of_order(order, facts):
        return Outcome(broken, holds=False)
    return Outcome(f"{'、'.join(facts.said(fact) for fact in order.facts)}，先后相符", holds=True)


def out_of_order(order: Order, facts: Filled) -> str:
    """The pairs that are out of order, among the days filled in; empty where none is."""
    known = [fact for fact in order.facts if fact in facts.moments]
    pairs = [(a, b) for a, b in pairwise(known) if facts.day(b) < facts.day(a)]
    return "；".join(f"{facts.said(b)}早于{facts.said(a)}，应在其后" for a, b in pairs)
