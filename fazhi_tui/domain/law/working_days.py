"""A statute's own rule of days: which of its periods are working days."""

from __future__ import annotations

import re

from fazhi_tui.domain.law.figures import DAY, figures_stated
from fazhi_tui.domain.law.statute import Instrument

_RULE = re.compile(r"(?:是指|以|按|按照|为)工作日")
_WITHIN = re.compile(r"以内|以下")


def own_rule(instrument: Instrument) -> tuple[str, str] | None:
    """The place of the rule, as a checklist cites it, and its words (第八十五条 of 行政处罚法)."""
    for place, words in instrument.places.items():
        if place.count(".") == 1 and place not in instrument.lacking and _RULE.search(words):
            article = place.partition(".")[0]
            return (article if instrument.count_in(article) == 1 else place), words
    return None


def covers(rule: str, days: int) -> bool:
    """Whether the words of a rule make a period of so many days working days.

    It names the periods (“三日”“五日”), or all up to one (十日以内), or none and so means all.
    """
    if "工作日" not in rule:
        return False
    named = {int(figure.amount) for figure in figures_stated(rule) if figure.unit == DAY}
    if not named:
        return True
    return days <= max(named) if _WITHIN.search(rule) else days in named
