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


def repeats(board: Board, former: Iterable[Gap]) -> Repeats:
    """The repeats among a unit's gaps, by item id; advice does not count.

    Args:
        board: its self-check of this year.
        former: the gaps of its other self-checks; those of the same or a later year are passed over,
            several of one year count as one.
    """
    years: dict[str, set[int]] = {}
    for gap in counted(tuple(former)):
        if gap.board.basis.year < board.basis.year:
            years.setdefault(gap.row.item.id, set()).add(gap.board.basis.year)
    here = {gap.row.item.id for gap in counted(find_gaps(board))}
    return {item: Repeat(tuple(sorted(had))) for item, had in years.items() if item in here}
