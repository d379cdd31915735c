"""What the home screen shows of an assessment without opening it."""

from __future__ import annotations

from typing import Any

from fazhi_tui.domain.assessment import Assessment
from fazhi_tui.domain.rows import Board
from fazhi_tui.domain.scoring import Score, by_reviewed, score_board, shown_range
from fazhi_tui.reporting.views.json_views import list_entry


def summary_of(assessment: Assessment, board: Board) -> dict[str, Any]:
    """The `list` entry, and what the home screen adds.

    That is the range in words, the day the law was last checked, and a line a checklist.
    """
    total, each = score_board(board, by_reviewed)
    return {
        "entry": list_entry(assessment, board),
        "range": shown_range(total),
        "demo": assessment.is_demo,
        "checked": min(c.checked for c in board.checklists).isoformat(),
        "last_at": assessment.last_at,
        "last_actor": assessment.last_actor,
        "checklists": [_line(c.id, c.title, board, each[c.id]) for c in board.checklists],
    }


def _line(id: str, title: str, board: Board, score: Score) -> dict[str, Any]:
    return {
        "id": id,
        "title": title,
        "sheets": len(board.of(id)),
        "open": score.open,
        "total": score.total,
        "range": shown_range(score),
        "redlines": score.breaches,
    }
