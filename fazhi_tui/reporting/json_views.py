"""What `list`, `show` and `gaps` print as JSON; the keys are a contract with users' scripts."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from fazhi_tui.domain.answers import Review, evidence_as_data
from fazhi_tui.domain.applicability import left_out_items
from fazhi_tui.domain.assessment import Assessment
from fazhi_tui.domain.checklist import Checklist
from fazhi_tui.domain.gaps import Gap, counted, find_gaps
from fazhi_tui.domain.local_mark import gap_words, question_words
from fazhi_tui.domain.rows import Board, Row, SheetView
from fazhi_tui.domain.scoring import Score, by_reviewed, rounded, score_board


def list_entry(assessment: Assessment, board: Board) -> dict[str, Any]:
    """An assessment as `list` prints it; scores have one decimal, null where nothing applies."""
    total, _ = score_board(board, by_reviewed)
    return {
        "id": assessment.id,
        "unit": assessment.unit,
        "year": assessment.year,
        "kind": assessment.kind,
        "round": assessment.round,
        "state": assessment.state.value,
        "open": total.open,
        "total": total.total,
        **_figures(total),
        "gaps": len(counted(find_gaps(board))),
        "redlines": total.breaches,
    }


def show_entry(assessment: Assessment, board: Board) -> dict[str, Any]:
    """An assessment with its checklists, sheets and items, as `show` prints it."""
    _, each = score_board(board, by_reviewed)
    checklists = [
        {
            "id": c.id,
            "title": c.title,
            "version": c.version,
            **_figures(each[c.id]),
            "sheets": [_sheet(view, board) for view in board.of(c.id)],
        }
        for c in board.checklists
    ]
    return {**list_entry(assessment, board), "checklists": checklists}


def left_out_entries(assessment: Assessment, checklists: Sequence[Checklist]) -> list[dict[str, Any]]:
    """The items not asked, with the reason, as `show --left-out` prints them (no `sheet`: all)."""
    return [
        {
            "checklist": left.checklist.id,
            "sheet": left.object,
            "item": left.item.id,
            "stage": left.stage.title,
            "question": question_words(left.item),
            "reason": left.reason,
        }
        for left in left_out_items(assessment, checklists)
    ]


def gap_entries(gaps: tuple[Gap, ...]) -> list[dict[str, Any]]:
    """The gaps as `gaps --format json` prints them."""
    return [_gap(gap) for gap in gaps]


def _figures(score: Score) -> dict[str, float | None]:
    return {"score": _number(score.value), "low": _number(score.low), "high": _number(score.high)}


def _number(value: Fraction | None) -> float | None:
    return None if value is None else float(rounded(value))


def _sheet(view: SheetView, board: Board) -> dict[str, Any]:
    sheet = view.sheet
    return {
        "object": sheet.object,
        "kind": sheet.kind,
        "role": sheet.role,
        "items": [_item(row, board.sum_text(row)) for row in view.rows],
    }


def _item(row: Row, computed: str) -> dict[str, Any]:
    return {
        "id": row.item.id,
        "stage": row.stage.title,
        "verdict": row.answer.verdict,
        "effective": row.effective,
        "note": row.answer.note,
        "facts": dict(row.answer.facts),
        "evidence": evidence_as_data(row.answer.evidence),
        "computed": computed or None,
        "review": _review(row.review, row),
    }


def _review(review: Review | None, row: Row) -> dict[str, Any] | None:
    if review is None:
        return None
    return {
        "opinion": review.opinion,
        "verdict": review.verdict,
        "text": review.text,
        "by": review.actor,
        "at": review.at,
        "stands": review.stands(row.answer),
    }


def _gap(gap: Gap) -> dict[str, Any]:
    row = gap.row
    return {
        "number": gap.number,
        "checklist": row.checklist.id,
        "sheet": row.sheet.object,
        "item": row.item.id,
        "stage": row.stage.title,
        "verdict": gap.verdict,
        "problem": gap_words(row.item),
        "cites": [cite.text for cite in row.item.cites],
        "note": row.answer.note,
        "computed": gap.computed or None,
        "review": _review(row.review, row),
        "remedy": row.item.remedy,
        "rectification": None,
        "redline": gap.breaks_redline,
        "repeat": None,
    }
