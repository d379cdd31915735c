from __future__ import annotations

from datetime import date

import pytest

from fazhi_tui.domain.reckoning.workdays import after_days, after_months, nth_working_day


class NoWork:
    """A calendar on which nobody works."""

    def is_working(self, day: date) -> bool:
        del day
        return False


def test_a_period_cannot_have_fewer_than_no_working_days() -> None:
    with pytest.raises(ValueError, match="-1"):
        nth_working_day(date(2024, 1, 1), -1, NoWork())


def test_a_period_past_the_last_date_is_an_overflow() -> None:
    with pytest.raises(OverflowError):
        nth_working_day(date(9999, 12, 1), 1, NoWork())
    with pytest.raises(OverflowError):
        after_days(date(9999, 12, 1), 31)
    with pytest.raises(OverflowError):
        after_months(date(9999, 12, 1), 1)
    assert after_months(date(9999, 11, 30), 1) == date(9999, 12, 30)
