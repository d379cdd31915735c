"""The sums a law prescribes: what an item's rule tests its facts against.

Facts stand in a rule by their ids; `cites` are the places a rule names as its own source, besides the
item's.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from fazhi_tui.domain.law.citation import Citation

Unit = Literal["days", "months", "hours"]


@dataclass(frozen=True, slots=True)
class ParamRef:
    """A figure the law leaves to the place: the local parameter that gives it."""

    id: str
    label: str


Amount = Fraction | ParamRef


@dataclass(frozen=True, slots=True)
class MonthDay:
    """A day of every year (never 29 February)."""

    month: int
    day: int


@dataclass(frozen=True, slots=True)
class Extension:
    """So many days more where the fact is 是."""

    fact: str
    days: Amount


@dataclass(frozen=True, slots=True)
class Span:
    """A period from one fact to another: at least (`is_least`) or at most `amount` of `unit`.

    `is_working`: the days are working days. `rolls`: a last day on a rest day moves to the next working
    day. `unless`: the fact that excuses a failed sum where it is 是, empty for none. `is_after`: the period
    has to be over (送达十日后), so that its last day itself is too early.
    """

    is_least: bool
    start: str
    end: str
    amount: Amount
    unit: Unit
    is_working: bool = False
    rolls: bool = False
    unless: str = ""
    extend: Extension | None = None
    is_after: bool = False
    cites: tuple[Citation, ...] = ()

    @property
    def facts(self) -> tuple[str, ...]:
        """The facts it needs."""
        return (self.start, self.end)

    @property
    def exceptions(self) -> tuple[str, ...]:
        """The facts that count as 否 until they are filled in."""
        extending = self.extend.fact if self.extend else ""
        return tuple(fact for fact in (self.unless, extending) if fact)


@dataclass(frozen=True, slots=True)
class By:
    """A day not later than `due`, of the assessed year or (`in_next_year`) the one after it.

    `inclusive`: whether that day itself is in time, None where that is disputed. A date parameter has its
    own year.
    """

    fact: str
    due: MonthDay | ParamRef
    in_next_year: bool = False
    inclusive: bool | None = None
    rolls: bool = False
    cites: tuple[Citation, ...] = ()

    @property
    def facts(self) -> tuple[str, ...]:
        """The facts it needs."""
        return (self.fact,)

    @property
    def exceptions(self) -> tuple[str, ...]:
        """None."""
        return ()


@dataclass(frozen=True, slots=True)
class Order:
    """Days that follow each other as listed; the same day is in order."""

    facts: tuple[str, ...]
    cites: tuple[Citation, ...] = ()

    @property
    def exceptions(self) -> tuple[str, ...]:
        """None."""
        return ()


@dataclass(frozen=True, slots=True)
class Ratio:
    """`part` of `whole`, at least `min` percent."""

    part: str
    whole: str
    min: Amount
    cites: tuple[Citation, ...] = ()

    @property
    def facts(self) -> tuple[str, ...]:
        """The facts it needs."""
        return (self.part, self.whole)

    @property
    def exceptions(self) -> tuple[str, ...]:
        """None."""
        return ()


@dataclass(frozen=True, slots=True)
class Count:
    """A number, at least `min`."""

    fact: str
    min: Amount
    cites: tuple[Citation, ...] = ()

    @property
    def facts(self) -> tuple[str, ...]:
        """The facts it needs."""
        return (self.fact,)

    @property
    def exceptions(self) -> tuple[str, ...]:
        """None."""
        return ()


Rule = Span | By | Order | Ratio | Count


def year_meant(rule: Rule | None, fact: str, year: int) -> int:
    """The year of a date typed without one: the assessed year, the next where the rule's due day is there."""
    return year + 1 if isinstance(rule, By) and rule.in_next_year and rule.fact == fact else year
