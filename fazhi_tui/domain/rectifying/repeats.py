"""屡查屡犯: gaps that a unit's self-checks of former years had as well."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from fazhi_tui.domain.gaps import Gap, counted, find_gaps
from fazhi_tui.domain.rows import Board


@dataclass(frozen=True, slots=True)
class Repeat:
    """The former years that had the same gap, oldest first."""

    years: tuple[int, ...]

    @property
    def times(self) -> int:
        """Which time it is, this one counted."""
        return len(self.years) + 1

    @property
    def text(self) -> str:
        """The words of every export: 第2次（2022年亦有）."""
        return f"第{self.times}次（{'、'.join(f'{year}年' for year in self.years)}亦有）"


@dataclass(frozen=True, slots=True)
class LookBack:
    """What was found in former years: the gaps, oldest first, and what did not read, by id."""

    gaps: tuple[Gap, ...] = ()
    unread: tuple[str, ...] = ()


Repeats = Mapping[str, Repeat]
NO_REPEATS: Repeats = MappingProxyType({})
FormerYears = Mapping[str, tuple[int, ...]]
"""The years before this one that had a gap, oldest first, by item id."""
NO_FORMER: FormerYears = MappingProxyType({})


def former_years(gaps: Iterable[Gap], before: int) -> FormerYears:
    """When each item had a gap; advice does not count.

    Args:
        gaps: those of a unit's self-checks; several of one year count as one.
        before: this year; the gaps of it and of later ones are passed over.
    """
    years: dict[str, set[int]] = {}
    for gap in counted(tuple(gaps)):
        if gap.board.basis.year < before:
            years.setdefault(gap.row.item.id, set()).add(gap.board.basis.year)
    return {item: tuple(sorted(had)) for item, had in years.items()}


def joined(some: FormerYears, others: FormerYears) -> FormerYears:
    """What either of two look-backs found."""
    return {
        item: tuple(sorted({*some.get(item, ()), *others.get(item, ())})) for item in sorted({*some, *others})
    }


def repeats(board: Board, former: FormerYears) -> Repeats:
    """The repeats among a unit's gaps of this year, by item id."""
    here = {gap.row.item.id for gap in counted(find_gaps(board))}
    return {item: Repeat(years) for item, years in former.items() if item in here}
