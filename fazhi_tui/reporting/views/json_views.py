"""What `list`, `show` and `gaps` print as JSON; the keys are a contract with users' scripts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Any

from fazhi_tui.domain.answers import Review, evidence_as_data
from fazhi_tui.domain.applicability import left_out_items
from fazhi_tui.domain.assessment import Assessment
from fazhi_tui.domain.checklist import Checklist
from fazhi_tui.domain.gaps import gap_count
from fazhi_tui.domain.local_mark import question_words
from fazhi_tui.domain.rectifying.ledger import Entry, current
from fazhi_tui.domain.rows import Board, Row, SheetView
from fazhi_tui.domain.scoring import Score, by_reviewed, rounded, score_board
from fazhi_tui.reporting.ledger.ledger_words import note_words
from fazhi_tui.reporting.views.rectification_json import rectification_data, repeat_data

# A key only where it is so: 定稿 without an adviser.
_WITHOUT_REVIEW = {"without_review": True}


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
        "gaps": gap_count(board),
        "redlines": total.breaches,
        **(_WITHOUT_REVIEW if assessment.without_review else {}),
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


def gap_entries(entries: Iterable[Entry], *, without_review: bool = False) -> list[dict[str, Any]]:
    """The gaps as `gaps --format json` prints them.

    A manual gap has no sheet and no verdict; its checklist and stage are null unless it was given them.
    `without_review`: it was made final without one, which every entry then says.
    """
    mark = _WITHOUT_REVIEW if without_review else {}
    return [{**_gap(entry), **mark} for entry in current(entries)]


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


def _gap(entry: Entry) -> dict[str, Any]:
    gap = entry.gap
    return {
        "number": entry.number,
        "checklist": entry.checklist or None,
        "sheet": entry.sheet or None,
        "item": entry.item,
        "stage": entry.stage or None,
        "verdict": gap.verdict if gap else None,
        "problem": entry.problem,
        "cites": list(entry.basis),
        "note": note_words(entry),
        "computed": (gap.computed or None) if gap else None,
        "review": _review(gap.row.review, gap.row) if gap else None,
        "remedy": gap.row.item.remedy if gap else None,
        "rectification": rectification_data(entry),
        "redline": gap is not None and gap.breaks_redline,
        "repeat": repeat_data(entry.repeat),
    }
