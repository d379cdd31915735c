"""自评虚高: where the officer's score lies above the reviewed one, stage by stage, and which items did it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from fazhi_tui.domain.checklist import Checklist, Stage
from fazhi_tui.domain.reviewing.standing import corrected
from fazhi_tui.domain.rows import Board, Row
from fazhi_tui.domain.scoring import Score, by_officer, by_reviewed, rounded, score_checklist, score_stage


@dataclass(frozen=True, slots=True)
class Comparison:
    """自评分 and 复核分 of a checklist (`stage` None) or of one stage of it, and the rows corrected there."""

    checklist: Checklist
    stage: Stage | None
    officer: Score
    reviewed: Score
    corrected: tuple[Row, ...]

    @property
    def excess(self) -> Decimal | None:
        """What the officer scored too high (negative: too low); see `excess`."""
        return excess(self.officer, self.reviewed)


def excess(officer: Score, reviewed: Score) -> Decimal | None:
    """The difference of the two scores as they are shown, points of 100; None where one of them is none."""
    own, theirs = officer.value, reviewed.value
    return None if own is None or theirs is None else rounded(own) - rounded(theirs)


def comparisons(board: Board) -> tuple[Comparison, ...]:
    """Every checklist in which something was corrected, each with the stages concerned behind it."""
    return tuple(_comparisons(board, corrected(board)))


def _comparisons(board: Board, rows: tuple[Row, ...]) -> Iterator[Comparison]:
    for checklist in board.checklists:
        mine = tuple(row for row in rows if row.checklist.id == checklist.id)
        if not mine:
            continue
        officer, reviewed = (score_checklist(board, checklist, by) for by in (by_officer, by_reviewed))
        yield Comparison(checklist, None, officer, reviewed, mine)
        for stage in checklist.stages:
            here = tuple(row for row in mine if row.stage.id == stage.id)
            if here:
                officer, reviewed = (
                    score_stage(board, checklist, stage, by) for by in (by_officer, by_reviewed)
                )
                yield Comparison(checklist, stage, officer, reviewed, here)
