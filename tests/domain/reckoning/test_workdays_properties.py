"""What must hold of periods whatever the arrangement of the holidays is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from fazhi_tui.domain.reckoning.workdays import (
    MOST_DAYS_LOST,
    Bounds,
    Calendar,
    after_days,
    after_months,
    natural_days,
    nth_working_day,
    rolled,
    unpublished_years,
    working_days,
)

FIRST, LAST = date(2023, 1, 1), date(2027, 12, 31)
ONE_DAY = timedelta(days=1)
DAYS = st.dates(date(2023, 6, 1), date(2026, 12, 31))
NEAR = st.dates(date(2024, 1, 1), date(2025, 12, 31))
COUNTS = st.integers(0, 120)


@dataclass(frozen=True, slots=True)
class Drawn:
    """A calendar drawn at random, of which the days of some years may not be published."""

    works: Mapping[date, bool]
    hidden: frozenset[date] = field(default_factory=frozenset)

    def is_working(self, day: date) -> bool | None:
        return None if day in self.hidden else self.works[day]


@st.composite
def arrangements(draw: st.DrawFn) -> Drawn:
    """Any arrangement within what is assumed: in no stretch of a year are more than so many days lost.

    How often a weekday is taken off or a weekend day worked changes from month to month, never to always.
    """
    random = Random(draw(st.integers(0, 2**32)))
    often = st.lists(st.sampled_from([0.0, 0.05, 0.5, 1.0]), min_size=12, max_size=12)
    off, made = draw(often), draw(often)
    works, lost, day = {}, 0, FIRST
    while day <= LAST:
        lost = lost if day.month > 1 or day.day > 1 else 0
        if day.weekday() < 5:
            works[day] = lost == MOST_DAYS_LOST or random.random() >= off[day.month - 1]
            lost += not works[day]
        else:
            works[day] = random.random() < made[day.month - 1]
            lost = max(0, lost - works[day])
        day += ONE_DAY
    return Drawn(works)


@st.composite
def partly_published(draw: st.DrawFn) -> tuple[Drawn, Drawn]:
    """The whole arrangement, and what is known of it: whole years, or only the end of one, are missing."""
    whole = draw(arrangements())
    years = draw(st.sets(st.integers(FIRST.year, LAST.year)))
    ends = draw(st.sets(st.integers(FIRST.year, LAST.year)))
    hidden = {d for d in whole.works if d.year in years or (d.year in ends and (d.month, d.day) >= (12, 25))}
    return whole, Drawn(whole.works, frozenset(hidden))


@given(arrangements(), DAYS, COUNTS)
def test_adding_then_counting_agree(calendar: Drawn, start: date, n: int) -> None:
    earliest, latest = nth_working_day(start, n, calendar)
    assert earliest == latest
    assert working_days(start, latest, calendar).exact == n
    assert n == 0 or calendar.is_working(latest)


@given(arrangements(), NEAR, NEAR)
def test_counting_then_adding_never_goes_past_the_end(calendar: Drawn, a: date, b: date) -> None:
    start, end = sorted((a, b))
    counted = working_days(start, end, calendar).exact
    assert counted is not None
    assert (
        nth_working_day(start, counted, calendar)[1] <= end < nth_working_day(start, counted + 1, calendar)[0]
    )


@given(partly_published(), DAYS, COUNTS)
def test_one_day_more_never_ends_earlier(pair: tuple[Drawn, Drawn], start: date, n: int) -> None:
    for calendar in pair:
        first, second = nth_working_day(start, n, calendar), nth_working_day(start, n + 1, calendar)
        assert first[0] < second[0]
        assert first[1] < second[1]


@given(partly_published(), NEAR, NEAR)
def test_a_longer_period_has_at_least_as_many(pair: tuple[Drawn, Drawn], a: date, b: date) -> None:
    start, end = sorted((a, b))
    for calendar in pair:
        shorter, longer = (working_days(start, day, calendar) for day in (end, end + ONE_DAY))
        assert 0 <= shorter.least <= longer.least <= shorter.least + 1
        assert shorter.most <= longer.most <= shorter.most + 1
        assert shorter.most <= natural_days(start, end)


@given(arrangements(), NEAR, NEAR, NEAR)
def test_periods_in_any_order_add_up(calendar: Drawn, a: date, b: date, c: date) -> None:
    parts = [working_days(*pair, calendar).exact for pair in ((a, b), (b, c), (c, a))]
    assert all(part is not None for part in parts)
    assert sum(part or 0 for part in parts) == 0


@given(partly_published(), NEAR, NEAR, NEAR)
def test_bounds_of_parts_hold_for_the_whole(pair: tuple[Drawn, Drawn], a: date, b: date, c: date) -> None:
    start, middle, end = sorted((a, b, c))
    left, right = working_days(start, middle, pair[1]), working_days(middle, end, pair[1])
    whole = working_days(start, end, pair[1])
    assert left.least + right.least <= whole.least
    assert left.most + right.most == whole.most


@given(partly_published(), DAYS, DAYS)
def test_never_a_guess_of_a_number(pair: tuple[Drawn, Drawn], a: date, b: date) -> None:
    start, end = sorted((a, b))
    (whole, known), bounds = pair, working_days(start, end, pair[1])
    true = working_days(start, end, whole).exact
    assert true is not None
    assert bounds.least <= true <= bounds.most
    is_all_known = not any(start < day <= end for day in known.hidden)
    assert (bounds.exact is not None) == is_all_known == (unpublished_years(start, end, known) == ())


@given(partly_published(), DAYS, COUNTS)
def test_never_a_guess_of_a_last_day(pair: tuple[Drawn, Drawn], start: date, n: int) -> None:
    whole, known = pair
    true, _ = nth_working_day(start, n, whole)
    earliest, latest = nth_working_day(start, n, known)
    assert earliest <= true <= latest
    if not any(start < day <= latest for day in known.hidden):
        assert earliest == latest


@given(partly_published(), DAYS)
def test_never_a_guess_of_a_move(pair: tuple[Drawn, Drawn], day: date) -> None:
    whole, known = pair
    moved, same = rolled(day, whole)
    assert moved == same
    assert whole.is_working(moved)
    assert not any(whole.works[day + n * ONE_DAY] for n in range((moved - day).days))
    earliest, latest = rolled(day, known)
    assert day <= earliest <= moved <= latest


@dataclass(frozen=True, slots=True)
class Extreme:
    """A calendar within the assumption that works as little, or as much, as it can from a day on."""

    start: date
    everything: bool

    def is_working(self, day: date) -> bool:
        if self.everything or day.weekday() > 4:
            return self.everything
        begin = max(self.start, date(day.year, 1, 1) - ONE_DAY)
        weekdays = sum((begin + n * ONE_DAY).weekday() < 5 for n in range(1, (day - begin).days + 1))
        return weekdays > MOST_DAYS_LOST


class Unknown:
    """A calendar of which nothing is published."""

    def is_working(self, day: date) -> None:
        del day


@given(NEAR, NEAR, COUNTS)
def test_both_bounds_can_happen(a: date, b: date, n: int) -> None:
    start, end = sorted((a, b))
    little: Calendar = Extreme(start, everything=False)
    much: Calendar = Extreme(start, everything=True)
    bounds = working_days(start, end, Unknown())
    assert (bounds.least, bounds.most) == tuple(working_days(start, end, c).exact for c in (little, much))
    ends = (nth_working_day(start, n, much)[0], nth_working_day(start, n, little)[0])
    assert nth_working_day(start, n, Unknown()) == ends


@given(NEAR, NEAR)
def test_a_reversed_period_is_the_negative(a: date, b: date) -> None:
    forward, back = working_days(a, b, Unknown()), working_days(b, a, Unknown())
    assert back == Bounds(-forward.most, -forward.least)
    assert natural_days(a, b) == -natural_days(b, a)


@given(DAYS, st.integers(0, 4000))
def test_natural_days_added_are_the_days_counted(start: date, n: int) -> None:
    assert natural_days(start, after_days(start, n)) == n


@given(DAYS, st.integers(0, 60))
def test_months_end_on_the_same_number_or_the_last_of_the_month(start: date, n: int) -> None:
    end = after_months(start, n)
    assert (end.year - start.year) * 12 + end.month - start.month == n
    assert end.day == start.day or (end.day < start.day and (end + ONE_DAY).day == 1)
    assert start <= end < after_months(start, n + 1)
