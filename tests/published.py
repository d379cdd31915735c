"""The national arrangements as they stood when the newest notice was that of a given year."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from fazhi_tui.domain.reckoning.workdays import hangs_on_next_year
from fazhi_tui.loading import calendar


def publish_until(year: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the program know no notice after that of `year`."""
    every = calendar._national()

    def is_known(day: date) -> bool:
        return day.year < year or (day.year == year and not hangs_on_next_year(day))

    known = replace(
        every,
        years=frozenset(y for y in every.years if y <= year),
        resting=frozenset(filter(is_known, every.resting)),
        working=frozenset(filter(is_known, every.working)),
    )
    monkeypatch.setattr(calendar, "_national", lambda: known)
