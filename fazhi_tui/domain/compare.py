"""Two self-checks of one unit side by side, on the items both ask in the same words.

Verdicts are compared by the standard factors 1, 0.5, 0.25 and 0 whatever each year's own scoring was, an
item on several sheets by their mean; where either year has it open or exempt it is not comparable.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from itertools import groupby

from fazhi_tui.domain.adoption import wording
from fazhi_tui.domain.applicability import why_left_out
from fazhi_tui.domain.assessment import Assessment
from fazhi_tui.domain.checklist import DEFAULT_SCALE, Checklist, Item, Stage
from fazhi_tui.domain.gaps import find_gaps
from fazhi_tui.domain.rectifying.repeats import NO_FORMER, FormerYears, Repeat, former_years, joined, repeats
from fazhi_tui.domain.rows import Board
from fazhi_tui.domain.verdict import SCALED, UNANSWERED, Verdict, word

_Place = tuple[Checklist, Stage, Item]
_FACTORS = dict(zip(SCALED, DEFAULT_SCALE, strict=True))
_NO_SHEET = "没有自查表"
_ABSENT = "本年无"
_NEW = "清单新增"
_GONE = "清单不再有"


class Trend(StrEnum):
    """How an item stands against the earlier year; the value is the word on screen."""

    WORSE = "变差"
    BETTER = "变好"
    SAME = "持平"
    UNCOMPARED = "不可比"


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two self-checks."""

    assessment: Assessment
    board: Board

    @property
    def label(self) -> str:
        """The year, with the round where there is one: 2023年度半年."""
        return f"{self.assessment.year}年度{self.assessment.round}"


@dataclass(frozen=True, slots=True)
class Standing:
    """How one item stands in one self-check.

    `factor` is the mean over the sheets where it counts, None where it is open or counts nowhere; `words`
    are its verdicts, with their numbers where it is on several sheets.
    """

    factor: Fraction | None
    words: str
    is_short: bool = False


@dataclass(frozen=True, slots=True)
class ItemChange:
    """One common item in both years."""

    checklist: Checklist
    stage: Stage
    item: Item
    old: Standing
    new: Standing

    @property
    def trend(self) -> Trend:
        """How it went."""
        if self.old.factor is None or self.new.factor is None:
            return Trend.UNCOMPARED
        if self.old.factor == self.new.factor:
            return Trend.SAME
        return Trend.BETTER if self.new.factor > self.old.factor else Trend.WORSE


@dataclass(frozen=True, slots=True)
class StageChange:
    """One stage: the mean factors of its comparable items, each item alike, and how many they are."""

    checklist: Checklist
    stage: Stage
    old: Fraction
    new: Fraction
    items: int


@dataclass(frozen=True, slots=True)
class OneSided:
    """An item that only one year asks, and why the other does not."""

    item: Item
    reason: str


@dataclass(frozen=True, slots=True)
class Repeated:
    """屡查屡犯: an item that falls short in the later year and in earlier ones."""

    item: Item
    repeat: Repeat


@dataclass(frozen=True, slots=True)
class YearComparison:
    """Everything that differs and what stays; items in the one order of the later year."""

    old: Side
    new: Side
    items: tuple[ItemChange, ...]
    added: tuple[OneSided, ...]
    dropped: tuple[OneSided, ...]
    reworded: tuple[tuple[Item, Item], ...]
    repeated: tuple[Repeated, ...]

    def of(self, trend: Trend) -> tuple[ItemChange, ...]:
        """The common items that went this way."""
        return tuple(change for change in self.items if change.trend is trend)

    @property
    def stages(self) -> tuple[StageChange, ...]:
        """The stages with anything comparable in them."""
        known = [change for change in self.items if change.trend is not Trend.UNCOMPARED]
        grouped = groupby(known, key=lambda change: (change.checklist.id, change.stage.id))
        return tuple(_stage_change(tuple(changes)) for _, changes in grouped)


def in_order(one: Side, other: Side) -> tuple[Side, Side]:
    """The earlier one first: by year, then by when it was made."""
    first, second = sorted((one, other), key=lambda s: (s.assessment.year, s.assessment.created_at))
    return first, second


def compare(old: Side, new: Side, former: FormerYears = NO_FORMER) -> YearComparison:
    """Compare two self-checks.

    Args:
        old: the earlier one.
        new: the later one.
        former: when each item had a gap in the unit's other self-checks, which count among the repeats.
    """
    before, after = _asked(old), _asked(new)
    common = [(before[id], place) for id, place in after.items() if id in before]
    return YearComparison(
        old=old,
        new=new,
        items=tuple(
            ItemChange(*place, _standing(old, was), _standing(new, place))
            for was, place in common
            if wording(was[2]) == wording(place[2])
        ),
        added=tuple(_one_sided(after, before, old, _NEW)),
        dropped=tuple(_one_sided(before, after, new, _GONE)),
        reworded=tuple((was[2], place[2]) for was, place in common if wording(was[2]) != wording(place[2])),
        repeated=tuple(_repeated(old, new, former)),
    )


def _asked(side: Side) -> dict[str, _Place]:
    """The items asked of the unit that year by id, whether or not there was an object to ask about."""
    return {
        item.id: (checklist, stage, item)
        for checklist in side.board.checklists
        for stage, item in checklist.items()
        if not why_left_out(item, side.assessment)
    }


def _standing(side: Side, place: _Place) -> Standing:
    checklist, stage, item = place
    verdicts = [
        row.effective for view in side.board.of(checklist.id) for row in view.rows if row.item.id == item.id
    ]
    if not verdicts:
        is_absent = (checklist.id, stage.object) in side.assessment.absent
        return Standing(None, _ABSENT if is_absent else _NO_SHEET)
    factors = [_FACTORS[v] for v in verdicts if v is not None and v.counts]
    is_whole = None not in verdicts and factors
    return Standing(
        factor=sum(factors, Fraction(0)) / len(factors) if is_whole else None,
        words=_words(verdicts),
        is_short=any(v is not None and v.is_short for v in verdicts),
    )


def _words(verdicts: list[Verdict | None]) -> str:
    if len(verdicts) == 1:
        return word(verdicts[0])
    counts = Counter(verdicts)
    every = (*Verdict, None)
    return "、".join(f"{word(v) if v else UNANSWERED}{counts[v]}" for v in every if counts[v])


def _one_sided(
    here: dict[str, _Place], there: dict[str, _Place], other: Side, unknown: str
) -> Iterator[OneSided]:
    """What only `here` asks; `unknown` is why the other year does not, if its checklists lack the item."""
    known = {item.id: item for checklist in other.board.checklists for _, item in checklist.items()}
    for id, (_, _, item) in here.items():
        if id not in there:
            reason = why_left_out(known[id], other.assessment) if id in known else unknown
            yield OneSided(item, reason)


def _repeated(old: Side, new: Side, former: FormerYears) -> Iterator[Repeated]:
    seen = former_years(find_gaps(old.board), new.assessment.year)
    found = repeats(new.board, joined(former, seen))
    items = {row.item.id: row.item for row in new.board.rows()}
    yield from (Repeated(items[id], found[id]) for id in items if id in found)


def _stage_change(changes: tuple[ItemChange, ...]) -> StageChange:
    first, count = changes[0], len(changes)
    old = sum((c.old.factor for c in changes if c.old.factor is not None), Fraction(0))
    new = sum((c.new.factor for c in changes if c.new.factor is not None), Fraction(0))
    return StageChange(first.checklist, first.stage, old / count, new / count, count)
