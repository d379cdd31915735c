"""The rows of the form, whatever kind of file they go into."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from fazhi_tui.domain.filling.cells import evidence_cell, facts_cell, literal
from fazhi_tui.domain.filling.departments import StageKey
from fazhi_tui.domain.local_mark import question_words
from fazhi_tui.domain.rows import Board, Row


def form_rows(board: Board, stages: Collection[StageKey] | None = None) -> Iterator[tuple[Row, list[str]]]:
    """Each row with its cells in the order of `FORM_COLUMNS`, as meant.

    Args:
        board: the rows as they stand.
        stages: those written, None for all.
    """
    for row in board.rows():
        if stages is None or (row.checklist.id, row.stage.id) in stages:
            yield row, _cells(row, board.sum_text(row))


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
