"""How many items of a stage have which verdict."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from fazhi_tui.domain.checklist import Checklist, Stage
from fazhi_tui.domain.rows import Board
from fazhi_tui.domain.scoring import Score, VerdictOf, score_stage
from fazhi_tui.domain.verdict import Verdict

# The order of a bar: the verdicts, then what is open.
BAR_ORDER: tuple[Verdict | None, ...] = (*Verdict, None)


@dataclass(frozen=True, slots=True)
class StageTally:
    """A stage with its items counted by verdict (None: open), advice apart; an item counts on every sheet."""

    stage: Stage
    counts: Mapping[Verdict | None, int]
    score: Score


def tallies(board: Board, checklist: Checklist, verdict_of: VerdictOf) -> tuple[StageTally, ...]:
    """The stages of a checklist that ask something; what has neither sheet nor 本年无 counts as open."""
    counts: dict[str, Counter[Verdict | None]] = {stage.id: Counter() for stage in checklist.stages}
    for view in board.of(checklist.id):
        for row in view.rows:
            if not row.item.is_advice:
                counts[row.stage.id][verdict_of(row)] += 1
    stage_of = {item.id: stage.id for stage, item in checklist.items()}
    for gap in board.undeclared:
        if gap.checklist.id == checklist.id:
            for item in gap.open_items:
                counts[stage_of[item.id]][None] += 1
    return tuple(
        StageTally(stage, dict(counts[stage.id]), score_stage(board, checklist, stage, verdict_of))
        for stage in checklist.stages
        if counts[stage.id]
    )


def shares(counts: Mapping[Verdict | None, int], cells: int) -> dict[Verdict | None, int]:
    """A bar's cells shared out by count, a cell at least to each verdict there is.

    Args:
        counts: by verdict, None for open.
        cells: the bar's width, at least one per verdict there can be.
    """
    present = [verdict for verdict in BAR_ORDER if counts.get(verdict)]
    total = sum(counts[verdict] for verdict in present)
    shared = {verdict: max(1, counts[verdict] * cells // total) for verdict in present}
    # What is over goes to where the share is smallest for the count, what is too much is taken likewise.
    while (over := cells - sum(shared.values())) and present:
        step = 1 if over > 0 else -1
        able = [v for v in present if shared[v] + step >= 1]
        chosen = max(able, key=lambda v: step * (counts[v] * cells / total - shared[v]))
        shared[chosen] += step
    return shared
