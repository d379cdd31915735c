"""Whatever the facts: the words never fail, a proposal follows from the arithmetic, nothing is guessed."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from fazhi_tui.domain.checklist import Item
from fazhi_tui.domain.reckoning.dates import FIRST_YEAR, LAST_YEAR
from fazhi_tui.domain.reckoning.params import Param
from fazhi_tui.domain.reckoning.sums import Basis, exceptions_to_ask, missing_facts, sum_of
from fazhi_tui.domain.reckoning.workdays import after_months, working_days
from fazhi_tui.domain.verdict import Verdict
from tests.ruled import PLAIN, Published, ruled, span
from tests.samples import Data

DAYS = st.dates(date(2024, 1, 1), date(2024, 12, 31))
ANY_DAY = st.dates(date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31))
NUMBERS = st.integers(1, 60)
BASIS = Basis(2023, PLAIN)
RANK = {Verdict.MISSING: 0, None: 1, Verdict.DONE: 2}


def _ways(kind: str, n: int) -> list[Data]:
    ways = [
        span(kind, days=n),
        span(kind, days=n, roll=True),
        span(kind, days=n, calendar="working"),
        span(kind, months=n),
        span(kind, hours=n),
    ]
    if kind == "at_most":
        ways += [{**way, "extend": {"fact": "more", "days": 5}} for way in ways[:4]]
    return ways


MADE = {
    (kind, n, way): ruled(rule)
    for kind in ("at_least", "at_most")
    for n in (1, 2, 7, 30)
    for way, rule in enumerate(_ways(kind, n))
}
SPANS = st.sampled_from(sorted(MADE)).map(MADE.__getitem__)
OTHERS = st.sampled_from(
    [
        ruled(rule)
        for rule in (
            span("at_least", days="param:days", unless="why"),
            {"kind": "by", "fact": "to", "date": "03-01", "year": "next"},
            {"kind": "by", "fact": "to", "date": "12-31", "roll": True, "inclusive": False},
            {"kind": "by", "fact": "to", "date": "param:due"},
            {"kind": "order", "facts": ["from", "to", "end"]},
            {"kind": "ratio", "part": "part", "whole": "whole", "min": 5},
            {"kind": "ratio", "part": "part", "whole": "whole", "min": "param:days"},
            {"kind": "count", "fact": "part", "min": "param:days"},
        )
    ]
)


def _rank(item: Item, start: date, end: date, **more: str) -> int:
    found = sum_of(item, {"from": start.isoformat(), "to": end.isoformat(), **more}, BASIS)
    assert found is not None
    return RANK[found.proposal]


def _moments() -> st.SearchStrategy[str]:
    times = st.times().map(lambda time: time.strftime(" %H:%M"))
    return st.tuples(ANY_DAY.map(date.isoformat), st.just("") | times).map("".join)


FACTS: st.SearchStrategy[dict[str, str]] = st.fixed_dictionaries(
    {},
    optional={
        **{
            key: ANY_DAY.map(date.isoformat) | _moments() | st.text(max_size=12)
            for key in ("from", "to", "end")
        },
        **{
            key: st.decimals(-(10**6), 10**6, places=2).map(lambda d: f"{d:f}") | st.text(max_size=5)
            for key in ("part", "whole")
        },
        **{key: st.sampled_from(["是", "否", "也许"]) for key in ("why", "more")},
    },
)
VALUES = st.sampled_from(["7", "0", "-1", "7.5", "1/3", "99999999999", "2024-03-01", "", "无"])


@given(SPANS | OTHERS, FACTS, st.sampled_from([1990, 2023, 2099]), VALUES, st.sampled_from([1900, 2026]))
def test_whatever_is_stored_it_is_said_in_words(
    item: Item, facts: dict[str, str], year: int, value: str, until: int
) -> None:
    basis = Basis(year, Published(until=until), {"days": Param(value, "甲省"), "due": Param(value, "甲省")})
    found = sum_of(item, facts, basis)
    exceptions_to_ask(item, facts, basis)
    if found is None:
        return
    ends = {Verdict.DONE: " → 建议 落实", Verdict.MISSING: " → 建议 未落实"}
    if found.proposal:
        assert found.text.endswith(ends[found.proposal])
        assert not missing_facts(item, facts)
    else:
        assert ("无法判断：" in found.text) is found.undecided
        assert not found.text.endswith("：")
        assert bool(missing_facts(item, facts)) is not found.undecided


@given(DAYS, DAYS, NUMBERS)
def test_natural_days_are_the_difference_of_the_dates(start: date, end: date, n: int) -> None:
    for kind in ("at_least", "at_most"):
        found = sum_of(ruled(span(kind, days=n)), {"from": start.isoformat(), "to": end.isoformat()}, BASIS)
        assert found is not None
        gone = (end - start).days
        holds = gone >= n if kind == "at_least" else gone <= n
        expected = None if gone < 0 else Verdict.DONE if holds else Verdict.MISSING
        assert found.proposal is expected


@given(DAYS, DAYS, st.integers(1, 6))
def test_months_end_on_the_day_of_the_same_number(start: date, end: date, n: int) -> None:
    found = sum_of(ruled(span(months=n)), {"from": start.isoformat(), "to": end.isoformat()}, BASIS)
    assert found is not None
    if end >= start:
        assert (found.proposal is Verdict.DONE) is (end <= after_months(start, n))


@given(DAYS, DAYS, st.integers(1, 20), st.sampled_from([2023, 2026]))
def test_working_days_are_proposed_on_only_where_every_calendar_agrees(
    start: date, end: date, n: int, until: int
) -> None:
    """In 2024 all is known with until=2026, nothing with until=2023."""
    calendar = Published(until=until)
    facts = {"from": start.isoformat(), "to": end.isoformat()}
    for kind in ("at_least", "at_most"):
        found = sum_of(ruled(span(kind, days=n, calendar="working")), facts, Basis(2023, calendar))
        assert found is not None
        if end < start:
            assert found.proposal is None
            continue
        count = working_days(start, end, calendar)
        before = working_days(start, max(start, end - timedelta(days=1)), calendar)
        if kind == "at_least":
            sure, ruled_out = count.least >= n, count.most < n
        else:  # the n-th working day is the last: an n-th one before the day itself is too late
            sure, ruled_out = before.most < n, before.least >= n
        assert found.proposal is (Verdict.DONE if sure else Verdict.MISSING if ruled_out else None)


@given(SPANS, DAYS, DAYS, st.integers(0, 90))
def test_a_later_end_never_shortens_a_period(item: Item, start: date, end: date, more: int) -> None:
    if end < start:
        return
    assert item.rule is not None
    first, then = _rank(item, start, end), _rank(item, start, end + timedelta(days=more))
    assert then >= first if getattr(item.rule, "is_least", False) else then <= first


@given(SPANS, DAYS, DAYS)
def test_an_extension_or_an_exception_never_makes_it_worse(item: Item, start: date, end: date) -> None:
    assert _rank(item, start, end, more="是") >= _rank(item, start, end)
    assert _rank(item, start, end, more="否") == _rank(item, start, end)
    assert _rank(item, start, end, why="是") >= _rank(item, start, end)


@given(st.lists(DAYS, min_size=3, max_size=3))
def test_order_holds_exactly_where_the_days_are_sorted(days: list[date]) -> None:
    item = ruled({"kind": "order", "facts": ["from", "to", "end"]})
    facts = dict(zip(("from", "to", "end"), map(date.isoformat, days), strict=True))
    found = sum_of(item, facts, BASIS)
    assert found is not None
    assert (found.proposal is Verdict.DONE) is (days == sorted(days))


@given(st.integers(0, 10**6), st.integers(1, 10**6), st.integers(1, 100))
def test_a_share_is_compared_exactly(part: int, whole: int, least: int) -> None:
    rule: dict[str, Any] = {"kind": "ratio", "part": "part", "whole": "whole", "min": least}
    found = sum_of(ruled(rule), {"part": str(part), "whole": str(whole)}, BASIS)
    assert found is not None
    assert (found.proposal is Verdict.DONE) is (part * 100 >= least * whole)
    shown = Fraction(found.text.split("＝")[1].split("%")[0].removeprefix("约"))
    assert (shown >= least) is (found.proposal is Verdict.DONE)


@given(ANY_DAY, st.sampled_from([True, False, None]), st.integers(2000, 2099))
def test_a_due_day_is_decided_but_on_the_day_itself(day: date, inclusive: bool | None, year: int) -> None:
    rule: Data = {"kind": "by", "fact": "to", "date": "03-01", "year": "next"}
    item = ruled(rule if inclusive is None else {**rule, "inclusive": inclusive})
    found = sum_of(item, {"to": day.isoformat()}, Basis(year))
    assert found is not None
    due = date(year + 1, 3, 1)
    if day == due:
        assert found.proposal is {True: Verdict.DONE, False: Verdict.MISSING, None: None}[inclusive]
    else:
        assert found.proposal is (Verdict.DONE if day < due else Verdict.MISSING)
