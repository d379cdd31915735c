"""The form: every row of an assessment as CSV, to be filled elsewhere and read back."""

from __future__ import annotations

from fazhi_tui.domain.cells import FORM_COLUMNS, evidence_cell, facts_cell, literal
from fazhi_tui.domain.local_mark import question_words
from fazhi_tui.domain.rows import Board, Row
from fazhi_tui.reporting.csv_cells import csv_bytes


def form_csv(board: Board) -> bytes:
    """The form with what is stored in it; read back unchanged it changes nothing."""
    return csv_bytes(FORM_COLUMNS, (_cells(row, board.sum_text(row)) for row in board.rows()))


def _cells(row: Row, computed: str) -> list[str]:
    answer, item = row.answer, row.item
    verdict = answer.verdict.value if answer.verdict else ""
    return [
        *row.key,
        row.stage.title,
        question_words(item),
        "；".join(cite.text for cite in item.cites),
        verdict,
        "" if answer.was_asked else verdict,
        literal(answer.note),
        literal(evidence_cell(answer.evidence)),
        literal(facts_cell(answer.facts, item.facts)),
        computed,
    ]
