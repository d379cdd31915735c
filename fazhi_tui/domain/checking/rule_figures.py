"""The figures of an item's rule, as its cited places have to give them."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from fazhi_tui.domain.law.figures import DAY, WORKING_DAY, Figure
from fazhi_tui.domain.reckoning.decimals import written
from fazhi_tui.domain.reckoning.rule import Amount, By, Count, MonthDay, Ratio, Rule, Span

ANY_UNIT = ""


def rule_figures(rule: Rule | None) -> Iterator[Figure]:
    """The figures; one of a local parameter (`param:…`) is not the law's and is left out."""
    match rule:
        case Span():
            day = WORKING_DAY if rule.is_working else DAY
            unit = {"days": day, "months": "个月", "hours": "小时"}[rule.unit]
            yield from _figure(rule.amount, unit)
            if rule.extend is not None:
                yield from _figure(rule.extend.days, day)
        case By(due=MonthDay(month, dom)):
            yield Figure(Fraction(month * 100 + dom), "月日", f"{month}月{dom}日")
        case Ratio():
            yield from _figure(rule.min, "%")
        case Count():
            yield from _figure(rule.min, ANY_UNIT)


def _figure(amount: Amount, unit: str) -> Iterator[Figure]:
    if isinstance(amount, Fraction):
        yield Figure(amount, unit, f"{written(amount)}{unit}")
