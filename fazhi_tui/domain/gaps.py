"""Gaps: derived from the answers whenever they are needed, never stored."""

from __future__ import annotations

from dataclasses import dataclass, field

from fazhi_tui.domain.rows import Board, Row
from fazhi_tui.domain.verdict import BREACHES, Verdict


@dataclass(frozen=True, slots=True)
class Gap:
    """An item whose effective verdict falls short.

    `number` counts from 1 in the one order; the manual gaps come behind, the advice last.
    """

    number: int
    row: Row
    verdict: Verdict
    board: Board = field(repr=False, compare=False)

    @property
    def computed(self) -> str:
        """The 核算 in words; empty where there is none."""
        return self.board.sum_text(self.row)

    @property
    def is_advice(self) -> bool:
        """Whether it is listed under 建议 and not counted."""
        return self.row.item.is_advice

    @property
    def breaks_redline(self) -> bool:
        """Whether it alone makes the conclusion 不合格."""
        return self.row.item.redline and self.verdict in BREACHES


def find_gaps(board: Board) -> tuple[Gap, ...]:
    """Every short item: the counted ones in the one order, then the advice.

    The numbers between the two are those of the manual gaps.
    """
    short = [
        (row, verdict) for row in board.rows() if (verdict := row.effective) is not None and verdict.is_short
    ]
    short.sort(key=lambda pair: pair[0].item.is_advice)
    behind = len(board.manual)
    return tuple(
        Gap(number + behind * row.item.is_advice, row, verdict, board)
        for number, (row, verdict) in enumerate(short, start=1)
    )


def counted(gaps: tuple[Gap, ...]) -> tuple[Gap, ...]:
    """The gaps that count: all but advice."""
    return tuple(gap for gap in gaps if not gap.is_advice)


def gap_count(board: Board) -> int:
    """How many gaps count, the manual ones among them."""
    return len(counted(find_gaps(board))) + len(board.manual)
